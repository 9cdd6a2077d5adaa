import Claims

/// The pages of a WACZ file: those of the WARC files in its `archive/`, whatever its own lists say.
struct WACZPages: ArchiveReader {
    private let zip: ZipArchive
    private let archive: String
    /// Bytes on disk.
    private let size: Int
    private let options: CrawlOptions
    private let revisits: Revisits
    private var open: WARCPages?
    private var files = 0
    private var isDone = false

    init(_ entry: CrawlEntry, options: CrawlOptions, revisits: Revisits) throws(SourceFailure) {
        zip = try ZipArchive(path: entry.path)
        archive = entry.shown
        size = entry.size
        self.options = options
        self.revisits = revisits
    }

    var taken: Int { zip.taken }

    mutating func next() -> CrawlItem? {
        while true {
            if let item = open?.next() { return item }
            open = nil
            if isDone { return nil }
            do {
                guard let name = try zip.nextEntry() else {
                    isDone = true
                    return files == 0 ? skip("damaged", "it holds no WARC file") : nil
                }
                guard ArchiveKind.isWARC(name.lowercased()) else { continue }
                files += 1
                open = WARCPages(
                    try unpacked(Bounded(ZipEntrySource(zip), most: Bounded.most(packed: size)), size: size), archive: archive,
                    options: options, revisits: revisits)
            } catch {
                isDone = true
                return skip(error.reason, error.detail)
            }
        }
    }

    private func skip(_ reason: String, _ detail: String) -> CrawlItem {
        .leftOut(NotJudged(file: archive, reason: reason, detail: detail, unread: files == 0))
    }
}
