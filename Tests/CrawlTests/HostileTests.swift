import Claims
import Foundation
import Testing

@testable import Crawl

/// An input that means harm, or was made by a broken tool, and what is said of it: the reasons in order, `page` for a page that is read.
struct Hostile: CustomTestStringConvertible, Sendable {
    var name: String
    var file: String
    var reasons: [String]
    var bytes: @Sendable () -> [UInt8]

    var testDescription: String { name }

    init(_ name: String, _ file: String, _ reasons: [String], _ bytes: @escaping @Sendable () -> [UInt8]) {
        (self.name, self.file, self.reasons, self.bytes) = (name, file, reasons, bytes)
    }

    init(_ name: String, _ file: String, _ reasons: [String], text: String) { self.init(name, file, reasons) { Array(text.utf8) } }

    init(_ name: String, warc reasons: [String], _ build: @escaping @Sendable (inout WARCBuilder) -> Void) {
        self.init(name, "t.warc", reasons) {
            var builder = WARCBuilder()
            build(&builder)
            return builder.bytes
        }
    }

    init(_ name: String, zip file: String, _ reasons: [String], _ build: @escaping @Sendable (inout ZipBuilder) -> Void) {
        self.init(name, file, reasons) {
            var builder = ZipBuilder()
            build(&builder)
            return builder.bytes
        }
    }
}

struct HostileTests {
    private static let limit = 1 << 20
    private static let a = "https://kade.example/a"

    private static func pages(_ bodies: [(String, [UInt8], [String])]) -> @Sendable () -> [UInt8] {
        { [bodies] in
            var builder = WARCBuilder()
            for (uri, body, headers) in bodies { builder.response(uri, body, headers: ["Content-Type: text/html"] + headers) }
            return builder.bytes
        }
    }

    private static func warc(_ sentence: String = "Tekst.") -> [UInt8] {
        var builder = WARCBuilder()
        builder.response(a, sentence)
        return builder.bytes
    }

