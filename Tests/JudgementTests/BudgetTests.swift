import Claims
import RuleBook
import Testing

@testable import Judgement

/// What is not looked at is named, and a weak promise is not shown as kept.
@Suite struct BudgetTests {
    private func judged(_ claims: [Claim]) -> OrganisationResult {
        Judge(ruleBook: LawTests.book, language: "en").judge(organisation: "coolbank.example", claims: claims, pages: [], notJudged: [])
    }

    private func answers(_ count: Int) -> [Claim] {
        (1...count).map { claim("We answer within \($0) minutes.", Double($0), .minute, file: "page\($0).html") }
    }

    @Test func pairsThatNobodyComparedAreNamed() {
        #expect(judged(answers(40)).notCompared.isEmpty)
        let left = judged(answers(300)).notCompared
        #expect(left.count == 1)
        #expect(left.allSatisfy { $0.reason == "too-many" && !$0.unread && $0.detail.contains("response-time-conflict") })
    }

    @Test func effortAloneHasNoNorm() {
        let promise = claim(
            "We always do our best for you.", kind: .brandPromise, theme: "customer-central", rule: "does-its-best", metric: nil,
            channel: "any", touchpoint: nil, file: "a.html", role: .marketing)
        let support = claim("We answer mails within 24 hours.", 24, .hour, file: "a.html", line: 2)
        #expect(judged([promise, support]).promises.map(\.verdict).allSatisfy { $0 != .kept })
    }
}
