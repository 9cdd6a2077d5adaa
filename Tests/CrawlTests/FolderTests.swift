import Claims
import Foundation
import Testing

@testable import Crawl

/// What a folder may hold besides pages: nothing of it stops the rest, and all of it is accounted for.
struct FolderTests {
    @Test func missingAndEmptyInputs() throws {
        let scratch = try Scratch()
        #expect(throws: CrawlError.missing(path: "/no/such/folder")) { try Inventory(inputs: ["/no/such/folder"], options: CrawlOptions()) }
        #expect(throws: CrawlError.missing(path: "")) { try Inventory(inputs: [""], options: CrawlOptions()) }
        #expect(throws: CrawlError.empty(path: scratch.path)) { try Inventory(inputs: [scratch.path], options: CrawlOptions()) }
        try scratch.link("gone", to: "nowhere")
        #expect(throws: CrawlError.missing(path: scratch.path + "/gone")) {
            try Inventory(inputs: [scratch.path + "/gone"], options: CrawlOptions())
        }
    }

    @Test func linksStayInsideAndNeverRunInCircles() throws {
        let scratch = try Scratch()
        try scratch.write("site/ok.html", page("x"))
        try scratch.write("outside/secret.html", page("x"))
        try scratch.write("site/sub/deep.html", page("x"))
        try scratch.link("site/sub/up", to: "..")
        try scratch.link("site/self", to: "self")
        try scratch.link("site/one", to: "two")
        try scratch.link("site/two", to: "one")
        try scratch.link("site/gone.html", to: "nothing-there")
        try scratch.link("site/out", to: "../outside")
        try scratch.link("site/out.html", to: "../outside/secret.html")
        try scratch.link("site/again.html", to: "ok.html")
        let inventory = try Inventory(inputs: [scratch.path + "/site"], options: CrawlOptions())
        #expect(inventory.entries.map(\.file) == ["ok.html", "sub/deep.html"])
        #expect(inventory.notJudged.map(\.file) == ["again.html", "gone.html", "one", "out", "out.html", "self", "sub/up", "two"])
        #expect(inventory.notJudged.allSatisfy { $0.reason == "symlink" })
    }

    /// `current` points at a release in a hidden folder: the site is read, once.
    @Test func linkIntoAHiddenFolderIsTheSite() throws {
        let scratch = try Scratch()
        try scratch.write("site/.releases/3/index.html", page("x"))
        try scratch.link("site/current", to: ".releases/3")
        try scratch.link("site/newest", to: ".releases/3")
        let inventory = try Inventory(inputs: [scratch.path + "/site"], options: CrawlOptions())
        #expect(inventory.entries.map(\.file) == ["current/index.html"])
        #expect(inventory.notJudged.map(\.reason) == ["hidden", "twice"])
    }

    @Test func everyFileIsAccountedFor() async throws {
        let scratch = try Scratch()
        try scratch.write("ok.html", page("x"))
        try scratch.write("empty.html", "")
        try scratch.write("binary.html", [0x3c, 0x70, 0x3e, 0x00, 0x01])
        try scratch.write("picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])
        try scratch.write("data.json", "{\"a\": 1}")
        try scratch.write("robots.txt", "User-agent: *")
        try scratch.write("policy.md", "# Klachten\n\nWij antwoorden.\n")
        try scratch.write("damaged.html", [0x1f, 0x8b, 0x08, 0x00, 0x01, 0x02])
        try scratch.write("large.html", Array(repeating: 0x61, count: 3000))
        try scratch.write(".git/config", "[core]")
        #expect(
            try await scratch.outcome(CrawlOptions(largestPage: 2048)) == [
                "ok.html": "page", "empty.html": "empty", "binary.html": "binary", "picture": "binary", "data.json": "not-a-page",
                "robots.txt": "not-a-page", "policy.md": "page", "damaged.html": "compressed", "large.html": "too-large", ".git": "hidden",
            ])
    }

    @Test func pageOfFiftyMegabytesIsLeftOutAndTheRestIsRead() async throws {
        let scratch = try Scratch()
        try scratch.write("big.html", Array(repeating: 0x61, count: 50 << 20))
        try scratch.write("ok.html", page("x"))
        #expect(try await scratch.outcome() == ["big.html": "too-large", "ok.html": "page"])
    }

    @Test func inputThatIsNamedTwiceIsReadOnce() throws {
        let scratch = try Scratch()
        try scratch.write("sub/ok.html", page("x"))
        let inventory = try Inventory(inputs: [scratch.path, scratch.path, scratch.path + "/sub/ok.html"], options: CrawlOptions())
        #expect(inventory.entries.map(\.file) == ["sub/ok.html"])
    }

    @Test func originalBesideItsConvertedPage() async throws {
        let scratch = try Scratch()
        for file in ["a.html", "a.html.orig", "b.html", "b.orig", "c.orig"] { try scratch.write(file, page(file)) }
        #expect(
            try await scratch.outcome() == [
                "a.html": "page", "a.html.orig": "original", "b.html": "page", "b.orig": "original", "c.orig": "page",
            ])
    }

    @Test func httrackFilesAreNotTheSite() async throws {
        let scratch = try Scratch()
        try scratch.write("index.html", page("Local index - HTTrack"))
        try scratch.write("backblue.gif", "GIF89a")
        try scratch.write("hts-log.txt", "HTTrack launched")
        let lines = [
            "date\tsize\tflags\tstatuscode\tstatus\tMIME\tEtag\tURL\tlocalfile\tfrom",
            "10:00:00\t1/1\t---\t200\tadded\ttext/html\t\thttp://www.kade.example/wie?id=3\tout/www.kade.example/wie4a1b.html\t",
            "10:00:00\t1/1\t---\t404\terror\ttext/html\t\thttp://www.kade.example/weg\tout/www.kade.example/weg.c.delayed\t",
        ]
        try scratch.write("hts-cache/new.txt", lines.joined(separator: "\n"))
        try scratch.write("www.kade.example/index.html", page("Welkom"))
        try scratch.write("www.kade.example/wie4a1b.html", page("Wie"))
        try scratch.write("www.kade.example/weg.html", page("Wij helpen u altijd verder."))
        #expect(
            try await scratch.outcome() == [
                "index.html": "crawler", "backblue.gif": "crawler", "hts-log.txt": "crawler", "hts-cache/new.txt": "crawler",
                "www.kade.example/index.html": "page", "www.kade.example/wie4a1b.html": "page", "www.kade.example/weg.html": "not-found",
            ])
        let said = try await crawl(scratch.path)
        #expect(said.first { $0.file.hasSuffix("wie4a1b.html") }?.page?.url == "http://www.kade.example/wie?id=3")
    }
}