    static let warcs: [Hostile] = [
        Hostile("empty file", "t.warc", ["empty"], text: ""),
        Hostile("a page under the name of an archive", "t.warc", ["damaged"], text: page("Tekst.")),
        Hostile("random bytes", "t.warc.gz", ["damaged"]) { (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) } },
        Hostile("no length", warc: ["page", "damaged"]) {
            $0.raw("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kade.example/x\r\n\r\n")
            $0.response(a, "Tekst.")
        },
        Hostile("negative length", warc: ["page", "damaged"]) {
            $0.record("response", "https://kade.example/x", length: -5)
            $0.response(a, "Tekst.")
        },
        Hostile("length beyond all numbers", warc: ["page", "damaged"]) {
            $0.raw("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999999\r\n\r\n")
            $0.response(a, "Tekst.")
        },
        Hostile("length beyond the end", warc: ["page", "truncated"]) {
            $0.response(a, "Tekst.")
            $0.record("response", "https://kade.example/x", block: Array("HTTP/1.1 200 OK\r\n\r\nx".utf8), length: 900_000)
        },
        Hostile("length of an exabyte", warc: ["damaged"]) {
            $0.record("response", "https://kade.example/x", length: 1 << 60)
        },
        Hostile("length that is too short", warc: ["page", "page", "damaged"]) {
            let body = Array(
                ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Kort.") + String(repeating: "en meer\n", count: 90)).utf8)
            $0.record("response", "https://kade.example/x", block: body, length: 200)
            $0.response(a, "Tekst.")
        },
        Hostile("header of 10 MB", warc: ["page", "damaged"]) {
            $0.raw("WARC/1.0\r\nWARC-Type: " + String(repeating: "x", count: 10 << 20) + "\r\nContent-Length: 0\r\n\r\n")
            $0.response(a, "Tekst.")
        },
        Hostile("header of 100,000 lines", warc: ["page", "damaged"]) {
            $0.raw("WARC/1.0\r\nWARC-Type: response\r\n" + String(repeating: "X-Y: z\r\n", count: 100_000) + "Content-Length: 0\r\n\r\n")
            $0.response(a, "Tekst.")
        },
        Hostile("NUL bytes in a header", warc: ["page", "page"]) {
            $0.response("https://kade.example/\u{0}\u{0}", "Nul.")
            $0.response(a, "Tekst.")
        },
        Hostile("answer without an end to its headers", warc: ["damaged"]) {
            $0.record("response", a, block: Array("HTTP/1.1 200 OK\r\nX: y".utf8))
        },
        Hostile("answer of headers only, 100 KB", warc: ["damaged"]) {
            $0.record("response", a, block: Array(("HTTP/1.1 200 OK\r\nX: " + String(repeating: "y", count: 100_000) + "\r\n\r\n").utf8))
        },
        Hostile("body of NUL bytes", "t.warc", ["binary"], pages([(a, [UInt8](repeating: 0, count: 5000), [])])),
        Hostile("page of 100 MB by its length", warc: ["too-large", "truncated"]) { $0.record("response", a, length: 100 << 20) },
        Hostile("cyclic redirects", warc: ["redirect", "redirect", "redirect"]) {
            $0.response("https://kade.example/1", [], status: "301 Moved", headers: ["Location: /2"])
            $0.response("https://kade.example/2", [], status: "302 Found", headers: ["Location: /1"])
            $0.response("https://kade.example/3", [], status: "308 Moved", headers: ["Location: /3"])
        },
        Hostile("redirect to nowhere", warc: ["status"]) { $0.response(a, [], status: "301 Moved") },
        Hostile("revisit of itself", warc: ["revisit"]) {
            $0.record("revisit", a, more: ["WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-000000000001>"])
        },
        Hostile("200,000 tiny records", warc: ["no-page-records"]) { builder in
            builder.raw(String(repeating: "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n", count: 200_000))
        },
        Hostile("address of another kind", warc: ["no-page-records"]) {
            $0.response("javascript:alert(1)", "Tekst.")
            $0.response("file:///etc/passwd", "Tekst.")
        },
        Hostile("address of 100 KB", warc: ["damaged"]) {
            $0.response("https://kade.example/" + String(repeating: "a", count: 100_000), "Tekst.")
        },
        Hostile("types without end", warc: ["no-page-records"]) { builder in
            for index in 0..<3000 { builder.record("type-that-nobody-has-heard-of-\(index)") }
        },
    ]

    static let bodies: [Hostile] = [
        Hostile(
            "endless chunk", "t.warc", ["page"], pages([(a, Array(("ffffffff\r\n" + page("Tekst.")).utf8), ["Transfer-Encoding: chunked"])])
        ),
        Hostile(
            "negative chunk", "t.warc", ["page"], pages([(a, Array(("-5\r\n" + page("Tekst.")).utf8), ["Transfer-Encoding: chunked"])])),
        Hostile("chunks of one byte", "t.warc", ["page"]) {
            let body = Array(String(page("Tekst.").map { "1\r\n\($0)\r\n" }.joined()).utf8)
            return pages([(a, body, ["Transfer-Encoding: chunked"])])()
        },
        Hostile("gzip bomb", "t.warc", ["too-large"]) {
            pages([(a, gzip([UInt8](repeating: 0x20, count: 20 << 20)), ["Content-Encoding: gzip"])])()
        },
        Hostile("gzip bomb that nobody announced", "t.html", ["too-large"]) { gzip([UInt8](repeating: 0x20, count: 20 << 20)) },
        Hostile("packed six times", "t.warc", ["compressed"], pages([(a, [1, 2, 3], ["Content-Encoding: gzip, br, gzip, br, gzip, br"])])),
        Hostile("a little over the limit", "t.warc", ["too-large"], pages([(a, [UInt8](repeating: 0x61, count: limit + 1000), [])])),
        Hostile("unknown coding", "t.warc", ["compressed"], pages([(a, [1, 2, 3], ["Content-Encoding: zebra"])])),
        Hostile("damaged gzip body", "t.warc", ["compressed"]) {
            var packed = gzip(Array(page("Tekst.").utf8))
            for index in 12..<30 { packed[index] ^= 0xff }
            return pages([(a, packed, ["Content-Encoding: gzip"])])()
        },
        Hostile("damaged brotli body", "t.warc", ["compressed"], pages([(a, [0xff, 0xff, 0xff, 0x00, 0x12], ["Content-Encoding: br"])])),
        Hostile("damaged deflate body", "t.warc", ["compressed"], pages([(a, [0x78, 0x9c, 0xff, 0xff], ["Content-Encoding: deflate"])])),
        Hostile(
            "damaged zstd body", "t.warc", ["compressed"], pages([(a, [0x28, 0xb5, 0x2f, 0xfd, 0xff, 0xff], ["Content-Encoding: zstd"])])),
        Hostile("header without end in front of a page", "t.html", ["page"], text: "HTTP/1.1 200 OK\r\nX: y\r\n" + page("Tekst.")),
        Hostile("page of 100,000 open tags", "t.html", ["page"], text: "<html>" + String(repeating: "<div>", count: 100_000)),
        Hostile("UTF-16 without a mark", "t.html", ["binary"]) { Array(page("Tekst.").utf8).flatMap { [$0, 0] } },
        Hostile("truncated gzip page", "t.html.gz", ["compressed"]) { Array(gzip(Array(page("Tekst.").utf8)).dropLast(12)) },
    ]

