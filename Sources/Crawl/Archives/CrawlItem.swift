public import Claims

/// One thing of the input, in its order.
public enum CrawlItem: Sendable {
    /// A file on disk, not read yet.
    case file(CrawlEntry)
    /// A body out of an archive.
    case stored(StoredBody)
    /// A file out of a packed folder.
    case packed(CrawlEntry, [UInt8])
    /// Left out without a look at its body.
    case leftOut(NotJudged)

    /// The same item as one of an input that was named so.
    func of(_ entry: CrawlEntry) -> CrawlItem {
        guard !entry.input.isEmpty, case .stored(var body) = self else { return self }
        body.input = entry.input
        return .stored(body)
    }

    /// Bytes that this item holds or will hold in memory.
    var weight: Int {
        switch self {
        case .file(let entry): entry.size
        case .stored(let body): body.bytes.count
        case .packed(_, let bytes): bytes.count
        case .leftOut: 0
        }
    }
}

/// A body as the archive has it, with what the archive says of it.
public struct StoredBody: Sendable {
    /// The archive's path, `!`, and the record's address.
    var file: String
    /// As `CrawlEntry.input`.
    var input = ""
    var url: String
    var headers: TransferHeaders
    /// With its transfer codings still on.
    var bytes: [UInt8]
    /// ISO 8601.
    var fetched: String?
}

/// Gives the items of one archive, one at a time.
protocol ArchiveReader {
    /// The next item, or nil at the end. What went wrong is an item too.
    mutating func next() -> CrawlItem?
    /// Bytes of the archive on disk that were taken so far, for the progress.
    var taken: Int { get }
}
