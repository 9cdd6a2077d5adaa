import Claims
import Foundation
import Testing

@testable import Crawl

struct WARCTests {
    /// Records and responses as warcio and FastWARC count them.
    @Test(arguments: [
        ("wget-warc/site.warc.gz", 54, 25), ("wget-warc/plain.warc", 54, 25), ("wget-warc/plain-re.warc.gz", 54, 25),
        ("wget-warc/one-member.warc.gz", 54, 25), ("wget-warc/br.warc.gz", 8, 4), ("wget-warc/site2.warc.gz", 54, 2),
        ("wget-split/deel-00000.warc.gz", 39, 19), ("wget-split/deel-00001.warc.gz", 13, 6), ("wget-split/deel-meta.warc.gz", 4, 0),
        ("wget-compress/z.warc.gz", 54, 25), ("zst/site.warc.zst", 54, 25), ("zst/site-dict.warc.zst", 54, 25),
    ])
    func recordsOfRealFiles(_ file: String, _ records: Int, _ responses: Int) throws {
        var reader = WARCReader(try unpacked(FileSource(path: MirrorTests.dumps + "/" + file), size: 1 << 20))
        var types: [String: Int] = [:]
        while let record = try reader.next() { types[record.type, default: 0] += 1 }
        #expect(types.values.reduce(0, +) == records)
        #expect(types["response", default: 0] == responses)
        #expect(reader.damages == 0)
    }

    @Test func truncatedFileGivesItsWholeRecords() async throws {
        let said = try await crawl(MirrorTests.dumps + "/wget-warc/truncated.warc.gz")
        #expect(said.count { $0.file.contains("!") } == 18)
        let last = try #require(said.last)
        #expect(last.reason == "truncated" && last.detail.contains("37 whole records"))
    }

    private func said(_ builder: WARCBuilder, packed: Bool = false) async throws -> [Said] {
        let scratch = try Scratch()
        return try await crawl(try scratch.write(packed ? "t.warc.gz" : "t.warc", packed ? gzip(builder.bytes) : builder.bytes))
    }

    @Test func bodiesInEveryCoding() async throws {
        let plain = Array(page("Wij bellen terug.").utf8)
        let chunks = Array("\(String(plain.count, radix: 16))\r\n".utf8) + plain + Array("\r\n0\r\n\r\n".utf8)
        let bodies: [(String, [UInt8], [String])] = [
            ("plain", plain, []), ("chunked", chunks, ["Transfer-Encoding: chunked"]), ("joined", plain, ["Transfer-Encoding: chunked"]),
            ("gzip", gzip(plain), ["Content-Encoding: gzip"]), ("unasked", gzip(plain), []), ("decoded", plain, ["Content-Encoding: gzip"]),
            ("zlib", gzip(plain, windowBits: 15), ["Content-Encoding: deflate"]),
            ("raw", gzip(plain, windowBits: -15), ["Content-Encoding: deflate"]),
            ("twice", gzip(gzip(plain)), ["Content-Encoding: gzip, gzip"]), ("decoded-br", plain, ["Content-Encoding: br"]),
        ]
        for (name, body, headers) in bodies {
            var builder = WARCBuilder()
            builder.response("https://kade.example/\(name)", body, headers: ["Content-Type: text/html"] + headers)
            let found = try await said(builder)
            #expect(found.first?.page?.bytes == plain, "\(name)")
        }
    }

