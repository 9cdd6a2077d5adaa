import Claims
import Extraction
import Foundation
import Judgement
import RuleBook
import Testing

/// Whole sites, changed in one place and read and judged again: what says the same must find nothing new, and what is planted must be
/// found as one conflict.
@Suite struct MutationTests {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    /// The samples, and the sites of the corpus that rules are written against.
    private static let sites =
        ["Samples/www.ketelaar-warmte.example", "Samples/www.larkfield-cycles.example"]
        + ["grachtenbank", "kabelwerf", "sundial-hotels", "harrowgate-college", "librairie-colibri", "stadtwerke-eichfurt"].map {
            "Tests/Corpus/sites/\($0)/site"
        }

    /// Changes that alter nothing, or speak of something else: at most one in fifty may raise an alarm.
    @Test func benignChangesRaiseNoAlarm() throws {
        var (changes, alarms) = (0, [String]())
        for path in Self.sites {
            let site = try Site(path: Self.root + "/" + path)
            let before = site.conflicts(site.pages)
            for change in Benign.all(site.language) {
                guard let pages = change.apply(site.pages) else { continue }
                changes += 1
                let after = site.conflicts(pages)
                let new = Set(after.map(\.rule)).filter { rule in after.count { $0.rule == rule } > before.count { $0.rule == rule } }
                if !new.isEmpty { alarms.append("\(path): \(change.name): \(new.sorted())") }
            }
        }
        #expect(changes >= 60)
        #expect(alarms.count * 50 <= changes, "\(alarms.count) of \(changes): \(alarms)")
    }

    /// A pair of sentences on two pages of the site that cannot both be true is found, as one conflict.
    @Test func plantedConflictsAreFoundOnce() throws {
        var (plants, missed) = (0, [String]())
        for path in Self.sites {
            let site = try Site(path: Self.root + "/" + path)
            for plant in Plant.all[site.language] ?? [] {
                plants += 1
                let pages = site.adding(plant.second, to: 1, of: site.adding(plant.first, to: 0, of: site.pages))
                let found = site.conflicts(pages).filter { finding in
                    [plant.first, plant.second].allSatisfy { said in finding.claims.contains { said.contains($0.quote) } }
                }
                if found.count != 1 { missed.append("\(path): \(plant.kind): \(found.map(\.rule))") }
            }
        }
        #expect(plants >= 45)
        #expect(missed.count * 20 <= plants, "\(missed.count) of \(plants): \(missed)")
    }
}

/// The pages of a site as they are read, and what reading and judging them finds.
private struct Site {
    struct SourcePage {
        var file: String
        var text: String
    }

    let language: String
    let pages: [SourcePage]

    init(path: String) throws {
        let files = try #require(FileManager.default.enumerator(atPath: path)).compactMap { $0 as? String }
        pages = try files.filter { $0.hasSuffix(".html") }.sorted().map { file in
            let data = try #require(FileManager.default.contents(atPath: path + "/" + file))
            return SourcePage(
                file: file, text: String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252) ?? "")
        }
        let index = try #require(pages.first { $0.file == "index.html" })
        language = try #require(["nl", "en", "fr", "de"].first { index.text.contains("lang=\"\($0)") })
    }

    /// Contradictions and narrowings.
    func conflicts(_ pages: [SourcePage]) -> [Finding] {
        var extractor = Extractor(ruleBook: LawTests.book)
        var (claims, records) = ([Claim](), [PageRecord]())
        for page in pages {
            // The encoding that the page names is that of its file, not of this text.
            let text = page.text.replacing("windows-1252", with: "utf-8").replacing("iso-8859-1", with: "utf-8")
            let read = extractor.extract(Page(file: page.file, organisation: "site.example", bytes: Array(text.utf8), format: .html))
            claims += read.claims
            if let record = read.page { records.append(record) }
        }
        let result = Judge(ruleBook: LawTests.book, language: "en").judge(
            organisation: "site.example", claims: claims, pages: records, notJudged: [])
        return result.findings.filter { $0.type == .contradiction || $0.type == .narrowing }
    }

    /// A section of its own at the end of a page that sells (0) or of one that serves (1).
    func adding(_ sentence: String, to place: Int, of pages: [SourcePage]) -> [SourcePage] {
        let serving = ["contact", "kontakt", "service", "klanten", "help", "support", "aide"]
        let index =
            place == 0
            ? pages.firstIndex { $0.file == "index.html" }! : pages.firstIndex { page in serving.contains { page.file.contains($0) } } ?? 1
        var pages = pages
        pages[index].text = Self.inserted("<section><h2>Service</h2><p>\(sentence)</p></section>", pages[index].text)
        return pages
    }

    static func inserted(_ markup: String, _ text: String) -> String {
        for end in ["</main>", "</body>"] {
            if let range = text.range(of: end) { return text.replacingCharacters(in: range, with: markup + end) }
        }
        return text + markup
    }
}

