public import Claims
import Foundation

/// What became of one item.
public enum CrawlOutcome: Sendable {
    case page(Page, PageIdentity)
    case notJudged(NotJudged)
}

/// Reads one item as a page. Safe to use from many threads at once.
public struct PageReader: Sendable {
    private let options: CrawlOptions
    private let addresses: Addresses
    private let decoder: BodyDecoder
    private static let largestHeader = 65_536

    public init(options: CrawlOptions) {
        self.options = options
        addresses = Addresses(options: options)
        decoder = BodyDecoder(limit: options.largestPage)
    }

    public func read(_ item: CrawlItem) async -> CrawlOutcome {
        switch item {
        case .leftOut(let skipped): .notJudged(skipped)
        case .file(let entry): await read(entry)
        case .stored(let body): await read(body)
        case .packed(let entry, let bytes): await read(entry, bytes)
        }
    }

    /// A page's file on disk.
    private func read(_ entry: CrawlEntry) async -> CrawlOutcome {
        if entry.size > options.largestPage {
            return skip(entry.shown, nil, .tooLarge(entry.size, options.largestPage))
        }
        guard let data = FileBytes.read(entry.path, limit: options.largestPage) else {
            return skip(entry.shown, nil, Unread(reason: "unreadable", detail: "the file cannot be read"))
        }
        return await read(entry, data)
    }

    private func read(_ entry: CrawlEntry, _ data: [UInt8]) async -> CrawlOutcome {
        if data.isEmpty { return skip(entry.shown, nil, Unread(reason: "empty", detail: "the file is empty")) }
        if data.count > options.largestPage { return skip(entry.shown, nil, .tooLarge(data.count, options.largestPage)) }
        do {
            return try await page(entry, data)
        } catch {
            return skip(entry.shown, entry.logged?.url, error)
        }
    }

    private func page(_ entry: CrawlEntry, _ stored: [UInt8]) async throws(Unread) -> CrawlOutcome {
        let (headers, body) = Self.savedHeaders(stored)
        try Self.check(headers?.status ?? entry.logged?.status, headers)
        let bytes = if let headers { try decoder.decode(body, headers) } else { try decoder.decode(sniffing: body) }
        let content = try await content(bytes, file: entry.file, mediaType: headers?.mediaType ?? entry.logged?.mediaType)
        let head = PageHead(bytes)
        let place = addresses.place(entry, head)
        var page = Page(
            file: entry.shown, url: place.url, organisation: place.organisation, bytes: content.bytes, parts: content.parts,
            format: content.format, addressFrom: place.from, charset: content.charset ?? headers?.parameter("charset"),
            fetched: headers?.date ?? head.mirroredAt)
        page.input = entry.input
        return .page(page, PageIdentity(page, isCapture: false))
    }

    /// A page out of an archive.
    private func read(_ stored: StoredBody) async -> CrawlOutcome {
        do throws(Unread) {
            try Self.check(stored.headers.status, stored.headers)
            let bytes = try decoder.decode(stored.bytes, stored.headers)
            if bytes.isEmpty { throw Unread(reason: "empty", detail: "the answer has no body") }
            let url = WebAddress.normalised(stored.url)
            let content = try await content(bytes, file: url, mediaType: stored.headers.mediaType)
            let organisation = options.organisation ?? WebAddress.host(url).map { Addresses.organisation(host: $0) } ?? stored.file
            var page = Page(
                file: stored.file, url: url, organisation: organisation, bytes: content.bytes, parts: content.parts, format: content.format,
                addressFrom: "capture", charset: content.charset ?? stored.headers.parameter("charset"),
                fetched: stored.fetched ?? stored.headers.date)
            page.input = stored.input
            return .page(page, PageIdentity(page, isCapture: true))
        } catch {
            return skip(stored.file, stored.url, error)
        }
    }

    private typealias Content = (bytes: [UInt8], parts: [PagePart], format: PageFormat, charset: String?)

    /// The text of a page or document, by what its bytes are.
    private func content(_ bytes: [UInt8], file: String, mediaType: String?) async throws(Unread) -> Content {
        if bytes.starts(with: Sniffing.pdf) {
            return (try await PDFText(limit: options.largestPage).text(bytes), [], .pdf, "utf-8")
        }
        if bytes.starts(with: Sniffing.zip) {
            let office = try OfficeFile(bytes, file: file, limit: options.largestPage)
            return (office.body, office.parts, office.format, nil)
        }
        return (bytes, [], try Sniffing.format(bytes, file: file, mediaType: mediaType), nil)
    }

    /// Only what the server gave as an answer to the question is a page.
    private static func check(_ status: Int?, _ headers: TransferHeaders?) throws(Unread) {
        guard let status, !(200..<300).contains(status) else { return }
        if (300..<400).contains(status), let target = headers?["location"] {
            throw Unread(reason: "redirect", detail: "it leads to \(target.prefix(500))", target: String(target.prefix(2000)))
        }
        throw Unread(reason: [404, 410].contains(status) ? "not-found" : "status", detail: "the server answered \(status)")
    }

    /// The header block that `wget --save-headers` puts in front of a page, and the body behind it.
    private static func savedHeaders(_ bytes: [UInt8]) -> (headers: TransferHeaders?, body: [UInt8]) {
        guard bytes.starts(with: Array("HTTP/".utf8)), let end = bytes[...].headerEnd(within: largestHeader) else { return (nil, bytes) }
        let headers = TransferHeaders(bytes[..<end])
        return headers.status == nil ? (nil, bytes) : (headers, Array(bytes[end...]))
    }

    private func skip(_ file: String, _ url: String?, _ unread: Unread) -> CrawlOutcome {
        var skipped = NotJudged(file: file, url: url, reason: unread.reason, detail: unread.detail, unread: true)
        skipped.target = unread.target
        return .notJudged(skipped)
    }
}

/// Why something is not read as a page.
struct Unread: Error {
    /// A stable code in kebab case.
    var reason: String
    /// One sentence for a person.
    var detail: String
    /// The address that a redirect leads to, as written.
    var target: String?

    static func tooLarge(_ bytes: Int, _ limit: Int) -> Unread {
        Unread(reason: "too-large", detail: "it has \(megabytes(bytes)) MB, and a page may have \(megabytes(limit)) MB")
    }

    private static func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
