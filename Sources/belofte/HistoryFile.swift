import Claims
import Foundation
import Reporting

/// A file of lines that several audits may add to at the same time.
enum HistoryFile {
    /// The audits in it, in their order; none where there is no file yet.
    static func read(_ path: String) throws -> [AuditHistory] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return try audits(data, path)
    }

    /// Adds audits that depend on those before them: nobody adds one in between.
    static func extend(_ path: String, _ next: ([AuditHistory]) throws -> [AuditHistory]) throws {
        try append(to: path) { known in try next(try audits(known, path)).flatMap { Lines.encode($0) + [0x0a] } }
    }

    static func append(_ lines: [UInt8], to path: String) throws { try append(to: path) { _ in lines } }

    private static func audits(_ data: Data, _ path: String) throws -> [AuditHistory] {
        let decoder = JSONDecoder()
        return try data.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard line.contains(where: { $0 > 0x20 }) else { return nil }
            guard let audit = try? decoder.decode(AuditHistory.self, from: line) else {
                throw Problem(text: "\(path):\(index + 1): this line is no audit of a history. Remove it, or name another file.")
            }
            return audit
        }
    }

    /// Adds whole lines in one write, behind a lock of the system that ends with the process: no line is lost, cut or mixed with another.
    /// - Parameter lines: what to add to what is there.
    private static func append(to path: String, _ lines: (Data) throws -> [UInt8]) throws {
        // Made empty where it is not there yet, without touching one that another audit has just made.
        if !FileManager.default.fileExists(atPath: path) {
            try? Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? file.close() }
        while flock(file.fileDescriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw CocoaError(.fileWriteUnknown) }
        }
        let lines = try lines(try file.readToEnd() ?? Data())
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
