import Claims

/// Records that hold only headers because their body was stored before, perhaps in another file of the same dump.
///
/// Used by one reader at a time. Bodies are remembered by hash, eight bytes each.
final class Revisits {
    private var originals: Set<Int> = []
    private var waiting: [(record: WARCRecord, file: String)] = []
    private var dropped = 0
    /// So many revisits wait by name for their original; the others are counted.
    private static let longestWait = 20_000
    private static let mostOriginals = 500_000

    /// Remembers a record with a body.
    func original(_ record: WARCRecord) {
        guard originals.count < Self.mostOriginals else { return }
        if !record.id.isEmpty { originals.insert(("id:" + record.id).hashValue) }
        if let digest = record.payloadDigest { originals.insert(("digest:" + digest).hashValue) }
    }

    /// What is known of a revisit now; nil where its original may yet come.
    func revisit(_ record: WARCRecord, file: String) -> CrawlItem? {
        if isKnown(record) { return .leftOut(Self.same(record, file)) }
        if waiting.count < Self.longestWait { waiting.append((record, file)) } else { dropped += 1 }
        return nil
    }

    /// Behind the last file: the revisits that waited.
    func rest() -> [CrawlItem] {
        defer { (waiting, dropped) = ([], 0) }
        var items = waiting.map { record, file in
            CrawlItem.leftOut(isKnown(record) ? Self.same(record, file) : Self.missing(record, file))
        }
        if dropped > 0 {
            let detail = "\(dropped) further pages are stored only as unchanged since an earlier crawl"
            items.append(.leftOut(NotJudged(file: ".", reason: "revisit", detail: detail, unread: true)))
        }
        return items
    }

    private func isKnown(_ record: WARCRecord) -> Bool {
        if let id = record.refersTo, originals.contains(("id:" + id).hashValue) { return true }
        return record.payloadDigest.map { originals.contains(("digest:" + $0).hashValue) } ?? false
    }

    private static func same(_ record: WARCRecord, _ file: String) -> NotJudged {
        NotJudged(
            file: file, url: record.uri, reason: "duplicate", detail: "unchanged: its text is read from an earlier record", unread: true)
    }

    private static func missing(_ record: WARCRecord, _ file: String) -> NotJudged {
        NotJudged(
            file: file, url: record.uri, reason: "revisit", detail: "unchanged since a crawl that was not given, so its text is not here",
            unread: true)
    }
}
