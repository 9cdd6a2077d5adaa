import Crawl
import Foundation

/// The random bytes under which a cache names contents, in a file of the cache.
enum CacheKey {
    /// Made where there is none yet; nil where it can be neither read nor made.
    static func of(_ folder: String) -> [UInt8]? {
        let path = folder + "/key"
        if let known = known(path) { return known }
        let files = FileManager.default
        try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // Whole, or not there: another program may look for it at this moment, or make one of its own.
        let written = "\(path).\(UUID().uuidString)"
        let key = (0..<ContentDigest.keyLength).map { _ in UInt8.random(in: .min ... .max) }
        guard files.createFile(atPath: written, contents: Data(key), attributes: [.posixPermissions: 0o600]) else { return nil }
        defer { try? files.removeItem(atPath: written) }
        if (try? files.moveItem(atPath: written, toPath: path)) != nil { return known(path) }
        if let other = known(path) { return other }
        // What is there is no key.
        try? files.removeItem(atPath: path)
        try? files.moveItem(atPath: written, toPath: path)
        return known(path)
    }

    private static func known(_ path: String) -> [UInt8]? {
        WholeFile.bytes(path, limit: ContentDigest.keyLength).flatMap { $0.count == ContentDigest.keyLength ? $0 : nil }
    }
}
