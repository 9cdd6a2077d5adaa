import Foundation

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Bytes for another program to read. A program that ends before it has read them all breaks no pipe, and nothing is left on the disk
/// however we end.
enum NamelessFile {
    /// - Returns: a file that holds the bytes, at its beginning; it goes with its last reader.
    /// - Throws: where there is no room, or no folder for temporary files.
    static func holding(_ bytes: [UInt8]) throws -> FileDescriptor {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("belofte-" + UUID().uuidString).path
        let file = try FileDescriptor.open(
            FilePath(path), .readWrite, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
        do {
            try FileManager.default.removeItem(atPath: path)
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
        } catch {
            try? file.close()
            throw error
        }
        return file
    }
}
