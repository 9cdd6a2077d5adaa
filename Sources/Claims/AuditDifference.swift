/// What became of an organisation's promises and findings between two audits: `belofte diff --format json`.
public struct AuditDifference: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    /// As they were named.
    public var old: String
    public var new: String
    public var organisations: [OrganisationDifference]

    public init(old: String, new: String, organisations: [OrganisationDifference]) {
        self.old = old
        self.new = new
        self.organisations = organisations
    }
}

/// The difference for one organisation. Claims stand in the order of their pages.
public struct OrganisationDifference: Codable, Sendable, Hashable {
    public var name: String
    public var added: [Claim]
    public var dropped: [Claim]
    public var changed: [PromiseChange]
    /// How many say the same in other words.
    public var reworded: Int
    /// New findings, in the order of the audit.
    public var introduced: [Finding]
    public var fixed: [KnownFinding]

    public init(
        name: String, added: [Claim], dropped: [Claim], changed: [PromiseChange], reworded: Int, introduced: [Finding],
        fixed: [KnownFinding]
    ) {
        self.name = name
        self.added = added
        self.dropped = dropped
        self.changed = changed
        self.reworded = reworded
        self.introduced = introduced
        self.fixed = fixed
    }

    public var isEmpty: Bool { added.isEmpty && dropped.isEmpty && changed.isEmpty && introduced.isEmpty && fixed.isEmpty }
}

/// The same promise with another value or another commitment: drift.
public struct PromiseChange: Codable, Sendable, Hashable {
    /// What it means to the customer.
    public enum Direction: String, Codable, Sendable, Hashable, CaseIterable {
        case weaker, stronger
        /// Neither, or it cannot be told.
        case different
    }

    public var direction: Direction
    public var before: Claim
    public var after: Claim

    public init(direction: Direction, before: Claim, after: Claim) {
        self.direction = direction
        self.before = before
        self.after = after
    }
}
