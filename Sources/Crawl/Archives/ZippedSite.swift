import Claims

/// A mirrored site in a ZIP file: its entries are read as the files of a folder are, and never touch the disk.
struct ZippedSite: ArchiveReader {
    private let zip: ZipArchive
    private let entry: CrawlEntry
    private let limit: Int
    private var entries = 0
    private var isDone = false
    private static let mostEntries = 1_000_000

    init(_ entry: CrawlEntry, options: CrawlOptions) throws(SourceFailure) {
        zip = try ZipArchive(path: entry.path)
        self.entry = entry
        limit = options.largestPage
    }

    var taken: Int { zip.taken }

    mutating func next() -> CrawlItem? {
        while !isDone {
            do throws(SourceFailure) {
                guard let name = try zip.nextEntry() else {
                    isDone = true
                    return entries == 0 ? skip("empty", "the ZIP file holds no file", of: entry.shown) : nil
                }
                if name.hasSuffix("/") || name.isEmpty { continue }
                entries += 1
                if entries > Self.mostEntries { throw SourceFailure(reason: "too-large", detail: "it holds more than a million files") }
                return try item(name)
            } catch {
                isDone = true
                return skip(error.reason, error.detail, of: entry.shown)
            }
        }
        return nil
    }

    private func item(_ name: String) throws(SourceFailure) -> CrawlItem {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let piece = try zip.data()
            if piece.isEmpty { break }
            bytes += piece
        }
        // Names are labels here: whatever they climb to, it is a place in the archive.
        let path = name.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/")
        var inner = CrawlEntry(path: entry.path, file: path, root: root, size: bytes.count)
        inner.input = entry.shown + "!/"
        if bytes.count > limit { return skip("too-large", "it has more than the \(limit >> 20) MB that a page may have", of: inner.shown) }
        return .packed(inner, bytes)
    }

    /// The archive's name without its ending, for the organisation.
    private var root: String {
        let name = entry.file.split(separator: "/").last.map(String.init) ?? entry.file
        return name.lowercased().hasSuffix(".zip") ? String(name.dropLast(4)) : name
    }

    private func skip(_ reason: String, _ detail: String, of file: String) -> CrawlItem {
        .leftOut(NotJudged(file: file, reason: reason, detail: detail, unread: true))
    }
}
