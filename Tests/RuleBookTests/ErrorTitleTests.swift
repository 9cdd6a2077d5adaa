import Foundation
import Testing

@testable import RuleBook

struct ErrorTitleTests {
    private static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("Rules").path
    private static let titles = Result { try RuleBook.load(directory: rules).errorTitles }

    @Test(arguments: [
        "Niet gevonden", "404", "Pagina niet gevonden - Kade Energie", "Kade | Page not found", "Oeps! Deze pagina bestaat niet",
        "Error 404 – Kade",
        "La page n'existe plus", "Seite nicht gefunden · Kade",
    ])
    func errorPages(_ title: String) throws { #expect(try Self.titles.get().matches(title)) }

    @Test(arguments: [
        "Contact", "Pakket niet gevonden of zoekgeraakt", "Lost and found", "Onze 404 winkels", "Wat doet u als de meter niet gevonden is?",
        "Waarom een pagina niet gevonden wordt door zoekmachines en wat wij daaraan doen voor u", "",
    ])
    func otherPages(_ title: String) throws { #expect(try !Self.titles.get().matches(title)) }
}
