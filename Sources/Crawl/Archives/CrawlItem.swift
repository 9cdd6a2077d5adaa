public import Claims

/// One thing of the input, in its order.
public enum CrawlItem: Sendable {
    /// A file on disk, not read yet.
    case file(CrawlEntry)
    /// A body out of an archive.
    case stored(StoredBody)
    /// Left out without a look at its body.
    case leftOut(NotJudged)

    /// Bytes that this item holds or will hold in memory.
    var weight: Int {
        switch self {
        case .file(let entry): entry.size
        case .stored(let body): body.bytes.count
        case .leftOut: 0
        }
    }
}

/// A body as the archive has it, with what the archive says of it.
public struct StoredBody: Sendable {
    /// The archive's path, `!`, and the record's address.
    var file: String
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
}
