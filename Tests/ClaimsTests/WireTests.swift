import Claims
import Foundation
import Testing

/// The wire format: what goes out comes back, and what is unknown is refused rather than guessed.
@Suite struct WireTests {
    private let full = Claim(
        id: "c-9f3a6c1e", organisation: "vuurtoren.example", kind: .servicePromise, theme: "speed", stance: .denies,
        commitment: .hedged, channel: "email", touchpoint: "ask",
        measure: Measure(metric: .responseTime, op: .atMost, value: 0.5, unit: .hour),
        scope: Scope(
            audience: ["business"], product: ["zee"], region: "Zeeland", condition: "bij storing", period: "zomer", stage: "answer",
            universal: true),
        topics: ["shipping"], language: "nl", quote: "Wij antwoorden “snel”.", marked: "snel", context: ["Service", "E-mail"],
        source: Source(
            url: "https://vuurtoren.example/", file: "a/b.html", line: 1, column: 2, endLine: 3, endColumn: 4, pageRole: .internalPolicy,
            fetched: "2026-11-01T09:00:00Z"), rule: "nl.response-within", rules: "abcdef", occurrences: 400)

    private func json(_ value: some Encodable) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) as? [String: Any])
    }

    private func record(_ changes: [String: Any], of claim: Claim) throws -> Record {
        let merged = try json(claim).merging(changes) { $1 }
        return try JSONDecoder().decode(Record.self, from: JSONSerialization.data(withJSONObject: merged))
    }

    private var bare: Claim {
        Claim(
            id: "c-1", organisation: "v.example", kind: .brandPromise, theme: "trust", language: "en", quote: "Trust us.",
            source: Source(file: "a.html", line: 1, column: 1, endLine: 1, endColumn: 10, pageRole: .marketing), rule: "en.trust")
    }

    @Test func everyKindOfRecordComesBack() throws {
        let page = PageRecord(
            file: "a.html", url: "https://v.example/a", organisation: "v.example", title: "A", language: "nl", role: .legal,
            charset: "windows-1252", links: [Link(href: "#b", text: "b", line: 2, column: 3, template: true)], anchors: ["b"])
        let skipped = NotJudged(file: "logo.png", reason: "binary", detail: "a picture", unread: true)
        for record in [Record.claim(full), .claim(bare), .page(page), .notJudged(skipped)] {
            #expect(try JSONDecoder().decode(Record.self, from: JSONEncoder().encode(record)) == record)
        }
    }

    @Test func aClaimHasTheKeysOfTheContract() throws {
        let keys: Set = [
            "schema", "id", "organisation", "kind", "theme", "stance", "commitment", "channel", "touchpoint", "measure", "scope", "topics",
            "language", "quote", "marked", "context", "source", "rule", "rules", "occurrences",
        ]
        #expect(Set(try json(full).keys) == keys)
        let source = try #require(try json(full)["source"] as? [String: Any])
        #expect(Set(source.keys) == ["url", "file", "line", "column", "end_line", "end_column", "page_role", "fetched"])
    }

    @Test func whatIsUnknownIsLeftOut() throws {
        let keys = Set(try json(bare).keys)
        #expect(keys.isDisjoint(with: ["touchpoint", "measure", "scope", "topics", "marked", "rules"]))
        #expect(try JSONDecoder().decode(Claim.self, from: JSONEncoder().encode(bare)) == bare)
    }

    @Test func aKeyOfALaterVersionDoesNoHarm() throws {
        #expect(try record(["colour": "blue"], of: full) == .claim(full))
    }

    @Test(arguments: ["kind", "stance", "commitment"]) func anUnknownValueIsRefused(key: String) throws {
        #expect(throws: DecodingError.self) { try record([key: "sideways"], of: full) }
    }

    @Test func anUnknownRecordIsRefusedByName() throws {
        let error = #expect(throws: DecodingError.self) { try record(["record": "photograph"], of: full) }
        guard case .dataCorrupted(let context)? = error else { return #expect(Bool(false), "another error: \(String(describing: error))") }
        #expect(context.debugDescription == "unknown record 'photograph'")
    }

    @Test func unitsAndMetricsAreThoseOfTheContract() {
        #expect(
            Unit.allCases.map(\.rawValue) == [
                "s", "min", "h", "day", "workday", "week", "month", "year", "eur", "gbp", "usd", "chf", "cent", "count", "percent",
            ])
        #expect(Metric.openingHours.rawValue == "opening-hours")
        #expect(Severity.note < .warning && Severity.warning < .error)
    }

    @Test func openingHoursAreAMeasureOfTheirOwn() throws {
        let hours = Measure(metric: .openingHours, openingHours: "Mo-Fr 09:00-17:00")
        #expect(try json(hours) as? [String: String] == ["metric": "opening-hours", "opening_hours": "Mo-Fr 09:00-17:00"])
    }
}
