import Claims
import Foundation
import Testing

@testable import Extraction

/// Days on which something is open or closed have names that all languages share.
@Suite struct CalendarDayTests {
    private func days(_ text: String, _ language: String, above: [String] = []) throws -> [String] {
        var extractor = try Shipped.extractor()
        let claims = extractor.claims(of: text, above: above, language: language).filter { $0.theme == "reachability" }
        return Set(claims.flatMap { $0.topics ?? [] }.filter { $0.hasPrefix("date-") || $0.hasPrefix("weekday-") }).sorted()
    }

    @Test(arguments: [
        ("Op tweede kerstdag zijn wij gesloten.", "nl", ["date-12-26"]),
        ("Met Kerst zijn wij gesloten.", "nl", ["date-12-25", "date-12-26"]),
        ("Op 24 en 31 december is onze winkel gesloten.", "nl", ["date-12-24", "date-12-31"]),
        ("Van 24 t/m 26 december is onze winkel gesloten.", "nl", ["date-12-24", "date-12-25", "date-12-26"]),
        ("Our shop is closed on Christmas Eve.", "en", ["date-12-24"]),
        ("Our shop is closed on December 26.", "en", ["date-12-26"]),
        ("Our shop is closed on the 1st of May.", "en", ["date-05-01"]),
        ("Le magasin est fermé le 1er mai.", "fr", ["date-05-01"]),
        ("Am 24. Dezember bleibt unser Laden geschlossen.", "de", ["date-12-24"]),
        ("Op maandag is onze balie gesloten.", "nl", ["weekday-mo"]),
        ("On Sundays our shop is closed.", "en", ["weekday-su"]),
    ])
    func aClosedDayHasAName(text: String, language: String, expected: [String]) throws {
        #expect(try days(text, language) == expected)
    }

    @Test(arguments: [
        ("Op maandagmiddag is onze balie gesloten.", "nl"),
        ("Our tickets are closed after ten working days.", "en"),
        ("Onze balie is open van 9.00 tot 17.00 uur, behalve op tweede kerstdag.", "nl"),
    ])
    func aPartOfADayAndAnExceptionDoNot(text: String, language: String) throws {
        #expect(try days(text, language).isEmpty)
    }

    @Test func theRowAboveNamesTheDay() throws {
        #expect(try days("Gesloten", "nl", above: ["Openingstijden", "Kerstavond"]) == ["date-12-24"])
    }

    @Test func aMonthEndsNoSentence() throws {
        var extractor = try Shipped.extractor()
        let text = "Am 3. Oktober haben wir geöffnet."
        #expect(extractor.claims(of: text, above: [], language: "de").map(\.quote) == [text])
    }

    // MARK: structured data

    private func structured(_ json: String) -> [Property] {
        let document = read("<html><body><script type=\"application/ld+json\">\(json)</script><p>Text.</p></body></html>")
        return document.blocks.filter { $0.kind == .structured }.map { document.properties[Int($0.details)] }
    }

    @Test func hoursOfADateAreOfThatDateOnly() {
        let found = structured(
            """
            {"@type":"Store","specialOpeningHoursSpecification":[
            {"@type":"OpeningHoursSpecification","validFrom":"2026-12-24","validThrough":"2026-12-24","opens":"10:00","closes":"14:00"},
            {"@type":"OpeningHoursSpecification","validFrom":"2026-12-25","validThrough":"2026-12-26","opens":"00:00","closes":"00:00"}]}
            """)
        #expect(found.map(\.days) == [["date-12-24"], ["date-12-25", "date-12-26"]])
        #expect(found.map(\.hours) == ["10:00-14:00", ""])
    }

    /// By schema.org a day that opens and closes at one time is closed.
    @Test func aDayWithoutHoursIsClosed() {
        let found = structured(
            #"{"@type":"Store","openingHoursSpecification":{"dayOfWeek":"Sunday","opens":"00:00","closes":"00:00"}}"#)
        #expect(found.map(\.days) == [["weekday-su"]])
        #expect(found.map(\.hours) == [""])
    }

    /// Hours that are valid for a year are the usual ones.
    @Test func aSeasonIsNoDate() {
        let found = structured(
            """
            {"@type":"Store","openingHoursSpecification":{"dayOfWeek":["Monday","Tuesday"],"opens":"09:00","closes":"17:00",
            "validFrom":"2026-01-01","validThrough":"2026-12-31"}}
            """)
        #expect(found.map(\.hours) == ["Mo,Tu 09:00-17:00"])
        #expect(found.allSatisfy { $0.days.isEmpty })
    }
}