/// Names and kinds of files that no site has.
struct HostileFolderTests {
    @Test func pipesAndBrokenNames() async throws {
        let scratch = try Scratch()
        try scratch.write("ok.html", page("x"))
        let pipe = scratch.path + "/pipe.warc"
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        try scratch.write("line\nend\u{1b}[31m.html", page("y"))
        #expect(try await scratch.outcome() == ["ok.html": "page", "pipe.warc": "not-a-file", "line\nend\u{1b}[31m.html": "page"])
    }

    /// A mirrored site in a ZIP file that somebody names as an input.
    @Test func namesInAZipFileNeverBecomePlaces() async throws {
        let scratch = try Scratch()
        var zip = ZipBuilder()
        zip.add("../../../../tmp/belofte-escape.html", Array(page("Een.").utf8))
        zip.add("/etc/belofte-escape.html", Array(page("Twee.").utf8))
        zip.add("./a/../../b.html", Array(page("Drie.").utf8))
        zip.add("bomb.html", [UInt8](repeating: 0x20, count: 20 << 20), deflated: true)
        let file = try scratch.write("site.zip", zip.bytes)
        let said = try await crawl(file, CrawlOptions(largestPage: 1 << 20))
        #expect(said.map(\.reason) == ["page", "page", "page", "too-large"])
        #expect(said.allSatisfy { !$0.file.contains("..") })
        for place in ["/tmp/belofte-escape.html", "/etc/belofte-escape.html"] { #expect(!FileManager.default.fileExists(atPath: place)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["site.zip"])
    }
}
