public import Claims

/// The promises of one organisation on one day, as the lines of a history tell them: each line says only what is new in it.
public struct SaidPromises: Sendable, Hashable {
    private let byID: [String: Claim]

    /// By identifier.
    public var claims: [Claim] { byID.values.sorted { $0.id < $1.id } }

    private var digest: String { FindingIdentity.hash(byID.keys.sorted()) }

    /// What these claims promise, each sentence once, reduced to what a comparison looks at.
    public init(_ claims: [Claim]) {
        let promises = PromiseSuccession.distinct(claims.filter { $0.kind != .processConstraint })
        byID = Dictionary(promises.map { ($0.id, Self.reduced($0)) }) { first, _ in first }
    }

    /// What is said after this change.
    /// - Parameter before: what was said before it.
    /// - Returns: nil where a line between the two is missing or was altered.
    public init?(_ before: SaidPromises?, _ change: SaidChange) {
        guard change.after == nil || change.after == before?.digest else { return nil }
        var claims = change.after == nil ? [:] : before?.byID ?? [:]
        for id in change.gone { claims[id] = nil }
        for claim in change.come { claims[claim.id] = claim }
        byID = claims
        if digest != change.digest { return nil }
    }

    /// - Parameter before: what was said before, where that is known.
    public func change(since before: SaidPromises?) -> SaidChange {
        let old = before?.byID ?? [:]
        return SaidChange(
            after: before?.digest, come: claims.filter { old[$0.id] == nil }, gone: old.keys.filter { byID[$0] == nil }.sorted(),
            digest: digest)
    }

    private static func reduced(_ claim: Claim) -> Claim {
        var claim = claim
        (claim.topics, claim.marked, claim.rules, claim.places) = (nil, nil, nil, nil)
        (claim.context, claim.occurrences) = ([], 1)
        return claim
    }
}
