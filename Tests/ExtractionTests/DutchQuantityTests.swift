import Claims
import Extraction
import RuleBook
import Testing

/// What Dutch pages say in figures, read with the rule book of this repository.
@Suite struct DutchQuantityTests {
    private func measures(_ text: String, above: [String] = []) throws -> [Measure] {
        var extractor = try Shipped.extractor()
        return extractor.claims(of: text, above: above, language: "nl").compactMap(\.measure)
    }

    @Test(arguments: [
        ("Wij zijn bereikbaar op werkdagen van 9.00 tot 17.00 uur.", "Mo-Fr 09:00-17:00"),
        ("Telefonisch bereikbaar ma t/m do 8–20 uur, vr 8–17 uur.", "Mo-Th 08:00-20:00; Fr 08:00-17:00"),
        ("De balie is open op maandag, woensdag en vrijdag van 9 tot 12 uur.", "Mo,We,Fr 09:00-12:00"),
        ("Onze storingsdienst is 24 uur per dag bereikbaar.", "24/7"),
        ("U bereikt ons dagelijks tussen 8:00 en 22:00 uur.", "Mo-Su 08:00-22:00"),
        ("De balie is open op donderdag tussen twee en vier.", "Th 14:00-16:00"),
        ("De bakkerij is open op zaterdag van 02.00 tot 04.00 uur.", "Sa 02:00-04:00"),
        ("Bellen kan op maandag van 's ochtends acht tot 's avonds tien.", "Mo 08:00-22:00"),
        ("Het loket is open op ma, wo en vr 9.00-16.30 uur; di en do 9.00-20.00 uur.", "Mo,We,Fr 09:00-16:30; Tu,Th 09:00-20:00"),
        ("De balie is elke dag, ook op zondag, open van 9.00 tot 21.00 uur.", "Mo-Su 09:00-21:00"),
        ("De balie is elke dag behalve zondag open van 9.00 tot 17.00 uur.", "Mo-Sa 09:00-17:00"),
        (
            "De balie is open van maandag t/m vrijdag van 9.00 tot 17.00 uur; zaterdag van 10.00 tot 13.00 uur.",
            "Mo-Fr 09:00-17:00; Sa 10:00-13:00"
        ),
    ])
    func hours(text: String, hours: String) throws {
        #expect(try measures(text).contains { $0.openingHours == hours })
    }

    @Test(arguments: [
        ("Wij antwoorden binnen 24 uur.", 24, Claims.Unit.hour),
        ("Wij antwoorden binnen vierentwintig uur.", 24, .hour),
        ("Wij antwoorden binnen anderhalve dag.", 1.5, .day),
        ("Wij antwoorden binnen een half uur.", 30, .minute),
        ("Wij antwoorden binnen een halve minuut.", 30, .second),
        ("Wij antwoorden binnen 1–3 werkdagen.", 3, .workday),
        ("Wij antwoorden binnen twee (2) weken.", 2, .week),
        ("Wij antwoorden nog dezelfde dag.", 0, .day),
        ("Wij antwoorden de volgende werkdag.", 1, .workday),
        ("Wij antwoorden deze week nog.", 1, .week),
        ("Wij antwoorden na een paar minuten, hooguit tien.", 10, .minute),
        ("Wij antwoorden binnen een kwartier.", 15, .minute),
    ])
    func answers(text: String, value: Double, unit: Claims.Unit) throws {
        #expect(try measures(text) == [Measure(metric: .responseTime, op: .atMost, value: value, unit: unit)])
    }

    @Test(arguments: [
        "Wij antwoorden na minstens tien werkdagen.",
        "Onze klanten wachtten vorig jaar 24 uur op antwoord.",
        "Reageren wij langer dan 24 uur niet, bel dan.",
        "Je werkt 24 uur per week bij ons en antwoordt klanten.",
        "In 2019 antwoordden wij binnen 24 uur.",
        "U moet binnen 24 uur antwoorden.",
        "U lost de storing binnen vier uur op.",
    ])
    func noBound(text: String) throws {
        #expect(try measures(text).isEmpty)
    }

    @Test(arguments: [("U wordt hooguit één keer doorverbonden.", 1.0), ("U wordt hooguit twee keer doorverbonden.", 2)])
    func transfers(text: String, count: Double) throws {
        #expect(try measures(text) == [Measure(metric: .transferCount, op: .atMost, value: count, unit: .count)])
    }

    /// A verb behind a comma begins what happens; at the start of a sentence it begins a condition.
    @Test func verbBehindComma() throws {
        var extractor = try Shipped.extractor()
        let promised = extractor.claims(of: "Een stoel die tegenvalt, halen we zonder morren weer op.", above: [], language: "nl")
        #expect(promised.map(\.rule) == ["nl.no-questions-asked"])
        #expect(
            extractor.claims(of: "Halen we de stoel zonder morren op, dan vervalt de korting.", above: [], language: "nl").allSatisfy {
                $0.kind == .processConstraint
            })
    }

    @Test func headersGiveUnitAndMetric() throws {
        let page = """
            <!DOCTYPE html><html lang="nl"><body><h1>Servicenormen</h1><p>Wij streven naar:</p>
            <table><tr><th>Kanaal</th><th>Ontvangstbevestiging</th><th>Antwoord (in werkdagen)</th></tr>
            <tr><td>E-mail</td><td>1 werkdag</td><td>3-5</td></tr></table></body></html>
            """
        var extractor = try Shipped.extractor()
        let claims = extractor.extract(Page(file: "a.html", organisation: "v.example", bytes: Array(page.utf8), format: .html)).claims
        #expect(claims.map(\.rule) == ["nl.acknowledged-within", "nl.response-within"])
        #expect(claims.map(\.measure?.value) == [1, 5])
        #expect(claims.map(\.measure?.unit) == [.workday, .workday])
        #expect(claims.allSatisfy { $0.channel == "email" && $0.commitment == .hedged })
    }

    @Test func limitsOfAClaim() throws {
        var extractor = try Shipped.extractor()
        let priority = extractor.claims(of: "Bij P1 reageren wij binnen een uur.", above: [], language: "nl")
        #expect(priority.first?.scope?.product == ["p1"])
        let holiday = extractor.claims(
            of: "Op Tweede Kerstdag zijn wij bereikbaar van 10.00 tot 14.00 uur.", above: [], language: "nl")
        #expect(holiday.first?.scope?.period == "tweede kerstdag")
        let abroad = extractor.claims(of: "In Vlaanderen bezorgen wij binnen twee werkdagen.", above: [], language: "nl")
        #expect(abroad.first?.scope?.region == "vlaanderen")
        let usual = extractor.claims(
            of: "Wij zijn bereikbaar van 9.00 tot 17.00 uur, behalve op feestdagen.", above: [], language: "nl")
        #expect(usual.first?.scope?.period == nil)
    }

    @Test func oneStageEach() throws {
        var extractor = try Shipped.extractor()
        let claims = extractor.claims(
            of: "Wij bevestigen uw klacht binnen 1 week en handelen de klacht binnen 6 weken af.", above: [], language: "nl")
        #expect(claims.map(\.scope?.stage) == ["acknowledge", "decide"])
        #expect(claims.map(\.measure?.value) == [1, 6])
    }
}
