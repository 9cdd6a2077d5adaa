/// What an audit found said that the one before it did not, and the other way round: the part of a line of the history from which drift is told.
public struct SaidChange: Codable, Sendable, Hashable {
    /// Digest of what was said before; nil: `come` is all that is said.
    public var after: String?
    /// Brand and service promises that came, without what only places and words them in more detail; by identifier.
    public var come: [Claim]
    /// Identifiers of claims that are gone, in order.
    public var gone: [String]
    /// Digest of what is said now.
    public var digest: String

    public init(after: String?, come: [Claim], gone: [String], digest: String) {
        self.after = after
        self.come = come
        self.gone = gone
        self.digest = digest
    }
}
