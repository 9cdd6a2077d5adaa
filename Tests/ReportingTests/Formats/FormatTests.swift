import Claims
import Foundation
import Reporting
import Testing

/// What holds for every format: what counts, what was there before, and what is suppressed are told apart; a quote stays text.
@Suite struct FormatTests {
    static let formats: [String] = ["text", "sarif", "github", "gitlab", "junit", "markdown", "csv"]

    static func write(_ format: String, _ result: AuditResult, failOn: Severity? = .error, today: String? = nil) -> String {
        let bytes =
            switch format {
            case "text": Text.lines(result, colour: false, language: "en")
            case "sarif": SARIF.log(result, rules: [])
            case "github": GitHub.annotations(result, language: "en")
            case "gitlab": GitLab.codeQuality(result, language: "en")
            case "junit": JUnit.run(result, failOn: failOn, language: "en")
            case "markdown": Markdown.summary(result, language: "en", today: today)
            default: CSV.rows(result, language: "en")
            }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func compared() -> AuditResult {
        var new = Example.finding([Example.claim("New one."), Example.claim("New two.", file: "new.md", line: 30)])
        (new.state, new.touched) = (.introduced, [1])
        var old = Example.finding([Example.claim("Old one.")], severity: .warning)
        (old.state, old.fingerprint) = (.unchanged, "b1-old")
        var accepted = Example.finding([Example.claim("Accepted.")])
        accepted.fingerprint = "b1-accepted"
        accepted.suppression = Suppression(source: .configuration, reason: "The campaign ends.", owner: "marketing", until: "2027-01-31")
        var result = Example.result([new, old, accepted])
        let gone = KnownFinding(
            fingerprint: "b1-gone", core: "c", rule: "gone-rule", severity: .error, organisation: "o", pages: [], says: "It is gone.")
        result.comparison = AuditComparison(base: "main", fixed: [gone])
        return result
    }

    @Test(arguments: formats) func whatIsSuppressedIsShownWithItsReason(format: String) {
        let text = Self.write(format, Self.compared(), today: "2027-01-10")
        if format == "github" { return #expect(!text.contains("Accepted.")) }
        #expect(text.contains("The campaign ends"))
        #expect(text.contains("2027-01-31") && text.contains("marketing"))
    }

    @Test func onlyWhatIsIntroducedIsAnnotatedOnTheChangedSide() {
        let lines = Self.write("github", Self.compared()).split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix("::error file=new.md,line=30,endLine=30,col=9,endColumn=17,title=response-time-conflict::"))
        #expect(lines[0].contains("%0Avs service/index.html:4:9 \"New one.\"%0A"))
    }

    @Test func whatNoSentenceOfTheChangeBroughtInIsForTheSummaryOnly() {
        var finding = Example.finding([Example.claim("One.")])
        (finding.state, finding.touched) = (.introduced, [])
        #expect(Self.write("github", Example.result([finding])) == "::notice::1 more finding: see the summary.\n")
    }

    @Test func theLimitsOfThePlatformAreKept() {
        let findings = Severity.allCases.reversed().flatMap { severity in
            (0..<25).map { Example.finding([Example.claim("Quote \(severity) \($0).", line: $0 + 1)], severity: severity) }
        }
        let lines = Self.write("github", Example.result(findings)).split(separator: "\n")
        for (kind, count) in [("error", 10), ("warning", 10), ("notice", 10)] {
            #expect(lines.count { $0.hasPrefix("::\(kind)") } == count)
        }
        #expect(lines.last == "::notice::46 more findings: see the summary.")
        #expect(lines.first?.contains("Quote error 0.") == true)
    }

    @Test func aSentenceOfATemplateIsAnnotatedOnce() {
        let findings = (1...3).map { Example.finding([Example.claim("Footer.", file: "page\($0).html")], type: .weakPromise) }
        let lines = Self.write("github", Example.result(findings)).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.last == "::notice::2 more findings: see the summary.")
    }

