import Claims
import Foundation
import RuleBook
import Testing

@testable import Extraction

/// What somebody else with a name does within a time is no promise of the organisation's.
@Suite struct NamedStrangerTests {
    private func measured(_ text: String, _ language: String) throws -> [String] {
        var extractor = Extractor(ruleBook: try Shipped.book.get())
        let markup =
            "<html lang=\"\(language)\"><head><title>Zorg - Lindehoeve</title></head><body><main><p>\(text)</p></main></body></html>"
        let page = Page(file: "zorg.html", organisation: "lindehoeve.example", bytes: Array(markup.utf8), format: .html, charset: nil)
        return extractor.extract(page).claims.filter { $0.measure != nil }.map(\.quote)
    }

    @Test(arguments: [
        ("Ziekenhuis Merwelanden stuurt het verslag binnen vier uur.", "nl"),
        ("The Department for Ferries answers letters within ten days.", "en"),
        ("Varndale, whose engineer repairs the lifts within two hours, comes by boat.", "en"),
        ("Speak to Varndale Council. It answers letters within three weeks.", "en"),
    ])
    func aStrangerPromisesNothing(text: String, language: String) throws {
        #expect(try measured(text, language).isEmpty)
    }

    @Test(arguments: [
        ("Lindehoeve antwoordt binnen vier uur op uw mail.", "nl"),
        ("De Lindehoeve stuurt het verslag binnen vier uur.", "nl"),
        ("Letters are answered within ten days.", "en"),
        ("Wijkverpleegkundige Anja belt u binnen vier uur.", "nl"),
        ("Chatbot Kees antwoordt binnen een minuut.", "nl"),
        ("In Varndale we answer letters within ten days.", "en"),
    ])
    func weDo(text: String, language: String) throws {
        #expect(try !measured(text, language).isEmpty)
    }
}
