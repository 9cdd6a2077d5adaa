import Claims
import RuleBook
import Testing

@testable import Judgement

/// What a baseline recognises, and what it sees as new.
@Suite struct BaselineTests {
    private func audit(_ claims: [Claim], language: String = "en") -> AuditResult {
        let files = Set(claims.map(\.source.file)).sorted()
        let pages = files.map { PageRecord(file: $0, organisation: "coolbank.example", role: .servicePolicy) }
        let judged = Judge(ruleBook: LawTests.book, language: language).judge(
            organisation: "coolbank.example", claims: claims, pages: pages, notJudged: [])
        let totals = Totals(pagesRead: 0, filesNotRead: 0, claims: 0, findings: 0, errors: 0, warnings: 0, notes: 0)
        return AuditResult(tool: Tool(version: "1", rules: [:]), inputs: [], organisations: [judged], notJudged: [], totals: totals)
    }

    static let mail = ["~answer", "~mails"]

    private func promise(_ hours: Double, _ file: String, _ quote: String = "We answer mails soon.", line: Int = 1) -> Claim {
        claim("\(quote) \(hours)", hours, .hour, topics: Self.mail, file: file, line: line)
    }

    /// States of the conflicts alone: absences speak of the words of a quote, and are tested below.
    private func states(_ result: AuditResult) -> [FindingState?] {
        result.organisations.flatMap(\.findings).filter { $0.type == .contradiction }.map(\.state)
    }

    private func compare(_ before: AuditResult, _ after: AuditResult) -> AuditResult {
        after.compared(with: nil, baseline: NamedBaseline(file: "b", baseline: Baseline(before)))
    }

    private var old: [Claim] { [promise(24, "a.html"), promise(72, "b.html"), claim("Be green.", metric: nil, file: "home.html")] }

    @Test func anAuditIsKnownToItsOwnBaseline() {
        let result = compare(audit(old), audit(old))
        #expect(states(result) == [.unchanged])
        #expect(result.comparison?.stale == [])
    }

    @Test func movingARewordingAndAnotherLanguageChangeNothing() {
        let moved = [promise(24, "a.html", line: 90), promise(72, "b.html", "Mails get an answer.", line: 7), old[2]]
        #expect(states(compare(audit(old), audit(moved))) == [.unchanged])
        #expect(states(compare(audit(old), audit(old, language: "nl"))) == [.unchanged])
        let sameValue = [promise(24, "a.html"), claim("In three days.", 3, .day, topics: Self.mail, file: "b.html"), old[2]]
        #expect(states(compare(audit(old), audit(sameValue))) == [.unchanged])
    }

    @Test func aPageThatIsRenamedTakesItsFindingsAlong() {
        let renamed = [promise(24, "a.html"), promise(72, "help/mail.html"), old[2]]
        let result = compare(audit(old), audit(renamed))
        #expect(states(result) == [.unchanged])
        #expect(result.comparison?.stale == [])
        let pruned = Baseline(audit(old)).pruned(by: audit(renamed))
        #expect(pruned == Baseline(audit(renamed)))
    }

    /// One conflict is fixed and the same one made elsewhere: the number is the same, and it is seen.
    @Test func aSwapIsSeen() {
        let still = claim("We are here.", metric: nil, file: "b.html")
        let swapped = [promise(24, "a.html"), promise(72, "c.html"), still, old[2]]
        let result = compare(audit(old + [claim("Hello.", metric: nil, file: "c.html")]), audit(swapped))
        #expect(states(result) == [.introduced])
        #expect(result.comparison?.stale.count { $0.rule == "response-time-conflict" } == 1)
    }

    @Test func pagesThatTradeTheirValuesAreSeen() {
        let traded = [promise(72, "a.html"), promise(24, "b.html"), old[2]]
        #expect(states(compare(audit(old), audit(traded))) == [.introduced])
    }

    @Test func anotherValueIsAnotherFinding() {
        #expect(states(compare(audit(old), audit([promise(24, "a.html"), promise(96, "b.html"), old[2]]))) == [.introduced])
    }

