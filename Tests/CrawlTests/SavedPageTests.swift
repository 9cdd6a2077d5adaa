import Claims
import Foundation
import Testing

@testable import Crawl

/// Pages that a browser or a scraper saved: MHTML and JSON lines.
struct SavedPageTests {
    @Test func mhtmlOfARealBrowser() async throws {
        let said = try await crawl(MirrorTests.dumps + "/mhtml/conflict.mhtml")
        let page = try #require(said.first?.page)
        #expect(page.url == "http://127.0.0.1:8972/conflict")
        #expect(page.fetched == "2026-11-22T02:42:59Z")
        #expect(page.bytes.contains(0x80) && !page.bytes.contains(0x3d, 0x45))
        #expect(said.count == 1)
    }

    @Test func mhtmlWithFramesAndPictures() async throws {
        let scratch = try Scratch()
        let text = """
            From: x\r\nSnapshot-Content-Location: https://kade.example/a\r\nContent-Type: multipart/related; boundary="b-1"\r\n\r
            --b-1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r
            <p>E=C3=A9n zin =3D lang=\r\n er is meer</p>\r\n--b-1\r\nContent-Type: image/png\r\nContent-Location: https://kade.example/p.png\r\n\r
            xx\r\n--b-1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://kade.example/b\r\n\r
            PHA+SGFs\r\nbG88L3A+\r\n--b-1--\r\n
            """
        let said = try await crawl(try scratch.write("a.mhtml", text))
        #expect(said.compactMap(\.page?.url) == ["https://kade.example/a", "https://kade.example/b"])
        #expect(
            said.compactMap { $0.page.map { String(decoding: $0.bytes, as: UTF8.self).trimmed } } == [
                "<p>Eén zin = lang er is meer</p>", "<p>Hallo</p>",
            ])
    }

    @Test func linesOfARealScraper() async throws {
        let said = try await crawl(MirrorTests.dumps + "/scrapy")
        #expect(said.compactMap(\.page).count == 19)
        let page = try #require(said.first?.page)
        #expect(page.url == "http://127.0.0.1:8972/" && page.fetched == "2026-11-22T02:42:58Z" && page.charset == "utf-8")
    }

    @Test func fieldsOfAnyName() async throws {
        let scratch = try Scratch()
        let lines = [
            #"{"address": "https://kade.example/a", "page": "<p>Een</p>", "code": 200}"#,
            #"{"address": "https://kade.example/b", "page": "<p>Twee</p>", "code": 404}"#,
        ]
        let file = try scratch.write("x.jsonl", lines.joined(separator: "\n"))
        let fields = try #require(JSONFields("url=address,html=page,status=code"))
        #expect(try await crawl(file, CrawlOptions(jsonFields: fields)).map(\.reason) == ["page", "not-found"])
        #expect(try await crawl(file).map(\.reason) == ["not-a-page", "not-a-page"])
        #expect(JSONFields("url") == nil && JSONFields("colour=x") == nil)
    }
}

extension [UInt8] {
    fileprivate func contains(_ first: UInt8, _ second: UInt8) -> Bool { zip(self, dropFirst()).contains { $0 == (first, second) } }
}
