import Claims
import Foundation
import RuleBook
import Testing

@testable import Reporting

@Suite("The HTML report")
struct ReportTests {
    private func outline(_ result: AuditResult = ReportSample.result(), _ options: HTMLReportOptions = HTMLReportOptions(language: .nl))
        throws -> HTMLOutline
    {
        try HTMLOutline(ReportSample.render(result, options))
    }

    @Test func theVerdictIsASentenceThatCanBeCounted() throws {
        #expect(try outline().all("h1").map(\.text) == ["Eén van de zes merkbeloften wordt waargemaakt. Drie worden er tegengesproken."])
        let english = try outline(ReportSample.result(), HTMLReportOptions(language: .en))
        #expect(english.all("h1").map(\.text) == ["One of six brand promises is kept. Three are contradicted."])
    }

    @Test func everyFindingAndPromiseHasItsPlace() throws {
        let page = try outline()
        for number in 1...9 { #expect(page.first(id: "f-000000000000000\(number)") != nil) }
        for promise in ReportSample.promises { #expect(page.first(id: "p-" + promise.claim) != nil) }
        for id in ["fix", "clashes", "hollow", "matrix", "map", "themes", "card", "quality", "findings", "about"] {
            #expect(page.first(id: id) != nil, "\(id)")
        }
    }

    @Test func identifiersAreUniqueAndInnerLinksLeadSomewhere() throws {
        for result in [
            ReportSample.result(), ReportSample.result([ReportSample.organisation(), ReportSample.organisation(name: "other.example")]),
        ] {
            let page = try outline(result)
            let ids = page.elements.compactMap { $0.attributes["id"] }.filter { !$0.hasPrefix("f-") && !$0.hasPrefix("c-f-") }
            #expect(Set(ids).count == ids.count)
            let known = Set(page.elements.compactMap { $0.attributes["id"] })
            for link in page.all("a").compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") && !link.hasPrefix("#findings?") {
                #expect(known.contains(String(link.dropFirst())), "\(link)")
            }
        }
    }

    /// What somebody decided to live with is marked and listed, and is nothing to do first.
    @Test func anExceptionIsInSight() throws {
        var result = ReportSample.result()
        let suppression = Suppression(
            source: .configuration, reason: "de <b>actie</b> loopt af", owner: "marketing", until: "2027-01-31", file: ".belofte.yml",
            line: 9)
        for index in [0, 1] { result.organisations[0].findings[index].suppression = suppression }
        let past = Suppression(source: .page, reason: "tot de verhuizing", until: "2026-01-31", file: "contact.html", line: 3)
        result.suppressions = [
            SuppressionState(
                standing: .used, suppression: suppression, subject: ["b1-0000000000000001"], findings: ["b1-0000000000000001"]),
            SuppressionState(standing: .expired, suppression: past, rule: "opening-hours-conflict"),
        ]
        let page = try outline(result)
        #expect(page.elements.filter { $0.attributes["class"] == "new off" }.map(\.text) == ["Uitgezonderd", "Uitgezonderd"])
        let about = try #require(page.first(id: "about")).text
        for words in [
            "de &lt;b&gt;actie&lt;/b&gt; loopt af · eigenaar marketing · tot en met 31 januari 2027", ".belofte.yml:9",
            "opening-hours-conflict",
            "is verlopen",
        ] {
            #expect(about.contains(words), "\(words)")
        }
        #expect(page.first(id: "c-f-0000000000000001") == nil && page.first(id: "c-f-0000000000000003") != nil)
        #expect(page.elements.contains { $0.name == "select" && $0.attributes["name"] == "status" })
        #expect(try !outline().elements.contains { $0.name == "select" && $0.attributes["name"] == "status" })
    }

    @Test func theSameResultGivesTheSameBytes() throws {
        var shuffled = ReportSample.result()
        shuffled.organisations[0].findings.reverse()
        shuffled.organisations[0].promises.reverse()
        shuffled.organisations[0].claims.reverse()
        #expect(try ReportSample.render() == ReportSample.render(shuffled))
    }

    @Test func bothSidesStandBesideEachOtherWithTheirWordsMarked() throws {
        let page = try outline()
        let card = try #require(page.elements.firstIndex { $0.attributes["aria-labelledby"] == "c-f-0000000000000001" })
        let inside = page.elements[(card + 1)...].prefix { $0.depth > page.elements[card].depth }
        #expect(inside.filter { $0.name == "blockquote" }.map(\.text) == [ReportSample.always.quote, ReportSample.hours.quote])
        #expect(inside.filter { $0.name == "mark" }.map(\.text) == ["24/7", "op werkdagen van 9.00 tot 17.00 uur"])
        #expect(page.elements[card].text.contains("Openingstijden") && page.elements[card].text.contains("aan te passen"))
    }

    @Test func allOtherPlacesOfASentenceAreNamed() throws {
        let row = try #require(outline().first(id: "f-0000000000000001"))
        #expect(
            row.text.contains("Andere plaatsen24/7 bereikbaar, ook in het weekend: /, regel 11, /contact, regel 17, en nog 388 pagina’s"))
    }

