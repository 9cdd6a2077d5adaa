import Foundation
import Testing

/// Suppressions beside a sentence and in the configuration: narrow, with a reason, until their day, and always in sight.
@Suite struct SuppressionTests {
    private static let rule = "opening-hours-conflict"
    private static let hours = "De klantenservice is telefonisch bereikbaar op werkdagen van 9.00 tot 17.00 uur."
    private static let html = "service/contact.html"

    /// A shop whose two pages clash, one of them with something in front of its sentence.
    private func withShop(_ body: String, file: String = html, settings: String? = nil, _ run: (Folder) throws -> Void) throws {
        var files = ["site/service/index.html": Shop.torn["service/index.html"]!, "site/" + file: body]
        files[".belofte.yml"] = settings.map { "version: 1\n" + $0 }
        try Folder.with(files, run)
    }

    private static func page(_ body: String) -> String {
        "<!DOCTYPE html><html lang=\"nl\"><head><title>Contact</title></head><body><main><h1>Contact</h1>\n\(body)\n</main></body></html>\n"
    }

    private struct Result: Decodable {
        struct Suppression: Decodable { var reason: String, owner: String?, until: String?, file: String?, line: Int?, source: String }
        struct State: Decodable { var standing: String, rule: String?, problem: String?, suppression: Suppression, findings: [String]? }
        struct Finding: Decodable { var rule: String, fingerprint: String, suppression: Suppression?, claims: [Claim] }
        struct Claim: Decodable { var id: String }
        struct Organisation: Decodable { var findings: [Finding] }
        struct Totals: Decodable { var errors: Int, suppressed: Int? }
        var organisations: [Organisation], suppressions: [State]?, totals: Totals

        var clash: [Finding] { organisations.flatMap(\.findings).filter { $0.rule == SuppressionTests.rule } }
    }

