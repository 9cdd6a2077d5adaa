/// Records of a WARC file in their order. Of a block no more is in memory than is asked for.
struct WARCReader {
    private var reader: ByteReader
    /// Bytes of the present block that were not taken.
    private var left = 0
    private var hasBegun = false
    /// Places where no record began as one should.
    private(set) var damages = 0
    private static let longestHeader = 64 << 10
    /// So many bytes without a record, and the rest is given up.
    private static let farthestSearch = 64 << 20

    init(_ source: any ByteSource) { reader = ByteReader(source) }

    /// Bytes of the file underneath that were taken so far.
    var taken: Int { reader.taken }

    /// The next record, or nil at the end.
    /// - Throws: `SourceFailure` where the data ends in the middle of a record or is no WARC at all.
    mutating func next() throws(SourceFailure) -> WARCRecord? {
        try passBlock()
        while try findVersion() {
            if let record = try header() {
                left = record.length
                return record
            }
            damages += 1
        }
        return nil
    }

    /// The block of the present record, whole.
    mutating func block() throws(SourceFailure) -> [UInt8] {
        let bytes = try reader.take(left)
        defer { left = 0 }
        if bytes.count < left { throw Self.cut }
        return bytes
    }

    private static let cut = SourceFailure(reason: "truncated", detail: "the file ends in the middle of a record")

    private mutating func passBlock() throws(SourceFailure) {
        let skipped = try reader.skip(left)
        defer { left = 0 }
        if skipped < left { throw Self.cut }
    }

    /// Goes to the line behind the next `WARC/1.0`; false at the end.
    private mutating func findVersion() throws(SourceFailure) -> Bool {
        var isLost = false
        let start = reader.offset
        while reader.offset - start < Self.farthestSearch {
            switch try reader.line(most: 1 << 16) {
            case .end:
                if !hasBegun { throw SourceFailure(reason: "damaged", detail: "it holds no WARC record") }
                return false
            case .text(let line) where line.starts(with: Array("WARC/".utf8)) && line.count < 16:
                hasBegun = true
                return true
            case .text(let line) where line.isEmpty: continue
            case .text, .tooLong:
                if !isLost, hasBegun { damages += 1 }
                isLost = true
            }
        }
        throw SourceFailure(reason: "damaged", detail: "no record was found in \(Self.farthestSearch >> 20) MB, so the rest was given up")
    }

    private mutating func header() throws(SourceFailure) -> WARCRecord? {
        var block: [UInt8] = []
        while block.count < Self.longestHeader {
            switch try reader.line(most: Self.longestHeader) {
            case .end: throw Self.cut
            case .tooLong: return nil
            case .text(let line):
                if line.isEmpty { return WARCRecord(TransferHeaders(block[...])) }
                block += line + [0x0a]
            }
        }
        return nil
    }
}
