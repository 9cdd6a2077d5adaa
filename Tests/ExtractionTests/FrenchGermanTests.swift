import Claims
import Extraction
import Foundation
import RuleBook
import Testing

/// What French and German pages say in figures, read with the rule book of this repository.
struct FrenchGermanTests {
    private static let book = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try RuleBook.load(directory: root.appending(path: "Rules").path(percentEncoded: false))
    }

    private func measures(_ text: String, _ language: String, above: [String] = []) throws -> [Measure] {
        var extractor = Extractor(ruleBook: try Self.book.get())
        return extractor.claims(of: text, above: above, language: language).compactMap(\.measure)
    }

    @Test(arguments: [
        ("Ouvert de 8h30 à 18h, du lundi au vendredi.", "Mo-Fr 08:30-18:00"),
        ("Le guichet est ouvert du lundi au vendredi de 9 h à 18 h ; le samedi de 9 h à 12 h.", "Mo-Fr 09:00-18:00; Sa 09:00-12:00"),
        ("Le guichet est ouvert tous les jours, même le dimanche, de 9 h à 21 h.", "Mo-Su 09:00-21:00"),
        ("Le guichet est ouvert de 9 h à 17 h.", "09:00-17:00"),
        ("Notre équipe est joignable 24h/24 et 7j/7.", "24/7"),
        ("Le support répond de jour comme de nuit.", "24/7"),
    ])
    func frenchHours(text: String, hours: String) throws {
        #expect(try measures(text, "fr").contains { $0.openingHours == hours })
    }

    @Test(arguments: [
        ("Servicezeit ist montags bis donnerstags von 8:00 bis 17:00 Uhr.", "Mo-Th 08:00-17:00"),
        ("Wir sind von Montag bis Freitag zwischen 8 und 18 Uhr erreichbar.", "Mo-Fr 08:00-18:00"),
        ("Der Notdienst ist rund um die Uhr besetzt.", "24/7"),
        ("Wir sind täglich außer sonntags von 9 bis 18 Uhr erreichbar.", "Mo-Sa 09:00-18:00"),
        ("Wir sind täglich, auch sonntags, von 9 bis 21 Uhr erreichbar.", "Mo-Su 09:00-21:00"),
        ("Geöffnet montags bis donnerstags von 8 bis 17 Uhr und freitags bis 15 Uhr.", "Mo-Th 08:00-17:00; Fr 08:00-15:00"),
        ("Unsere Leitungen sind täglich von 6 bis 24 Uhr offen.", "Mo-Su 06:00-24:00"),
        ("Mo, Di, Do 9-12 Uhr geöffnet", "Mo,Tu,Th 09:00-12:00"),
    ])
    func germanHours(text: String, hours: String) throws {
        #expect(try measures(text, "de").contains { $0.openingHours == hours })
    }

    @Test(arguments: [
        ("fr", "Nous répondons à vos courriels sous 48 h ouvrées.", 48, Claims.Unit.hour),
        ("fr", "L'équipe vous répond au plus tard dans les deux jours ouvrables.", 2, .workday),
        ("fr", "Notre service vous répond dans l'heure.", 1, .hour),
        ("fr", "Nous vous répondons dans un délai de 24 h.", 24, .hour),
        ("fr", "Nous vous répondons sous quinze (15) jours.", 15, .day),
        ("fr", "Nous vous répondons en une heure et demie au plus.", 90, .minute),
        ("fr", "Nous vous répondons au plus tard le huitième jour ouvré.", 8, .workday),
        ("de", "Spätestens am dritten Werktag antworten wir.", 3, .workday),
        ("de", "Wir antworten innerhalb von drei (3) Werktagen.", 3, .workday),
        ("de", "Wir melden uns innert zweier Arbeitstage bei Ihnen zurück.", 2, .workday),
        ("de", "Ihre Anfrage beantworten wir binnen 24 Stunden.", 24, .hour),
        ("de", "Wir rufen Sie noch am selben Tag zurück.", 0, .day),
        ("de", "Spätestens am nächsten Werktag antworten wir.", 1, .workday),
    ])
    func answers(language: String, text: String, value: Double, unit: Claims.Unit) throws {
        let found = try measures(text, language)
        #expect(found.contains { $0.metric == .responseTime && $0.op == .atMost && $0.value == value && $0.unit == unit }, "\(found)")
    }

    @Test(arguments: [
        ("fr", "Le client doit nous prévenir au moins 14 jours à l'avance."),
        ("fr", "Vous devez nous informer de la panne dans les deux jours."),
        ("de", "Sie müssen uns den Schaden innerhalb von drei Tagen melden."),
        ("de", "Der Kunde hat uns Änderungen binnen zwei Wochen mitzuteilen."),
    ])
    func theOneWhoMustBeToldPromisesNothing(language: String, text: String) throws {
        #expect(try measures(text, language).isEmpty)
    }

    @Test(arguments: [
        ("Melden Sie sich bis 12 Uhr, liefern wir noch am selben Tag.", 0.0),
        ("Rufen Sie uns innerhalb von zwei Stunden an, ist der Techniker am nächsten Tag bei Ihnen.", 1.0),
        ("Noch etwas: Melden Sie den Bruch binnen drei Tagen, reparieren wir ihn innerhalb einer Woche.", 1.0),
    ])
    func aVerbInFrontSetsACondition(text: String, value: Double) throws {
        #expect(try measures(text, "de").map(\.value) == [value])
    }

    @Test(arguments: ["Tragen Sie den Zählerstand innerhalb von zwei Tagen ein.", "1952 lieferte der Gründer noch am selben Tag."])
    func anOrderAndAYearPromiseNothing(text: String) throws {
        #expect(try measures(text, "de").isEmpty)
    }

    @Test(arguments: [
        ("de", "Wir beantworten E-Mails innerhalb von zwei Tagen und Briefe innerhalb von acht Tagen."),
        ("fr", "Nous répondons sous deux jours aux courriels et sous huit jours aux lettres."),
    ])
    func eachBoundHasTheChannelOfItsStretch(language: String, text: String) throws {
        var extractor = Extractor(ruleBook: try Self.book.get())
        let claims = extractor.claims(of: text, above: [], language: language)
        #expect(claims.first { $0.measure?.value == 2 }?.channel == "email", "\(claims)")
        #expect(claims.first { $0.measure?.value == 8 }?.channel == "post", "\(claims)")
    }

    @Test func aPriceIsNoTime() throws {
        #expect(try measures("CHF 9.50", "de", above: ["Versand", "Preis"]).contains { $0.value == 9.5 && $0.unit == .franc })
    }

    @Test(arguments: ["l'équipe", "l’équipe", "L’ÉQUIPE"])
    func anElisionIsAWordOfItsOwn(word: String) throws {
        var extractor = Extractor(ruleBook: try Self.book.get())
        let concepts = extractor.concepts(in: "Toute \(word) répond.", language: "fr")
        #expect(concepts.contains { $0.hasPrefix("@staff") }, "\(concepts)")
    }
}
