/// A promise of an organisation as a ledger knows it, over all audits.
public struct RecordedPromise: Codable, Sendable, Hashable {
    /// Whether the last audit of the organisation still has it.
    public enum State: String, Codable, Sendable, Hashable, CaseIterable {
        case standing, gone
    }

    /// `p-` and 12 hexadecimal digits (behind them `-2`, … where two begin alike); stays while words and values change.
    public var id: String
    public var state: State
    /// Days of the first and the last audit that has it: `2026-11-20`.
    public var first: String
    public var last: String
    /// How often its value, commitment or stance became another.
    public var changes: Int
    /// As the last audit that has it says it.
    public var claim: Claim

    public init(id: String, state: State, first: String, last: String, changes: Int, claim: Claim) {
        self.id = id
        self.state = state
        self.first = first
        self.last = last
        self.changes = changes
        self.claim = claim
    }
}

/// Something that an audit saw happen to a promise.
public struct PromiseEvent: Codable, Sendable, Hashable {
    public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
        case appeared
        /// Another value, commitment or stance.
        case changed
        /// Other words that come to the same.
        case reworded
        /// No longer on the page where it stood.
        case moved
        case disappeared
        /// There again after it was gone.
        case returned
    }

    /// Of the audit: `2026-11-20`.
    public var day: String
    public var kind: Kind
    /// What a change means to the customer.
    public var direction: PromiseChange.Direction?
    /// As it was from then on; of one that disappeared, as it was last.
    public var claim: Claim

    public init(day: String, kind: Kind, direction: PromiseChange.Direction?, claim: Claim) {
        self.day = day
        self.kind = kind
        self.direction = direction
        self.claim = claim
    }
}

/// All that a ledger knows of one promise: `belofte ledger promise --format json`.
public struct PromiseLife: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    public var promise: RecordedPromise
    /// Oldest first; one at least.
    public var events: [PromiseEvent]

    public init(promise: RecordedPromise, events: [PromiseEvent]) {
        self.promise = promise
        self.events = events
    }
}

/// What a ledger holds: `belofte ledger list --format json`.
public struct LedgerList: Codable, Sendable, Hashable {
    /// An organisation and its audits.
    public struct Organisation: Codable, Sendable, Hashable {
        public var name: String
        public var audits: Int
        /// Days of its first and last audit.
        public var first: String
        public var last: String

        public init(name: String, audits: Int, first: String, last: String) {
            self.name = name
            self.audits = audits
            self.first = first
            self.last = last
        }
    }

    public var schema: Int = schemaVersion
    /// By name.
    public var organisations: [Organisation]
    /// By organisation, page and identifier.
    public var promises: [RecordedPromise]

    public init(organisations: [Organisation], promises: [RecordedPromise]) {
        self.organisations = organisations
        self.promises = promises
    }
}