    private func audit(_ folder: Folder, today: String = "2026-11-24") throws -> (result: Result, status: Int32, problems: String) {
        let outcome = try Program.run(["audit", "site", "--format", "json"], in: folder.path, environment: ["BELOFTE_TODAY": today])
        return (try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8)), outcome.status, outcome.problems)
    }

    private static let written: [(String, String, String)] = [
        (html, page("<!-- belofte-disable-next \(rule) until 2027-01-31 owner marketing -- campaign -->\n<p>\(hours)</p>"), "comment"),
        (html, page("<p><!-- belofte-disable-next \(rule) until 2027-01-31 owner marketing -- campaign -->\(hours)</p>"), "inside"),
        (
            html, page("<p>Bel ons.<!--belofte-disable-next \(rule) until 2027-01-31 owner marketing -- campaign--></p><p>\(hours)</p>"),
            "behind"
        ),
        (
            html,
            page(
                "<p data-belofte-ignore=\"\(rule)\" data-belofte-until=2027-01-31 data-belofte-owner=marketing data-belofte-reason=campaign>\(hours)</p>"
            ),
            "attribute"
        ),
        (
            "contact.md", "# Contact\n\n<!-- belofte-disable-next \(rule) until 2027-01-31 owner marketing -- campaign -->\n\(hours)\n",
            "Markdown"
        ),
        (
            "contact.md",
            "# Contact\n\n<!-- belofte-disable-next \(rule)\n  until 2027-01-31 owner marketing\n  -- campaign -->\n\n- \(hours)\n", "lines"
        ),
        (
            "contact.md", "# Contact\n\n<!-- belofte-disable-next \(rule) until 2027-01-31 owner marketing -- campaign --> \(hours)\n",
            "in line"
        ),
    ]

    @Test(arguments: written) func oneBesideTheSentenceHoldsUntilItsDay(file: String, body: String, how: String) throws {
        try withShop(body, file: file) { folder in
            let (result, status, problems) = try audit(folder, today: "2027-01-31")
            let clash = try #require(result.clash.first)
            #expect(result.clash.count == 1 && status == 0 && problems == "", "\(problems)")
            #expect(clash.suppression?.reason == "campaign" && clash.suppression?.owner == "marketing")
            #expect(clash.suppression?.until == "2027-01-31" && clash.suppression?.source == "page" && clash.suppression?.file == file)
            #expect(result.totals.errors == 0 && result.totals.suppressed == 1)
            #expect(result.suppressions?.map(\.standing) == ["used"] && result.suppressions?.first?.findings == [clash.fingerprint])

            let late = try audit(folder, today: "2027-02-01")
            #expect(
                late.status == 1 && late.result.clash.first?.suppression == nil && late.result.suppressions?.map(\.standing) == ["expired"])
            #expect(late.problems.contains("warning: the suppression of \(Self.rule) ended on 2027-01-31"), "\(late.problems)")
        }
    }

    @Test(arguments: [
        ("<!-- belofte-disable-next \(rule) -- why --><p>Bel ons.</p><p>\(hours)</p>", "the next element alone"),
        ("<!-- belofte-disable-next response-time-conflict -- why --><p>\(hours)</p>", "one rule alone"),
        ("<p>\(hours)</p><!-- belofte-disable-next \(rule) -- why -->", "nothing behind it"),
        ("<div data-belofte-ignore=\"\(rule)\" data-belofte-reason=why><p>Bel ons.</p></div><p>\(hours)</p>", "its element alone"),
    ]) func aSuppressionIsNarrow(body: String, how: String) throws {
        try withShop(Self.page(body)) { folder in
            let (result, status, problems) = try audit(folder)
            #expect(status == 1 && result.clash.count == 1 && result.clash.first?.suppression == nil)
            #expect(result.suppressions?.map(\.standing) == ["unused"] && problems.contains("note: there is nothing to suppress"))
        }
    }

    @Test(arguments: [
        ("<!-- belofte-disable-next \(rule) --><p>\(hours)</p>", "no reason"),
        ("<!-- belofte-disable-next -- why --><p>\(hours)</p>", "names no rule"),
        ("<!-- belofte-disable-next all -- why --><p>\(hours)</p>", "names no rule"),
        ("<!-- belofte-disable-next opening-hour-conflict -- why --><p>\(hours)</p>", "did you mean 'opening-hours-conflict'"),
        ("<!-- belofte-disable-next \(rule),gap-feedback -- why --><p>\(hours)</p>", "more than one rule"),
        ("<!-- belofte-disable-next \(rule) until tomorrow -- why --><p>\(hours)</p>", "'tomorrow' is no day"),
        ("<!-- belofte-disable-next \(rule) for ever -- why --><p>\(hours)</p>", "'for' is not understood"),
        ("<!-- belofte-disable-file \(rule) -- why --><p>\(hours)</p>", "for the next element alone"),
        ("<main data-belofte-ignore=\"\(rule)\" data-belofte-reason=why><p>\(hours)</p></main>", "holds the whole page"),
        ("<p data-belofte-ignore data-belofte-reason=why>\(hours)</p>", "names no rule"),
    ]) func oneThatIsWrittenWronglySuppressesNothing(body: String, words: String) throws {
        try withShop(Self.page(body)) { folder in
            let (result, status, problems) = try audit(folder)
            #expect(status == 1 && result.clash.first?.suppression == nil)
            #expect(result.suppressions?.map(\.standing) == ["malformed"])
            #expect(problems.contains("service/contact.html:") && problems.contains("warning: ") && problems.contains(words), "\(problems)")
        }
    }

    @Test func whatFollowsTheDashesIsNeverParsed() throws {
        let reason = "see -- until 2020-01-01 owner nobody, \(Self.rule)"
        try withShop(Self.page("<!-- belofte-disable-next \(Self.rule) -- \(reason) --><p>\(Self.hours)</p>")) { folder in
            let (result, status, _) = try audit(folder)
            #expect(status == 0 && result.clash.first?.suppression?.reason == reason && result.clash.first?.suppression?.until == nil)
        }
    }

    /// The same conflict elsewhere comes out, with its own two sides.
    @Test func itHidesNoOtherPlaceOfTheConflict() throws {
        let body = Self.page("<!-- belofte-disable-next \(Self.rule) -- why --><p>\(Self.hours)</p>")
        try withShop(body) { folder in
            try folder.write("site/service/telefoon.html", Data(Self.page("<p>\(Self.hours)</p>").utf8))
            let (result, status, _) = try audit(folder)
            #expect(status == 1 && result.clash.count { $0.suppression == nil } == 1 && result.clash.count { $0.suppression != nil } == 1)
        }
    }

    @Test func itSurvivesTheWire() throws {
        let body = Self.page("<!-- belofte-disable-next \(Self.rule) until 2027-01-31 -- why --><p>\(Self.hours)</p><!-- belofte-off -->")
        try withShop(body) { folder in
            let audit = try Program.run(["audit", "site", "--format", "json"], in: folder.path)
            let lines = try Program.run(["extract", "site"], in: folder.path).lines
            let judged = try Program.run(["judge", "--format", "json"], input: lines.reversed().joined(separator: "\n"), in: folder.path)
            #expect(judged.output == audit.output.replacingOccurrences(of: "\"site\"\n  ]", with: "\"-\"\n  ]"))
            // What comes through a pipe knows its files, and not the input that they were in.
            let problems = audit.problems.replacingOccurrences(of: "site/", with: "")
            #expect(judged.status == 0 && judged.problems == problems)
        }
    }

    @Test func noDayInTheOutputChangesWithTheClock() throws {
        try withShop(Self.page("<!-- belofte-disable-next \(Self.rule) until 2027-01-31 -- why --><p>\(Self.hours)</p>")) { folder in
            let days = try ["2026-11-24", "2027-01-31"].map { day in
                try Program.run(["audit", "site", "--format", "json"], in: folder.path, environment: ["BELOFTE_TODAY": day]).output
            }
            #expect(days[0] == days[1])
            let wrong = try Program.run(["audit", "site"], in: folder.path, environment: ["BELOFTE_TODAY": "soon"])
            #expect(wrong.status == 2 && wrong.problems.contains("BELOFTE_TODAY"))
        }
    }

    // MARK: configuration

    @Test func anExceptionNamesAFindingOrAPair() throws {
        try withShop(Self.page("<p>\(Self.hours)</p>")) { folder in
            let clash = try #require(try audit(folder).result.clash.first)
            let subjects = ["finding: \(clash.fingerprint)", "pair: [\(clash.claims[1].id), \(clash.claims[0].id)]"]
            for subject in subjects {
                let entry = "exceptions:\n  - {\(subject), reason: campaign ends, owner: marketing, until: 2027-01-31}\n"
                try folder.write(".belofte.yml", Data("version: 1\n\(entry)".utf8))
                let (result, status, problems) = try audit(folder)
                #expect(status == 0 && problems == "" && result.clash.first?.suppression?.reason == "campaign ends", "\(problems)")
                #expect(result.clash.first?.suppression?.source == "configuration" && result.clash.first?.suppression?.line == 3)
                let late = try audit(folder, today: "2027-02-01")
                #expect(late.status == 1 && late.problems.contains(".belofte.yml:3: warning: "), "\(late.problems)")
            }
        }
    }

    @Test func anExceptionThatFindsNothingIsANote() throws {
        let settings = "exceptions: [{finding: b1-0123456789abcdef, reason: gone}]\n"
        try withShop(Self.page("<p>\(Self.hours)</p>"), settings: settings) { folder in
            let (result, status, problems) = try audit(folder)
            #expect(status == 1 && result.suppressions?.map(\.standing) == ["unused"])
            #expect(problems.contains(".belofte.yml:2: note: there is nothing to suppress for b1-0123456789abcdef"), "\(problems)")
        }
    }

    @Test(arguments: ["weak-only-effort", "broken-reference"]) func weaknessesAndLinksCanBeSuppressedToo(rule: String) throws {
        let body = "<p>Wij doen ons best. Lees <a href=\"weg.html\" id=a>meer</a>.</p>"
        let ignored = body.replacingOccurrences(of: "<p>", with: "<p data-belofte-ignore=\"\(rule)\" data-belofte-reason=known>")
        for (text, isSuppressed) in [(body, false), (ignored, true)] {
            try withShop(Self.page(text)) { folder in
                let found = try #require(try audit(folder).result.organisations.flatMap(\.findings).first { $0.rule == rule })
                #expect((found.suppression != nil) == isSuppressed)
            }
        }
    }
}