    @Test func nothingOfAPageBecomesACommandOrAProperty() {
        let file = "a,b::c:\u{301}d,\u{301}%0A\r\n.html"
        let finding = Example.finding([Example.claim("::error::\r\n::stop-commands::x", file: file)])
        let lines = Self.write("github", Example.result([finding])).split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix("::error file=a%2Cb%3A%3Ac%3A\u{301}d%2C\u{301}%250A%0D%0A.html,line=4,"))
        #expect(!lines[0].contains("\r"))
    }

    @Test func sarifSaysWhatIsNewAndWhatIsAccepted() throws {
        let log = try #require(
            try JSONSerialization.jsonObject(with: Data(Self.write("sarif", Self.compared()).utf8)) as? [String: Any])
        let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
        #expect(results.map { $0["baselineState"] as? String } == ["new", "unchanged", nil])
        let suppression = try #require((results[2]["suppressions"] as? [[String: String]])?.first)
        #expect(suppression["kind"] == "external")
        #expect(suppression["justification"] == "The campaign ends. (marketing) until 2027-01-31")
        let related = try #require((results[0]["relatedLocations"] as? [[String: Any]])?.first)
        #expect((related["message"] as? [String: String])?["text"] == "New one.")
    }

    @Test func failuresOfJUnitAreWhatDecidesTheExitStatus() {
        let text = Self.write("junit", Self.compared())
        #expect(text.contains("<testsuites name=\"belofte\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"2\" time=\"0\">"))
        #expect(text.contains("<skipped message=\"was there before\"/>"))
        let lenient = Self.write("junit", Self.compared(), failOn: nil)
        #expect(lenient.contains("failures=\"0\"") && lenient.contains("<system-out>"))
        #expect(Self.write("junit", Example.result([])).contains("tests=\"1\" failures=\"0\""))
    }

    @Test func theSummaryTellsNewFixedBeforeAndEndingSoonApart() {
        let text = Self.write("markdown", Self.compared(), today: "2027-01-10")
        for words in [
            "## Belofte: 1 new finding\n", "| 1 | 0 | 0 | 1 | 1 | 1 |\n", "### New\n", "### Fixed\n", "It is gone\\.", "ending soon\n",
            "| 2027-01-31 |", "<summary>1 finding was there before</summary>", "touched by this change",
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        #expect(!Self.write("markdown", Self.compared(), today: "2026-12-31").contains("ending soon"))
        #expect(!Self.write("markdown", Self.compared(), today: "2027-02-01").contains("ending soon"))
    }

    @Test func theSummaryNamesThePageThatHasAuthority() {
        var finding = Example.finding([Example.claim("A"), Example.claim("B", file: "terms.md")])
        finding.change = .first
        #expect(Self.write("markdown", Example.result([finding])).contains("terms\\.md has the authority: change the other page."))
    }

    @Test func aSummaryIsBounded() {
        let findings = (0..<600).map { Example.finding([Example.claim(Example.hostile, line: $0 + 1)]) }
        let text = Self.write("markdown", Example.result(findings))
        #expect(text.utf8.count < 1 << 20)
        #expect(text.contains("and 400 more"))
    }

    /// Signs with an accent on them are still signs.
    @Test(arguments: ["=1+1", "=\u{301}1", "+1", "-1", "@SUM(A1)", "\t=1", "\u{ff1d}1", "|x"]) func noCellIsAFormula(quote: String) {
        let row = Self.write("csv", Example.result([Example.finding([Example.claim(quote)])])).split(separator: "\r\n").last ?? ""
        #expect(row.contains("\"'" + quote.drop { $0 == "\t" }))
    }

    @Test func aCellEndsWhereItShould() {
        let row =
            Self.write("csv", Example.result([Example.finding([Example.claim("a\"\u{301},b\n\"c")])])).split(separator: "\r\n").last ?? ""
        #expect(row.contains("\"a\"\"\u{301},b \"\"c\""))
    }

    @Test func dutchIsDutch() {
        let result = Self.compared()
        let text = String(decoding: Text.lines(result, colour: false, language: "nl"), as: UTF8.self)
        #expect(text.contains("uitgezonderd tot en met 2027-01-31: The campaign ends. (marketing)"))
        #expect(text.contains("1 fout erbij, 0 waarschuwingen, 0 opmerkingen; 1 was er al; 1 opgelost; 1 uitgezonderd."))
    }
}
