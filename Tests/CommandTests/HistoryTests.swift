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
        #expect(lines.count == 4 && Set(lines).count == 1)
    }
}
