public import Claims
import Foundation

/// What became of one file.
public enum CrawlOutcome: Sendable {
    case page(Page)
    case notJudged(NotJudged)
}

/// Reads one file of an inventory as a page. Safe to use from many threads at once.
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

    public func read(_ entry: CrawlEntry) -> CrawlOutcome {
        if entry.size > options.largestPage {
            return skip(entry, "too-large", "it has \(entry.size >> 20) MB, and a page may have \(options.largestPage >> 20) MB")
        }
        guard let data = FileManager.default.contents(atPath: entry.path) else {
            return skip(entry, "unreadable", "the file cannot be read")
        }
        if data.isEmpty { return skip(entry, "empty", "the file is empty") }
        if data.count > options.largestPage { return skip(entry, "too-large", "the file grew while it was read") }
        do {
            return try page(entry, Array(data))
        } catch {
            return skip(entry, error.reason, error.detail)
        }
    }

    private func page(_ entry: CrawlEntry, _ stored: [UInt8]) throws(BodyDecoder.Failure) -> CrawlOutcome {
        let (headers, body) = Self.savedHeaders(stored)
        if let status = headers?.status ?? entry.logged?.status, !(200..<300).contains(status) {
            return skip(entry, "status", "the server answered \(status)")
        }
        let bytes = if let headers { try decoder.decode(body, headers) } else { try decoder.decode(sniffing: body) }
        guard let format = Sniffing.format(bytes, file: entry.file, mediaType: headers?.mediaType ?? entry.logged?.mediaType) else {
            return skip(entry, Sniffing.isBinary(bytes) ? "binary" : "not-a-page", Sniffing.description(bytes, file: entry.file))
        }
        let place = addresses.place(entry, PageHead(bytes))
        return .page(
            Page(
                file: entry.file, url: place.url, organisation: place.organisation, bytes: bytes, format: format,
                charset: headers?.parameter("charset"), fetched: headers?.date))
    }

    /// The header block that `wget --save-headers` puts in front of a page, and the body behind it.
    private static func savedHeaders(_ bytes: [UInt8]) -> (headers: TransferHeaders?, body: [UInt8]) {
        guard bytes.starts(with: Array("HTTP/".utf8)), let end = bytes[...].headerEnd(within: largestHeader) else { return (nil, bytes) }
        let headers = TransferHeaders(bytes[..<end])
        return headers.status == nil ? (nil, bytes) : (headers, Array(bytes[end...]))
    }

    private func skip(_ entry: CrawlEntry, _ reason: String, _ detail: String) -> CrawlOutcome {
        .notJudged(NotJudged(file: entry.file, reason: reason, detail: detail, unread: true))
    }
}
