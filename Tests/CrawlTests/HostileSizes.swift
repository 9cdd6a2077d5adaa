import Foundation

@testable import Crawl

/// Inputs that are harmless but for their size or their number, and what is said of them where a page may have one megabyte.
extension HostileTests {
    private static let address = "https://kade.example/a"
    private static let large = [UInt8](repeating: 0x20, count: 20 << 20)

    private static func answer(_ body: [UInt8], _ headers: String...) -> [UInt8] {
        var builder = WARCBuilder()
        builder.response(address, body, headers: ["Content-Type: text/html"] + headers)
        return builder.bytes
    }

    static let sizes: [Hostile] = [
        Hostile("page of 100 MB in front of another", "t.warc.gz", ["too-large", "page"]) {
            var builder = WARCBuilder()
            builder.response("https://kade.example/big", [UInt8](repeating: 0x61, count: 100 << 20))
            builder.response(address, "Tekst.")
            return gzip(builder.bytes)
        },
        Hostile("JSON line of 100 MB", "t.jsonl.gz", ["too-large", "page"]) {
            let line = #"{"url": "\#(address)", "html": "<p>x</p>"}"#
            return gzip([UInt8](repeating: 0x78, count: 100 << 20) + Array("\n\(line)\n".utf8))
        },
        Hostile("endless chunks of one byte", "t.warc", ["too-large"]) {
            answer(Array(String(repeating: "1\r\na\r\n", count: 1_100_000).utf8), "Transfer-Encoding: chunked")
        },
        Hostile("chunks without end or size", "t.warc", ["page"]) {
            answer(Array((page("Tekst.") + String(repeating: "0;x=y\r\n", count: 10_000)).utf8), "Transfer-Encoding: chunked")
        },
        Hostile("brotli bomb", "t.warc", ["too-large"]) {
            answer([UInt8](Data(base64Encoded: "y///P/glQOKxQCD3/o///3/wSwDEYRGA7v1f/v//4JcAiMMCAN37Hw==")!), "Content-Encoding: br")
        },
        Hostile("zstd bomb", "t.warc", ["too-large"]) { answer(zstdOfSpaces(blocks: 160), "Content-Encoding: zstd") },
        Hostile("deflate bomb", "t.warc", ["too-large"]) { answer(gzip(large, windowBits: 15), "Content-Encoding: deflate") },
        Hostile("bomb in a bomb", "t.warc", ["too-large"]) { answer(gzip(gzip(large)), "Content-Encoding: gzip, gzip") },
        Hostile("100,000 gzip members of nothing", "t.warc.gz", ["page"]) {
            let nothing = gzip([])
            var builder = WARCBuilder()
            builder.response(address, "Tekst.")
            return (0..<100_000).flatMap { _ in nothing } + gzip(builder.bytes)
        },
        Hostile("100,000 zstd frames of nothing", "t.warc.zst", ["damaged"]) {
            (0..<100_000).flatMap { _ in zstdOfSpaces(blocks: 0) }
        },
        Hostile("100,000 types of records", warc: ["no-page-records"]) { builder in
            builder.raw((0..<100_000).map { "WARC/1.0\r\nWARC-Type: t\($0)\r\nContent-Length: 0\r\n\r\n\r\n\r\n" }.joined())
        },
        Hostile("40,000 parts in MHTML", "t.mhtml", ["damaged"]) {
            let part = "--x\r\nContent-Type: image/png\r\n\r\n\r\n"
            return Array(("Content-Type: multipart/related; boundary=x\r\n\r\n" + String(repeating: part, count: 40_000)).utf8)
        },
        Hostile("MHTML that is larger than two pages", "t.mhtml", ["too-large"]) { [UInt8](repeating: 0x61, count: 3 << 20) },
        Hostile("saved headers of 10 MB", "t.html", ["too-large"]) {
            Array(("HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 2 << 20) + "\r\n" + page("Tekst.")).utf8)
        },
        Hostile("DOCX of 10,000 entries", zip: "t.docx", ["page"]) { zip in
            for index in 0..<10_000 { zip.add("x\(index)", "") }
            zip.add("word/document.xml", "<w:document/>")
        },
    ]

    /// A zstd frame that unpacks to so many times 128 KB.
    private static func zstdOfSpaces(blocks: Int) -> [UInt8] {
        let head: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50]
        let block = { (size: Int, isLast: Bool) in
            let header = size << 3 | 1 << 1 | (isLast ? 1 : 0)
            return [UInt8(header & 0xff), UInt8(header >> 8 & 0xff), UInt8(header >> 16 & 0xff), 0x20]
        }
        return head + (0..<blocks).flatMap { _ in block(1 << 17, false) } + block(0, true)
    }
}
