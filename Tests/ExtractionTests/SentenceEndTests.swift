import Claims
import Extraction
import RuleBook
import Testing

/// A point behind a single letter ends a sentence where the letter is a word, and not where it is an initial or half an abbreviation.
@Suite struct SentenceEndTests {
    private func quotes(_ text: String, _ language: String) throws -> [String] {
        var extractor = try Shipped.extractor()
        return extractor.claims(of: text, above: [], language: language).map(\.quote)
    }

    @Test(arguments: [
        ("De monteur komt binnen een dag bij u. Uw brief beantwoorden wij binnen een week.", "nl"),
        ("Nous répondons aux lettres sous 48 h. Le technicien vient sous trois jours.", "fr"),
        ("We answer letters within two days. We answer e-mails within an hour.", "en"),
    ])
    func aLetterThatIsAWordEndsASentence(text: String, language: String) throws {
        #expect(try quotes(text, language).count == 2)
    }

    @Test(arguments: [
        ("Mevrouw J. Smit belt u binnen een dag terug.", "nl"),
        ("Wir antworten, z. B. Kunden in Wien, binnen zwei Tagen.", "de"),
        ("We are open from 9 a.m. to 5 p.m. Monday to Friday.", "en"),
    ])
    func anInitialOrAnAbbreviationDoesNot(text: String, language: String) throws {
        #expect(try quotes(text, language).allSatisfy { $0 == text })
        #expect(try !quotes(text, language).isEmpty)
    }
}
