import Testing

@testable import Crawl

/// Headers and bodies as servers and crawlers leave them.
struct TransferTests {
    private func headers(_ text: String) -> TransferHeaders { TransferHeaders(Array(text.utf8)[...]) }

    @Test func headerBlock() {
        let block = headers(
            "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML;\r\n charset=\"ISO-8859-1\"\r\nDate: Sun, 2 Nov 2026 10:00:00 GMT\r\n\r\n")
        #expect(block.status == 200)
        #expect(block.mediaType == "text/html")
        #expect(block.parameter("charset") == "ISO-8859-1")
        #expect(block.date == "2026-11-02T10:00:00Z")
        #expect(headers("HTTP/1.1 200 OK\nno colon\nDate: soon\nContent-Type:\n").mediaType == nil)
        #expect(headers("HTTP/1.1 200 OK\nDate: soon\n").date == nil)
    }

    @Test(arguments: [
        ("5\r\nHallo\r\n0\r\n\r\n", "Hallo"), ("5;x=y\r\nHallo\r\n3\r\n da\r\n0\r\n", "Hallo da"),
        ("<p>already joined</p>", "<p>already joined</p>"),
        ("ffffffff\r\nshort", "short"), ("5\r\nHallo\r\n", "Hallo"), ("", ""), ("zz\r\n", "zz\r\n"),
    ])
    func chunks(_ body: String, _ expected: String) {
        #expect(String(decoding: BodyDecoder.dechunked(Array(body.utf8)), as: UTF8.self) == expected)
    }

    @Test func codings() throws {
        let decoder = BodyDecoder(limit: 1000)
        let plain = Array("plain".utf8)
        // The header says gzip, the body is not: many crawlers store it so.
        #expect(try decoder.decode(plain, headers("HTTP/1.1 200\nContent-Encoding: gzip\n")) == plain)
        #expect(throws: Unread.self) { try decoder.decode(plain, headers("HTTP/1.1 200\nContent-Encoding: zebra\n")) }
        #expect(throws: Unread.self) { try decoder.decode([0x1f, 0x8b, 8, 0], headers("HTTP/1.1 200\n")) }
    }
}
