import Foundation

/// A file of lines that several audits may add to at the same time.
enum HistoryFile {
    /// Adds whole lines in one write, behind a lock of the system that ends with the process: no line is lost, cut or mixed with another.
    static func append(_ lines: [UInt8], to path: String) throws {
        // Made empty where it is not there yet, without touching one that another audit has just made.
        if !FileManager.default.fileExists(atPath: path) {
            try? Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? file.close() }
        while flock(file.fileDescriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw CocoaError(.fileWriteUnknown) }
        }
        let end = try file.seekToEnd()
        try file.write(contentsOf: Data(try needsBreak(file, end) ? [0x0a] + lines : lines))
    }

    /// Somebody's editor, or a full disk, may have left the last line without its end.
    private static func needsBreak(_ file: FileHandle, _ end: UInt64) throws -> Bool {
        guard end > 0 else { return false }
        try file.seek(toOffset: end - 1)
        let last = try file.read(upToCount: 1)
        try file.seekToEnd()
        return last != Data([0x0a])
    }
}
