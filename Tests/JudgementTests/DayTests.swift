import Claims
import RuleBook
import Testing

@testable import Judgement

/// Open and closed on one day.
@Suite struct DayTests {
    private func rules(_ claims: [Claim]) -> [String] {
        Judge(ruleBook: LawTests.book, language: "en").judge(organisation: "coolbank.example", claims: claims, pages: [], notJudged: [])
            .findings.filter { $0.type == .contradiction || $0.type == .narrowing }.map(\.rule)
    }

    private func open(_ quote: String, days: [String], hours: String? = nil, channel: String = "counter", file: String = "a.html") -> Claim
    {
        claim(
            quote, theme: "reachability", rule: hours == nil ? "open-on-day" : "opening-hours", metric: .openingHours, hours: hours,
            channel: channel, topics: days, scope: days.isEmpty ? nil : Scope(period: days[0]), file: file)
    }

    private func closed(_ quote: String, days: [String], channel: String = "counter", file: String = "b.html") -> Claim {
        claim(
            quote, kind: .processConstraint, theme: "reachability", rule: "closed", metric: nil, channel: channel, topics: days,
            stance: .denies, file: file)
    }

    @Test func oneDayIsOpenOrClosed() {
        let boxingDay = open("Open on Boxing Day.", days: ["date-12-26"])
        #expect(rules([boxingDay, closed("Closed on 26 December.", days: ["date-12-26"])]) == ["open-vs-closed-day"])
        #expect(rules([boxingDay, closed("Closed on Christmas Day.", days: ["date-12-25"])]).isEmpty)
        #expect(rules([boxingDay, closed("No calls on Boxing Day.", days: ["date-12-26"], channel: "phone")]).isEmpty)
        #expect(rules([boxingDay, closed("Closed on 26 December.", days: ["date-12-26"], file: "a.html")]).isEmpty)
    }

    @Test func hoursMeetTheDaysThatAreClosed() {
        let week = open("Open Monday to Saturday, 9 to 5.", days: [], hours: "Mo-Sa 09:00-17:00")
        #expect(rules([week, closed("Closed on Mondays.", days: ["weekday-mo"])]) == ["open-vs-closed-day"])
        #expect(rules([week, closed("Closed on Sundays.", days: ["weekday-su"])]).isEmpty)
        // Usual hours leave out holidays, and need not say so.
        #expect(rules([week, closed("Closed on Christmas Day.", days: ["date-12-25"])]).isEmpty)
    }

    @Test func theSameDateIsTheSamePeriod() {
        let eve = open("Christmas Eve, 9 to 1.", days: ["date-12-24"], hours: "09:00-13:00")
        var other = open("24 December, 10 to 4.", days: ["date-12-24"], hours: "10:00-16:00", file: "b.html")
        #expect(rules([eve, other]) == ["opening-hours-conflict"])
        other.topics = ["date-12-31"]
        #expect(rules([eve, other]).isEmpty)
    }
}
