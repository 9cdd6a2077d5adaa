import Foundation
import Testing

@testable import belofte

/// The history of audits: lines are only added, by any number of audits at once.
@Suite struct HistoryTests {
    @Test func noLineIsLostOrCutWhereManyWriteAtOnce() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("belofte-history-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: url) }
        let (writers, lines) = (8, 40)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    for line in 0..<lines {
                        let text = "{\"writer\":\(writer),\"line\":\(line),\"fill\":\"\(String(repeating: "x", count: 200 * writer))\"}\n"
                        try HistoryFile.append(Array(text.utf8), to: url.path)
                    }
                }
            }
            try await group.waitForAll()
        }
        struct Line: Decodable, Hashable { var writer: Int, line: Int }
        let found = try Data(contentsOf: url).split(separator: 0x0a).map { try JSONDecoder().decode(Line.self, from: $0) }
        #expect(found.count == writers * lines)
        #expect(Set(found).count == writers * lines)
        for writer in 0..<writers { #expect(found.filter { $0.writer == writer }.map(\.line) == Array(0..<lines)) }
    }

    @Test func aLineWithoutItsEndIsNoPartOfTheNext() throws {
        try Folder.with(["history": "{\"half\":1}"]) { folder in
            try HistoryFile.append(Array("{\"whole\":2}\n".utf8), to: folder.url("history").path)
            let text = try String(contentsOf: folder.url("history"), encoding: .utf8)
            #expect(text == "{\"half\":1}\n{\"whole\":2}\n")
        }
    }

    /// Audits in processes of their own, of one day: each adds its line, and the report takes the last.
    @Test func auditsAtTheSameTimeAllKeepTheirLine() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("belofte-history-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Shop.page("De winkel ligt aan de haven.").utf8).write(to: folder.appendingPathComponent("index.html"))
        let history = folder.path + ".jsonl"
        defer { try? FileManager.default.removeItem(atPath: history) }
        let options = ["audit", folder.path, "--history", history, "--date", "2026-11-20"]
        await withTaskGroup(of: Int32?.self) { group in
            for _ in 0..<4 { group.addTask { try? Program.run(options).status } }
            for await status in group { #expect(status == 0) }
        }
        let lines = try String(contentsOfFile: history, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 4 && Set(lines.dropFirst()).count == 1)
    }

    // MARK: drift

    /// Audits a site that says this, and adds the day to its history.
    private func audit(_ folder: Folder, _ day: String, _ sentence: String, _ options: String...) throws -> Program.Outcome {
        try folder.write("www.shop.example/mail.html", Data(Repository.page(sentence, "E-mail").utf8))
        return try Program.run(
            ["audit", "www.shop.example", "--history", "history", "--date", day, "--fail-on", "warning"] + options, in: folder.path)
    }

    private static let mail48 = "Wij beantwoorden uw e-mail binnen 48 uur."
    private static let weaker = "mail.html:3:4: warning: The promise is weaker than it was: 24 hours before, 48 hours now. [promise-drift]"

    @Test func aPromiseThatGotWeakerSinceTheLastDayIsDrift() throws {
        try Folder.with { folder in
            #expect(try !audit(folder, "2026-11-01", Repository.mail24).output.contains("promise-drift"))
            #expect(try !audit(folder, "2026-11-02", Repository.mail24).output.contains("promise-drift"))
            let drifted = try audit(folder, "2026-11-03", Self.mail48)
            #expect(drifted.output.contains(Self.weaker), "\(drifted.output)")
            #expect(drifted.status == 1)
            // The same day again is compared with the day before, as it was the first time; the next day all is as it was.
            #expect(try audit(folder, "2026-11-03", Self.mail48).output == drifted.output)
            #expect(try !audit(folder, "2026-11-04", Self.mail48).output.contains("promise-drift"))
        }
    }

    /// What has not changed is not written again, whatever the number of days.
    @Test func aDayWithoutChangesIsAShortLine() throws {
        try Folder.with { folder in
            for day in 1...4 { _ = try audit(folder, "2026-11-0\(day)", Repository.mail24) }
            let lines = try String(contentsOf: folder.url("history"), encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 4 && lines[0].contains(Repository.mail24))
            #expect(lines.dropFirst().allSatisfy { !$0.contains(Repository.mail24) && $0.utf8.count < 400 }, "\(lines)")
        }
    }

    @Test func theReportShowsTheTrendAndTheDrift() throws {
        try Folder.with { folder in
            _ = try audit(folder, "2026-11-01", Repository.mail24)
            let page = try audit(folder, "2026-11-02", Self.mail48, "--format", "html").output
            #expect(page.contains("promise-drift") && page.contains("class=\"trend\""))
            _ = try audit(folder, "2026-11-02", Self.mail48, "--report", "json=result.json")
            let kept = try Program.run(["report", "result.json", "--history", "history", "--date", "2026-11-02"], in: folder.path).output
            #expect(kept.contains("promise-drift") && kept.contains("class=\"trend\""))
        }
    }

    @Test func aBaseIsNearerThanTheHistory() throws {
        try Folder.with { folder in
            _ = try audit(folder, "2026-11-01", Repository.mail24)
            _ = try audit(folder, "2026-11-02", Self.mail48, "--report", "json=base.json")
            #expect(try !audit(folder, "2026-11-03", Self.mail48, "--base", "base.json").output.contains("[promise-drift]"))
        }
    }

    /// Lines of earlier versions give the trend; drift begins with the first line that says what was promised.
    @Test func linesOfEarlierVersionsAreRead() throws {
        let old =
            "{\"contradicted\":0,\"date\":\"2026-10-01\",\"findings\":0,\"kept\":0,\"no_norm\":0,\"nothing_behind\":0,"
            + "\"organisation\":\"shop.example\",\"promises\":0}\n"
        try Folder.with(["history": old]) { folder throws in
            #expect(try audit(folder, "2026-11-01", Repository.mail24).status == 0)
            #expect(try audit(folder, "2026-11-02", Self.mail48).output.contains(Self.weaker))
            #expect(try String(contentsOf: folder.url("history"), encoding: .utf8).hasPrefix(old))
        }
    }

    /// Somebody took a line out: what was said then is not known, so nothing is told, and the next line says all again.
    @Test func aLineThatIsMissingIsNoDrift() throws {
        try Folder.with { folder in
            for (day, sentence) in [("1", Repository.mail24), ("2", Self.mail48), ("3", Self.mail48)] {
                _ = try audit(folder, "2026-11-0" + day, sentence)
            }
            let lines = try String(contentsOf: folder.url("history"), encoding: .utf8).split(separator: "\n")
            try folder.write("history", Data((lines[0] + "\n" + lines[2] + "\n").utf8))
            #expect(try !audit(folder, "2026-11-04", Repository.mail24).output.contains("promise-drift"))
            #expect(try audit(folder, "2026-11-05", Self.mail48).output.contains(Self.weaker))
        }
    }

    @Test func aLineThatIsNoneIsTwo() throws {
        try Folder.with(["history": "{}\n"]) { folder in
            let outcome = try audit(folder, "2026-11-01", Repository.mail24)
            #expect(outcome.status == 2 && outcome.output == "")
            #expect(outcome.problems.contains("history:1: this line is no audit of a history"))
        }
    }

    @Test func auditsAtOnceKeepTheirPromises() async throws {
        let folder = try #require(try? Folder.with { $0 })
        try FileManager.default.createDirectory(at: folder.path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.path) }
        try folder.write("www.shop.example/mail.html", Data(Repository.page(Repository.mail24, "E-mail").utf8))
        let path = folder.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for day in 1...6 {
                group.addTask {
                    _ = try Program.run(["audit", "www.shop.example", "--history", "history", "--date", "2026-11-0\(day)"], in: path)
                }
            }
            try await group.waitForAll()
        }
        // Whatever their order: every line follows from the one before, so that the next audit knows what was said.
        #expect(try audit(folder, "2026-11-20", Self.mail48).output.contains(Self.weaker))
    }
}
