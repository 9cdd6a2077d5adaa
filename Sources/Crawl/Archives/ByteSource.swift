import Foundation

/// Bytes in their order: a file, or what a file unpacks to. A class, as the C state behind it cannot be copied.
protocol ByteSource: AnyObject {
    /// The next bytes; empty at the end, and ever after.
    func next() throws(SourceFailure) -> [UInt8]
    /// Bytes of the file underneath that were taken so far, for the progress.
    var taken: Int { get }
}

/// Why the bytes of an archive stop before their end.
struct SourceFailure: Error {
    /// `truncated`, `damaged`, `unreadable` or `compressed`.
    var reason: String
    var detail: String
}

/// A file, read piece by piece.
final class FileSource: ByteSource {
    private let handle: FileHandle
    private(set) var taken = 0
    static let piece = 1 << 16

    init(path: String) throws(SourceFailure) {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw SourceFailure(reason: "unreadable", detail: "the file cannot be read")
        }
        self.handle = handle
    }

    deinit { try? handle.close() }

    func next() throws(SourceFailure) -> [UInt8] {
        do {
            let bytes = try handle.read(upToCount: Self.piece).map { Array($0) } ?? []
            taken += bytes.count
            return bytes
        } catch {
            throw SourceFailure(reason: "unreadable", detail: "the file stops being readable after \(taken) bytes")
        }
    }
}

/// Bytes that are in memory.
final class MemorySource: ByteSource {
    private var pieces: [[UInt8]]
    private(set) var taken = 0

    /// Given out in the pieces that they come in, first one first.
    init(_ pieces: [[UInt8]]) { self.pieces = pieces.reversed() }

    func next() throws(SourceFailure) -> [UInt8] {
        while let piece = pieces.popLast() {
            taken += piece.count
            if !piece.isEmpty { return piece }
        }
        return []
    }
}

/// Puts back the bytes that told what a source is.
final class Rewound: ByteSource {
    private var first: [UInt8]
    private let rest: any ByteSource

    init(_ first: [UInt8], before rest: any ByteSource) {
        self.first = first
        self.rest = rest
    }

    var taken: Int { rest.taken }

    func next() throws(SourceFailure) -> [UInt8] {
        guard first.isEmpty else {
            defer { first = [] }
            return first
        }
        return try rest.next()
    }
}

/// Stops a source that unpacks to more than anything honest does.
final class Bounded: ByteSource {
    private let source: any ByteSource
    private var left: Int

    init(_ source: any ByteSource, most: Int) {
        self.source = source
        left = most
    }

    var taken: Int { source.taken }

    /// Gzip makes at most 1,032 bytes of one; what makes more of it was made to fill a disk.
    static func most(packed size: Int) -> Int { min(size, 1 << 50) * 1100 + (1 << 20) }

    func next() throws(SourceFailure) -> [UInt8] {
        let piece = try source.next()
        left -= piece.count
        if left < 0 {
            throw SourceFailure(reason: "too-large", detail: "it unpacks to more than a thousand times its size, so the rest was not read")
        }
        return piece
    }
}

/// Unpacks a source by its first bytes: gzip, zstd, or as it is.
func unpacked(_ source: any ByteSource, size: Int) throws(SourceFailure) -> any ByteSource {
    var head: [UInt8] = []
    while head.count < 4 {
        let piece = try source.next()
        if piece.isEmpty { break }
        head += piece
    }
    let whole = Rewound(head, before: source)
    let most = Bounded.most(packed: size)
    if head.starts(with: [0x1f, 0x8b]) { return Bounded(try GzipSource(whole), most: most) }
    if ZstdSource.begins(head) { return Bounded(try ZstdSource(whole), most: most) }
    return whole
}
