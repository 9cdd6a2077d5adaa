/// One page as the crawl found it: its place, its bytes, and what the dump knows about it.
public struct Page: Sendable {
    /// Relative to the input folder, with `/`; behind `input`.
    public var file: String
    /// What stands in `file` before the path inside the input: with several inputs the one that it comes from, as it was named.
    public var input = ""
    /// The address, where the dump shows it.
    public var url: String?
    public var organisation: String
    /// The body as stored, before decoding.
    public var bytes: [UInt8]
    /// Other parts of the same document, such as styles and footnotes of a DOCX file.
    public var parts: [PagePart]
    public var format: PageFormat
    /// How the address was found: `capture` (an archive), `log`, `comment`, `canonical`, `path`, `base` or `none`.
    public var addressFrom: String
    /// Charset that the transfer named, if any (saved headers).
    public var charset: String?
    /// ISO 8601.
    public var fetched: String?
    /// What the page is for, where somebody says so; it need not be guessed.
    public var role: PageRole?
    /// How much its word counts, 0 to 100, where somebody says so; else its role decides.
    public var authority: Int?

    public init(
        file: String, url: String? = nil, organisation: String, bytes: [UInt8], parts: [PagePart] = [], format: PageFormat,
        addressFrom: String = "none", charset: String? = nil, fetched: String? = nil
    ) {
        self.file = file
        self.url = url
        self.organisation = organisation
        self.bytes = bytes
        self.parts = parts
        self.format = format
        self.addressFrom = addressFrom
        self.charset = charset
        self.fetched = fetched
    }
}

extension Page {
    /// The path inside the input.
    public var path: Substring { Substring(file.utf8.dropFirst(input.utf8.count)) }
}

/// How a page is written.
public enum PageFormat: String, Codable, Sendable, Hashable {
    case html, xhtml, markdown, text
    /// Word processors' documents: `bytes` is the XML of their text.
    case docx, odt
    /// XML for technical writers.
    case docbook, dita
    /// The words of a PDF document with their places, as `pdftotext -tsv` lists them.
    case pdf
}

/// A part of a document that is stored in several.
public struct PagePart: Sendable, Hashable {
    /// Its path inside the document: `word/footnotes.xml`.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// What remains of a page once its claims are out: enough to follow its links. On the wire its `source.file` is `.`,
/// the input itself, so that a reader of claims by page passes over it.
public struct PageRecord: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    public var record: String = "page"
    public var source = RecordSource()
    public var file: String
    /// As `Page.input`; nil where it is empty.
    public var input: String?
    public var url: String?
    public var organisation: String
    public var title: String?
    public var language: String?
    public var role: PageRole
    public var charset: String
    /// How the address, the language and the charset were decided.
    public var decided: Decided?
    /// ISO 8601, where the dump knows it.
    public var fetched: String?
    /// Where the page sends its reader at once (`<meta http-equiv="refresh">`), as written.
    public var refresh: String?
    /// Links in reading order.
    public var links: LinkList
    /// Targets that an address with `#` may name.
    public var anchors: AnchorList
    /// Addresses of the same page in other languages, as its head names them (`hreflang`).
    public var versions: [String]?

    public init(
        file: String, url: String? = nil, organisation: String, title: String? = nil, language: String? = nil,
        role: PageRole, charset: String = "utf-8", links: [Link] = [], anchors: [String] = []
    ) {
        self.file = file
        self.url = url
        self.organisation = organisation
        self.title = title
        self.language = language
        self.role = role
        self.charset = charset
        self.links = LinkList(links)
        self.anchors = AnchorList(anchors)
    }
}

/// By which step something of a page was decided.
public struct Decided: Codable, Sendable, Hashable {
    /// `capture`, `log`, `comment`, `canonical`, `path`, `base` or `none`.
    public var address: String
    /// `lang` (the page names it) or `words`.
    public var language: String
    /// `bom`, `header`, `meta`, `format` (that of a document says it) or `guess`.
    public var charset: String
    /// `configuration`, `address`, `title`, `headings`, `words` (those of a manual), `format` or `none`.
    public var role: String?

    public init(address: String, language: String, charset: String, role: String? = nil) {
        self.address = address
        self.language = language
        self.charset = charset
        self.role = role
    }
}

/// A link as written.
public struct Link: Codable, Sendable, Hashable {
    public var href: String
    public var text: String
    public var line: Int
    public var column: Int
    /// True in navigation, header or footer: part of the template.
    public var template: Bool

    public init(href: String, text: String, line: Int, column: Int, template: Bool) {
        self.href = href
        self.text = text
        self.line = line
        self.column = column
        self.template = template
    }
}

/// The place of a record that is about the input and not about a sentence.
public struct RecordSource: Codable, Sendable, Hashable {
    public var file = "."
    public init() {}
}

/// Something that was not read or not judged, with the reason.
public struct NotJudged: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    public var record: String = "not-judged"
    public var source = RecordSource()
    public var file: String
    /// Its address, where the dump shows it.
    public var url: String?
    /// The address that it leads to, as written, for a redirect.
    public var target: String?
    /// A stable code in kebab case: `binary`, `too-large`, `unreadable`, `not-a-page`, `news`, `review`, `manual`, `symlink`, `duplicate`.
    public var reason: String
    /// One sentence for a person.
    public var detail: String
    /// Nothing of it was read (true), or it was read and set aside (false).
    public var unread: Bool
    /// How many files this is said of, where it is more than one.
    public var times: Int?

    public init(file: String, url: String? = nil, reason: String, detail: String, unread: Bool) {
        self.file = file
        self.url = url
        self.reason = reason
        self.detail = detail
        self.unread = unread
    }
}

extension NotJudged {
    /// How many files this is said of.
    public var files: Int { times ?? 1 }
}

/// One line of NDJSON between extraction and judgement.
public enum Record: Sendable, Hashable {
    case claim(Claim)
    case page(PageRecord)
    case notJudged(NotJudged)
    case suppression(SuppressionNote)
}

extension Record {
    /// Whose claim or page it is; nil for what is about the input.
    public var organisation: String? {
        switch self {
        case .claim(let claim): claim.organisation
        case .page(let page): page.organisation
        default: nil
        }
    }
}

extension Record: Codable {
    private enum Key: String, CodingKey { case record }

    public init(from decoder: any Decoder) throws {
        let kind = try decoder.container(keyedBy: Key.self).decodeIfPresent(String.self, forKey: .record)
        switch kind {
        case nil: self = .claim(try Claim(from: decoder))
        case "page": self = .page(try PageRecord(from: decoder))
        case "not-judged": self = .notJudged(try NotJudged(from: decoder))
        case "suppression": self = .suppression(try SuppressionNote(from: decoder))
        case let other?:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "unknown record '\(other)'"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .claim(let claim): try claim.encode(to: encoder)
        case .page(let page): try page.encode(to: encoder)
        case .notJudged(let skipped): try skipped.encode(to: encoder)
        case .suppression(let note): try note.encode(to: encoder)
        }
    }
}
