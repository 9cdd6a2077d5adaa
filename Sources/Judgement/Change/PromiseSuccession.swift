public import Claims

/// Which present claim each known promise has become: what makes a promise one over time.
///
/// The same sentence anywhere, else the same subject on the same page, else nearly the same words. Lines, headings and the number of pages
/// decide nothing.
public struct PromiseSuccession: Sendable {
    /// Place of the present claim by place of the known one. A known promise without one is gone.
    public let heirs: [Int: Int]
    /// Places of the present claims that no known promise became, in order.
    public let newcomers: [Int]

    /// - Parameters:
    ///   - known: one claim a promise, as it was last.
    ///   - present: distinct claims, as `distinct` gives them.
    ///   - isLoose: whether other words can be the same promise; else only the same sentence is.
    public init(known: [Claim], present: [Claim], isLoose: Bool = true) {
        var heirs: [Int: Int] = [:]
        let places = Dictionary(present.enumerated().map { (PromiseChanges.Sentence($1), $0) }) { first, _ in first }
        var taken = Set<Int>()
        for (place, claim) in known.enumerated() {
            guard let heir = places[PromiseChanges.Sentence(claim)], taken.insert(heir).inserted else { continue }
            heirs[place] = heir
        }
        let gone = isLoose ? known.indices.filter { heirs[$0] == nil } : []
        let come = present.indices.filter { !taken.contains($0) }
        for (one, two) in PromiseChanges.pairs(gone.map { known[$0] }, come.map { present[$0] }) { heirs[gone[one]] = come[two] }
        taken.formUnion(heirs.values)
        self.heirs = heirs
        newcomers = present.indices.filter { !taken.contains($0) }
    }

    /// What happened between two audits to a promise that both have; nil where a reader would see no difference.
    public static func step(_ before: Claim, _ after: Claim) -> (kind: PromiseEvent.Kind, direction: PromiseChange.Direction?)? {
        if before.quote != after.quote {
            return PromiseStrength.change(before, after).map { (.changed, $0) } ?? (.reworded, nil)
        }
        return after.pages.contains(before.home) ? nil : (.moved, nil)
    }

    /// Each sentence once, with all its pages, in the order of the claims.
    public static func distinct(_ claims: [Claim]) -> [Claim] {
        var places: [PromiseChanges.Sentence: Int] = [:]
        var result: [Claim] = []
        for claim in claims {
            let sentence = PromiseChanges.Sentence(claim)
            guard let place = places[sentence] else {
                places[sentence] = result.count
                result.append(claim)
                continue
            }
            result[place].occurrences += claim.occurrences
            let others = ([Place(claim.source)] + (claim.places ?? [])).filter { $0.file != result[place].source.file }
            let all = (result[place].places ?? []) + others
            if !all.isEmpty { result[place].places = Array(all.prefix(Claim.mostPlaces)) }
        }
        return result
    }
}

/// The name of a promise in a ledger, from what it said when it was first seen.
public enum PromiseIdentity {
    /// `p-` and 12 hexadecimal digits of organisation, kind, theme, channel, audience and words; never of pages or lines.
    public static func of(_ claim: Claim) -> String {
        let parts = [claim.organisation, claim.kind.rawValue, claim.theme, claim.channel] + (claim.scope?.audience ?? [])
        return "p-" + FindingIdentity.hash(parts + [FindingIdentity.words(claim.quote)]).prefix(12)
    }

    /// 16 hexadecimal digits of everything that these claims say and where: the same for the same audit.
    public static func digest(of claims: [Claim]) -> String {
        let lines = claims.map { claim in
            [
                claim.id, claim.kind.rawValue, claim.theme, claim.channel, claim.commitment.rawValue, claim.stance.rawValue,
                claim.quote, claim.home, "\(claim.source.line)", "\(claim.occurrences)",
            ].joined(separator: "\u{1f}")
        }
        return FindingIdentity.hash(lines.sorted())
    }
}