/// A change that alters nothing of what the site promises.
private struct Benign {
    var name: String
    /// The changed pages, or nil where the change has nothing to do there.
    var apply: ([Site.SourcePage]) -> [Site.SourcePage]?

    static func all(_ language: String) -> [Benign] {
        let spelled = spellings[language] ?? []
        return spelled.map { from, to in Benign(name: "\(from) → \(to)") { replaced($0, from, to) } }
            + (added[language] ?? []).map { sentence in Benign(name: sentence) { add(sentence, $0) } }
            + [
                Benign(name: "pages in another order") { Array($0.reversed()) },
                Benign(name: "another name for a file") { pages in
                    var pages = pages
                    pages[pages.count - 1].file = "renamed-" + pages[pages.count - 1].file.replacing("/", with: "-")
                    return pages
                },
            ]
    }

    private static func replaced(_ pages: [Site.SourcePage], _ from: String, _ to: String) -> [Site.SourcePage]? {
        guard let index = pages.firstIndex(where: { $0.text.contains(from) }) else { return nil }
        var pages = pages
        pages[index].text = pages[index].text.replacing(from, with: to)
        return pages
    }

    private static func add(_ sentence: String, _ pages: [Site.SourcePage]) -> [Site.SourcePage] {
        pages.map { page in
            page.file == "index.html"
                ? Site.SourcePage(file: page.file, text: Site.inserted("<section><p>\(sentence)</p></section>", page.text)) : page
        }
    }

    /// The same value, written otherwise.
    private static let spellings: [String: [(String, String)]] = [
        "nl": [
            ("24 uur", "1 dag"), ("9.00", "9:00"), ("17.00", "17:00"), ("werkdagen", "werkdagen (maandag tot en met vrijdag)"),
            ("twee weken", "14 dagen"),
            ("een week", "zeven dagen"), ("binnen 24 uur", "binnen één etmaal"), ("€ ", "EUR "),
        ],
        "en": [
            ("24 hours", "1 day"), ("9am", "09:00"), ("5pm", "17:00"), ("working days", "business days"), ("two weeks", "14 days"),
            ("a fortnight", "two weeks"), ("a week", "seven days"), ("three", "3"),
        ],
        "fr": [
            ("24 heures", "1 jour"), ("9 h", "9h00"), ("deux semaines", "14 jours"), ("jours ouvrés", "jours ouvrables"), ("cinq", "5"),
        ],
        "de": [
            ("24 Stunden", "einem Tag"), ("Werktagen", "Arbeitstagen"), ("zwei Wochen", "14 Tagen"), ("8.00", "8:00"), ("drei", "3"),
        ],
    ]

    /// Another product, the past, a tighter bound for a part, somebody else.
    private static let added: [String: [String]] = [
        "nl": [
            "Met het pakket Goud Plus beantwoorden wij uw e-mail binnen twee uur.", "In 1987 beantwoordden wij brieven pas na zes weken.",
            "Onze leverancier Van Dalen antwoordt binnen tien werkdagen.", "Klanten van het pakket Goud Plus bellen gratis.",
        ],
        "en": [
            "On the Gold Plus plan we answer your email within two hours.", "In 1987 we answered letters after six weeks.",
            "Our supplier Vandale Ltd answers within ten working days.", "Customers on the Gold Plus plan call free of charge.",
        ],
        "fr": [
            "Avec la formule Or Plus, nous répondons à vos e-mails sous deux heures.",
            "En 1987, nous répondions aux lettres après six semaines.",
        ],
        "de": [
            "Im Tarif Gold Plus beantworten wir Ihre E-Mail innerhalb von zwei Stunden.",
            "1987 beantworteten wir Briefe erst nach sechs Wochen.",
        ],
    ]
}

