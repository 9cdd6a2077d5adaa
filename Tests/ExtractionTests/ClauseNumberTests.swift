import Claims
import Extraction
import Foundation
import RuleBook
import Testing

/// The number of a clause is no quantity, whatever the first word looks like: "U" is also short for "uur".
@Suite struct ClauseNumberTests {
    private func values(_ text: String) throws -> [Double] {
        let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Rules").standardizedFileURL
        var extractor = Extractor(ruleBook: try RuleBook.load(directory: rules.path))
        return extractor.claims(of: text, above: ["Klachten"], language: "nl").compactMap(\.measure?.value)
    }

    @Test func aClauseNumberIsNoDuration() throws {
        #expect(try values("5.1 U krijgt binnen 14 dagen antwoord op uw klacht.") == [14])
    }

    @Test func aDurationWithAFractionIsOne() throws {
        #expect(try values("Binnen 1,5 uur krijgt u antwoord op uw klacht.") == [1.5])
    }
}
