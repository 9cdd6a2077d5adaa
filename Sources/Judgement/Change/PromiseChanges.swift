public import Claims

/// Which promises of two audits are one: the same sentence anywhere, else the same subject on the same page, else nearly the same words.
struct PromiseChanges {
    private(set) var added: [Claim] = []
    private(set) var dropped: [Claim] = []
    private(set) var changed: [PromiseChange] = []
    private(set) var reworded = 0

    /// What a claim is about, without its value and words.
    private struct Subject: Hashable {
        var kind: ClaimKind
        var theme: String
        var channel: String
        var audience: [String]
        var product: [String]
        var stage: String

        init(_ claim: Claim) {
            (kind, theme, channel) = (claim.kind, claim.theme, claim.channel)
            (audience, product, stage) = (claim.scope?.audience ?? [], claim.scope?.product ?? [], claim.scope?.stage ?? "")
        }
    }

    /// A claim that is the same wherever it stands.
    struct Sentence: Hashable {
        private var subject: Subject
        private var quote: String
        private var measure: Measure?
        private var commitment: Commitment
        private var stance: Stance

        init(_ claim: Claim) {
            subject = Subject(claim)
            (quote, measure, commitment, stance) = (claim.quote, claim.measure, claim.commitment, claim.stance)
        }
    }

    init(_ old: [Claim], _ new: [Claim]) {
        let (before, after) = (Set(old.map(Sentence.init)), Set(new.map(Sentence.init)))
        let gone = old.filter { !after.contains(Sentence($0)) }
        let come = new.filter { !before.contains(Sentence($0)) }
        let pairs = Self.pairs(gone, come)
        for (one, two) in pairs.sorted(by: { $0.value < $1.value }) {
            // The same words that are read otherwise: the rules changed, and not the promise.
            if gone[one].quote == come[two].quote { continue }
            guard let direction = PromiseStrength.change(gone[one], come[two]) else {
                reworded += 1
                continue
            }
            changed.append(PromiseChange(direction: direction, before: gone[one], after: come[two]))
        }
        dropped = gone.indices.filter { pairs[$0] == nil }.map { gone[$0] }
        let taken = Set(pairs.values)
        added = come.indices.filter { !taken.contains($0) }.map { come[$0] }
    }

    /// Claims that are not the same sentence and yet one promise: place of the new one by place of the old one, each in one pair at most.
    static func pairs(_ old: [Claim], _ new: [Claim]) -> [Int: Int] {
        let bySubject = Dictionary(grouping: new.indices) { Subject(new[$0]) }
        let words = new.map { Self.words($0.quote) }
        var candidates: [(likeness: Double, old: Int, new: Int)] = []
        for one in old.indices {
            let own = self.words(old[one].quote)
            for two in bySubject[Subject(old[one])] ?? [] where canBeOne(old[one], new[two]) {
                let shared = likeness(own, words[two])
                let isSamePage = !Set(old[one].pages).isDisjoint(with: new[two].pages)
                if isSamePage ? shared >= 0.2 : shared >= 0.5 { candidates.append((shared + (isSamePage ? 1 : 0), one, two)) }
            }
        }
        var (pairs, taken) = ([Int: Int](), Set<Int>())
        for (_, one, two) in candidates.sorted(by: { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }) {
            guard pairs[one] == nil, taken.insert(two).inserted else { continue }
            pairs[one] = two
        }
        return pairs
    }

    private static func canBeOne(_ old: Claim, _ new: Claim) -> Bool {
        guard let one = old.measure?.metric, let two = new.measure?.metric else { return old.language == new.language }
        return one == two && old.language == new.language
    }

    /// Words and numbers, in lower case.
    private static func words(_ quote: String) -> Set<Substring> {
        Set(quote.lowercased().split { !$0.isLetter && !$0.isNumber })
    }

    /// The share of all words that both have, 0 to 1.
    private static func likeness(_ one: Set<Substring>, _ two: Set<Substring>) -> Double {
        let all = one.union(two).count
        return all == 0 ? 0 : Double(one.intersection(two).count) / Double(all)
    }
}

extension AuditDifference {
    /// What became of promises and findings. Both results may come from different versions of the program.
    public init(_ old: EarlierAudit, _ new: EarlierAudit) {
        let compared = new.result.compared(with: old, baseline: nil)
        let before = Dictionary(old.result.organisations.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(compared.organisations.map { ($0.name, $0) }) { first, _ in first }
        let names = Set(before.keys).union(after.keys).sorted()
        self.init(
            old: old.name, new: new.name,
            organisations: names.map { name in
                let changes = PromiseChanges(before[name]?.claims ?? [], after[name]?.claims ?? [])
                let gone = compared.comparison?.fixed.filter { $0.organisation == name } ?? []
                let lost = after[name] == nil ? before[name]?.findings.map(KnownFinding.init) ?? [] : []
                return OrganisationDifference(
                    name: name, added: changes.added, dropped: changes.dropped, changed: changes.changed, reworded: changes.reworded,
                    introduced: after[name]?.findings.filter { $0.state == .introduced } ?? [], fixed: gone + lost)
            })
    }
}