/// Two sentences that cannot both be true.
private struct Plant {
    var kind, first, second: String

    static let all: [String: [Plant]] = [
        "nl": [
            Plant(
                kind: "value", first: "Wij repareren uw fiets binnen drie werkdagen.",
                second: "De reparatie van een fiets is binnen vier weken klaar."),
            Plant(
                kind: "unit", first: "Wij beantwoorden uw WhatsApp-bericht binnen 48 uur.",
                second: "Uw WhatsApp-bericht beantwoorden wij binnen 48 dagen."),
            Plant(
                kind: "hours", first: "Onze chat is open van maandag tot en met vrijdag van 8.00 tot 22.00 uur.",
                second: "Onze chat is open van maandag tot en met vrijdag van 9.00 tot 17.00 uur."),
            Plant(kind: "channel", first: "U kunt ons altijd bellen.", second: "Telefonisch contact is niet mogelijk."),
            Plant(
                kind: "price", first: "Het bezorgen van een fiets is gratis.",
                second: "Voor het bezorgen van een fiets betaalt u 26,95 euro."),
            Plant(
                kind: "exception", first: "U zit nergens aan vast: opzeggen kan elke maand.",
                second: "Het abonnement heeft een minimale looptijd van twee jaar."),
            Plant(
                kind: "attitude", first: "Bij ons staat de klant centraal.",
                second: "Elke aanvraag volgt de standaardprocedure; wij maken geen uitzonderingen."),
        ],
        "en": [
            Plant(
                kind: "value", first: "We repair your bicycle within three working days.",
                second: "The repair of a bicycle is finished within four weeks."),
            Plant(
                kind: "unit", first: "We answer your WhatsApp message within 48 hours.",
                second: "We answer your WhatsApp message within 48 days."),
            Plant(
                kind: "hours", first: "Our live chat is open Monday to Friday from 8am to 10pm.",
                second: "Our live chat is open Monday to Friday from 9am to 5pm."),
            Plant(kind: "price", first: "Delivery of a bicycle is free.", second: "Delivery of a bicycle costs £26.95."),
            Plant(
                kind: "exception", first: "Cancel at any time, with no strings attached.",
                second: "The subscription has a minimum term of two years."),
            Plant(
                kind: "attitude", first: "We put our customers first.",
                second: "Every request follows the standard procedure; we make no exceptions."),
        ],
        "fr": [
            Plant(
                kind: "value", first: "Nous réparons votre vélo sous trois jours ouvrés.",
                second: "La réparation d’un vélo est terminée sous quatre semaines."),
            Plant(
                kind: "unit", first: "Nous répondons à vos messages WhatsApp sous 48 heures.",
                second: "Nous répondons à vos messages WhatsApp sous 48 jours."),
            Plant(
                kind: "exception", first: "Sans engagement : vous résiliez quand vous voulez.",
                second: "L’abonnement a une durée minimale de deux ans."),
            Plant(
                kind: "attitude", first: "Chez nous, le client est au centre.",
                second: "Chaque demande suit la procédure standard, sans exception."),
        ],
        "de": [
            Plant(
                kind: "value", first: "Wir reparieren Ihr Fahrrad innerhalb von drei Werktagen.",
                second: "Die Reparatur eines Fahrrads ist innerhalb von vier Wochen fertig."),
            Plant(
                kind: "unit", first: "Wir beantworten Ihre WhatsApp-Nachricht innerhalb von 48 Stunden.",
                second: "Wir beantworten Ihre WhatsApp-Nachricht innerhalb von 48 Tagen."),
            Plant(
                kind: "price", first: "Die Lieferung eines Fahrrads ist kostenlos.",
                second: "Die Lieferung eines Fahrrads kostet 26,95 Euro."),
            Plant(
                kind: "exception", first: "Sie können jederzeit kündigen.", second: "Der Vertrag hat eine Mindestlaufzeit von zwei Jahren."),
            Plant(
                kind: "attitude", first: "Bei uns steht der Kunde im Mittelpunkt.",
                second: "Jede Anfrage folgt dem Standardverfahren, ohne Ausnahme."),
        ],
    ]
}
