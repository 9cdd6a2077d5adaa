import Foundation

@testable import Crawl

/// Inputs that are not what they say, and what is said of them.
extension HostileTests {
    private static let dictionary: [UInt8] = [0x5d, 0x2a, 0x4d, 0x18]
    private static let address = "https://kade.example/a"

    private static func answer(_ url: String, _ head: String, _ sentence: String = "Tekst.") -> [UInt8] {
        var builder = WARCBuilder()
        builder.record("response", url, block: Array((head + "\r\n\r\n" + page(sentence)).utf8))
        return builder.bytes
    }

    static let disguises: [Hostile] = [
        Hostile("zstd dictionary of nonsense", "t.warc.zst", ["damaged"]) {
            // The mark of a dictionary, and no tables behind it.
            dictionary + [16, 0, 0, 0, 0x37, 0xa4, 0x30, 0xec] + [UInt8](repeating: 0xff, count: 12) + [0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00]
        },
        Hostile("zstd dictionary of nothing", "t.warc.zst", ["damaged"]) { dictionary + [0, 0, 0, 0] },
        Hostile("packed zstd dictionary that is cut off", "t.warc.zst", ["truncated"]) {
            dictionary + [6, 0, 0, 0, 0x28, 0xb5, 0x2f, 0xfd, 0x20, 0xff]
        },
        Hostile("brotli of random bytes", "t.warc", ["compressed"]) {
            var builder = WARCBuilder()
            let body = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }
            builder.response(address, body, headers: ["Content-Type: text/html", "Content-Encoding: br"])
            return builder.bytes
        },
        Hostile(
            "MHTML with an empty boundary", "t.mhtml", ["damaged"],
            text: "Content-Type: multipart/related; boundary=\"\"\r\n\r\n--\r\n\r\n<p>x"),
        Hostile(
            "MHTML in MHTML", "t.mhtml", ["damaged"],
            text: "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--"),
        Hostile("status that is no number", "t.warc", ["page"]) { answer(address, "HTTP/1.1 banana\r\nContent-Type: text/html") },
        Hostile("status of a billion", "t.warc", ["status"]) { answer(address, "HTTP/1.1 1000000000 OK\r\nContent-Type: text/html") },
        Hostile("answer that is no HTTP", "t.warc", ["page"]) { answer(address, "ICY 200 OK\r\nContent-Type: text/html") },
        Hostile("type of 60 KB", "t.warc", ["not-a-page"]) {
            answer(address, "HTTP/1.1 200 OK\r\nContent-Type: image/" + String(repeating: "x", count: 60_000))
        },
        Hostile("redirect to 60 KB", "t.warc", ["redirect"]) {
            answer(address, "HTTP/1.1 302 Found\r\nLocation: /" + String(repeating: "x", count: 60_000))
        },
        Hostile("address without a host", "t.warc", ["no-page-records"]) { answer("https:///x", "HTTP/1.1 200 OK") },
        Hostile("host of 5,000 dots", "t.warc", ["page"]) {
            answer("https://" + String(repeating: "a.", count: 5000) + "example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html")
        },
        Hostile("host in an open bracket", "t.warc", ["page"]) { answer("https://[::1/", "HTTP/1.1 200 OK\r\nContent-Type: text/html") },
        Hostile("path of 5,000 steps up", "t.warc", ["page"]) {
            answer("https://kade.example/" + String(repeating: "../", count: 5000), "HTTP/1.1 200 OK\r\nContent-Type: text/html")
        },
        Hostile("two lengths", warc: ["damaged", "damaged"]) {
            $0.record("response", address, block: Array(("HTTP/1.1 200 OK\r\n\r\n" + page("Tekst.")).utf8), more: ["Content-Length: 5"])
        },
        Hostile("record that begins in another", warc: ["page", "page"]) {
            var inner = WARCBuilder()
            inner.response("https://kade.example/inner", "Binnen.")
            $0.response(address, Array(page("Tekst.").utf8) + inner.bytes)
            $0.response("https://kade.example/b", "Buiten.")
        },
        Hostile("picture under the name of a page", "t.html", ["binary"]) { [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0] },
        Hostile("page under the name of a document", "t.docx", ["page"], text: page("Tekst.")),
        Hostile("ZIP file under the name of a page", zip: "t.html", ["binary"]) { $0.add("a.txt", "x") },
        Hostile("PDF of no bytes but its mark", "t.pdf", ["damaged"], text: "%PDF-"),
        Hostile("DOCX with names that climb", zip: "t.docx", ["binary"]) { $0.add("../word/document.xml", "<w:document/>") },
        Hostile("DOCX with its text twice", zip: "t.docx", ["page"]) {
            $0.add("word/document.xml", "<w:document/>")
            $0.add("word/document.xml", [UInt8](repeating: 0x20, count: 5 << 20), deflated: true)
        },
        Hostile("WACZ in a WACZ", zip: "t.wacz", ["damaged"]) { zip in
            var inner = ZipBuilder()
            inner.add("archive/a.warc", answer(address, "HTTP/1.1 200 OK"))
            zip.add("archive/inner.wacz", inner.bytes)
        },
        Hostile("WACZ with a WARC that is none", zip: "t.wacz", ["damaged"]) { $0.add("archive/a.warc.gz", "nonsense") },
        Hostile("WACZ with a bomb of spaces", zip: "t.wacz", ["damaged"]) {
            $0.add("archive/a.warc", [UInt8](repeating: 0x20, count: 80 << 20), deflated: true)
        },
    ]
}