    /// Two rules that read one sentence make one place of it.
    @Test func aPlaceIsNamedOnce() throws {
        var again = ReportSample.strict
        again.id = "c-0000ffff"
        let finding = ReportSample.finding(30, .contradiction, .error, "Twee regels", [ReportSample.central, ReportSample.strict, again])
        #expect(RankedFinding(finding, organisation: 0, previous: nil).further(than: 2).isEmpty)
        let page = try outline(ReportSample.result([ReportSample.organisation(findings: [finding])]))
        let row = try #require(page.first(id: "f-000000000000001e"))
        #expect(row.text.ranges(of: again.quote).count == 1)
        #expect(page.all("footer").allSatisfy { !$0.text.contains("nog één plaats") })
    }

    @Test func quotesKeepTheirOwnLanguage() throws {
        let quotes = try outline().all("blockquote")
        #expect(quotes.allSatisfy { $0.attributes["lang"] == ($0.text.contains("move") || $0.text.contains("Moving") ? "en" : "nl") })
    }

    @Test func whatThePolicyAllowsIsWhatThereIs() throws {
        let page = try outline()
        let policy = try #require(
            page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"])
        #expect(policy.hasPrefix("default-src &#39;none&#39;") || policy.hasPrefix("default-src 'none'"))
        #expect(policy.contains(Assets.styleHash) && policy.contains(Assets.scriptHash))
        #expect(page.elements.allSatisfy { $0.attributes["style"] == nil && $0.attributes["src"] == nil })
        #expect(page.all("style").map { Array($0.text.utf8) } == [Assets.style])
        #expect(page.all("script").last.map { Array($0.text.utf8) } == Assets.script)
    }

