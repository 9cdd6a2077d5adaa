import Claims
import Reporting
import Testing

@Suite struct TextTests {
    private func text(_ result: AuditResult, colour: Bool = false, language: String = "en", root: String = "") -> String {
        String(decoding: Text.lines(result, colour: colour, language: language, paths: InputPaths(root: root)), as: UTF8.self)
    }

    @Test func aContradictionShowsBothPlaces() {
        let finding = Example.finding([
            Example.claim("We answer within 24 hours."),
            Example.claim("Allow three working days.", file: "terms.md", line: 30),
        ])
        let expected = """
            vuurtoren.example: 0 pages, 2 claims

            site/service/index.html:4:9: error: Two pages promise different times. [response-time-conflict]
                "We answer within 24 hours."
                vs site/terms.md:30:9 "Allow three working days."
                Choose one of them.

            2 pages read, 0 files not read; 1 error, 0 warnings, 0 notes.

            """
        #expect(text(Example.result([finding]), root: "site") == expected)
    }

    @Test func furtherPlacesAndTemplatesAreCounted() {
        let claims = [
            Example.claim("A"), Example.claim("B", line: 5), Example.claim("C", line: 6, occurrences: 400),
        ]
        let shown = text(Example.result([Example.finding(claims)]))
        #expect(shown.contains("    vs service/index.html:5:9 \"B\"\n    also service/index.html:6:9 \"C\" (on 400 pages)\n"))
    }

    @Test func manyPlacesAreCutShortAndCounted() {
        let claims = (1...20).map { Example.claim("Quote \($0).", line: $0) }
        let shown = text(Example.result([Example.finding(claims)])).split(separator: "\n")
        #expect(shown.count { $0.contains("Quote ") } == 7)
        #expect(shown.contains("    and 13 more"))
    }

    @Test func severalClaimsOfOnePlaceAreShownOnce() {
        let claims = [Example.claim("A"), Example.claim("B", line: 5), Example.claim("C", line: 6), Example.claim("C", line: 6)]
        let shown = text(Example.result([Example.finding(claims)]))
        #expect(shown.split(separator: "\n").count { $0.contains("\"C\"") } == 1)
    }

    @Test func aGapHasNoPlaceAndABrokenReferenceShowsItsLink() {
        let gap = Example.finding([], type: .gap, severity: .note)
        let broken = Example.finding([Example.claim("A")], type: .brokenReference, severity: .warning, href: "weg.html#x")
        let shown = text(Example.result([gap, broken]))
        #expect(shown.contains("\nvuurtoren.example: note: Two pages"))
        #expect(shown.contains("    → \"weg.html#x\"\n"))
    }

    @Test func colourOnlyWhereAsked() {
        let result = Example.result([Example.finding([Example.claim("A")])])
        #expect(!text(result).contains("\u{1b}"))
        #expect(text(result, colour: true).contains("\u{1b}[1;31merror\u{1b}[0m"))
    }

    @Test func nothingInAQuoteIsObeyedByTheTerminal() {
        let skipped = NotJudged(file: "a\u{1b}[2Jb.html", reason: "binary", detail: "it is no text", unread: true)
        let finding = Example.finding([Example.claim(Example.hostile), Example.claim(Example.hostile, file: "x\u{07}\ny.html")])
        let shown = text(Example.result([finding], notJudged: [skipped]))
        let controls = shown.unicodeScalars.filter { $0 != "\n" && ($0.properties.generalCategory == .control || $0.value == 0x202e) }
        #expect(controls.isEmpty)
        #expect(shown.contains("\\u{1b}[31mred"))
        #expect(shown.contains("\\u{202e}turned"))
        #expect(shown.split(separator: "\n").count { $0.contains("next") } == 2)
    }

    @Test func aLongQuoteIsShortenedBetweenWords() {
        let quote = String(repeating: "word ", count: 200)
        let line = text(Example.result([Example.finding([Example.claim(quote)])])).split(separator: "\n").first { $0.hasPrefix("    \"") }
        #expect(line.map { $0.hasSuffix("word …\"") && $0.count < 260 } == true)
    }

    @Test func whatWasNotJudgedIsListedByReason() {
        let skipped = (1...5).map { NotJudged(file: "logo\($0).png", reason: "binary", detail: "a picture", unread: true) }
        let shown = text(Example.result([], notJudged: skipped), language: "nl")
        #expect(shown.contains("Niet beoordeeld:\n    binary: logo1.png, logo2.png, logo3.png en nog 2\n"))
        #expect(
            shown.hasSuffix(
                "Niets gevonden om te melden.\n2 pagina’s gelezen, 5 bestanden niet; 0 fouten, 0 waarschuwingen, 0 opmerkingen.\n"))
    }
}
