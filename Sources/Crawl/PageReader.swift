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

    public init(options: CrawlOptions) {
        self.options = options
        addresses = Addresses(options: options)
    }

    public func read(_ entry: CrawlEntry) -> CrawlOutcome {
        guard let data = FileManager.default.contents(atPath: entry.path) else {
            return skip(entry, "unreadable", "the file cannot be read")
        }
        var bytes = Array(data)
        if bytes.count > options.largestPage { return skip(entry, "too-large", "the file grew while it was read") }
        if bytes.starts(with: [0x1f, 0x8b]) {
            guard let plain = Inflate.gunzip(bytes, limit: options.largestPage) else {
                return skip(entry, "compressed", "the gzip data is damaged or larger than a page may be")
            }
            bytes = plain
        }
        let header = SavedHeaders(&bytes)
        if let status = header.status, !(200..<300).contains(status) { return skip(entry, "status", "the server answered \(status)") }
        guard let format = Sniffing.format(bytes, file: entry.file, mediaType: header.mediaType) else {
            return skip(entry, Sniffing.isBinary(bytes) ? "binary" : "not-a-page", Sniffing.description(bytes, file: entry.file))
        }
        let place = addresses.place(entry, bytes)
        return .page(
            Page(
                file: entry.file, url: place.url, organisation: place.organisation, bytes: bytes, format: format,
                charset: header.charset, fetched: header.date))
    }

    private func skip(_ entry: CrawlEntry, _ reason: String, _ detail: String) -> CrawlOutcome {
        .notJudged(NotJudged(file: entry.file, reason: reason, detail: detail, unread: true))
    }
}

/// The header block that `wget --save-headers` puts in front of a page.
struct SavedHeaders {
    var status: Int?
    var charset: String?
    var mediaType: String?
    var date: String?

    /// Reads the headers and takes them off the body.
    init(_ bytes: inout [UInt8]) {
        guard bytes.starts(with: Array("HTTP/1.".utf8)) else { return }
        let limit = min(bytes.count, 65_536)
        var at = 0
        while at + 3 < limit {
            if bytes[at] == 0x0d, bytes[at + 1] == 0x0a, bytes[at + 2] == 0x0d, bytes[at + 3] == 0x0a { break }
            at += 1
        }
        guard at + 3 < limit else { return }
        let lines = String(decoding: bytes[..<at], as: UTF8.self).split(whereSeparator: \.isNewline)
        status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        for line in lines.dropFirst() { take(line) }
        bytes.removeFirst(at + 4)
    }

    private mutating func take(_ line: Substring) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        switch line[..<colon].lowercased() {
        case "content-type":
            mediaType = value.prefix { $0 != ";" }.lowercased()
            if let start = value.lowercased().range(of: "charset=") {
                charset = String(value.lowercased()[start.upperBound...].prefix { $0 != ";" && $0 != "\"" })
            }
        case "date": date = Self.iso(String(value))
        default: break
        }
    }

    /// `Sun, 22 Nov 2026 10:00:00 GMT` as `2026-11-22T10:00:00Z`.
    private static func iso(_ text: String) -> String? {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count >= 5, let month = months.firstIndex(of: String(words[2])), words[1].count == 2 else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return "\(words[3])-\(number)-\(words[1])T\(words[4])Z"
    }
}
