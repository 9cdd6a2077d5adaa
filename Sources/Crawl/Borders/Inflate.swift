internal import CZlib

/// Deflated bodies, in any of their wrappers. One of the two uses of zlib.
enum Inflate {
    enum Wrapper { case gzip, zlib, raw }

    enum Outcome {
        case plain([UInt8])
        case tooLarge
        case damaged
    }

    /// The plain bytes of all members; what follows the last one is passed over.
    static func all(_ bytes: [UInt8], _ wrapper: Wrapper, limit: Int) -> Outcome {
        var stream = unsafe z_stream()
        let window: Int32 =
            switch wrapper {
            case .gzip: 15 + 16
            case .zlib: 15
            case .raw: -15
            }
        guard unsafe inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return .damaged }
        defer { unsafe inflateEnd(&stream) }
        var (input, output) = (bytes, [UInt8]())
        return unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(source.count)
            while true {
                let status = unsafe step(&stream, into: &output)
                if output.count > limit { return .tooLarge }
                if status == Z_OK { continue }
                guard status == Z_STREAM_END else { return .damaged }
                guard wrapper == .gzip, unsafe stream.avail_in > 18, unsafe stream.next_in[0] == 0x1f, unsafe inflateReset(&stream) == Z_OK
                else {
                    return .plain(output)
                }
            }
        }
    }

    private static func step(_ stream: inout z_stream, into output: inout [UInt8]) -> Int32 {
        let most = 65_536
        var status = Z_OK
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: most) { target, count in
            unsafe stream.next_out = target.baseAddress
            unsafe stream.avail_out = UInt32(most)
            status = unsafe inflate(&stream, Z_NO_FLUSH)
            count = most - Int(unsafe stream.avail_out)
        }
        output.append(contentsOf: chunk)
        return chunk.isEmpty && status == Z_OK ? Z_BUF_ERROR : status
    }
}
