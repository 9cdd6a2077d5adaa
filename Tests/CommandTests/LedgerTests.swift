import Foundation
import Testing

/// `belofte ledger`, as somebody uses it who keeps the audits of a site.
@Suite struct LedgerTests {
    private static let mail24 = "Wij beantwoorden uw e-mail binnen 24 uur."

    /// A site that was audited on two days, with slower mail on the second.
    private func withLedger(_ body: (Folder) throws -> Void) throws {
        try Folder.with { folder in
            for (day, sentence) in [("2026-11-01", Self.mail24), ("2026-11-20", "Wij beantwoorden uw e-mail binnen 48 uur.")] {
                try folder.write("www.shop.example/mail.html", Data(Shop.page(sentence, title: "E-mail").utf8))
                let audit = try Program.run(["audit", "www.shop.example", "--format", "json", "--fail-on", "never"], in: folder.path)
                try folder.write("\(day).json", Data(audit.output.utf8))
                let added = try Program.run(["ledger", "add", "\(day).json", "--date", day], in: folder.path)
                #expect(added.status == 0 && added.output == "", "\(added.problems)")
            }
            try body(folder)
        }
    }

    @Test func aPromiseThatGotWeakerIsToldOnItsDay() throws {
        try withLedger { folder in
            let list = try Program.run(["ledger", "list", "--state", "changed"], in: folder.path)
            #expect(list.status == 0)
            #expect(list.output.contains("shop.example: 2 audits, 2026-11-01 – 2026-11-20"), "\(list.output)")
            #expect(list.output.contains("stands since 2026-11-01, changed 1×"), "\(list.output)")
            let id = try #require(list.lines.first { $0.hasPrefix("p-") }?.split(separator: " ").first)
            let life = try Program.run(["ledger", "promise", String(id.prefix(6))], in: folder.path)
            #expect(life.status == 0)
            #expect(life.output.contains("2026-11-01  appeared\n    mail.html:1: \"\(Self.mail24)\""), "\(life.output)")
            #expect(life.output.contains("2026-11-20  changed: weaker"))
            let dutch = try Program.run(["ledger", "promise", String(id), "--language", "nl"], in: folder.path)
            #expect(dutch.output.contains("2026-11-20  veranderd: zwakker"))
        }
    }

    @Test func itIsJSONForPrograms() throws {
        try withLedger { folder in
            struct List: Decodable {
                struct Promise: Decodable {
                    struct Claim: Decodable { var quote: String }
                    var id: String, state: String, changes: Int, claim: Claim
                }
                var schema: Int
                var promises: [Promise]
            }
            struct Life: Decodable {
                struct Event: Decodable { var day: String, kind: String, direction: String? }
                var events: [Event]
            }
            let text = try Program.run(["ledger", "list", "--theme", "speed", "--format", "json"], in: folder.path).output
            let list = try JSONDecoder().decode(List.self, from: Data(text.utf8))
            #expect(list.schema == 1 && list.promises.map(\.changes) == [1] && list.promises[0].state == "standing")
            let life = try Program.run(["ledger", "promise", list.promises[0].id, "--format", "json"], in: folder.path).output
            let events = try JSONDecoder().decode(Life.self, from: Data(life.utf8)).events
            #expect(events.map(\.kind) == ["appeared", "changed"] && events.last?.direction == "weaker")
        }
    }

    @Test func addingTwiceChangesNothing() throws {
        try withLedger { folder in
            let before = try Program.run(["ledger", "list", "--format", "json"], in: folder.path).output
            let again = try Program.run(["ledger", "add", "2026-11-20.json", "--date", "2026-11-20"], in: folder.path)
            #expect(again.status == 0 && again.problems.contains("is in the ledger already"))
            #expect(try Program.run(["ledger", "list", "--format", "json"], in: folder.path).output == before)
            let late = try Program.run(["ledger", "add", "2026-11-01.json", "--date", "2026-11-02"], in: folder.path)
            #expect(late.status == 2 && late.problems.contains("audits are added oldest first"), "\(late.problems)")
        }
    }

    /// Claims from the pipe, and a result from the pipe, are the same audit.
    @Test func claimsAreAddedAsTheirResultIs() throws {
        try withLedger { folder in
            let claims = try Program.run(["extract", "www.shop.example"], in: folder.path).output
            let result = try Program.run(["audit", "www.shop.example", "--format", "json"], in: folder.path).output
            for input in [claims, result] {
                let added = try Program.run(["ledger", "add", "-", "--date", "2026-11-20"], input: input, in: folder.path)
                #expect(added.status == 0 && added.problems.contains("is in the ledger already"), "\(added.problems)")
            }
        }
    }

    @Test(arguments: [
        (["list"], "there is no ledger"), (["promise", "p-1"], "there is no ledger"),
        (["add", "none.json"], "there is no file 'none.json'"), (["add", "notes.txt"], "is not the result of an audit"),
        (["add", "notes.txt", "--date", "2026-13-01"], "takes a day"), (["add", "empty"], "no record"), (["add"], "files"),
        (["list", "--ledger", "notes.txt"], "is no ledger of belofte"), (["add", "claims", "--ledger", "notes.txt"], "is no ledger"),
        (["add", "claims", "--ledger", "no/such/folder"], "cannot be opened"), (["list", "--state", "lost"], "lost"),
    ])
    func whatCannotBeDoneIsTwo(arguments: [String], words: String) throws {
        let claim = try Folder.with(["www.shop.example/mail.html": Shop.page(Self.mail24)]) { folder in
            try Program.run(["extract", "www.shop.example"], in: folder.path).output
        }
        let notes = "These are my notes. They are no database, and they are no result of an audit.\n"
        try Folder.with(["notes.txt": notes, "empty": "{}", "claims": claim]) { folder in
            let outcome = try Program.run(["ledger"] + arguments, in: folder.path)
            #expect(outcome.status == 2)
            #expect(outcome.output == "")
            #expect(outcome.problems.contains(words), "\(outcome.problems)")
            #expect(try String(contentsOf: folder.url("notes.txt"), encoding: .utf8) == notes)
        }
    }

    @Test func aPromiseThatIsNotThereIsTwo() throws {
        try withLedger { folder in
            for arguments in [["promise", "p-nothing"], ["list", "--organisation", "none.example"]] {
                let outcome = try Program.run(["ledger"] + arguments, in: folder.path)
                #expect(outcome.status == 2 && outcome.output == "", "\(outcome.output)")
            }
        }
    }
}
