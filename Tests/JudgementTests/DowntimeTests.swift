import Claims
import Testing

@testable import Judgement

private func share(_ percent: Double, per: String? = nil) -> Downtime {
    Downtime(Measure(metric: .availability, op: .atLeast, value: percent, unit: .percent, per: per))!
}

private func down(_ value: Double, _ unit: Unit, per: String, op: BoundOperator = .atMost) -> Downtime {
    Downtime(Measure(metric: .availability, op: op, value: value, unit: unit, per: per))!
}

@Suite struct DowntimeTests {
    /// 99.9% of a month is 43.2 minutes, of a year 8.76 hours; of a day 99.99% is less than nine seconds.
    @Test func sharesAndDurationsMeanTheSame() {
        for (one, two) in [
            (share(99.9, per: "month"), down(43, .minute, per: "month")), (share(99.9), down(8.76, .hour, per: "year")),
            (down(1, .hour, per: "day"), down(7, .hour, per: "week")), (share(100), share(100)),
        ] {
            #expect(one.agrees(with: two) && two.agrees(with: one))
        }
    }

    @Test func otherSharesDiffer() {
        for (one, two) in [
            (share(99.9), share(99.5)), (share(99.9, per: "month"), down(4, .hour, per: "month")),
            (share(99.99), down(8.76, .hour, per: "year")),
        ] {
            #expect(!one.agrees(with: two) && !two.agrees(with: one))
        }
    }

    @Test func aCreditMayBeginEarlierButNotLaterThanThePromiseEnds() {
        let late = down(5, .minute, per: "day", op: .greater)
        #expect(!share(99.99, per: "month").agrees(with: late) && !late.agrees(with: share(99.99, per: "month")))
        #expect(share(99.5, per: "month").agrees(with: late))
    }

    @Test func everyDowntimeAgreesWithItself() {
        for percent in stride(from: 0, through: 100, by: 0.5) { #expect(share(percent).agrees(with: share(percent))) }
        for unit in [Unit.second, .minute, .hour] {
            for value in 0...60 { #expect(down(Double(value), unit, per: "month").agrees(with: down(Double(value), unit, per: "month"))) }
        }
    }

    @Test func whatHasNoPeriodIsNoShare() {
        #expect(Downtime(Measure(metric: .availability, op: .atMost, value: 4, unit: .hour)) == nil)
        #expect(Downtime(Measure(metric: .availability, op: .atLeast, value: 140, unit: .percent)) == nil)
        #expect(Downtime(Measure(metric: .responseTime, op: .atMost, value: 4, unit: .hour, per: "day")) == nil)
    }
}

@Suite struct AttendanceTests {
    private func rules(_ claims: [Claim], pages: [PageRecord] = []) -> [String] {
        Judge(ruleBook: LawTests.book, language: "en").judge(organisation: "coolbank.example", claims: claims, pages: pages, notJudged: [])
            .findings.filter { $0.type == .contradiction }.map(\.rule)
    }

    private func answer(_ value: Double, _ unit: Unit, channel: String = "email", commitment: Commitment = .firm) -> Claim {
        claim(
            "We answer in time.", value, unit, channel: channel, scope: Scope(stage: "answer"), commitment: commitment, file: "a.html")
    }

    private func hours(_ text: String, channel: String = "email", file: String = "a.html") -> Claim {
        claim(
            "Hours: \(text)", theme: "reachability", rule: "opening-hours", metric: .openingHours, hours: text, channel: channel,
            file: file,
            line: 2)
    }

    @Test func aDayByTheClockRunsOutInAClosedWeekend() {
        #expect(rules([answer(24, .hour), hours("Mo-Fr 09:00-17:00")]) == ["answer-while-closed"])
        #expect(rules([answer(24, .hour), hours("Mo-Fr 09:00-17:00", file: "b.html")]) == ["answer-while-closed"])
    }

    @Test(arguments: [(1.0, Unit.workday), (72, .hour), (2, .hour), (1, .day)])
    func whatCanBeKeptIsSilent(_ value: Double, _ unit: Unit) { #expect(rules([answer(value, unit), hours("Mo-Fr 09:00-17:00")]).isEmpty) }

    @Test func otherDesksOpenWeekendsAndHedgesAreSilent() {
        #expect(rules([answer(24, .hour), hours("Mo-Fr 09:00-17:00", channel: "phone")]).isEmpty)
        #expect(rules([answer(24, .hour), hours("Mo-Su 09:00-17:00")]).isEmpty)
        #expect(rules([answer(24, .hour), hours("Mo-Fr 09:00-17:00"), hours("Sa,Su 10:00-16:00", file: "b.html")]).isEmpty)
        #expect(rules([answer(24, .hour, commitment: .hedged), hours("Mo-Fr 09:00-17:00")]).isEmpty)
        #expect(rules([answer(24, .hour), hours("Mo 09:00-17:00")]).isEmpty)
    }
}

@Suite struct LanguageVersionsTests {
    private func page(_ file: String, _ language: String, links: [Link] = [], versions: [String]? = nil) -> PageRecord {
        var page = PageRecord(file: file, organisation: "coolbank.example", language: language, role: .servicePolicy, links: links)
        page.versions = versions
        return page
    }

    private func found(_ pages: [PageRecord], _ language: String = "en") -> [Finding] {
        var dutch = claim("Wij antwoorden binnen 24 uur.", 24, .hour, channel: "any", touchpoint: nil, file: pages[0].file)
        dutch.language = "nl"
        let english = claim("We answer within three working days.", 3, .workday, channel: "any", touchpoint: nil, file: pages[1].file)
        return Judge(ruleBook: LawTests.book, language: language).judge(
            organisation: "coolbank.example", claims: [dutch, english], pages: pages, notJudged: []
        ).findings.filter { $0.type == .contradiction }
    }

    @Test(arguments: [
        ("nl/contact.html", "en/contact.html"), ("contact.nl.html", "contact.en.html"), ("nl-be/contact.html", "en-gb/contact.html"),
        ("contact-nl.html", "contact-en.html"),
    ])
    func pathsTellVersions(_ dutch: String, _ english: String) {
        let finding = found([page(dutch, "nl"), page(english, "en")]).first
        #expect(finding?.message.hasPrefix("The Dutch and the English version of one page differ.") == true)
    }

    @Test func headsAndSwitchesTellVersions() {
        let link = Link(href: "contact-us.html", text: "English", line: 1, column: 1, template: true)
        #expect(found([page("contact.html", "nl", links: [link]), page("contact-us.html", "en")]).count == 1)
        #expect(
            found([page("contact.html", "nl", versions: ["contact-us.html"]), page("contact-us.html", "en")], "nl").first?.message
                .hasPrefix("De Nederlandse en de Engelse versie van dezelfde pagina verschillen.") == true)
    }

    @Test func otherPagesStayApart() { #expect(found([page("nl/contact.html", "nl"), page("en/offers.html", "en")]).isEmpty) }
}
