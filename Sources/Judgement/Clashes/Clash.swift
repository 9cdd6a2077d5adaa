import Claims
import RuleBook

/// Two claims, by index, that a rule holds against each other.
struct Clash: Hashable {
    var first: Int
    var second: Int
    var overlap: Overlap
    /// How well the two sides illustrate the conflict; the best pair comes first in a finding.
    var weight: Double
}

/// Finds the clashes of one rule among the claims of one organisation.
///
/// Pairs are looked at where something speaks for the same case, never all against all; the work for a rule is bounded.
struct ClashFinder {
    let claims: [Claim]
    let match: ScopeMatch
    private let byFile: [Int32: [Int]]

    init(claims: [Claim]) {
        self.claims = claims
        match = ScopeMatch(claims)
        byFile = Dictionary(grouping: claims.indices.filter { claims[$0].measure != nil }) { [match] in match.profiles.profiles[$0].file }
    }

    func clashes(_ rule: ContradictionRule) -> [Clash] {
        let left = claims.indices.filter { index in rule.first.contains { $0.matches(claims[index]) } && canPromise(claims[index]) }
        let right = claims.indices.filter { index in
            rule.second.contains { $0.matches(claims[index]) } && (rule.compare == .opposition || canPromise(claims[index]))
        }
        guard !left.isEmpty, !right.isEmpty else { return [] }
        let pairs = CandidatePairs(claims: claims, profiles: match.profiles)
        if rule.compare == .opposition, !rule.sameThing {
            return pairs.everyKind(left, right).compactMap { opposition(rule, $0, $1) }
        }
        let found = pairs.near(left, right, isSame: rule.first == rule.second)
        return found.compactMap { rule.compare == .opposition ? opposition(rule, $0, $1) : conflict(rule, $0, $1) }
    }

    /// A vacancy promises the applicant, not the customer; what an internal policy thinks of customers promises nobody anything.
    private func canPromise(_ claim: Claim) -> Bool {
        claim.source.pageRole != .other && !(claim.kind == .brandPromise && claim.source.pageRole == .internalPolicy)
    }

    // MARK: attitude against process

    private func opposition(_ rule: ContradictionRule, _ first: Int, _ second: Int) -> Clash? {
        guard !isSameSentence(first, second) else { return nil }
        // An attitude holds for every channel and step, so those are left out of account.
        guard case .success(let overlap) = match.compare(first, second, leaving: rule.sameThing ? .stage : [.stage, .channel, .touchpoint])
        else { return nil }
        if rule.sameThing, !overlap.isSameThing || overlap.evidence < 1 { return nil }
        // A page that names both prices tells their cases apart.
        let (a, b) = (claims[first], claims[second])
        if a.source.file == b.source.file, a.measure?.metric == .price, b.measure?.metric == .price { return nil }
        return clash(first, second, overlap)
    }

    private func clash(_ first: Int, _ second: Int, _ overlap: Overlap) -> Clash {
        let (a, b) = (claims[first], claims[second])
        var weight = overlap.evidence
        if a.source.pageRole == .marketing { weight += 0.5 }
        if a.commitment == .firm { weight += 0.3 }
        if b.commitment == .firm { weight += 0.3 }
        if a.source.file != b.source.file { weight += 0.2 }
        return Clash(first: first, second: second, overlap: overlap, weight: weight)
    }

    // MARK: value against value

    private func conflict(_ rule: ContradictionRule, _ first: Int, _ second: Int) -> Clash? {
        // The rule that takes whatever other rules left knows too little of its case to be held against another.
        guard !isSameSentence(first, second), !claims[first].isFallback, !claims[second].isFallback, ValueConflict.differ(claims[first], claims[second], by: rule.compare),
            let overlap = sameCase(rule, first, second), !isExplained(rule, first, second, overlap),
            !isExplained(rule, second, first, overlap)
        else { return nil }
        return clash(first, second, overlap)
    }

    private func sameCase(_ rule: ContradictionRule, _ first: Int, _ second: Int) -> Overlap? {
        let (a, b) = (claims[first], claims[second])
        guard case .success(let overlap) = match.compare(first, second, leaving: rule.leave) else { return nil }
        if a.isStructured != b.isStructured, a.source.file == b.source.file { return overlap }
        // One page tells apart what it lists: its values belong to different cases.
        if a.source.file == b.source.file { return nil }
        if rule.sameThing, !overlap.isSameThing { return nil }
        return overlap.evidence >= needed(rule, a, b) ? overlap : nil
    }

    /// How much must speak for the same case. An organisation mostly has one set of hours a line, and many terms a channel.
    private func needed(_ rule: ContradictionRule, _ a: Claim, _ b: Claim) -> Double {
        rule.compare == .hours && a.isStructured == b.isStructured ? 1 : 1.4
    }

    /// The other side's page says the same value for a case at least as near: the two belong to different cases.
    private func isExplained(_ rule: ContradictionRule, _ own: Int, _ other: Int, _ overlap: Overlap) -> Bool {
        (byFile[match.profiles.profiles[other].file] ?? []).prefix(400).contains { index in
            guard index != own, index != other, rule.second.contains(where: { $0.matches(claims[index]) }),
                !ValueConflict.differ(claims[own], claims[index], by: rule.compare),
                case .success(let nearer) = match.compare(own, index, leaving: rule.leave)
            else { return false }
            return nearer.evidence >= overlap.evidence - 0.5
        }
    }

    private func isSameSentence(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (claims[first], claims[second])
        return a.source.line == b.source.line && a.source.file == b.source.file && a.quote == b.quote
    }
}

extension ContradictionRule {
    /// A rule that names several stages compares across them.
    var leave: ScopeLeave { first.contains { $0.stages.count > 1 } ? .stage : [] }
}

extension Claim {
    var isFallback: Bool { ruleName == "within-bound" }

    /// From JSON-LD or microdata, where the quote is the property with its value.
    var isStructured: Bool { quote.hasPrefix("openingHours") || quote.hasPrefix("hoursAvailable") || quote.hasPrefix("\"dayOfWeek") }
}
