/// The kinds of file that hold many pages.
enum ArchiveKind {
    case warc, wacz, jsonLines, mhtml

    /// By the name of the file.
    init?(_ entry: CrawlEntry) {
        let name = entry.file.lowercased()
        if Self.isWARC(name) {
            self = .warc
        } else if name.hasSuffix(".wacz") {
            self = .wacz
        } else if [".jsonl", ".jsonl.gz", ".ndjson", ".jl"].contains(where: { name.hasSuffix($0) }) {
            self = .jsonLines
        } else if name.hasSuffix(".mhtml") || name.hasSuffix(".mht") {
            self = .mhtml
        } else {
            return nil
        }
    }

    static func isArchive(_ entry: CrawlEntry) -> Bool { ArchiveKind(entry) != nil }

    static func isWARC(_ name: String) -> Bool { [".warc", ".warc.gz", ".warc.zst", ".warc.open"].contains { name.hasSuffix($0) } }

    func reader(of entry: CrawlEntry, _ options: CrawlOptions, _ revisits: Revisits) throws(SourceFailure) -> any ArchiveReader {
        if entry.size == 0 { throw SourceFailure(reason: "empty", detail: "the file is empty") }
        switch self {
        case .warc:
            let source = try unpacked(FileSource(path: entry.path), size: entry.size)
            return WARCPages(source, archive: entry.file, options: options, revisits: revisits)
        case .wacz: return try WACZPages(entry, options: options, revisits: revisits)
        case .jsonLines:
            return JSONLines(try unpacked(FileSource(path: entry.path), size: entry.size), archive: entry.file, options: options)
        case .mhtml: return try MHTML(entry, options: options)
        }
    }
}
