import Claims
import RuleBook
import Testing

@testable import Judgement

/// What must hold whatever the claims are. The rules are those that ship.
@Suite struct LawTests {
    static let book: RuleBook = {
        let file = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try! RuleBook.load(directory: "/" + file + "/Rules")
    }()

    private var judge: Judge { Judge(ruleBook: Self.book, language: "en") }

    private func findings(_ claims: [Claim], pages: [PageRecord] = []) -> [Finding] {
        judge.judge(organisation: "coolbank.example", claims: claims, pages: pages, notJudged: []).findings
    }

    private func conflicts(_ claims: [Claim]) -> [Finding] {
        findings(claims).filter { $0.type == .contradiction || $0.type == .narrowing }
    }

    private static let mail = ["~answer", "~mails"]

    /// A site with several conflicts, several agreements and several lone promises.
    private var site: [Claim] {
        [
            claim("We answer mails within 24 hours.", 24, .hour, topics: Self.mail, file: "a.html", role: .marketing),
            claim("Mails are answered within three working days.", 3, .workday, topics: Self.mail, file: "b.html"),
            claim("Mails are answered within 72 hours.", 72, .hour, topics: Self.mail, file: "c.html"),
            claim(
                "We put customers first.", kind: .brandPromise, theme: "customer-central", rule: "customer-central", metric: nil,
                channel: "any", touchpoint: nil, file: "a.html", line: 2, role: .marketing),
            claim(
                "No exceptions are made.", kind: .processConstraint, theme: "no-exceptions", rule: "no-exceptions", metric: nil,
                channel: "any", touchpoint: nil, file: "d.html", role: .legal),
            claim(
                "Open Monday to Friday, 9 to 5.", theme: "reachability", rule: "opening-hours", metric: .openingHours,
                hours: "Mo-Fr 09:00-17:00", channel: "phone", file: "a.html", line: 3),
            claim(
                "Ring us on weekdays from 8 to 8.", theme: "reachability", rule: "opening-hours", metric: .openingHours,
                hours: "Mo-Fr 08:00-20:00", channel: "phone", file: "b.html", line: 3),
            claim(
                "We are a green bank.", kind: .brandPromise, theme: "sustainability", rule: "sustainable", metric: nil, channel: "any",
                touchpoint: nil, file: "a.html", line: 9, role: .marketing),
        ]
    }

    @Test func orderChangesNothing() {
        let expected = findings(site)
        #expect(expected.count { $0.type == .contradiction } == 3)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20 { #expect(findings(site.shuffled(using: &generator)) == expected) }
    }

    @Test func anotherOrganisationChangesNothing() {
        var other = site
        for index in other.indices { other[index].organisation = "other.example" }
        let alone = judge.judge(organisation: "coolbank.example", claims: site, pages: [], notJudged: [])
        _ = judge.judge(organisation: "other.example", claims: other, pages: [], notJudged: [])
        #expect(judge.judge(organisation: "coolbank.example", claims: site, pages: [], notJudged: []) == alone)
    }

    @Test func oneSideAloneIsNoConflict() {
        for conflict in conflicts(site) {
            let sides = Set(conflict.claims.map(\.id))
            for kept in conflict.claims.prefix(2) {
                let rest = site.filter { $0.id == kept.id || !sides.contains($0.id) }
                #expect(!conflicts(rest).contains { $0.rule == conflict.rule })
            }
        }
    }

    @Test func aChainIsOneFinding() {
        let chain = [
            claim("Mails are answered within 24 hours.", 24, .hour, topics: Self.mail, file: "a.html"),
            claim("Mails are answered within two days.", 2, .day, topics: Self.mail, file: "b.html"),
            claim("Mails are answered within two weeks.", 2, .week, topics: Self.mail, file: "c.html"),
        ]
        let found = conflicts(chain)
        #expect(found.count == 1)
        #expect(found.first?.claims.count == 3)
    }

