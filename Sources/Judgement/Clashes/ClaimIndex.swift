import Claims
import RuleBook

/// Claims by what selectors ask of them, so that a rule looks at each sort of claim once and not at every claim.
struct ClaimIndex: Sendable {
    private let claims: [Claim]
    /// Indices of the claims of each sort, in order.
    private var sorts: [[Int]] = []

    /// All that a selector can ask; claims that share it are selected together.
    private struct Sort: Hashable {
        var kind: ClaimKind
        var theme: String
        var rule: String
        var stance: Stance
        var commitment: Commitment
        var channel: String
        var touchpoint: String?
        var stage: String?
        var role: PageRole
        var metric: Metric?
        var hasValue: Bool
        /// Below, at or above nothing.
        var sign: Int
        var isUniversal: Bool

        init(_ claim: Claim) {
            let (measure, scope) = (claim.measure, claim.scope)
            (kind, theme, rule, stance, commitment) = (claim.kind, claim.theme, claim.rule, claim.stance, claim.commitment)
            (channel, touchpoint, stage, role) = (claim.channel, claim.touchpoint, scope?.stage, claim.source.pageRole)
            (metric, hasValue) = (measure?.metric, measure?.value != nil || measure?.openingHours != nil)
            sign = measure?.value.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } ?? -2
            isUniversal = scope?.universal == true
        }
    }

    init(_ claims: [Claim]) {
        self.claims = claims
        var numbers: [Sort: Int] = [:]
        for (index, claim) in claims.enumerated() {
            let sort = Sort(claim)
            if let number = numbers[sort] {
                sorts[number].append(index)
            } else {
                numbers[sort] = sorts.count
                sorts.append([index])
            }
        }
    }

    /// The claims that any of the selectors chooses, in order.
    func indices(_ selectors: [ClaimSelector]) -> [Int] {
        let chosen = sorts.filter { members in selectors.contains { $0.matches(claims[members[0]]) } }
        return chosen.count == 1 ? chosen[0] : chosen.flatMap { $0 }.sorted()
    }

    func claims(_ selectors: [ClaimSelector]) -> [Claim] { indices(selectors).map { claims[$0] } }

    func contains(_ selectors: [ClaimSelector]) -> Bool {
        sorts.contains { members in selectors.contains { $0.matches(claims[members[0]]) } }
    }
}
