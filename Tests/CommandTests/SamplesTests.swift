import Foundation
import Testing

/// What was planted in the sample organisations is found, and what only looks like it is not.
@Suite struct SamplesTests {
    /// One finding that must be there: its type, its rule, and words of the quotes that are its evidence.
    struct Planted: Sendable, CustomTestStringConvertible {
        var type: String
        var rule: String
        var words: [String]
        var testDescription: String { rule + ": " + words.joined(separator: " / ") }

        init(_ type: String, _ rule: String, _ words: String...) {
            self.type = type
            self.rule = rule
            self.words = words
        }
    }

    /// Words of quotes that must not stand together in a finding, and why not.
    struct Decoy: Sendable, CustomTestStringConvertible {
        var why: String
        var words: [String]
        var testDescription: String { why + ": " + words.joined(separator: " / ") }

        init(_ why: String, _ words: String...) {
            self.why = why
            self.words = words
        }
    }

    private struct Finding: Decodable {
        struct Claim: Decodable { var quote: String }
        var type: String
        var rule: String
        var claims: [Claim]

        func shows(_ words: [String]) -> Bool { words.allSatisfy { word in claims.contains { $0.quote.contains(word) } } }
    }

    private func findings() throws -> [Finding] {
        let lines = try Program.run([
            "audit", "Samples/www.ketelaar-warmte.example", "Samples/www.larkfield-cycles.example", "--format", "ndjson", "--fail-on",
            "never",
        ]).lines
        return try lines.map { try JSONDecoder().decode(Finding.self, from: Data($0.utf8)) }
    }

    private func isFound(_ planted: Planted, _ findings: [Finding]) -> Bool {
        findings.contains { $0.type == planted.type && $0.rule == planted.rule && $0.shows(planted.words) }
    }

    private func alarms(_ decoy: Decoy, _ findings: [Finding]) -> [String] { findings.filter { $0.shows(decoy.words) }.map(\.rule) }