    static let archives: [Hostile] = [
        Hostile("truncated gzip", "t.warc.gz", ["truncated"]) { Array(gzip(warc()).dropLast(20)) },
        Hostile("gzip that is damaged in the middle", "t.warc.gz", ["page", "damaged", "damaged"]) {
            var packed = gzip(warc() + (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) })
            for index in 4000..<4100 { packed[index] = 0xff }
            return packed
        },
        Hostile("waste behind gzip", "t.warc.gz", ["page", "damaged"]) { gzip(warc()) + Array("waste".utf8) },
        Hostile("zeros behind gzip", "t.warc.gz", ["page"]) { gzip(warc()) + [UInt8](repeating: 0, count: 1000) },
        Hostile("gzip in gzip", "t.warc.gz", ["damaged"]) { gzip(gzip(warc())) },
        Hostile("zstd that needs a dictionary", "t.warc.zst", ["damaged"]) {
            let url = URL(fileURLWithPath: MirrorTests.dumps + "/zst/site-dict.warc.zst")
            let bytes = (try? Data(contentsOf: url)).map { Array($0) } ?? []
            let length = 8 + (0..<4).reduce(0) { $0 | Int(bytes[4 + $1]) << (8 * $1) }
            return Array(bytes.dropFirst(length))
        },
        Hostile("zstd dictionary that is longer than the file", "t.warc.zst", ["truncated"]) {
            [0x5d, 0x2a, 0x4d, 0x18, 0, 0, 0x40, 0, 1, 2, 3]
        },
        Hostile("zstd dictionary of a gigabyte", "t.warc.zst", ["too-large"]) { [0x5d, 0x2a, 0x4d, 0x18, 0, 0, 0, 0x40, 1, 2, 3] },
        Hostile("truncated zstd", "t.warc.zst", ["truncated"]) { [0x28, 0xb5, 0x2f, 0xfd, 0x20, 0xff] },
        Hostile("WACZ that is no ZIP", "t.wacz", ["damaged"], text: "not a zip"),
        Hostile("WACZ without an archive", zip: "t.wacz", ["damaged"]) { $0.add("pages/pages.jsonl", "{}") },
        Hostile("WACZ that is cut off", "t.wacz", ["damaged"]) {
            var zip = ZipBuilder()
            zip.add("archive/a.warc", warc() + [UInt8](repeating: 0x41, count: 70_000))
            return Array(zip.bytes.prefix(600))
        },
        Hostile("names that climb out of the ZIP", zip: "t.wacz", ["page"]) { $0.add("../../../../tmp/belofte-escape.warc", warc()) },
        Hostile("absolute names in the ZIP", zip: "t.wacz", ["page"]) { $0.add("/etc/belofte-escape.warc", warc(), deflated: true) },
        Hostile("encrypted entry", zip: "t.wacz", ["damaged"]) { $0.add("archive/a.warc", warc(), flags: 1) },
        Hostile("gzip bomb as an archive", "t.warc.gz", ["damaged"]) { gzip([UInt8](repeating: 0x41, count: 80 << 20)) },
    ]

    static let others: [Hostile] = [
        Hostile("DOCX that unpacks to 20 MB", zip: "t.docx", ["too-large"]) {
            $0.add("word/document.xml", [UInt8](repeating: 0x20, count: 20 << 20), deflated: true)
        },
        Hostile("DOCX that is another ZIP", zip: "t.docx", ["binary"]) { $0.add("xl/workbook.xml", "<x/>") },
        Hostile("DOCX that is cut off", "t.docx", ["damaged"]) {
            var zip = ZipBuilder()
            zip.add("word/document.xml", [UInt8](repeating: 0x41, count: 9000))
            return Array(zip.bytes.prefix(4000))
        },
        Hostile("ODT of another kind", zip: "t.odt", ["binary"]) {
            $0.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            $0.add("content.xml", "<x/>")
        },
        Hostile("PDF of nonsense", "t.pdf", ["damaged"], text: "%PDF-1.4\nnonsense"),
        Hostile("JSON that is none", "t.jsonl", ["damaged", "damaged"], text: "nonsense\n[1, 2]\n"),
        Hostile("JSON of 100,000 brackets", "t.jsonl", ["damaged"], text: String(repeating: "[", count: 100_000)),
        Hostile(
            "JSON without an address", "t.jsonl", ["not-a-page", "not-a-page"],
            text: "{\"html\": \"<p>x</p>\"}\n{\"url\": null, \"html\": 5}"),
        Hostile("JSON line without end", "t.jsonl", ["too-large", "page"]) {
            [UInt8](repeating: 0x78, count: 3 << 20) + Array("\n{\"url\": \"\(a)\", \"html\": \"<p>x</p>\"}\n".utf8)
        },
        Hostile("MHTML without parts", "t.mhtml", ["damaged"], text: "Content-Type: multipart/related; boundary=x\r\n\r\nnothing"),
        Hostile("MHTML without a boundary", "t.mht", ["damaged"], text: "From: x\r\n\r\n<p>x</p>"),
        Hostile(
            "MHTML of nonsense in base64", "t.mhtml", ["binary"],
            text: "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Location: \(a)\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nAAAA====AAAA"),
        Hostile("page larger than the limit", "t.html", ["too-large"]) { [UInt8](repeating: 0x61, count: 2 << 20) },
    ]

    @Test(arguments: warcs + bodies + archives + others + sizes + disguises)
    func endsInAReason(_ hostile: Hostile) async throws {
        let scratch = try Scratch()
        try scratch.write(hostile.file, hostile.bytes())
        let said = try await crawl(scratch.path, CrawlOptions(largestPage: Self.limit))
        #expect(said.map(\.reason) == hostile.reasons, "\(said.map { $0.detail })")
        #expect(said.allSatisfy { $0.reason == "page" || !$0.detail.isEmpty })
        #expect(!FileManager.default.fileExists(atPath: "/tmp/belofte-escape.warc"))
    }

    /// One bad file never keeps another from being read.
    @Test func goodFilesBesideBadOnes() async throws {
        let scratch = try Scratch()
        for (index, hostile) in (Self.warcs + Self.archives + Self.others).enumerated() {
            try scratch.write("\(index)-\(hostile.file)", hostile.bytes())
        }
        try scratch.write("z.html", page("Alles is in orde."))
        let said = try await crawl(scratch.path, CrawlOptions(largestPage: Self.limit))
        #expect(said.last?.file == "z.html" && said.last?.reason == "page")
    }

    @Test func folderThatIsTooDeep() async throws {
        let scratch = try Scratch()
        try scratch.write(String(repeating: "d/", count: 140) + "x.html", page("x"))
        try scratch.write("ok.html", page("y"))
        #expect(try await scratch.outcome().values.sorted() == ["page", "too-deep"])
    }
}