    @Test func changesSinceTheLastAuditAreTold() throws {
        var earlier = AuditHistory(ReportSample.organisation(), date: "2026-08-01")
        (earlier.kept, earlier.contradicted) = (0, 5)
        let previous = Set(ReportSample.findings.dropFirst().map(\.fingerprint) + ["b1-00000000000000ff"])
        let page = try outline(
            ReportSample.result(), HTMLReportOptions(language: .en, date: "2026-11-20", history: [earlier], previous: previous))
        let delta = try #require(page.elements.first { $0.attributes["class"] == "delta" }?.text)
        #expect(delta.contains("Since 1 August 2026: one more promise kept, 2 promises fewer contradicted."))
        #expect(delta.contains("1 new finding, 1 no longer found."))
        #expect(
            page.all("title").contains {
                $0.text == "Brand promises kept: 0, 1. Contradicted: 5, 3. From 1 August 2026 to 20 November 2026."
            })
        #expect(page.all("select").contains { $0.attributes["name"] == "since" })
    }

    /// Who solved a contradiction of a promise that has another one sees that in the findings.
    @Test func changeIsToldInFindingsWherePromisesStandAsTheyStood() {
        let now = AuditHistory(ReportSample.organisation(), date: "2026-11-20")
        var earlier = now
        earlier.findings += 2
        #expect(Words(.nl).change(from: earlier, to: now) == "2 bevindingen minder")
        #expect(Words(.en).change(from: now, to: earlier) == "2 more findings")
        #expect(Words(.nl).change(from: now, to: now) == "evenveel beloften waargemaakt en tegengesproken")
        earlier.kept -= 1
        #expect(Words(.en).change(from: earlier, to: now) == "one more promise kept")
    }

    /// A report of an older result looks back, never forward.
    @Test func laterAuditsAreNoHistory() throws {
        var later = AuditHistory(ReportSample.organisation(), date: "2027-02-01")
        later.kept = 4
        let page = try outline(ReportSample.result(), HTMLReportOptions(language: .en, date: "2026-11-20", history: [later]))
        #expect(page.all("figure").isEmpty)
        #expect(page.elements.first { $0.attributes["class"] == "delta" }?.text.contains("Since") == false)
    }

    @Test func nothingNewAndNothingGoneIsSaid() throws {
        let page = try outline(
            ReportSample.result(), HTMLReportOptions(language: .nl, previous: Set(ReportSample.findings.map(\.fingerprint))))
        let delta = try #require(page.elements.first { $0.attributes["class"] == "delta" }?.text)
        #expect(delta.hasPrefix("Er is geen bevinding bijgekomen of verdwenen. De 3 tegenspraken"))
    }

    /// The heading of the themes may not deny what the map shows: a promise can rest on another theme.
    @Test func aThemeWithSupportFromElsewhereHasSomethingBehindIt() throws {
        var organisation = ReportSample.organisation()
        organisation.coverage.append(
            ThemeCoverage(theme: "transparency", brandPromises: 5, servicePromises: 0, processConstraints: 0, findings: 0))
        let heading = try outline(ReportSample.result([organisation])).first(id: "themes-h")?.text
        #expect(heading == "Veel achter ‘eenvoud’, niets achter ‘vast contact’")
    }

    /// A cell that several findings share leads to those findings and no others.
    @Test func aCellWithoutATouchpointListsOnlyWhatHasNone() throws {
        let findings = (20...21).map {
            ReportSample.finding($0, .contradiction, .warning, "Zonder contactmoment", [ReportSample.central, ReportSample.soon])
        }
        let page = try outline(ReportSample.result([ReportSample.organisation(findings: ReportSample.findings + findings)]))
        let cells = page.all("a").filter { $0.attributes["class"] == "cell is-clash" }.compactMap { $0.attributes["href"] }
        #expect(cells.contains("#findings?promise=\(ReportSample.central.id)&amp;touchpoint=general"))
        #expect(MatrixSection.column(findings[0]).isEmpty && MatrixSection.column(ReportSample.findings[1]) == "complain")
    }

    @Test func fixFirstGoesByPagesThenBySentences() {
        let dossier = Dossier(ReportSample.organisation(), index: 0, previous: nil)
        let chosen = FixFirstSection.choose(dossier.findings)
        #expect(
            chosen.map(\.finding.message).prefix(3) == [
                "Dag en nacht, of van 9 tot 5?", "Klant centraal, maar geen uitzonderingen", "Niets maakt de vaste contactpersoon waar",
            ])
        #expect(chosen.count == 5)
    }

    @Test func aMatrixCellLeadsToItsEvidence() throws {
        let cells = try outline().all("a").filter { $0.attributes["class"]?.hasPrefix("cell ") == true }
        #expect(cells.compactMap { $0.attributes["href"] }.contains("#f-0000000000000001"))
        #expect(cells.contains { $0.attributes["href"] == "#p-" + ReportSample.moving.id && $0.text == " Waargemaakt" })
    }

    @Test func nothingFoundIsNotCalledSuccess() throws {
        let silent = ReportSample.organisation(promises: [], findings: [])
        let page = try outline(ReportSample.result([silent]))
        #expect(page.all("h1")[0].text == "Er is geen merkbelofte gevonden.")
        let clash = try outline(ReportSample.result([ReportSample.organisation(promises: [])]))
        let meaning = try #require(clash.elements.first { $0.attributes["class"] == "delta" }?.text)
        #expect(meaning.contains("geen merkbelofte om te toetsen") && meaning.contains("De 3 tegenspraken"))
        #expect(page.first(id: "findings")?.text.contains("Er is geen bevinding") == true)
        #expect(page.first(id: "about") != nil && page.first(id: "matrix") == nil)
        let empty = try outline(
            ReportSample.result([], notJudged: [NotJudged(file: "a.bin", reason: "binary", detail: "Geen tekst.", unread: true)]))
        #expect(empty.all("h1")[0].text == "Er is geen enkele pagina gelezen.")
        #expect(empty.first(id: "about")?.text.contains("a.bin") == true)
        #expect(try outline(ReportSample.result([])).first(id: "about")?.text.contains("Er is geen enkel bestand aangeboden.") == true)
    }

    @Test func onePromiseReadsWell() throws {
        let one = ReportSample.organisation(promises: [ReportSample.promises[5]], findings: [])
        #expect(try outline(ReportSample.result([one])).all("h1")[0].text == "Er is één merkbelofte gevonden. Die wordt waargemaakt.")
    }

    @Test func severalOrganisationsHaveATableAndTheirOwnParts() throws {
        let names = (1...14).map { "organisatie\($0).example" }
        let page = try outline(ReportSample.result(names.map { ReportSample.organisation(name: $0) }))
        #expect(page.all("article").count { $0.attributes["class"] == "org" } == HTMLReport.mostDetailed)
        let table = try #require(page.first(id: "overview"))
        #expect(names.allSatisfy { table.text.contains($0) })
        let levels = page.elements.compactMap { element in element.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.output.1) } }
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "no level of heading is skipped")
    }

    @Test func anEmptyReportIsSmall() throws {
        #expect(
            try ReportSample.render(ReportSample.result([ReportSample.organisation(claims: [], promises: [], findings: [])])).count
                <= 150_000)
    }

    @Test func tenThousandFindingsFitAndThePageDoesNotGrow() throws {
        let bytes = try ReportSample.render(ReportSample.many(10_000))
        #expect(bytes.count <= 4_000_000)
        let (few, many) = (try Self.split(ReportSample.render(ReportSample.many(200))), try Self.split(bytes))
        #expect(abs(few.page.count - many.page.count) < 2_000)
        let decoded = try JSONDecoder().decode(Columns.self, from: Data(many.data))
        #expect(decoded.findings.count == 10_000 && decoded.places.count == 10_000)
        #expect(decoded.findings.allSatisfy { $0.count == 15 && decoded.strings.indices.contains($0[5]) })
    }

    /// The page without its data, and the data.
    private static func split(_ bytes: [UInt8]) throws -> (page: ArraySlice<UInt8>, data: ArraySlice<UInt8>) {
        let start = try #require(bytes.firstRange(of: Array(#"id="data">"#.utf8))).upperBound
        let end = try #require(bytes[start...].firstRange(of: Array("</script>".utf8))).lowerBound
        return (bytes[..<start], bytes[start..<end])
    }

    @Test func beyondTheLimitThePageSaysWhatIsLeftOut() throws {
        let frame = Frame(words: Words(.nl), ruleBook: try ReportSample.ruleBook())
        let findings = ReportSample.findings.map { RankedFinding($0, organisation: 0, previous: nil) }
        let html = FindingsSection(frame: frame, findings: findings, organisations: ["a"], embedded: 4).html
        #expect(String(decoding: html.bytes, as: UTF8.self).contains("de eerste 4 van 9 bevindingen"))
    }

    private struct Columns: Decodable {
        var findings, places, claims: [[Int]]
        var strings: [String]
    }
}