    @Test func brotliBodyOfARealCrawl() async throws {
        let page = try #require(try await crawl(MirrorTests.dumps + "/wget-warc/br.warc.gz").first?.page)
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("<p>Samen verduurzamen.</p>"))
    }

    @Test func addressesAndDates() async throws {
        var builder = WARCBuilder()
        builder.response("<HTTPS://Service.Kade.example:443/a/../b?utm_source=x#c>", "Wij helpen.")
        let page = try #require(try await said(builder, packed: true).first?.page)
        #expect(page.url == "https://service.kade.example/b")
        #expect(page.organisation == "kade.example")
        #expect(page.fetched == "2026-11-22T02:40:58Z")
        #expect(page.charset == "utf-8")
    }

    @Test func recordsThatAreNoPages() async throws {
        var builder = WARCBuilder()
        builder.record("warcinfo", contentType: "application/warc-fields", block: Array("software: x\r\n".utf8), version: "WARC/1.0")
        builder.record(
            "request", "https://kade.example/", contentType: "application/http; msgtype=request",
            block: Array("GET / HTTP/1.1\r\n\r\n".utf8))
        builder.record("resource", "urn:pageinfo:https://kade.example/", contentType: "application/json", block: Array("{}".utf8))
        builder.record("resource", "https://kade.example/r", contentType: "text/html", block: Array(page("Een bron.").utf8))
        builder.record("resource", "https://kade.example/p.png", contentType: "image/png", block: [0x89, 0x50, 0x4e, 0x47])
        builder.record("conversion", "https://kade.example/c", contentType: "text/plain", block: Array("tekst".utf8))
        builder.record("response", "dns:kade.example", contentType: "text/dns", block: Array("x".utf8))
        builder.response("https://kade.example/weg", Array(page("Wij helpen u altijd verder.").utf8), status: "404 Not Found")
        builder.response("https://kade.example/oud", [], status: "301 Moved", headers: ["Location: /nieuw"])
        builder.response("https://kade.example/leeg", [])
        let found = try await said(builder)
        #expect(found.map(\.reason) == ["page", "binary", "not-found", "redirect", "empty", "no-page-records"])
        #expect(found.last?.detail == "5 records that hold no page: 1 conversion, 1 request, 1 resource, 1 response, 1 warcinfo")
    }

    @Test func revisitsFindTheirOriginalInAnyFile() async throws {
        let scratch = try Scratch()
        var (first, second) = (WARCBuilder(), WARCBuilder())
        second.raw("")
        for _ in 0..<5 { second.record("metadata") }
        let id = second.response("https://kade.example/b", Array(page("Wij bellen.").utf8), more: ["WARC-Payload-Digest: sha1:BBBB"])
        first.record("revisit", "https://kade.example/b", more: ["WARC-Refers-To: \(id)"])
        first.record("revisit", "https://kade.example/b2", more: ["WARC-Payload-Digest: sha1:BBBB"])
        first.record("revisit", "https://kade.example/weg", more: ["WARC-Payload-Digest: sha1:CCCC", "WARC-Truncated: length"])
        try scratch.write("1.warc", first.bytes)
        try scratch.write("2.warc.gz", gzip(second.bytes))
        let reasons = try await scratch.outcome()
        #expect(
            reasons == [
                "1.warc!https://kade.example/b": "duplicate", "1.warc!https://kade.example/b2": "duplicate",
                "1.warc!https://kade.example/weg": "revisit", "2.warc.gz!https://kade.example/b": "page", "2.warc.gz": "no-page-records",
            ])
    }

    /// What the server did not have, it does not have in a revisit either.
    @Test func revisitsOfWhatIsNoPage() async throws {
        var builder = WARCBuilder()
        builder.record("revisit", "https://kade.example/weg", block: Array("HTTP/1.1 404 Not Found\r\n\r\n".utf8))
        builder.record(
            "revisit", "https://kade.example/oud", block: Array("HTTP/1.1 301 Moved\r\nLocation: /nieuw\r\n\r\n".utf8),
            more: ["WARC-Truncated: length"])
        builder.record("revisit", "https://kade.example/leeg", block: Array("HTTP/1.1 304 Not Modified\r\n\r\n".utf8))
        #expect(try await said(builder).map(\.reason) == ["not-found", "redirect", "revisit"])
    }

    /// The progress goes on inside one large file.
    @Test func bytesAreCountedInsideAnArchive() async throws {
        let scratch = try Scratch()
        var builder = WARCBuilder()
        for number in 0..<5 { builder.response("https://kade.example/\(number)", [UInt8](repeating: 0x61, count: 200_000)) }
        let file = try scratch.write("t.warc", builder.bytes)
        let dump = DumpReader(try Inventory(inputs: [file], options: CrawlOptions()), options: CrawlOptions())
        var done: [Int] = []
        while await !dump.batch(count: 1, bytes: 1).isEmpty { done.append(await dump.bytesDone) }
        #expect(done == done.sorted() && Set(done).count == 5)
        #expect(await dump.bytesDone == builder.bytes.count)
    }

    /// A page that is known needs no second reading; another text at its address, or its text elsewhere, does.
    @Test func knownPagesAreKnownBeforeTheyAreRead() {
        func identity(_ url: String, _ text: String) -> PageIdentity {
            PageIdentity(Page(file: "f", url: url, organisation: "o", bytes: Array(text.utf8), format: .html), isCapture: true)
        }
        var ledger = PageLedger()
        let first = identity("https://kade.example/a", "Een.")
        #expect(ledger.known(first, file: "f", url: nil) == nil)
        _ = ledger.enter(first, file: "f", url: nil)
        #expect(ledger.known(first, file: "g", url: nil)?.detail == "the same page as f, stored again")
        #expect(ledger.known(identity("https://kade.example/a", "Twee."), file: "g", url: nil) == nil)
        #expect(ledger.known(identity("https://kade.example/b", "Een."), file: "g", url: nil) == nil)
    }

    @Test func samePageTwice() async throws {
        var builder = WARCBuilder()
        builder.response("http://kade.example/a", "Een tekst.")
        builder.response("https://kade.example/a", "Een tekst.")
        builder.response("https://kade.example/a#b", "Een andere tekst.")
        builder.response("https://kade.example/c", "Een tekst.")
        builder.response("https://elders.example/c", "Een tekst.")
        #expect(try await said(builder).map(\.reason) == ["page", "duplicate", "captured-again", "duplicate", "page"])
    }

    @Test func splitFilesAreOneDump() async throws {
        let found = try await crawl(MirrorTests.dumps + "/wget-split")
        let whole = try await crawl(MirrorTests.dumps + "/wget-warc/site.warc.gz")
        let addresses = { (said: [Said]) in said.compactMap { $0.page?.url }.sorted() }
        #expect(addresses(found) == addresses(whole))
        #expect(addresses(found).count == 19)
    }

    @Test func waczIsItsArchives() async throws {
        let found = try await crawl(MirrorTests.dumps + "/wacz")
        let whole = try await crawl(MirrorTests.dumps + "/wget-warc/site.warc.gz")
        #expect(found.map(\.reason) == whole.map(\.reason))
        #expect(found.first?.file == "site.wacz!http://127.0.0.1:8972/")
    }

    /// ZIP64 is what a WACZ of more than four gigabytes is written in, and some tools write it always.
    @Test func waczMayBeZIP64() async throws {
        let dump = try Scratch()
        var warc = WARCBuilder()
        warc.response("https://coolbank.example/", "Wij antwoorden binnen 24 uur.")
        warc.response("https://coolbank.example/contact/", "Bel ons van 9 tot 17 uur.")
        try dump.write("big.wacz", ZipBuilder.long([("datapackage.json", Array("{}".utf8)), ("archive/a.warc", warc.bytes)]))
        let found = try await crawl(dump.path + "/big.wacz")
        #expect(found.filter { $0.reason == "page" }.map(\.file) == ["/", "/contact/"].map { "big.wacz!https://coolbank.example" + $0 })
    }
}
