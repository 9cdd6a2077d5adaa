/// How a finding stands to the baseline or to the version before the change.
public enum FindingState: String, Codable, Sendable, Hashable, CaseIterable {
    /// New since the baseline, or brought in by this change.
    case introduced
    /// It was there before.
    case unchanged
}

/// Somebody's decision to live with a finding: why, whose, and until when.
public struct Suppression: Codable, Sendable, Hashable {
    public enum Source: String, Codable, Sendable, Hashable {
        /// A comment or attribute beside the sentence.
        case page
        /// An entry under `exceptions` in the configuration.
        case configuration
    }

    public var source: Source
    public var reason: String
    public var owner: String?
    /// The last day that it holds, `YYYY-MM-DD`.
    public var until: String?
    /// Where it is written: a page or the configuration file, and its line counted from 1.
    public var file: String?
    public var line: Int?

    public init(source: Source, reason: String, owner: String? = nil, until: String? = nil, file: String? = nil, line: Int? = nil) {
        self.source = source
        self.reason = reason
        self.owner = owner
        self.until = until
        self.file = file
        self.line = line
    }
}
