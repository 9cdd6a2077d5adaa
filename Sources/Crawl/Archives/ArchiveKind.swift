/// The kinds of file that hold many pages.
enum ArchiveKind {
    case warc, wacz, jsonLines, mhtml
    /// A whole site in a ZIP file; only where somebody names it as an input, as in a site a ZIP file is something to download.
    case zip

    /// By the name of the file, or by what its first bytes say where it has none.
    init?(_ entry: CrawlEntry) {
        let name = entry.file.lowercased()
        if let sniffed = entry.sniffed {
            self = sniffed
        } else if Self.isWARC(name) {
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

    /// By the first bytes of a file; nil where they begin a page or a document.
    init?(sniffing path: String) {
        guard let source = try? unpacked(FileSource(path: path), size: 1 << 30), let first = try? source.next() else { return nil }
        let text = first.drop { $0 <= 0x20 }
        if text.starts(with: Array("WARC/".utf8)) {
            self = .warc
        } else if text.first == UInt8(ascii: "{") {
            self = .jsonLines
        } else if first.starts(with: Sniffing.zip), let kind = Self.zipped(path) {
            self = kind
        } else if let end = first[...].headerEnd(within: first.count), TransferHeaders(first[..<end]).parameter("boundary") != nil {
            self = .mhtml
        } else {
            return nil
        }
    }

    /// A ZIP file with WARC files, or with pages; nil for a document.
    private static func zipped(_ path: String) -> ArchiveKind? {
        guard let zip = try? ZipArchive(path: path) else { return nil }
        var kind: ArchiveKind?
        while let name = try? zip.nextEntry() {
            if isWARC(name.lowercased()) { return .wacz }
            if name == "mimetype" || name == "word/document.xml" { return nil }
            if name.lowercased().hasSuffix(".html") || name.lowercased().hasSuffix(".htm") { kind = .zip }
        }
        return kind
    }

    static func isArchive(_ entry: CrawlEntry) -> Bool { ArchiveKind(entry) != nil }

    static func isWARC(_ name: String) -> Bool { [".warc", ".warc.gz", ".warc.zst", ".warc.open"].contains { name.hasSuffix($0) } }

    func reader(of entry: CrawlEntry, _ options: CrawlOptions, _ revisits: Revisits) throws(SourceFailure) -> any ArchiveReader {
        if entry.size == 0 { throw SourceFailure(reason: "empty", detail: "the file is empty") }
        switch self {
        case .warc:
            let source = try unpacked(FileSource(path: entry.path), size: entry.size)
            return WARCPages(source, archive: entry.shown, options: options, revisits: revisits)
        case .wacz: return try WACZPages(entry, options: options, revisits: revisits)
        case .jsonLines:
            return JSONLines(try unpacked(FileSource(path: entry.path), size: entry.size), archive: entry.shown, options: options)
        case .mhtml: return try MHTML(entry, options: options)
        case .zip: return try ZippedSite(entry, options: options)
        }
    }
}
