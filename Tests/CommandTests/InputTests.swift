import Foundation
import Testing

/// What may be named as an input, and how its places are told.
@Suite struct InputTests {
    private func pages(_ arguments: [String], input: String = "", in folder: URL = Program.repository) throws -> [String] {
        let outcome = try Program.run(["pages"] + arguments, input: input, in: folder)
        #expect(outcome.status == 0, "\(outcome.problems)")
        return Set(outcome.lines.map { String($0.prefix { $0 != "\t" }) }).sorted()
    }

    @Test func standardInputIsReadAsWhatItIs() throws {
        let page = Shop.page("Wij antwoorden binnen 24 uur.")
        #expect(try pages(["-"], input: page) == ["-"])
        #expect(try pages(["-"], input: "# Klachten\n\nWij antwoorden binnen 24 uur.\n") == ["-"])
        let line = #"{"url": "https://shop.example/a", "html": "<html lang='nl'><p>Wij antwoorden binnen 24 uur.</p></html>"}"#
        #expect(try pages(["-"], input: line + "\n") == ["-!https://shop.example/a"])
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        let warc =
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://shop.example/b\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(head.utf8.count + page.utf8.count)\r\n\r\n\(head)\(page)\r\n\r\n"
        #expect(try pages(["-"], input: warc) == ["-!https://shop.example/b"])
    }

    @Test func emptyStandardInputIsAnError() throws {
        let outcome = try Program.run(["audit", "-"])
        #expect(outcome.status == 2)
        #expect(outcome.problems == "belofte: '-' cannot be read: standard input is empty.\n")
    }

    @Test func patternsAreInputs() throws {
        let files = ["site/a/index.html", "site/b/index.html", "site/b/note.md", "site/index.html"]
        try Folder.with(Dictionary(uniqueKeysWithValues: files.map { ($0, Shop.page("Tekst in \($0).")) })) { folder in
            #expect(try pages(["site/**/*.html"], in: folder.path) == ["site/a/index.html", "site/b/index.html", "site/index.html"])
            #expect(try pages(["site/*/*.html"], in: folder.path) == ["site/a/index.html", "site/b/index.html"])
            #expect(try pages(["site/?/note.md"], in: folder.path) == ["site/b/note.md"])
            #expect(try pages(["*/index.html"], in: folder.path) == ["site/index.html"])
            #expect(try pages([folder.url("site/*").path], in: folder.path).count == 4)
            let organisations = try Program.run(["pages", "site/**/*.html"], in: folder.path).lines.map { $0.split(separator: "\t")[4] }
            #expect(Set(organisations) == ["site"])
            let none = try Program.run(["audit", "site/**/*.warc"], in: folder.path)
            #expect(none.status == 2)
            #expect(none.problems == "belofte: nothing matches 'site/**/*.warc'.\n")
        }
    }

    /// Every place can be opened from where somebody stands, and no two files have one name.
    @Test func severalInputsKeepTheirNamesApart() throws {
        let wide = Shop.page("De klantenservice is telefonisch bereikbaar van maandag tot en met vrijdag van 8.00 tot 20.00 uur.")
        let narrow = Shop.page("De klantenservice is telefonisch bereikbaar op werkdagen van 9.00 tot 17.00 uur.")
        try Folder.with(["one/contact.html": wide, "two/contact.html": narrow, "three/policy.md": "# Beleid\n"]) { folder in
            let inputs = ["./one/", folder.url("two").path, "three/policy.md", "--organisation", "shop"]
            #expect(try pages(inputs, in: folder.path) == ["one/contact.html", "three/policy.md", "two/contact.html"])
            let outcome = try Program.run(["audit"] + inputs, in: folder.path)
            #expect(outcome.status == 1)
            let places = outcome.output.matches(of: /(\S+\.html):1:/).map { String($0.1) }
            #expect(Set(places) == ["one/contact.html", "two/contact.html"])
            for place in places { #expect(FileManager.default.fileExists(atPath: folder.url(place).path)) }
        }
    }

    /// What a finding is called does not depend on what else was read.
    @Test func fingerprintsDoNotDependOnTheNameOfTheInput() throws {
        try Folder.with(Shop.torn.merging(["other/index.html": Shop.quiet["index.html"]!]) { $1 }) { folder in
            let alone = try Program.run(["audit", folder.url("service").path, "--organisation", "shop", "--format", "ndjson"])
            let both = try Program.run(
                ["audit", "service", "other", "--organisation", "shop", "--format", "ndjson"], in: folder.path)
            let names = { (text: String) in Set(text.matches(of: /"fingerprint":"([^"]+)"/).map { String($0.1) }) }
            #expect(!names(alone.output).isEmpty)
            #expect(names(alone.output).isSubset(of: names(both.output)))
        }
    }

    /// The role of a page and what decided it.
    @Test func pagesTellsHowTheRoleWasDecided() throws {
        try Folder.with(["klachten.html": Shop.page("Tekst.", title: "Iets"), "a.html": Shop.page("Tekst.", title: "Iets")]) { folder in
            let lines = try Program.run(["pages", folder.path.path]).lines
            #expect(lines.contains { $0.hasPrefix("klachten.html\tservice-policy (address)\t") })
            #expect(lines.contains { $0.hasPrefix("a.html\tmarketing (none)\t") })
        }
    }
}

/// Ctrl-C in the middle of the work.
@Suite struct InterruptTests {
    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)]) func nothingHalfIsLeft(signal: Int32, status: Int32) throws {
        try Folder.with(["report.html": "the report of last week"]) { folder in
            try FileManager.default.createDirectory(at: folder.url("tmp"), withIntermediateDirectories: true)
            let process = try Program.start(["audit", "-", "--report", "html=report.html", "--report", "sarif=new.sarif"], in: folder.path)
            // More than a pipe holds: when it is through, the program is at work.
            try process.input.write(contentsOf: Data(repeating: 0x20, count: 1 << 20))
            kill(process.process.processIdentifier, signal)
            process.process.waitUntilExit()
            try? process.input.close()
            #expect(process.process.terminationReason == .exit)
            #expect(process.process.terminationStatus == status)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path.path).sorted() == ["report.html", "tmp"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url("tmp").path) == [])
            #expect(try String(contentsOf: folder.url("report.html"), encoding: .utf8) == "the report of last week")
        }
    }
}
