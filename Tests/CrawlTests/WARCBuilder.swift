import CZlib
import Foundation

/// Writes WARC files for tests, right ones and wrong ones.
struct WARCBuilder {
    private(set) var bytes: [UInt8] = []
    private var records = 0

    /// One record with the headers that it must have.
    @discardableResult
    mutating func record(
        _ type: String, _ uri: String? = nil, contentType: String = "application/http; msgtype=response", block: [UInt8] = [],
        length: Int? = nil,
        version: String = "WARC/1.1", more: [String] = []
    ) -> String {
        records += 1
        let id = "<urn:uuid:00000000-0000-4000-8000-\(String(format: "%012d", records))>"
        var lines = [
            version, "WARC-Type: \(type)", "WARC-Record-ID: \(id)", "WARC-Date: 2026-11-22T02:40:58Z", "Content-Type: \(contentType)",
        ]
        if let uri { lines.append("WARC-Target-URI: \(uri)") }
        lines += more + ["Content-Length: \(length ?? block.count)", "", ""]
        bytes += Array(lines.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
        return id
    }

    /// An answer with a page in it.
    @discardableResult
    mutating func response(
        _ uri: String, _ body: [UInt8], status: String = "200 OK", headers: [String] = ["Content-Type: text/html; charset=utf-8"],
        more: [String] = []
    ) -> String {
        let head = (["HTTP/1.1 \(status)"] + headers + ["", ""]).joined(separator: "\r\n")
        return record("response", uri, block: Array(head.utf8) + body, more: more)
    }

    @discardableResult
    mutating func response(_ uri: String, _ sentence: String) -> String { response(uri, Array(page(sentence).utf8)) }

    mutating func raw(_ text: String) { bytes += Array(text.utf8) }
}

/// One gzip member, by zlib.
func gzip(_ plain: [UInt8], windowBits: Int32 = 15 + 16) -> [UInt8] {
    var stream = unsafe z_stream()
    let version = ZLIB_VERSION
    unsafe deflateInit2_(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, version, Int32(MemoryLayout<z_stream>.size))
    defer { unsafe deflateEnd(&stream) }
    var input = plain
    var output = [UInt8](repeating: 0, count: plain.count / 2 + 4096)
    return unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(source.count)
            unsafe stream.next_out = target.baseAddress
            unsafe stream.avail_out = UInt32(target.count)
            unsafe deflate(&stream, Z_FINISH)
            return unsafe Array(target[..<(target.count - Int(stream.avail_out))])
        }
    }
}
