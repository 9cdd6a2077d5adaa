import Claims
import Ledger
import Testing

/// A promise over time: what makes it one, and what is told of it.
@Suite struct LifeTests {
    private func steps(_ life: PromiseLife) -> [String] {
        life.events.map { "\($0.day) \($0.kind.rawValue)" + ($0.direction.map { " " + $0.rawValue } ?? "") }
    }

    @Test func itAppearsChangesDisappearsAndReturns() throws {
        let life = try Bank.life(
            Bank.audit("2026-01-01", Bank.mail(24)), Bank.audit("2026-02-01", Bank.mail(24)), Bank.audit("2026-03-01", Bank.mail(48)),
            Bank.audit("2026-04-01"), Bank.audit("2026-05-01", Bank.mail(48)))
        #expect(
            steps(life) == ["2026-01-01 appeared", "2026-03-01 changed weaker", "2026-04-01 disappeared", "2026-05-01 returned"])
        #expect(life.promise.state == .standing && life.promise.changes == 1)
        #expect(life.promise.first == "2026-01-01" && life.promise.last == "2026-05-01")
        #expect(life.events.map(\.claim.measure?.value) == [24, 48, 48, 48])
    }

    @Test func oneThatIsGoneWasThereUntilTheAuditBefore() throws {
        let list = try Bank.list(
            Bank.audit("2026-01-01", Bank.mail(24)), Bank.audit("2026-02-01", Bank.mail(24), Bank.slogan()),
            Bank.audit("2026-03-01", Bank.slogan()))
        let gone = list.promises.filter { $0.state == .gone }
        #expect(gone.map(\.last) == ["2026-02-01"])
        #expect(list.organisations == [.init(name: Bank.name, audits: 3, first: "2026-01-01", last: "2026-03-01")])
    }

    @Test func linesThatMoveAreNoEvent() throws {
        let life = try Bank.life(Bank.audit("2026-01-01", Bank.mail(24)), Bank.audit("2026-02-01", Bank.mail(24, line: 90)))
        #expect(steps(life) == ["2026-01-01 appeared"])
        #expect(life.promise.claim.source.line == 90)
    }

    @Test func otherWordsForTheSameAreReworded() throws {
        let life = try Bank.life(
            Bank.audit("2026-01-01", Bank.mail(24)), Bank.audit("2026-02-01", Bank.mail(24, "Every e-mail we answer within a day.")))
        #expect(steps(life) == ["2026-01-01 appeared", "2026-02-01 reworded"])
        #expect(life.promise.changes == 0)
    }

    @Test func anotherPageIsMoved() throws {
        let life = try Bank.life(
            Bank.audit("2026-01-01", Bank.mail(24)), Bank.audit("2026-02-01", Bank.mail(24, on: "help/contact.html")))
        #expect(steps(life) == ["2026-01-01 appeared", "2026-02-01 moved"])
    }

    /// A new page with the same sentence is no news of the promise.
    @Test func onePageMoreIsNoEvent() throws {
        let life = try Bank.life(
            Bank.audit("2026-01-01", Bank.mail(24)),
            Bank.audit("2026-02-01", Bank.mail(24), Bank.mail(24, on: "help/contact.html")))
        #expect(steps(life) == ["2026-01-01 appeared"])
        #expect(life.promise.claim.occurrences == 2)
    }

    /// The rules learned to read it better; the organisation says what it said.
    @Test func theSameWordsReadOtherwiseAreNoChange() throws {
        let words = "We answer every e-mail within a day."
        let life = try Bank.life(Bank.audit("2026-01-01", Bank.mail(24, words)), Bank.audit("2026-02-01", Bank.mail(8, words)))
        #expect(steps(life) == ["2026-01-01 appeared"])
        #expect(life.promise.claim.measure?.value == 8)
    }

    @Test func aPromiseIsFoundByItsClaims() throws {
        try Bank.withPath { path in
            let ledger = try LedgerFile.toAdd(path)
            _ = try ledger.add([
                Bank.audit("2026-01-01", Bank.mail(24), Bank.slogan()), Bank.audit("2026-02-01", Bank.mail(48), Bank.slogan()),
            ])
            let (first, second) = (try ledger.life(of: "c-24mail.html"), try ledger.life(of: "c-48mail.html"))
            #expect(first == second)
            #expect(throws: LedgerError.unknown(promise: "c-99")) { try ledger.life(of: "c-99") }
            #expect(throws: LedgerError.unknown(promise: "")) { try ledger.life(of: "") }
            #expect(throws: LedgerError.unknown(promise: "%")) { try ledger.life(of: "%") }
            let names = try ledger.list().promises.map(\.id).sorted()
            #expect(throws: LedgerError.ambiguous(promise: "p-", of: names)) { try ledger.life(of: "p-") }
        }
    }

    @Test func theSameAuditsGiveTheSameLedger() throws {
        let audits = [Bank.audit("2026-01-01", Bank.mail(24), Bank.slogan()), Bank.audit("2026-02-01", Bank.slogan(), Bank.mail(48))]
        let lists = try (0..<2).map { _ in try Bank.list(audits[0], audits[1]) }
        #expect(lists[0] == lists[1] && lists[0].promises.count == 2)
    }

    /// Two promises that begin with the same words, one after the other, are two.
    @Test func aNameIsNotUsedTwice() throws {
        let words = "We answer every e-mail within a day."
        let list = try Bank.list(
            Bank.audit("2026-01-01", Bank.mail(24, words)),
            Bank.audit("2026-02-01", Bank.mail(48, "Every e-mail is answered by us within 48 hours.")),
            Bank.audit("2026-03-01", Bank.mail(48, "Every e-mail is answered by us within 48 hours."), Bank.mail(24, words, on: "new.html"))
        )
        #expect(Set(list.promises.map(\.id)).count == list.promises.count)
        #expect(list.promises.count == 2)
    }

    @Test func theListIsFiltered() throws {
        func count(_ edit: (inout LedgerFilter) -> Void) throws -> Int {
            var filter = LedgerFilter()
            edit(&filter)
            return try Bank.list(
                Bank.audit("2026-01-01", Bank.mail(24), Bank.slogan()), Bank.audit("2026-02-01", Bank.mail(48)),
                Bank.audit("2026-02-01", Bank.slogan(), of: "other.example"), filter: filter
            ).promises.count
        }
        #expect(try count { _ in } == 3)
        #expect(try count { $0.organisation = "other.example" } == 1)
        #expect(try count { $0.theme = "speed" } == 1)
        #expect(try count { $0.kind = .brandPromise } == 2)
        #expect(try count { $0.state = .gone } == 1)
        #expect(try count { $0.isChanged = true } == 1)
        #expect(try count { $0.organisation = "' OR 1 = 1 --" } == 0)
    }
}
