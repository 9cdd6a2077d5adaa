/// Names contents by 128 bits, many times as fast as a cryptographic digest does.
///
/// Two contents have the same name by accident only: nobody who does not know the key can make them so. Keep it from those who write pages.
public struct ContentDigest: Sendable {
    /// Bytes of a key.
    public static let keyLength = 32
    private let first: (UInt64, UInt64)
    private let second: (UInt64, UInt64)

    /// - Parameter key: `keyLength` bytes that nobody can guess.
    public init?(key: [UInt8]) {
        guard key.count == Self.keyLength else { return nil }
        func word(_ number: Int) -> UInt64 { key[number * 8..<number * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        first = (word(0), word(1))
        second = (word(2), word(3))
    }

    public func of(_ bytes: [UInt8]) -> [UInt64] { [ContentHash.of(bytes, first), ContentHash.of(bytes, second)] }

    /// 64 bits of what stands behind the first `start` bytes, by which damage is seen.
    public func sum(_ bytes: [UInt8], from start: Int) -> UInt64 { ContentHash.of(bytes, first, from: start) }
}

/// The whole of a small file, or nil where it cannot be read.
public enum WholeFile {
    /// - Parameter limit: bytes; a longer file is cut off behind one more.
    public static func bytes(_ path: String, limit: Int) -> [UInt8]? { FileBytes.read(path, limit: limit) }
}
