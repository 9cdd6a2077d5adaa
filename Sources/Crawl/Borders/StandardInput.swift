import Foundation

/// What comes in through a pipe: an archive of any kind, a document, or one page.
enum StandardInput {
    /// The name under which its places are told.
    static let name = "-"

    /// Takes all of it to a file without a name, as some kinds of archive are read from their end. The file is gone with the process,
    /// however that ends.
    static func entry() throws(CrawlError) -> CrawlEntry {
        let spool = FileManager.default.temporaryDirectory.appendingPathComponent("belofte-" + UUID().uuidString).path
        let descriptor = unsafe open(spool, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unreadable(path: name, cause: "it cannot be kept in \(spool)") }
        _ = unsafe unlink(spool)
        let size = try fill(FileHandle(fileDescriptor: descriptor, closeOnDealloc: false))
        if size == 0 { throw .unreadable(path: name, cause: "standard input is empty") }
        let path = "/dev/fd/\(descriptor)"
        var entry = CrawlEntry(path: path, file: name, root: name, size: size)
        entry.sniffed = ArchiveKind(sniffing: path)
        return entry
    }

    /// The number of bytes.
    private static func fill(_ file: FileHandle) throws(CrawlError) -> Int {
        var size = 0
        do {
            while let piece = try FileHandle.standardInput.read(upToCount: 1 << 20), !piece.isEmpty {
                try file.write(contentsOf: piece)
                size += piece.count
            }
        } catch {
            throw .unreadable(path: name, cause: error.localizedDescription)
        }
        return size
    }
}
