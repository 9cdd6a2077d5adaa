/// What stays of a finding when its evidence is no longer at hand: an entry of a baseline, or a finding that is fixed.
public struct KnownFinding: Codable, Sendable, Hashable {
    /// As that of the finding: `b1-` and hexadecimal digits.
    public var fingerprint: String
    /// The same without the pages, so that a page that moved is recognised.
    public var core: String
    public var rule: String
    public var severity: Severity
    public var organisation: String
    /// Addresses of the two sides (files, where no address is known), in an order that their values decide. A side in a template names its shallowest page.
    public var pages: [String]
    /// One line for people, which nothing is decided by.
    public var says: String

    public init(
        fingerprint: String, core: String, rule: String, severity: Severity, organisation: String, pages: [String], says: String
    ) {
        self.fingerprint = fingerprint
        self.core = core
        self.rule = rule
        self.severity = severity
        self.organisation = organisation
        self.pages = pages
        self.says = says
    }
}

/// The findings that a team knows of and has yet to fix: only others decide the exit status.
public struct Baseline: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    /// Sorted by organisation, page, rule and fingerprint, so that a change of the file reads as a change of the site.
    public var findings: [KnownFinding]

    public init(findings: [KnownFinding]) {
        self.findings = findings.sorted { Self.order($0) < Self.order($1) }
    }

    private static func order(_ entry: KnownFinding) -> (String, String, String, String) {
        (entry.organisation, entry.pages.first ?? "", entry.rule, entry.fingerprint)
    }
}

/// What an audit was compared with, and what it no longer finds.
public struct AuditComparison: Codable, Sendable, Hashable {
    /// The earlier version, as it was named: a commit or the file of a result.
    public var base: String?
    /// The file of the baseline, as it was named.
    public var baseline: String?
    /// Findings of the base, or of the baseline where there is no base, that are gone.
    public var fixed: [KnownFinding]
    /// Entries of the baseline that stand for nothing any more.
    public var stale: [KnownFinding]

    public init(base: String? = nil, baseline: String? = nil, fixed: [KnownFinding] = [], stale: [KnownFinding] = []) {
        self.base = base
        self.baseline = baseline
        self.fixed = fixed
        self.stale = stale
    }
}