    @Test func aTemplateCountsOnce() {
        var claims: [Claim] = []
        for page in 1...400 {
            claims.append(claim("We answer mails within 24 hours.", 24, .hour, topics: Self.mail, file: "p\(page).html", line: 4))
        }
        claims.append(claim("Mails are answered within three working days.", 3, .workday, topics: Self.mail, file: "z.html"))
        let found = conflicts(claims)
        #expect(found.count == 1)
        let repeated = found.first?.claims.first { $0.occurrences == 400 }
        #expect(repeated?.places?.count == Claim.mostPlaces && repeated?.places?.contains { $0.file == repeated?.source.file } == false)
    }

    // MARK: benign changes create no conflict

    @Test(arguments: [(1.0, Unit.day), (1, .workday), (1440, .minute), (24, .hour)])
    func sameValueOtherUnit(_ value: Double, _ unit: Unit) {
        #expect(
            conflicts([
                claim("We answer mails within 24 hours.", 24, .hour, topics: Self.mail, file: "a.html"),
                claim("Mails are answered in this time.", value, unit, topics: Self.mail, file: "b.html"),
            ]).isEmpty)
    }

    @Test func otherScopesStayApart() {
        let own = claim(
            "We answer mails within 24 hours.", 24, .hour, topics: Self.mail, scope: Scope(audience: ["consumer"], stage: "answer"),
            file: "a.html")
        let others = [
            claim("Letters are answered within ten working days.", 10, .workday, channel: "post", topics: Self.mail, file: "b.html"),
            claim(
                "Business mails are answered within two hours.", 2, .hour, topics: Self.mail, scope: Scope(audience: ["business"]),
                file: "b.html"),
            claim(
                "We confirm every mail within five minutes.", 5, .minute, topics: Self.mail, scope: Scope(stage: "acknowledge"),
                file: "b.html"),
            claim("Complaints are answered within ten days.", 10, .day, touchpoint: "complain", topics: Self.mail, file: "b.html"),
            claim("At Christmas mails wait for four days.", 4, .day, topics: Self.mail, scope: Scope(period: "Christmas"), file: "b.html"),
            claim(
                "Applicants hear from us within a month.", 1, .month, topics: Self.mail, scope: Scope(audience: ["applicant"]),
                file: "b.html"),
        ]
        for other in others { #expect(conflicts([own, other]).isEmpty, "\(other.quote)") }
    }

    // MARK: planted changes create exactly one

    @Test(arguments: [(3.0, Unit.day), (48, .hour), (24, .week), (2, .month), (1, .hour)])
    func otherValue(_ value: Double, _ unit: Unit) {
        let found = conflicts([
            claim("We answer mails within 24 hours.", 24, .hour, topics: Self.mail, file: "a.html"),
            claim("Mails are answered in another time.", value, unit, topics: Self.mail, file: "b.html"),
        ])
        #expect(found.map(\.rule) == ["response-time-conflict"])
    }

    @Test func theLowerAuthorityChanges() {
        let found = conflicts([
            claim("We answer mails within 24 hours.", 24, .hour, topics: Self.mail, file: "a.html", role: .marketing),
            claim("Mails are answered within three weeks.", 3, .week, topics: Self.mail, file: "b.html", role: .legal),
        ])
        #expect(found.first.map { $0.change == .first ? $0.claims[0] : $0.claims[1] }?.source.file == "a.html")
    }

    @Test func aFirmPromiseAgainstAHedgedOneWeighsLess() {
        let found = conflicts([
            claim("We answer mails within 24 hours.", 24, .hour, topics: Self.mail, file: "a.html"),
            claim("We aim to answer mails within three weeks.", 3, .week, topics: Self.mail, commitment: .hedged, file: "b.html"),
        ])
        #expect(found.map(\.severity) == [.warning])
    }

    // MARK: identity

    @Test func identityIgnoresLinesAndOtherFindings() {
        let before = conflicts(site).map(\.fingerprint).sorted()
        var moved = site
        for index in moved.indices { moved[index].source.line += 10 }
        moved.append(
            claim(
                "We are always early.", kind: .brandPromise, theme: "on-time", rule: "on-time", metric: nil, channel: "any",
                touchpoint: nil, file: "q.html"))
        #expect(conflicts(moved).map(\.fingerprint).sorted() == before)
        #expect(Set(before).count == before.count)
    }
}
