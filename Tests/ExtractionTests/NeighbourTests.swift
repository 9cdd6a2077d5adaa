import Claims
import Extraction
import RuleBook
import Testing

/// What a sentence takes from the one before it, from its row and from its label.
@Suite struct NeighbourTests {
    private func claims(_ text: String, above: [String] = [], _ language: String = "nl") throws -> [Claim] {
        var extractor = try Shipped.extractor()
        return extractor.claims(of: text, above: above, language: language)
    }

    private func claims(page: String, _ language: String) throws -> [Claim] {
        var extractor = try Shipped.extractor()
        let html = "<!DOCTYPE html><html lang=\"\(language)\"><body><main>\(page)</main></body></html>"
        return extractor.extract(Page(file: "a.html", organisation: "v.example", bytes: Array(html.utf8), format: .html)).claims
    }

    @Test(arguments: [
        ("Lekkage? Binnen vier uur.", "nl"), ("Power cut? Within four hours.", "en"), ("Störung? Binnen vier Stunden.", "de"),
    ])
    func aBareTermLeansOnTheQuestionBeforeIt(text: String, language: String) throws {
        #expect(try claims(text, language).compactMap(\.measure?.value) == [4])
    }

    @Test func aTermWithItsOwnDeedLeansOnNothing() throws {
        let found = try claims("Manuscrits non retournés. Réponse au bout de trois mois.", "fr")
        #expect(found.compactMap(\.measure?.metric) == [.responseTime])
    }

    @Test func hoursTakeTheDaysOfTheSentenceBefore() throws {
        let found = try claims("Wij zijn bereikbaar van maandag t/m vrijdag. Van 9 tot 17 uur.", above: ["Openingstijden"])
        #expect(found.contains { $0.measure?.openingHours == "Mo-Fr 09:00-17:00" })
    }

    @Test(arguments: [("ma", "Mo 09:00-17:00"), ("Di.", "Tu 09:00-17:00")])
    func aLabelOfTwoLettersIsADay(day: String, hours: String) throws {
        let table = "<h1>Openingstijden</h1><table><tr><td>\(day)</td><td>9.00 - 17.00 uur</td></tr></table>"
        #expect(try claims(page: table, "nl").compactMap(\.measure?.openingHours) == [hours])
    }

    /// Accordions and cards ask and name in blocks that are no headings.
    @Test(arguments: [
        ("<details><summary>How quickly will you reply?</summary><p>Within one working day.</p></details>", Metric.responseTime),
        ("<button>When do I get my money back?</button><p>We check it first.</p><p>Within one working day.</p>", .refundPeriod),
        ("<div><div>Delivery time</div><div>Within one working day</div></div>", .deliveryTime),
    ])
    func questionsAndLabelsStandAboveTheirAnswers(page: String, metric: Metric) throws {
        #expect(
            try claims(page: "<h1>Help</h1>" + page, "en").compactMap(\.measure)
                == [Measure(metric: metric, op: .atMost, value: 1, unit: .workday)])
    }

    @Test func aCellMayNameWhatTheNextOneMeasures() throws {
        let table = "<h1>Normen</h1><table><tr><td>Brief</td><td>antwoord</td><td>drie werkdagen</td></tr></table>"
        #expect(try claims(page: table, "nl").map(\.rule) == ["nl.response-within"])
    }

    @Test func aQuestionDoesNotAnswerForTheNextOne() throws {
        let page = "<h1>Help</h1><p>How quickly will you reply?</p><p>May I park here?</p><p>Two hours.</p>"
        #expect(try claims(page: page, "en").isEmpty)
    }

    @Test func thePronounUIsNoUnitOfAHeader() throws {
        let row = "<tr><td>U vraagt informatie over een polis</td><td>1-3</td></tr>"
        let table = "<table><caption>Reactietermijnen in werkdagen</caption>\(row)</table>"
        #expect(try claims(page: table, "nl").compactMap(\.measure).map(\.unit) == [.workday])
    }

    @Test func aRowOfSharesReportsWhatWas() throws {
        let promised = "<table><tr><td>Appels décrochés en moins de 30 s</td><td>objectif</td></tr></table>"
        let measured = "<table><tr><td>Appels décrochés en moins de 30 s</td><td>71 %</td><td>68 %</td></tr></table>"
        #expect(try claims(page: promised, "fr").count == 1)
        #expect(try claims(page: measured, "fr").isEmpty)
    }

    @Test func whomTheReaderServesIsNoCustomerOfOurs() throws {
        #expect(try claims("Your customers get a reply within the hour.", "en").isEmpty)
        #expect(try claims("We give your customers a reply within the hour.", "en").count == 1)
    }

    @Test func theLeadInOfAListPromisesNothingByItself() throws {
        let list = "<p>When you report a repair we'll:</p><ul><li>mend it within two days</li></ul>"
        #expect(try claims(page: list, "en").compactMap(\.measure?.value) == [2])
        #expect(try claims(page: list, "en").count == 1)
    }

    @Test func aChannelMayStandInTheBlockBeside() throws {
        let page = "<h1>Kundenbetreuung</h1><p>Telefon 0800 123 45 67</p><p>Mo–Fr 9–18 Uhr geöffnet</p>"
        #expect(try claims(page: page, "de").map(\.channel) == ["phone"])
    }

    @Test func twoChannelsBesideAreNone() throws {
        let page = "<h1>Kundenbetreuung</h1><p>Telefon oder Chat</p><p>Mo–Fr 9–18 Uhr geöffnet</p>"
        #expect(try claims(page: page, "de").map(\.channel) == ["any"])
    }
}