    @Test func aNewPageWithTheSameFooterChangesNothing() {
        let before = ["index.html", "m/shop.html", "n/about.html"].map { promise(24, $0) } + [promise(72, "policy.html")]
        let after = before + [promise(24, "a/first.html")]
        #expect(states(compare(audit(before), audit(after))) == [.unchanged])
        let (one, two) = (audit(before), audit(after))
        #expect(one.organisations[0].findings.map(\.fingerprint) == two.organisations[0].findings.map(\.fingerprint))
    }

    @Test func whatIsSuppressedIsNotInTheBaseline() {
        var result = audit(old)
        for index in result.organisations[0].findings.indices {
            result.organisations[0].findings[index].suppression = Suppression(source: .configuration, reason: "for now")
        }
        #expect(Baseline(result).findings.isEmpty)
        #expect(states(compare(result, audit(old))) == [.introduced])
    }

    @Test func whatIsFixedIsStaleAndPruned() {
        let fixed = audit([promise(24, "a.html"), promise(24, "b.html"), old[2]])
        let result = compare(audit(old), fixed)
        #expect(result.comparison?.stale.contains { $0.rule == "response-time-conflict" } == true)
        let pruned = Baseline(audit(old)).pruned(by: fixed)
        #expect(!pruned.findings.contains { $0.rule == "response-time-conflict" })
        #expect(compare(fixed, fixed).comparison?.stale == [])
    }

    @Test func organisationsThatWereNotAuditedAreLeftAlone() {
        var other = KnownFinding(audit(old).organisations[0].findings[0])
        other.organisation = "elsewhere.example"
        let baseline = Baseline(findings: [other])
        let result = audit(old).compared(with: nil, baseline: NamedBaseline(file: "b", baseline: baseline))
        #expect(result.comparison?.stale == [])
        #expect(baseline.pruned(by: audit(old)) == baseline)
    }

    // MARK: against an earlier version

    private func touched(_ before: [Claim], _ after: [Claim]) -> [Int]? {
        let result = audit(after).compared(with: EarlierAudit(name: "main", result: audit(before)), baseline: nil)
        return result.organisations[0].findings.first { $0.type == .contradiction }?.touched
    }

    @Test func theSideThatChangedIsTouched() throws {
        let calm = [promise(24, "a.html"), promise(24, "b.html")]
        for (index, after) in [[promise(12, "a.html"), calm[1]], [calm[0], promise(12, "b.html")]].enumerated() {
            let result = audit(after).compared(with: EarlierAudit(name: "main", result: audit(calm)), baseline: nil)
            let finding = try #require(result.organisations[0].findings.first { $0.type == .contradiction })
            #expect(finding.state == .introduced)
            #expect(finding.touched?.map { finding.claims[$0].source.file } == [["a.html", "b.html"][index]])
        }
    }

    @Test func whatOnlyMovedIsNotTouched() {
        #expect(touched(old, [promise(24, "a.html", line: 50), promise(72, "new.html"), old[2]]) == [])
    }

    @Test func anUntouchedPairCountsAsUnchangedAndTheRestAsFixed() {
        let result = audit([promise(24, "a.html"), promise(24, "b.html"), old[2]])
            .compared(with: EarlierAudit(name: "main", result: audit(old)), baseline: nil)
        #expect(states(result) == [])
        #expect(result.comparison?.fixed.contains { $0.rule == "response-time-conflict" } == true)
        #expect(result.comparison?.stale == [])
    }

    /// Whatever two versions are compared: nothing is lost and nothing is counted twice.
    @Test func everyFindingIsNewOrKnownAndEveryEntryIsKnownOrGone() {
        var generator = SystemRandomNumberGenerator()
        func site() -> AuditResult {
            let files = ["a.html", "b.html", "c.html", "d/e.html"]
            return audit(
                (0..<8).map {
                    promise(Double([4, 24, 72].randomElement(using: &generator)!), files.randomElement(using: &generator)!, line: $0)
                })
        }
        for _ in 0..<40 {
            let (before, after) = (site(), site())
            let result = compare(before, after)
            let findings = result.organisations.flatMap(\.findings)
            let known = findings.count { $0.state == .unchanged }
            #expect(known + (result.comparison?.stale.count ?? 0) == before.organisations.flatMap(\.findings).count)
            #expect(Set(findings.map(\.fingerprint)).count == findings.count)
            let again = compare(after, after)
            #expect(again.organisations.flatMap(\.findings).allSatisfy { $0.state == .unchanged })
        }
    }
}
