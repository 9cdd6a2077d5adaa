/// How an input is to be read.
public struct CrawlOptions: Sendable {
    /// Address of the site's root, for folders without host names.
    public var baseURL: String?
    /// The organisation of every page, whatever its host.
    public var organisation: String?
    /// Pages with more bytes than this are not read.
    public var largestPage: Int
    /// Names of the fields in files of JSON lines.
    public var jsonFields: JSONFields

    public init(
        baseURL: String? = nil, organisation: String? = nil, largestPage: Int = 32 << 20, jsonFields: JSONFields = JSONFields()
    ) {
        self.baseURL = baseURL
        self.organisation = organisation
        self.largestPage = largestPage
        self.jsonFields = jsonFields
    }
}

/// A file of the input that may be a page.
public struct CrawlEntry: Sendable, Hashable {
    /// Path on disk.
    public var path: String
    /// Relative to the input folder, with `/`.
    public var file: String
    /// What stands in front of `file` where there are several inputs; empty for one.
    public var input = ""
    /// The folder that the input named, for the organisation's name.
    public var root: String
    /// Bytes on disk.
    public var size: Int
    /// What the crawler's own log says of it.
    var logged: LoggedTransfer?
    /// What its first bytes say that it is, where its name says nothing.
    var sniffed: ArchiveKind?

    /// The file as it is named to people: as they would open it from where they stand.
    public var shown: String { input + file }
}

/// One line of a crawler's log: what it asked for and what it got.
struct LoggedTransfer: Sendable, Hashable {
    var url: String
    var status: Int
    var mediaType: String
}
