internal import CZlib

/// A gzip stream of one or many members. One of the two uses of zlib.
@safe final class GzipSource: ByteSource {
    private let source: any ByteSource
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var at = 0
    private var isBetweenMembers = true
    private var isDone = false

    init(_ source: any ByteSource) throws(SourceFailure) {
        self.source = source
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw SourceFailure(reason: "compressed", detail: "zlib cannot start")
        }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    var taken: Int { source.taken }

    func next() throws(SourceFailure) -> [UInt8] {
        while !isDone {
            if at == input.count {
                input = try source.next()
                at = 0
                if input.isEmpty { return try end() }
            }
            if isBetweenMembers, input[at] != 0x1f {
                // Padding behind the last member is no part of the data.
                isDone = true
                if input[at] == 0 { break }
                throw SourceFailure(reason: "damaged", detail: "what follows the gzip data is none")
            }
            let bytes = try step()
            if !bytes.isEmpty { return bytes }
        }
        return []
    }

    private func end() throws(SourceFailure) -> [UInt8] {
        isDone = true
        if isBetweenMembers { return [] }
        throw SourceFailure(reason: "truncated", detail: "the gzip data ends in the middle")
    }

    private func step() throws(SourceFailure) -> [UInt8] {
        let most = 1 << 16
        var status = Z_OK
        let (start, count) = (at, input.count - at)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { target, produced in
            unsafe input.withUnsafeMutableBufferPointer { source in
                unsafe stream.pointee.next_in = source.baseAddress.map { unsafe $0 + start }
                unsafe stream.pointee.avail_in = UInt32(count)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(most)
                status = unsafe inflate(stream, Z_NO_FLUSH)
                produced = unsafe most - Int(stream.pointee.avail_out)
            }
        }
        at = unsafe input.count - Int(stream.pointee.avail_in)
        isBetweenMembers = status == Z_STREAM_END
        if isBetweenMembers { unsafe inflateReset(stream) }
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            isDone = true
            throw SourceFailure(reason: "damaged", detail: "the gzip data is damaged")
        }
        return bytes
    }
}
