import Claims
import Configuration
import Extraction
import Foundation
import RuleBook
import Testing

@testable import belofte

/// Claims that are kept from one run to the next: the same bytes out, whatever the state of the cache.
@Suite struct CacheTests {
    /// A copy of the samples with a cache beside it.
    private func withSite(_ body: (Folder, ([String]) throws -> Program.Outcome) throws -> Void) throws {
        try Folder.with { folder in
            try FileManager.default.copyItem(at: Program.repository.appendingPathComponent("Samples"), to: folder.url("site"))
            try body(folder) { options in try Program.run(["extract", "site"] + options, in: folder.path) }
        }
    }

    private func entries(_ folder: Folder) throws -> [URL] {
        let all = FileManager.default.enumerator(at: folder.url("cache"), includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).filter { $0.lastPathComponent.count == 64 }.sorted { $0.path < $1.path }
    }

    @Test func itChangesNothing() throws {
        try withSite { folder, extract in
            let without = try extract(["--no-cache"]).output
            let first = try extract(["--cache", "cache", "--jobs", "3"])
            let kept = try entries(folder).count
            let second = try extract(["--cache", "cache", "--jobs", "1"])
            #expect(first.output == without && second.output == without && first.problems == "" && second.problems == "")
            #expect(try kept > 10 && entries(folder).count == kept)
        }
    }

    /// Cut off, overwritten, emptied, exchanged: each is read anew and mended.
    @Test func aDamagedEntryIsMadeAgain() throws {
        try withSite { folder, extract in
            let sound = try extract(["--cache", "cache"]).output
            let names = try entries(folder)
            let before = try names.map { try Data(contentsOf: $0) }
            for (index, file) in names.enumerated() {
                var data = before[index]
                switch index % 5 {
                case 0: data = data.prefix(data.count / 2)
                case 1: data[data.count - 1] ^= 0xff
                case 2: data = Data()
                case 3: data = before[(index + 1) % before.count]
                default: data[80] ^= 0x01
                }
                try data.write(to: file)
            }
            #expect(try extract(["--cache", "cache"]).output == sound)
            let after = try names.map { try Data(contentsOf: $0) }
            #expect(after == before)
        }
    }

    @Test func whatDecidesClaimsIsPartOfTheName() throws {
        try withSite { folder, extract in
            _ = try extract(["--cache", "cache"])
            let changes: [(String, [String])] = [
                ("version: 1\npages: [{match: \"**\", role: legal}]\n", []), ("version: 1\nlanguages: [en]\n", []),
                ("version: 1\nrules: {opening-hours: off}\n", []), ("version: 1\naliases: {product: {X: [cv-ketel]}}\n", []),
                ("version: 1\n", ["--organisation", "other.example"]),
            ]
            for (settings, options) in changes {
                try folder.write(".belofte.yml", Data(settings.utf8))
                let cached = try extract(options + ["--cache", "cache"]).output
                #expect(try extract(options + ["--no-cache"]).output == cached, "\(settings)")
            }
            try folder.write("site/new.html", Data(Shop.page("Wij antwoorden binnen 24 uur op uw e-mail.").utf8))
            let cached = try extract(["--cache", "cache"]).output
            #expect(try extract(["--no-cache"]).output == cached && cached.contains("new.html"))
        }
    }

    @Test func aFolderThatCannotBeWrittenIsNoReasonToStop() throws {
        try withSite { folder, extract in
            try folder.write("cache", Data("a file".utf8))
            let outcome = try extract(["--cache", "cache"])
            #expect(outcome.status == 0 && outcome.problems == "")
            #expect(try extract(["--no-cache"]).output == outcome.output)
        }
    }

    @Test func theConfigurationNamesItsFolder() throws {
        try withSite { folder, extract in
            try folder.write("settings/.belofte.yml", Data("version: 1\ncache: ../cache\n".utf8))
            _ = try extract(["--config", "settings/.belofte.yml"])
            #expect(try !entries(folder).isEmpty)
        }
    }

