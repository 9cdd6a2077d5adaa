import Claims
import Foundation

/// Pages that a scraper wrote as JSON, one object a line.
struct JSONLines: ArchiveReader {
    private var reader: ByteReader
    private let archive: String
    private let limit: Int
    private let fields: JSONFields
    private var line = 0
    private var isDone = false

    init(_ source: any ByteSource, archive: String, options: CrawlOptions) {
        reader = ByteReader(source)
        self.archive = archive
        limit = options.largestPage
        fields = options.jsonFields
    }

    var taken: Int { reader.taken }

    mutating func next() -> CrawlItem? {
        while !isDone {
            do {
                line += 1
                // JSON may write a character in six bytes.
                switch try reader.line(most: limit * 2) {
                case .end: isDone = true
                case .tooLong: return try tooLong()
                case .text(let bytes):
                    if bytes.contains(where: { $0 > 0x20 }) { return item(bytes) }
                }
            } catch {
                isDone = true
                return skip(reason: error.reason, detail: error.detail)
            }
        }
        return nil
    }

    private mutating func tooLong() throws(SourceFailure) -> CrawlItem {
        while case .tooLong = try reader.line(most: 1 << 20) {}
        return skip(reason: "too-large", detail: "line \(line) is longer than a page may be")
    }

    private func item(_ bytes: [UInt8]) -> CrawlItem {
        guard let object = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] else {
            return skip(reason: "damaged", detail: "line \(line) is no JSON object")
        }
        guard let url = fields.url.lazy.compactMap({ object[$0] as? String }).first, WebAddress.host(url) != nil,
            let html = fields.html.lazy.compactMap({ object[$0] as? String }).first
        else {
            let names = "\(fields.url.joined(separator: ", ")) and \(fields.html.joined(separator: ", "))"
            return skip(reason: "not-a-page", detail: "line \(line) has no address or no text (fields \(names))")
        }
        // The text was decoded by the scraper, so whatever charset its headers name is past.
        let status = fields.status.lazy.compactMap { (object[$0] as? NSNumber)?.intValue }.first ?? 200
        var block = "HTTP/1.1 \(status)\nContent-Type: text/html; charset=utf-8\n"
        let named = fields.fetched.lazy.compactMap { object[$0] as? String }.first
        if let date = Self.date(object) { block += "Date: \(date)\n" }
        return .stored(
            StoredBody(
                file: archive + "!" + url, url: url, headers: TransferHeaders(Array(block.utf8)[...]), bytes: Array(html.utf8),
                fetched: named))
    }

    /// The answer's `Date`, which Scrapy keeps among the headers, sometimes as a list.
    private static func date(_ object: [String: Any]) -> String? {
        guard let headers = object["headers"] as? [String: Any] else { return nil }
        let value = headers.first { $0.key.lowercased() == "date" }?.value
        let text = (value as? String) ?? (value as? [Any])?.first as? String
        return text.map { $0.filter { !$0.isNewline } }
    }

    private func skip(reason: String, detail: String) -> CrawlItem {
        .leftOut(NotJudged(file: archive, reason: reason, detail: detail, unread: true))
    }
}

/// The names under which a scraper wrote its fields; the first one that an object has is taken.
public struct JSONFields: Sendable, Hashable {
    public var url = ["url", "response_url", "final_url"]
    public var html = ["html", "body", "content", "text", "raw_html"]
    public var status = ["status", "status_code", "http_status"]
    public var fetched = ["fetched", "fetched_at", "crawled_at", "timestamp", "date"]

    public init() {}

    /// Reads `url=address,html=page`: names to look for in front of the usual ones.
    /// - Returns: nil where a part is no `field=name` or the field is none of the four.
    public init?(_ written: String) {
        self.init()
        for part in written.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map { String($0) }
            guard sides.count == 2 else { return nil }
            switch sides[0] {
            case "url": url.insert(sides[1], at: 0)
            case "html": html.insert(sides[1], at: 0)
            case "status": status.insert(sides[1], at: 0)
            case "fetched": fetched.insert(sides[1], at: 0)
            default: return nil
            }
        }
    }
}
