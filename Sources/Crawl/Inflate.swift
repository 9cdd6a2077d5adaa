internal import CZlib

/// Gzip bodies that a crawler stored as they came. The only use of zlib.
enum Inflate {
    /// The plain bytes, or nil where the data is damaged or would be larger than `limit`.
    static func gunzip(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        var stream = unsafe z_stream()
        guard unsafe inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { unsafe inflateEnd(&stream) }
        var input = bytes
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let size = chunk.count
        let status = unsafe input.withUnsafeMutableBufferPointer { source -> Int32 in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(source.count)
            var status = Z_OK
            while status == Z_OK, output.count <= limit {
                status = unsafe chunk.withUnsafeMutableBufferPointer { target in
                    unsafe stream.next_out = target.baseAddress
                    unsafe stream.avail_out = UInt32(size)
                    return unsafe inflate(&stream, Z_NO_FLUSH)
                }
                let produced = size - Int(unsafe stream.avail_out)
                output.append(contentsOf: chunk[..<produced])
                if produced == 0, status == Z_OK { break }
            }
            return status
        }
        return status == Z_STREAM_END && output.count <= limit ? output : nil
    }
}
