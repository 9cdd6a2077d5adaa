import Foundation
import Testing

/// Bad input gets its line under "not judged", and everything else is audited all the same.
@Suite struct BadInputTests {
    private struct Audit: Decodable {
        struct Skipped: Decodable { var file: String, reason: String, unread: Bool }
        struct Totals: Decodable { var pagesRead: Int, filesNotRead: Int, findings: Int }
        var notJudged: [Skipped]
        var totals: Totals
    }

    private func audit(_ folder: Folder) throws -> Audit {
        let outcome = try Program.run(["audit", folder.path.path, "--format", "json", "--fail-on", "never"])
        #expect(outcome.status == 0, "\(outcome.problems)")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Audit.self, from: Data(outcome.output.utf8))
    }

    @Test func everyFileIsAccountedFor() throws {
        try Folder.with(Shop.torn) { folder in
            try folder.write("logo.png", Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]))
            try folder.write("empty.html", Data())
            try folder.write("huge.html", Data(repeating: 0x20, count: 70 << 20))
            try folder.write("noise.bin", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }))
            let audit = try audit(folder)
            #expect(audit.totals.pagesRead == 2)
            #expect(audit.totals.filesNotRead == 4)
            #expect(Set(audit.notJudged.map(\.file)) == ["logo.png", "empty.html", "huge.html", "noise.bin"])
            #expect(audit.notJudged.first { $0.file == "huge.html" }?.reason == "too-large")
            #expect(audit.totals.findings > 0)
        }
    }

    @Test func linksInALoopEndAndLinksOutAreNotFollowed() throws {
        try Folder.with(["secret.html": Shop.page("Wij antwoorden binnen 24 uur.")]) { secret in
            try Folder.with(Shop.torn) { folder in
                let files = FileManager.default
                try files.createSymbolicLink(at: folder.url("service/again"), withDestinationURL: folder.path)
                try files.createSymbolicLink(at: folder.url("gone.html"), withDestinationURL: folder.url("nowhere.html"))
                try files.createSymbolicLink(at: folder.url("out.html"), withDestinationURL: secret.url("secret.html"))
                let audit = try audit(folder)
                #expect(audit.totals.pagesRead == 2)
                #expect(Set(audit.notJudged.map(\.file)) == ["service/again", "gone.html", "out.html"])
            }
        }
    }

    @Test func aHostilePageStaysText() throws {
        let hours = "De klantenservice is telefonisch bereikbaar op werkdagen van"
        let pages = [
            "service/\u{1b}[31m.html": Shop.page("\(hours) 9.00 tot 17.00 uur \u{1b}[2J\u{202e}&lt;script&gt;."),
            "service/b.html": Shop.page("\(hours) 8.00 tot 20.00 uur."),
        ]
        try Folder.with(pages) { folder in
            let outcome = try Program.run(["audit", folder.path.path, "--fail-on", "never"])
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("opening-hours-conflict"))
            #expect(!outcome.output.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
        }
    }
}
