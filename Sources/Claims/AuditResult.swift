/// The whole of an audit: `belofte audit --format json`. No time stamps, sorted: same input, same bytes.
public struct AuditResult: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    public var tool: Tool
    public var inputs: [String]
    public var organisations: [OrganisationResult]
    public var notJudged: [NotJudged]
    public var totals: Totals
    /// What became of every suppression, in the order of their places; nil where there is none.
    public var suppressions: [SuppressionState]?
    /// By which working days were compared, where the configuration says; else `WorkCalendar.usual`.
    public var calendar: WorkCalendar?
    /// Where the audit was compared with a baseline or an earlier version.
    public var comparison: AuditComparison?

    enum CodingKeys: String, CodingKey {
        case schema, tool, inputs, organisations, totals, comparison, suppressions, calendar
        case notJudged = "not_judged"
    }

    public init(
        tool: Tool, inputs: [String], organisations: [OrganisationResult], notJudged: [NotJudged], totals: Totals,
        suppressions: [SuppressionState]? = nil
    ) {
        self.tool = tool
        self.inputs = inputs
        self.organisations = organisations
        self.notJudged = notJudged
        self.totals = totals
        self.suppressions = suppressions
    }
}

/// The program and the rules that made a result.
public struct Tool: Codable, Sendable, Hashable {
    public var name: String
    public var version: String
    /// SHA-256 by rule pack.
    public var rules: [String: String]

    public init(name: String = "belofte", version: String, rules: [String: String]) {
        self.name = name
        self.version = version
        self.rules = rules
    }
}

/// One organisation's claims and findings.
public struct OrganisationResult: Codable, Sendable, Hashable {
    public var name: String
    public var pages: [PageSummary]
    public var claims: [Claim]
    public var promises: [PromiseState]
    public var coverage: [ThemeCoverage]
    public var findings: [Finding]
    /// The eight points of ISO 10001 over its service promises; nil where it makes none.
    public var quality: [QualityPoint]?
    /// Pairs of claims that no rule looked at, since there were too many; on the wire they stand among what was not judged.
    public var notCompared: [NotJudged] = []

    enum CodingKeys: String, CodingKey {
        case name, pages, claims, promises, coverage, findings, quality
    }

    public init(
        name: String, pages: [PageSummary], claims: [Claim], promises: [PromiseState], coverage: [ThemeCoverage],
        findings: [Finding], quality: [QualityPoint]? = nil
    ) {
        self.quality = quality
        self.name = name
        self.pages = pages
        self.claims = claims
        self.promises = promises
        self.coverage = coverage
        self.findings = findings
    }
}

/// What a good service promise says, after ISO 10001 (codes of conduct for customer satisfaction).
public enum PromisePoint: String, Codable, Sendable, Hashable, CaseIterable {
    /// What is done, how much of it, and how firmly.
    case action, measure, firmness
    /// Where, and for whom or what.
    case channel, scope
    /// What happens where it fails, where to turn then, and how one knows that it is kept.
    case remedy, route, proof
}

/// How many service promises have one of the eight points.
public struct QualityPoint: Codable, Sendable, Hashable {
    public var point: PromisePoint
    /// Service promises that have it, out of `promises`.
    public var count: Int
    public var promises: Int
    /// Identifiers of claims that show it best, at most eight.
    public var shown: [String]

    public init(point: PromisePoint, count: Int, promises: Int, shown: [String]) {
        self.point = point
        self.count = count
        self.promises = promises
        self.shown = shown
    }
}

/// A page that was read.
public struct PageSummary: Codable, Sendable, Hashable {
    public var file: String
    /// As `Page.input`; nil where it is empty.
    public var input: String?
    public var url: String?
    public var title: String?
    public var language: String?
    public var role: PageRole
    public var charset: String

    public init(_ page: PageRecord) {
        file = page.file
        input = page.input
        url = page.url
        title = page.title
        language = page.language
        role = page.role
        charset = page.charset
    }

    /// The path inside the input.
    public var path: String { input.map { String(file.dropFirst($0.count)) } ?? file }
}

/// How a brand promise stands.
public enum PromiseVerdict: String, Codable, Sendable, Hashable, CaseIterable {
    case kept
    case noNorm = "no-norm"
    case nothingBehind = "nothing-behind"
    case contradicted
}

/// A brand promise (by identifier of its claim) and what was found behind it.
public struct PromiseState: Codable, Sendable, Hashable {
    public var claim: String
    public var theme: String
    public var verdict: PromiseVerdict
    /// Identifiers of the claims that make it concrete.
    public var support: [String]

    public init(claim: String, theme: String, verdict: PromiseVerdict, support: [String]) {
        self.claim = claim
        self.theme = theme
        self.verdict = verdict
        self.support = support
    }
}

/// How many claims of each kind a theme has.
public struct ThemeCoverage: Codable, Sendable, Hashable {
    public var theme: String
    public var brandPromises: Int
    public var servicePromises: Int
    public var processConstraints: Int
    public var findings: Int

    enum CodingKeys: String, CodingKey {
        case theme, findings
        case brandPromises = "brand_promises"
        case servicePromises = "service_promises"
        case processConstraints = "process_constraints"
    }

    public init(theme: String, brandPromises: Int, servicePromises: Int, processConstraints: Int, findings: Int) {
        self.theme = theme
        self.brandPromises = brandPromises
        self.servicePromises = servicePromises
        self.processConstraints = processConstraints
        self.findings = findings
    }
}

/// Sums over the whole audit. `pagesRead` + `filesNotRead` = the files of the input;
/// `errors` + `warnings` + `notes` + `suppressed` = `findings`.
public struct Totals: Codable, Sendable, Hashable {
    public var pagesRead: Int
    public var filesNotRead: Int
    public var claims: Int
    public var findings: Int
    public var errors: Int
    public var warnings: Int
    public var notes: Int
    /// Findings of any severity that somebody decided to live with; nil where there are none.
    public var suppressed: Int?

    enum CodingKeys: String, CodingKey {
        case claims, findings, errors, warnings, notes, suppressed
        case pagesRead = "pages_read"
        case filesNotRead = "files_not_read"
    }

    public init(
        pagesRead: Int, filesNotRead: Int, claims: Int, findings: Int, errors: Int, warnings: Int, notes: Int,
        suppressed: Int? = nil
    ) {
        self.pagesRead = pagesRead
        self.filesNotRead = filesNotRead
        self.claims = claims
        self.findings = findings
        self.errors = errors
        self.warnings = warnings
        self.notes = notes
        self.suppressed = suppressed
    }
}
