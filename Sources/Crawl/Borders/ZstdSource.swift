internal import CZstd

/// A zstd stream of one or many frames, with the dictionary that a WARC may carry in front. The only use of libzstd.
@safe final class ZstdSource: ByteSource {
    private let source: any ByteSource
    private let context: OpaquePointer
    private var input: [UInt8] = []
    private var at = 0
    private var isBetweenFrames = true
    private static let magic: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd]
    /// A skippable frame with this number in front of a WARC holds its dictionary (IIPC's proposal for `.warc.zst`).
    private static let dictionaryMagic: [UInt8] = [0x5d, 0x2a, 0x4d, 0x18]
    private static let largestDictionary = 16 << 20
    /// 2^27 bytes, the largest window that zstd takes without being asked.
    private static let largestWindow: Int32 = 27

    static func begins(_ head: [UInt8]) -> Bool { head.starts(with: magic) || head.starts(with: dictionaryMagic) }

    init(_ source: any ByteSource) throws(SourceFailure) {
        self.source = source
        guard let context = unsafe ZSTD_createDCtx() else { throw SourceFailure(reason: "compressed", detail: "zstd cannot start") }
        unsafe self.context = unsafe context
        _ = unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.largestWindow)
        try readDictionary()
    }

    deinit { unsafe ZSTD_freeDCtx(context) }

    var taken: Int { source.taken }

    func next() throws(SourceFailure) -> [UInt8] {
        while true {
            if at == input.count {
                input = try source.next()
                at = 0
                if input.isEmpty {
                    if isBetweenFrames { return [] }
                    isBetweenFrames = true
                    throw SourceFailure(reason: "truncated", detail: "the zstd data ends in the middle")
                }
            }
            let bytes = try step()
            if !bytes.isEmpty { return bytes }
        }
    }

    private func step() throws(SourceFailure) -> [UInt8] {
        let most = 1 << 16
        var left = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { target, produced in
            unsafe input.withUnsafeBufferPointer { source in
                var output = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: most, pos: 0)
                var given = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: at)
                left = unsafe ZSTD_decompressStream(context, &output, &given)
                at = unsafe given.pos
                produced = unsafe output.pos
            }
        }
        guard ZSTD_isError(left) == 0 else {
            at = input.count
            isBetweenFrames = true
            throw SourceFailure(reason: "damaged", detail: "the zstd data is damaged, or its dictionary is missing")
        }
        isBetweenFrames = left == 0
        return bytes
    }

    private func readDictionary() throws(SourceFailure) {
        while input.count < 8 {
            let piece = try source.next()
            if piece.isEmpty { return }
            input += piece
        }
        guard input.starts(with: Self.dictionaryMagic) else { return }
        let length = (0..<4).reduce(0) { $0 | Int(input[4 + $1]) << (8 * $1) }
        guard length <= Self.largestDictionary else { throw SourceFailure(reason: "too-large", detail: "the zstd dictionary is too large") }
        while input.count < 8 + length {
            let piece = try source.next()
            if piece.isEmpty { throw SourceFailure(reason: "truncated", detail: "the zstd dictionary ends in the middle") }
            input += piece
        }
        let stored = Array(input[8..<(8 + length)])
        input.removeFirst(8 + length)
        try load(stored.starts(with: Self.magic) ? Self.plain(stored) : stored)
    }

    private func load(_ dictionary: [UInt8]) throws(SourceFailure) {
        let status = unsafe dictionary.withUnsafeBytes { unsafe ZSTD_DCtx_loadDictionary(context, $0.baseAddress, $0.count) }
        guard ZSTD_isError(status) == 0 else { throw SourceFailure(reason: "damaged", detail: "the zstd dictionary is damaged") }
    }

    /// A dictionary may be packed itself.
    private static func plain(_ packed: [UInt8]) throws(SourceFailure) -> [UInt8] {
        let source = try ZstdSource(MemorySource([packed]))
        var result: [UInt8] = []
        while result.count <= largestDictionary {
            let piece = try source.next()
            if piece.isEmpty { return result }
            result += piece
        }
        throw SourceFailure(reason: "too-large", detail: "the zstd dictionary is too large")
    }
}
