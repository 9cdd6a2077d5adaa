import Claims

/// Records that hold only headers because their body was stored before, perhaps in another file of the same dump.
///
/// Used by one reader at a time. Bodies are remembered by hash, eight bytes each.
final class Revisits {
    private var originals: Set<Int> = []
    private var waiting: [(record: WARCRecord, file: String)] = []
    private var dropped = 0
    /// Bytes for revisits that wait by name for their original; the others are counted.
    private var room = 16 << 20
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
        guard room > 0 else {
            dropped += 1
            return nil
        }
        room -= 400 + file.utf8.count + record.uri.utf8.count
        waiting.append((Self.kept(record), file))
        return nil
    }

    /// Behind the last file: the revisits that waited.
    func rest() -> [CrawlItem] {
        defer { (waiting, dropped) = ([], 0) }
        var items = waiting.map { record, file in
            CrawlItem.leftOut(isKnown(record) ? Self.same(record, file) : Self.missing(record, file))
        }
        if dropped > 0 {
            let detail = "stored only as unchanged since another crawl, and too many to be looked for"
            var others = NotJudged(file: ".", reason: "revisit", detail: detail, unread: true)
            others.times = dropped
            items.append(.leftOut(others))
        }
        return items
    }

    /// No more of a record than is told of it.
    private static func kept(_ record: WARCRecord) -> WARCRecord {
        var record = record
        (record.contentType, record.date, record.truncated) = ("", nil, nil)
        if record.id.utf8.count > longestName { record.id = "" }
        if record.payloadDigest?.utf8.count ?? 0 > longestName { record.payloadDigest = nil }
        if record.refersTo?.utf8.count ?? 0 > longestName { record.refersTo = nil }
        return record
    }

    /// Bytes of an identifier or a digest.
    private static let longestName = 200

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
