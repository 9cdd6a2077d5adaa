import Claims
import Extraction
import Foundation
import RuleBook
import Testing

/// What English pages say in figures and in conditions, read with the rule book of this repository.
struct EnglishTests {
    private static let book = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try RuleBook.load(directory: root.appending(path: "Rules").path(percentEncoded: false))
    }

    private func claims(_ text: String, above: [String] = []) throws -> [Claim] {
        var extractor = Extractor(ruleBook: try Self.book.get())
        return extractor.claims(of: text, above: above, language: "en")
    }

    private func measures(_ text: String, above: [String] = []) throws -> [Measure] {
        try claims(text, above: above).compactMap(\.measure)
    }

    @Test(arguments: [
        ("We are open Monday to Friday, 9am to 5pm.", "Mo-Fr 09:00-17:00"),
        ("Our advisers are on the line from 8.30am till noon on Saturdays.", "Sa 08:30-12:00"),
        ("The night desk is staffed around the clock.", "24/7"),
        ("Our lines are open Monday to Friday, 8am to 6pm; Saturday, 9am to 1pm.", "Mo-Fr 08:00-18:00; Sa 09:00-13:00"),
        ("We are open every day, including Sundays, from 9am to 5pm.", "Mo-Su 09:00-17:00"),
        ("We are open daily except Mondays from 9am to 5pm.", "Tu-Su 09:00-17:00"),
        ("The office is open 9 to 12.30 and 1.30 to 5, Monday to Friday.", "Mo-Fr 09:00-12:30,13:30-17:00"),
        ("Chat is open Mon-Sat 7am-10pm, Sun 9am-6pm.", "Mo-Sa 07:00-22:00; Su 09:00-18:00"),
    ])
    func hours(text: String, hours: String) throws {
        let found = try measures(text)
        #expect(found.contains { $0.openingHours == hours }, "\(found)")
    }

    @Test(arguments: [
        ("We answer every letter within two (2) business days.", 2, Claims.Unit.workday),
        ("Your e-mail is answered within the hour.", 1, .hour),
        ("We reply by the end of the tenth working day.", 10, .workday),
        ("You hear from us by close of business on the next working day.", 1, .workday),
        ("Our team replies the same working day.", 0, .workday),
    ])
    func answers(text: String, value: Double, unit: Claims.Unit) throws {
        let found = try measures(text)
        #expect(found.contains { $0.metric == .responseTime && $0.op == .atMost && $0.value == value && $0.unit == unit }, "\(found)")
    }

    @Test func aNumberAfterWithinBorrowsTheUnitBeforeIt() throws {
        let found = try measures("We make the stairs safe within four hours and repair the lift within 24.")
        #expect(found.map(\.value) == [4, 24])
        #expect(found.allSatisfy { $0.unit == .hour })
    }

    @Test func aSmallWordEndsWhatANumberCouldCount() throws {
        let found = try measures("The desk answers mail in two working days in summer and in five during enrolment.")
        #expect(found.map(\.value) == [2, 5])
    }

    @Test func aNumberThatCountsSomethingBorrowsNothing() throws {
        let found = try measures("We answer in two days and we have shops in 24 towns.")
        #expect(found.compactMap(\.value) == [2])
    }

    @Test(arguments: ["We answer your letter within a few days.", "We answer your letter within several weeks."])
    func aVagueLengthIsNoBound(text: String) throws {
        #expect(try measures(text).allSatisfy { $0.value == nil })
    }

    @Test func theNextDayIsAPromiseWithoutWithin() throws {
        let found = try measures("Next-day appointments for all our patients.")
        #expect(found.contains { $0.value == 1 && $0.unit == .day }, "\(found)")
    }

    @Test func thePastOfARelativeClauseTellsNoStory() throws {
        #expect(try claims("We will put right whatever you paid for.").contains { $0.theme == "resolution" })
        #expect(try claims("We put right whatever he paid for and left.").isEmpty)
    }

    @Test func aVerbFirstConditionIsNoDuty() throws {
        let found = try measures("Ring before nine and an engineer is with you within two hours.")
        #expect(found.contains { $0.value == 2 && $0.unit == .hour }, "\(found)")
        #expect(try measures("Fill in the form and post it within two days.").isEmpty)
    }

    @Test func aHeadingAboutUsSoftensNothing() throws {
        #expect(try claims("You always get an honest answer.", above: ["About us"]).allSatisfy { $0.commitment == .firm })
        #expect(try claims("We answer in about two days.").contains { $0.commitment == .hedged })
    }

    @Test func theSpeakerEndsACondition() throws {
        #expect(try claims("If the engine stalls again we will put it right.").contains { $0.theme == "resolution" })
        #expect(try claims("If we answer within two days you are lucky.").isEmpty)
    }

    @Test func aListUnderWeWillIsNoDutyOfTheReader() throws {
        let item = "Give you an answer within three days."
        #expect(try measures(item, above: ["When you write, we will:"]).contains { $0.value == 3 })
        #expect(try measures(item, above: ["Tenants must:"]).isEmpty)
    }
}