    @Test func twoRunsAtOnceDoNotDisturbEachOther() async throws {
        let folder = try #require(try? Folder.with { $0 })
        try FileManager.default.createDirectory(at: folder.path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.path) }
        let arguments = ["extract", "Samples", "--cache", folder.url("cache").path, "--jobs", "2"]
        let outputs = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<3 { group.addTask { try Program.run(arguments).output } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(outputs).count == 1 && !outputs[0].isEmpty)
    }

    /// Half-written files of a program that was stopped go; those of one that may still be writing stay.
    @Test func whatWasLeftHalfWrittenGoes() throws {
        try Folder.with { folder in
            let cache = try #require(try Self.cache(folder))
            let page = Page(file: "a.html", organisation: "x", bytes: [1], format: .html)
            _ = cache.extracted(page) { Self.full }
            let entry = try #require(
                try FileManager.default.subpathsOfDirectory(atPath: folder.path.path).first { $0.contains("claims-3/") && $0.count > 64 })
            let (old, new) = (folder.url(entry + ".old"), folder.url(entry + ".new"))
            for file in [old, new] { try Data([1]).write(to: file) }
            try FileManager.default.setAttributes([.modificationDate: Date.now.addingTimeInterval(-7200)], ofItemAtPath: old.path)
            cache.trim(since: Date.now.addingTimeInterval(-5))
            #expect(!FileManager.default.fileExists(atPath: old.path) && FileManager.default.fileExists(atPath: new.path))
            #expect(FileManager.default.fileExists(atPath: folder.url(entry).path))
        }
    }

    private static func cache(_ folder: Folder, limit: Int = 1 << 20) throws -> ClaimCache? {
        let setup = Setup(
            settings: Settings(), book: try RuleBook.load(directory: Program.repository.appendingPathComponent("Rules").path))
        return ClaimCache(folder: folder.path.path, setup: setup, limit: limit)
    }

    /// Without its key the names mean nothing: everything is made again, under a new one.
    @Test func aDamagedKeyIsMadeAgain() throws {
        try withSite { folder, extract in
            let sound = try extract(["--cache", "cache"]).output
            let count = try entries(folder).count
            try folder.write("cache/claims-3/key", Data("short".utf8))
            #expect(try extract(["--cache", "cache"]).output == sound)
            #expect(try entries(folder).count == 2 * count)
            #expect(try Data(contentsOf: folder.url("cache/claims-3/key")).count == 32)
        }
    }

    @Test func itStaysWithinItsBounds() throws {
        try Folder.with { folder in
            let cache = try #require(try Self.cache(folder, limit: 256 * 600))
            let start = Date.now.addingTimeInterval(-5)
            for number in 0..<600 {
                let page = Page(file: "\(number).html", organisation: "x", bytes: [1], format: .html)
                _ = cache.extracted(page) {
                    Extracted(claims: [], page: PageRecord(file: page.file, organisation: "x", role: .other), notJudged: [])
                }
            }
            cache.trim(since: start)
            let kept =
                FileManager.default.enumerator(at: folder.path, includingPropertiesForKeys: [.fileSizeKey])?.allObjects as? [URL] ?? []
            let files = kept.filter { $0.lastPathComponent.count == 64 }
            let size = files.reduce(0) { $0 + ((try? $1.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0) }
            #expect(size <= 256 * 600 && files.count > 200 && files.count < 600, "\(size) bytes in \(files.count) files")
        }
    }

    // MARK: the fields

    private static let claim: Claim = {
        var claim = Claim(
            id: "c-1", organisation: "o", kind: .servicePromise, theme: "speed", stance: .denies, commitment: .hedged, channel: "email",
            touchpoint: "ask",
            measure: Measure(metric: .responseTime, op: .atMost, value: -2.5, unit: .workday, per: "call", openingHours: "24/7"),
            scope: Scope(
                audience: ["business"], product: ["x"], region: "r", condition: "c", period: "p", stage: "answer", universal: true),
            topics: ["~a"], language: "nl", quote: "“é”", marked: "é", context: ["A", ""],
            source: Source(
                url: "https://x.example/", file: "f", page: 3, line: 1, column: 2, endLine: 3, endColumn: 400_000, pageRole: .legal,
                authority: 90, fetched: "2026-01-01"), rule: "nl.x", occurrences: 7)
        claim.rules = "abc"
        claim.source.input = "one/"
        claim.places = [Place(claim.source)]
        return claim
    }()

    private static let full: Extracted = {
        var page = PageRecord(
            file: "f", url: "u", organisation: "o", title: "t", language: "nl", role: .news, charset: "x",
            links: [Link(href: "h", text: "t", line: 1, column: 2, template: true)], anchors: ["a", "b"])
        page.decided = Decided(address: "a", language: "l", charset: "c", role: "r")
        page.fetched = "2026"
        page.versions = ["https://x.example/en/"]
        (page.input, page.refresh) = ("one/", "/new/")
        var skipped = NotJudged(file: "f", url: "u", reason: "r", detail: "d", unread: true)
        (skipped.target, skipped.times) = ("/there", 2)
        let note = SuppressionNote(
            organisation: "o", file: "f", url: "u", line: 1, column: 2, covers: Stretch(line: 1, column: 2, endLine: 3, endColumn: 4),
            rule: "r", reason: "why", owner: "me", until: "2027-01-31", problem: "p")
        return Extracted(
            claims: [claim], page: page, notJudged: [skipped], suppressions: [note])
    }()

    /// A field without a value would hide that it is not kept.
    private static func empty(_ value: Any, _ path: String) -> [String] {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional, mirror.children.isEmpty { return [path] }
        return mirror.children.flatMap { child in empty(child.value, path + "." + (child.label ?? "")) }
    }

    @Test func everyFieldOfEveryTypeIsKept() throws {
        let full = Self.full
        #expect(Self.empty(full, "") == [])
        let back = try #require(Extracted(stored: full.stored()))
        #expect(back == full)
        for length in 0..<full.stored().count { #expect(Extracted(stored: Array(full.stored().prefix(length))) == nil) }
        #expect(Extracted(stored: full.stored() + [0]) == nil)
    }
}
