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
///
/// Its content is shared until it is changed: judgement holds a million of them, and hands them about.
public struct Claim: Sendable {
    private var box: ClaimBox

    public var schema: Int {
        get { box.fields.schema }
        set { change { $0.schema = newValue } }
    }
    /// `c-` and eight hexadecimal digits, derived from the content and the place.
    public var id: String {
        get { box.fields.id }
        set { change { $0.id = newValue } }
    }
    /// Host or folder name.
    public var organisation: String {
        get { box.fields.organisation }
        set { change { $0.organisation = newValue } }
    }
    public var kind: ClaimKind {
        get { box.fields.kind }
        set { change { $0.kind = newValue } }
    }
    /// One of the themes of the rule book, in kebab case.
    public var theme: String {
        get { box.fields.theme }
        set { change { $0.theme = newValue } }
    }
    public var stance: Stance {
        get { box.fields.stance }
        set { change { $0.stance = newValue } }
    }
    public var commitment: Commitment {
        get { box.fields.commitment }
        set { change { $0.commitment = newValue } }
    }
    /// One of the channels of the rule book; `any` where the text names none.
    public var channel: String {
        get { box.fields.channel }
        set { change { $0.channel = newValue } }
    }
    /// The step of the customer journey, where the text shows it.
    public var touchpoint: String? {
        get { box.fields.touchpoint }
        set { change { $0.touchpoint = newValue } }
    }
    public var measure: Measure? {
        get { box.fields.measure }
        set { change { $0.measure = newValue } }
    }
    public var scope: Scope? {
        get { box.fields.scope }
        set { change { $0.scope = newValue } }
    }
    /// What the claim is about, as names of things that all languages share (`shipping`, `return`) and as
    /// folded word stems of its own language (`~verzend`), sorted.
    public var topics: [String]? {
        get { box.fields.topics }
        set { change { $0.topics = newValue } }
    }
    /// BCP 47 primary tag: `nl`, `en`, `fr`, `de`.
    public var language: String {
        get { box.fields.language }
        set { change { $0.language = newValue } }
    }
    public var quote: String {
        get { box.fields.quote }
        set { change { $0.quote = newValue } }
    }
    /// The words of the quote that matched.
    public var marked: String? {
        get { box.fields.marked }
        set { change { $0.marked = newValue } }
    }
    /// Headings, outermost first, then list lead-in or table headers.
    public var context: [String] {
        get { box.fields.context }
        set { change { $0.context = newValue } }
    }
    public var source: Source {
        get { box.fields.source }
        set { change { $0.source = newValue } }
    }
    /// Identifier of the rule with its language: `nl.response-within`.
    public var rule: String {
        get { box.fields.rule }
        set { change { $0.rule = newValue } }
    }
    /// SHA-256 prefix of the rule book that made the claim.
    public var rules: String? {
        get { box.fields.rules }
        set { change { $0.rules = newValue } }
    }
    /// How many pages carry the same sentence.
    public var occurrences: Int {
        get { box.fields.occurrences }
        set { change { $0.occurrences = newValue } }
    }
    /// Where else it stands, in order, at most `mostPlaces`; only after judgement, which counts a repeated sentence once.
    public var places: [Place]? {
        get { box.fields.places }
        set { change { $0.places = newValue } }
    }

    /// Other places that a claim names; `occurrences` counts all of them.
    public static let mostPlaces = 50

    public init(
        id: String, organisation: String, kind: ClaimKind, theme: String, stance: Stance = .affirms,
        commitment: Commitment = .firm, channel: String = "any", touchpoint: String? = nil, measure: Measure? = nil,
        scope: Scope? = nil, topics: [String]? = nil, language: String, quote: String, marked: String? = nil,
        context: [String] = [], source: Source, rule: String, rules: String? = nil, occurrences: Int = 1
    ) {
        box = ClaimBox(
            ClaimFields(
                id: id, organisation: organisation, kind: kind, theme: theme, stance: stance, commitment: commitment, channel: channel,
                touchpoint: touchpoint, measure: measure, scope: scope, topics: topics, language: language, quote: quote, marked: marked,
                context: context, source: source, rule: rule, rules: rules, occurrences: occurrences))
    }

    /// Changes several fields at once: what claims share is copied once for all of them.
    package mutating func edit(_ body: (inout ClaimFields) -> Void) { change(body) }

    private mutating func change(_ edit: (inout ClaimFields) -> Void) {
        var fields = box.fields
        edit(&fields)
        box = ClaimBox(fields)
    }
}

extension Claim: Hashable {
    public static func == (left: Claim, right: Claim) -> Bool { left.box === right.box || left.box.fields == right.box.fields }

    public func hash(into hasher: inout Hasher) { box.fields.hash(into: &hasher) }
}

extension Claim: Codable {
    public init(from decoder: any Decoder) throws { box = ClaimBox(try ClaimFields(from: decoder)) }

    public func encode(to encoder: any Encoder) throws { try box.fields.encode(to: encoder) }
}

/// What claims share.
private final class ClaimBox: Sendable {
    let fields: ClaimFields

    init(_ fields: ClaimFields) { self.fields = fields }
}

/// The fields of a claim as they are on the wire.
package struct ClaimFields: Codable, Sendable, Hashable {
    package var schema: Int = schemaVersion
    package var id: String
    package var organisation: String
    package var kind: ClaimKind
    package var theme: String
    package var stance: Stance
    package var commitment: Commitment
    package var channel: String
    package var touchpoint: String?
    package var measure: Measure?
    package var scope: Scope?
    package var topics: [String]?
    package var language: String
    package var quote: String
    package var marked: String?
    package var context: [String]
    package var source: Source
    package var rule: String
    package var rules: String?
    package var occurrences: Int
    package var places: [Place]?
}

/// Another page with the same sentence.
public struct Place: Codable, Sendable, Hashable {
    public var url: String?
    /// As `Source.file`.
    public var file: String
    public var input: String?
    public var line: Int

    public init(_ source: Source) {
        url = source.url
        file = source.file
        input = source.input
        line = source.line
    }

    /// As `Source.path`.
    public var path: String { input.map { String(file.dropFirst($0.count)) } ?? file }
}

/// Where a quote stands. Lines and columns are 1-based and count characters of the decoded file.
public struct Source: Codable, Sendable, Hashable {
    public var url: String?
    /// Relative to the input folder, with `/`; inside an archive the archive's path, `!`, and the entry.
    public var file: String
    /// What stands in `file` before the path inside the input, with several inputs.
    public var input: String?
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

    /// The path inside the input, which is the same however many inputs there are.
    public var path: String { input.map { String(file.dropFirst($0.count)) } ?? file }

    /// Of two claims that clash the one with less should change, 0 to 100.
    public var standing: Int { authority ?? pageRole.authority }

    enum CodingKeys: String, CodingKey {
        case url, file, input, page, line, column, authority, fetched
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
