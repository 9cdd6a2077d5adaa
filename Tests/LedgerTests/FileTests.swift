import Claims
import Foundation
import GRDB
import Ledger
import Testing

/// The file itself: added to once, by many at a time, and never where it is something else.
@Suite struct FileTests {
    @Test func theSameAuditIsAddedOnce() throws {
        try Bank.withPath { path in
            let audit = Bank.audit("2026-01-01", Bank.mail(24))
            let first = try LedgerFile.toAdd(path).add([audit])
            let before = try LedgerFile.toRead(path).list()
            let again = try LedgerFile.toAdd(path).add([audit])
            #expect(first.map(\.isKnown) == [false] && first[0].events == [.appeared: 1])
            #expect(again.map(\.isKnown) == [true] && again[0].events == [:])
            #expect(try LedgerFile.toRead(path).list() == before)
        }
    }

    /// All of what is given is added, or nothing.
    @Test func anAuditBeforeTheLastIsLate() throws {
        try Bank.withPath { path in
            let ledger = try LedgerFile.toAdd(path)
            _ = try ledger.add([Bank.audit("2026-02-01", Bank.mail(24))])
            let before = try ledger.list()
            #expect(throws: LedgerError.late(organisation: Bank.name, day: "2026-01-01", last: "2026-02-01")) {
                try ledger.add([Bank.audit("2026-03-01", Bank.mail(48), of: "other.example"), Bank.audit("2026-01-01", Bank.mail(48))])
            }
            #expect(try ledger.list() == before)
        }
    }

    @Test func manyAddAtOnce() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("belofte-ledger-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writers = 6
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    for month in 1...4 {
                        // Each opens the file anew, as programs do; the first ones make it at the same time.
                        let audit = Bank.audit("2026-0\(month)-01", Bank.mail(Double(24 * month)), of: "bank-\(writer).example")
                        _ = try LedgerFile.toAdd(path).add([audit])
                    }
                }
            }
            try await group.waitForAll()
        }
        let list = try LedgerFile.toRead(path).list()
        #expect(list.organisations.map(\.audits) == Array(repeating: 4, count: writers))
        #expect(list.promises.map(\.changes) == Array(repeating: 3, count: writers))
    }

    @Test func thereIsNothingToReadWhereThereIsNone() {
        Bank.withPath { path in
            #expect(throws: LedgerError.missing(path: path)) { try LedgerFile.toRead(path) }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func aFileOfSomethingElseIsLeftAsItIs() throws {
        try Bank.withPath { path in
            try Data("My notes, which are no database at all, and a good deal longer than its head would be.\n".utf8).write(
                to: URL(fileURLWithPath: path))
            try expectForeign(path)
        }
        try Bank.withPath { path in
            try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE promise (id TEXT)") }
            try expectForeign(path)
        }
    }

    private func expectForeign(_ path: String) throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: LedgerError.foreign(path: path)) { try LedgerFile.toRead(path) }
        #expect(throws: LedgerError.foreign(path: path)) { try LedgerFile.toAdd(path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func aDamagedFileIsNamed() throws {
        try Bank.withPath { path in
            let ledger = try LedgerFile.toAdd(path)
            for day in 1...9 { _ = try ledger.add([Bank.audit("2026-01-0\(day)", Bank.mail(Double(day)), Bank.slogan())]) }
            let file = URL(fileURLWithPath: path)
            var data = try Data(contentsOf: file)
            // Everything behind the page that says which tables there are.
            for index in 4096..<data.count { data[index] = 0xaa }
            try data.write(to: file)
            let error = #expect(throws: LedgerError.self) { try LedgerFile.toRead(path).list() }
            guard case .damaged(path, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func oneOfALaterVersionIsLeftAlone() throws {
        try Bank.withPath { path in
            _ = try LedgerFile.toAdd(path).add([Bank.audit("2026-01-01", Bank.mail(24))])
            try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9: of tomorrow')") }
            #expect(throws: LedgerError.newer(path: path)) { try LedgerFile.toRead(path) }
            #expect(throws: LedgerError.newer(path: path)) { try LedgerFile.toAdd(path) }
        }
    }

    @Test func whatAPageSaysIsOnlyText() throws {
        let words = "'; DROP TABLE promise; -- \u{0} \u{1b}[31m “é” ?1 :name"
        let list = try Bank.list(Bank.audit("2026-01-01", Bank.slogan(words)), Bank.audit("2026-01-02", Bank.slogan(words)))
        #expect(list.promises.map(\.claim.quote) == [words])
    }
}
