/// The version of the wire format; it grows when a field changes meaning.
public let schemaVersion = 1

/// What kind of statement a claim is.
public enum ClaimKind: String, Codable, Sendable, Hashable, CaseIterable {
    case brandPromise = "brand-promise"
    case servicePromise = "service-promise"
    case processConstraint = "process-constraint"
}

/// Whether a claim says that something is so, or that it is not.
public enum Stance: String, Codable, Sendable, Hashable, CaseIterable {
    case affirms, denies
}

/// How firmly the organisation commits itself.
public enum Commitment: String, Codable, Sendable, Hashable, CaseIterable {
    case firm, hedged, conditional
}

/// What a page is for; it decides what a sentence on it can be.
public enum PageRole: String, Codable, Sendable, Hashable, CaseIterable {
    case marketing
    case servicePolicy = "service-policy"
    case internalPolicy = "internal-policy"
    case legal, news, review, other

    /// Which side should change when two claims clash: the page with the lower authority, 0 to 100.
    public var authority: Int {
        switch self {
        case .legal: 90
        case .internalPolicy: 80
        case .servicePolicy: 70
        case .marketing: 40
        case .other: 30
        case .news: 20
        case .review: 0
        }
    }
}

/// One statement of an organisation about itself, found in one place. One line of `belofte extract`.
public struct Claim: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    /// `c-` and eight hexadecimal digits, derived from the content and the place.
    public var id: String
    /// Host or folder name.
    public var organisation: String
    public var kind: ClaimKind
    /// One of the themes of the rule book, in kebab case.
    public var theme: String
    public var stance: Stance
    public var commitment: Commitment
    /// One of the channels of the rule book; `any` where the text names none.
    public var channel: String
    /// The step of the customer journey, where the text shows it.
    public var touchpoint: String?
    public var measure: Measure?
    public var scope: Scope?
    /// What the claim is about, as names of things that all languages share (`shipping`, `return`) and as
    /// folded word stems of its own language (`~verzend`), sorted.
    public var topics: [String]?
    /// BCP 47 primary tag: `nl`, `en`, `fr`, `de`.
    public var language: String
    public var quote: String
    /// The words of the quote that matched.
    public var marked: String?
    /// Headings, outermost first, then list lead-in or table headers.
    public var context: [String]
    public var source: Source
    /// Identifier of the rule with its language: `nl.response-within`.
    public var rule: String
    /// SHA-256 prefix of the rule book that made the claim.
    public var rules: String?
    /// How many pages carry the same sentence.
    public var occurrences: Int
    /// Where else it stands, in order, at most `mostPlaces`; only after judgement, which counts a repeated sentence once.
    public var places: [Place]?

    /// Other places that a claim names; `occurrences` counts all of them.
    public static let mostPlaces = 50

    public init(
        id: String, organisation: String, kind: ClaimKind, theme: String, stance: Stance = .affirms,
        commitment: Commitment = .firm, channel: String = "any", touchpoint: String? = nil, measure: Measure? = nil,
        scope: Scope? = nil, topics: [String]? = nil, language: String, quote: String, marked: String? = nil,
        context: [String] = [], source: Source, rule: String, rules: String? = nil, occurrences: Int = 1
    ) {
        self.id = id
        self.organisation = organisation
        self.kind = kind
        self.theme = theme
        self.stance = stance
        self.commitment = commitment
        self.channel = channel
        self.touchpoint = touchpoint
        self.measure = measure
        self.scope = scope
        self.topics = topics
        self.language = language
        self.quote = quote
        self.marked = marked
        self.context = context
        self.source = source
        self.rule = rule
        self.rules = rules
        self.occurrences = occurrences
    }
}

/// Another page with the same sentence.
public struct Place: Codable, Sendable, Hashable {
    public var url: String?
    /// As `Source.file`.
    public var file: String
    public var line: Int

    public init(_ source: Source) {
        url = source.url
        file = source.file
        line = source.line
    }
}

/// Where a quote stands. Lines and columns are 1-based and count characters of the decoded file.
public struct Source: Codable, Sendable, Hashable {
    public var url: String?
    /// Relative to the input folder, with `/`; inside an archive the archive's path, `!`, and the entry.
    public var file: String
    /// 1-based, in a document that has pages; the line is then the line on that page.
    public var page: Int?
    public var line: Int
    public var column: Int
    public var endLine: Int
    public var endColumn: Int
    public var pageRole: PageRole
    /// 0 to 100, where the configuration gives the page another one than its role has.
    public var authority: Int?
    /// ISO 8601, where the dump knows it.
    public var fetched: String?

    /// Of two claims that clash the one with less should change, 0 to 100.
    public var standing: Int { authority ?? pageRole.authority }

    enum CodingKeys: String, CodingKey {
        case url, file, page, line, column, authority, fetched
        case endLine = "end_line"
        case endColumn = "end_column"
        case pageRole = "page_role"
    }

    public init(
        url: String? = nil, file: String, page: Int? = nil, line: Int, column: Int, endLine: Int, endColumn: Int, pageRole: PageRole,
        authority: Int? = nil, fetched: String? = nil
    ) {
        self.url = url
        self.file = file
        self.page = page
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
        self.pageRole = pageRole
        self.authority = authority
        self.fetched = fetched
    }
}

/// What a claim is limited to. A missing list means: no limit was stated.
public struct Scope: Codable, Sendable, Hashable {
    /// `consumer`, `business`, `employee`, `applicant`, `press` or another audience named by the rule book.
    public var audience: [String]?
    /// Products, plans, priorities or tiers, as written, lower case.
    public var product: [String]?
    public var region: String?
    /// Words of the condition or exception, as written.
    public var condition: String?
    /// Months, dates or seasons, as written.
    public var period: String?
    /// `acknowledge`, `answer`, `attend`, `decide`, `solve`: how far the work is when the bound is met.
    public var stage: String?
    /// True for a claim that says it holds for everybody or always.
    public var universal: Bool?

    public init(
        audience: [String]? = nil, product: [String]? = nil, region: String? = nil, condition: String? = nil,
        period: String? = nil, stage: String? = nil, universal: Bool? = nil
    ) {
        self.audience = audience
        self.product = product
        self.region = region
        self.condition = condition
        self.period = period
        self.stage = stage
        self.universal = universal
    }

    public var isEmpty: Bool { self == Scope() }
}
