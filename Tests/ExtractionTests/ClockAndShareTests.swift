import Claims
import Extraction
import RuleBook
import Testing

/// Clock times that are no lengths of time, days to come, shares in words, and figures that were measured.
@Suite struct ClockAndShareTests {
    private func measures(_ text: String, _ language: String) throws -> [Measure] {
        var extractor = try Shipped.extractor()
        return extractor.claims(of: text, above: [], language: language).compactMap(\.measure)
    }

    @Test(arguments: [
        ("Uw antwoord heeft u overmorgen.", "nl"), ("You have our answer the day after tomorrow.", "en"),
        ("Vous avez notre réponse après-demain.", "fr"), ("Unsere Antwort haben Sie übermorgen.", "de"),
    ])
    func theDayAfterTomorrowIsTwoDays(text: String, language: String) throws {
        #expect(try measures(text, language).map { "\($0.value ?? -1) \($0.unit?.rawValue ?? "")" } == ["2.0 day"])
    }

    @Test(arguments: [
        ("Op 24 december sluiten onze kantoren om 15 uur.", "nl"), ("Votre colis part avant 18 h.", "fr"),
        ("We ring you back by 5pm.", "en"),
    ])
    func aTimeIsNoLengthOfTime(text: String, language: String) throws {
        #expect(try measures(text, language).allSatisfy { $0.unit != .hour })
    }

    @Test(arguments: [
        ("Negen van de tien treinen rijden op tijd.", "nl"), ("Nine in ten of our trains run on time.", "en"),
        ("Neun von zehn Zügen fahren bei uns pünktlich.", "de"),
    ])
    func nineInTenIsAShare(text: String, language: String) throws {
        #expect(try measures(text, language).contains { $0.value == 90 && $0.unit == .percent })
    }

    @Test func aFractionThatNobodyPromisesWasMeasured() throws {
        #expect(try measures("Reactietijd 1,8 uur.", "nl").isEmpty)
        #expect(try measures("Reactietijd 1,5 uur.", "nl").map(\.value) == [1.5])
    }
}