    @Test func everyPlantedFindingIsFound() throws {
        let findings = try findings()
        for planted in Self.planted { #expect(isFound(planted, findings), "\(planted.type) \(planted.testDescription)") }
    }

    @Test func noDecoyIsReported() throws {
        let findings = try findings()
        for decoy in Self.decoys { #expect(alarms(decoy, findings).isEmpty, "\(decoy.testDescription)") }
    }

    static let planted: [Planted] = [
        // Ketelaar Warmte
        Planted("contradiction", "customer-central-vs-standard-process", "staat de klant centraal", "standaardprocedure"),
        Planted("contradiction", "opening-hours-conflict", "van 8.00 tot 20.00 uur", "van 9.00 tot 17.00 uur"),
        Planted("contradiction", "resolution-time-conflict", "binnen 24 uur verholpen", "binnen vijf werkdagen"),
        Planted("contradiction", "human-contact-vs-chatbot-first", "geen chatbot", "eerst aan onze chatbot"),
        Planted("contradiction", "free-vs-paid", "storingsdienst is gratis", "45 cent per minuut"),
        Planted("contradiction", "personal-contact-vs-handling-time", "Wij nemen de tijd voor u", "gemiddelde gesprekstijd"),
        Planted("contradiction", "no-waiting-vs-queue", "nooit in de wacht", "wachtrij"),
        Planted("contradiction", "no-lock-in-vs-minimum-term", "nergens aan vast", "minimale looptijd"),
        Planted("missing-link", "missing-sustainability", "werkt duurzaam"),
        Planted("orphan-promise", "orphan-privacy", "delen uw gegevens nooit"),
        Planted("weak-promise", "weak-exceed-expectations", "overtreffen graag uw verwachtingen"),
        Planted("weak-promise", "weak-self-praise", "meest klantgerichte"),
        Planted("weak-promise", "weak-only-effort", "ons best"),
        Planted("broken-reference", "broken-reference", "staat de klant centraal"),
        Planted("contradiction", "fixed-contact-vs-changing-team", "een vaste monteur", "op dat moment vrij"),
        Planted("contradiction", "response-time-conflict", "uur antwoord op uw e-mail", "binnen drie werkdagen"),
        Planted("contradiction", "complaint-term-conflict", "binnen 10 werkdagen inhoudelijk", "binnen zes weken"),
        Planted("narrowing", "always-there-vs-closed", "dag en nacht bereikbaar", "alleen bereikbaar voor spoed"),
        Planted("gap", "gap-feedback"),
        // Larkfield Cycles
        Planted("contradiction", "customer-central-vs-lowest-cost", "riders first", "lowest possible cost"),
        Planted("contradiction", "customer-central-vs-standard-process", "riders first", "standard procedure"),
        Planted("contradiction", "opening-hours-conflict", "8am to 8pm", "9am to 5.30pm"),
        Planted("contradiction", "response-time-conflict", "every email within four hours", "within two working days"),
        Planted("contradiction", "fixed-contact-vs-changing-team", "one dedicated mechanic", "Whoever is free"),
        Planted("contradiction", "personal-contact-vs-handling-time", "take the time to listen", "average handling time"),
        Planted("contradiction", "no-waiting-vs-queue", "never wait in a queue", "average wait is twelve minutes"),
        Planted("contradiction", "no-lock-in-vs-minimum-term", "Cancel at any time", "minimum term"),
        Planted("contradiction", "multilingual-vs-one-language", "speak your language", "English only"),
        Planted("contradiction", "price-promise-vs-changes", "No surprises", "change our prices"),
        Planted("contradiction", "refund-period-conflict", "within five working days", "within 21 days"),
        Planted("contradiction", "delivery-time-conflict", "within two working days", "within seven working days"),
        Planted("contradiction", "human-contact-vs-chatbot-first", "a real person", "virtual assistant first"),
        Planted("contradiction", "return-window-conflict", "within 60 days", "within 14 days"),
        Planted("narrowing", "resolution-time-conflict", "within 24 hours, whatever the plan", "Outside the city"),
        Planted("orphan-promise", "orphan-service", "collect parcels free of charge"),
        Planted("missing-link", "missing-proactivity", "we are proactive"),
        Planted("weak-promise", "weak-exceed-expectations", "exceed your expectations"),
        Planted("weak-promise", "weak-self-praise", "best-loved"),
        Planted("broken-reference", "broken-reference", "Cancel at any time"),
        Planted("gap", "gap-complaints"),
    ]

    static let decoys: [Decoy] = [
        Decoy("another plan", "Basis | binnen 3 werkdagen", "Compleet | binnen 4 uur"),
        Decoy("another plan", "Voorrijkosten", "Compleet is het voorrijden"),
        Decoy("acknowledged, then answered", "ontvangstbevestiging", "binnen 10 werkdagen inhoudelijk"),
        Decoy("another channel", "WhatsApp", "binnen drie werkdagen"),
        Decoy("another company", "netbeheerder"),
        Decoy("a review", "Drie weken gewacht"),
        Decoy("a review", "binnen een kwartier antwoord"),
        Decoy("the past", "duurde een reparatie"),
        Decoy("a customer's duty", "U meldt zichtbare gebreken"),
        Decoy("a holiday", "Op 24 en 31 december"),
        Decoy("for those who apply", "bellen we je binnen een week"),
        Decoy("a script", "Binnen 1 minuut antwoord"),
        Decoy("another plan", "Town", "Cargo"),
        Decoy("acknowledged, then answered", "confirm receipt", "answer emails"),
        Decoy("a window of the day, no opening hours", "between 9 and 5", "openingHours"),
        Decoy("a customer's duty", "report any damage"),
        Decoy("a customer's duty", "pay within 10 days"),
        Decoy("a review", "within six minutes"),
        Decoy("the past", "repairs took ten days"),
        Decoy("a holiday", "closed on bank holidays"),
        Decoy("a template that nobody sees", "within five minutes"),
        Decoy("to send back, and to get the money", "within 60 days", "refund your money"),
        Decoy("another audience", "Business fleets are delivered", "within seven working days"),
        Decoy("another audience", "Business customers get an answer", "within two working days"),
    ]
}
