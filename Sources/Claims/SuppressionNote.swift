/// A suppression as it is written on a page, and what it covers. One line of `belofte extract`.
public struct SuppressionNote: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    public var record: String = "suppression"
    public var source = RecordSource()
    public var organisation: String
    /// As `Source.file`.
    public var file: String
    public var url: String?
    /// Where it is written, 1-based.
    public var line: Int
    public var column: Int
    /// The element that it covers; nil where nothing comes behind it.
    public var covers: Stretch?
    /// Identifier of the rule of judgement that it silences; empty where it names none.
    public var rule: String
    public var reason: String
    public var owner: String?
    /// The last day that it holds, `YYYY-MM-DD`.
    public var until: String?
    /// What is wrong with it, in one sentence; it then suppresses nothing.
    public var problem: String?

    public init(
        organisation: String, file: String, url: String? = nil, line: Int, column: Int, covers: Stretch?, rule: String, reason: String,
        owner: String? = nil, until: String? = nil, problem: String? = nil
    ) {
        self.organisation = organisation
        self.file = file
        self.url = url
        self.line = line
        self.column = column
        self.covers = covers
        self.rule = rule
        self.reason = reason
        self.owner = owner
        self.until = until
        self.problem = problem
    }

    public var suppression: Suppression {
        Suppression(source: .page, reason: reason, owner: owner, until: until, file: file, line: line)
    }
}

/// A part of a file, from a line and column up to, and without, another. 1-based.
public struct Stretch: Codable, Sendable, Hashable {
    public var line: Int
    public var column: Int
    public var endLine: Int
    public var endColumn: Int

    enum CodingKeys: String, CodingKey {
        case line, column
        case endLine = "end_line"
        case endColumn = "end_column"
    }

    public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }

    public func contains(line: Int, column: Int) -> Bool {
        (self.line, self.column) <= (line, column) && (line, column) < (endLine, endColumn)
    }
}

/// What became of one suppression in an audit.
public struct SuppressionState: Codable, Sendable, Hashable {
    public enum Standing: String, Codable, Sendable, Hashable, CaseIterable {
        /// It holds, and suppresses findings.
        case used
        /// It holds, and there is nothing that it suppresses: it can go.
        case unused
        /// Its last day is past: what it suppressed counts again.
        case expired
        /// It is written wrongly and suppresses nothing.
        case malformed
    }

    public var standing: Standing
    public var suppression: Suppression
    /// The rule that it names.
    public var rule: String?
    /// The fingerprint, or the pair of claims, that it names.
    public var subject: [String]?
    /// Fingerprints of what it suppresses.
    public var findings: [String]?
    /// What is wrong with it.
    public var problem: String?

    public init(
        standing: Standing, suppression: Suppression, rule: String? = nil, subject: [String]? = nil, findings: [String]? = nil,
        problem: String? = nil
    ) {
        self.standing = standing
        self.suppression = suppression
        self.rule = rule
        self.subject = subject
        self.findings = findings
        self.problem = problem
    }
}
