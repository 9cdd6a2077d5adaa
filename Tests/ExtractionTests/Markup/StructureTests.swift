import Claims
import Testing

@testable import Extraction

/// What of a page is text, and what it is.
@Suite struct StructureTests {
    @Test func headingsStandAboveWhatFollows() {
        let page = read("<h1>Service</h1><p>a</p><h2>Klachten</h2><p>b</p><h3>Termijn</h3><p>c</p><h2>Bellen</h2><p>d</p>")
        let paths = page.blocks.filter { $0.kind == .paragraph }.map(page.path)
        #expect(paths == [["Service"], ["Service", "Klachten"], ["Service", "Klachten", "Termijn"], ["Service", "Bellen"]])
    }

    @Test func tablesKeepTheirHeaders() throws {
        let page = read(
            """
            <table><caption>Tijden</caption><thead><tr><th>Klacht<th colspan=2>Zakelijk</tr></thead>
            <tr><td>Antwoord</td><td>1 dag</td><td>2 dagen</td></tr></table>
            """)
        let row = try #require(page.rows.first)
        let string = { (range: Range<Int32>) in page.line(Int(range.lowerBound)..<Int(range.upperBound)) }
        #expect(row.cells.map(string) == ["Antwoord", "1 dag", "2 dagen"])
        #expect(row.columnHeaders.map(string) == ["Klacht", "Zakelijk", "Zakelijk"])
        #expect(string(row.caption) == "Tijden")
        #expect(page.texts(.row) == ["Antwoord | 1 dag | 2 dagen"])
    }

    @Test func aTableInACellIsLayout() {
        let page = read("<table><tr><td><p>Links</p><table><tr><td>a</td><td>b</td></tr></table></td><td>Rechts</td></tr></table>")
        #expect(page.texts(.row) == ["a | b"])
        #expect(page.everything.contains("Links") && page.everything.contains("Rechts"))
    }

    @Test func listsKeepTheirLeadIn() {
        let page = read("<p>Wij streven ernaar:</p><ul><li>binnen een dag te antwoorden<ul><li>ook op zondag</li></ul></li></ul>")
        let items = page.blocks.filter { $0.kind == .item }
        #expect(items.map(page.text) == ["binnen een dag te antwoorden", "ook op zondag"])
        #expect(page.text(page.blocks[Int(items[0].leadIn)]) == "Wij streven ernaar:")
        #expect(page.text(page.blocks[Int(items[1].leadIn)]) == "binnen een dag te antwoorden")
    }

    @Test func definitionsKnowTheirTerm() throws {
        let page = read("<dl><dt>Klacht</dt><dd>10 werkdagen</dd></dl>")
        let definition = try #require(page.blocks.first { $0.kind == .item })
        #expect(page.text(page.blocks[Int(definition.leadIn)]) == "Klacht")
    }

    @Test func whatNobodySeesIsNoText() {
        let page = read(
            "<script>var a = 'wij bellen'</script><style>.x { }</style><!-- weg --><template><p>sjabloon</p></template>"
                + "<noscript>zonder</noscript><svg><title>teken</title><text>kaart</text></svg><p>Wel</p>")
        #expect(page.everything == "Wel")
        #expect(page.title == nil)
    }

    @Test func whatACustomerCanOpenIsText() {
        let page = read(
            "<details><summary>Bellen?</summary><p>Altijd.</p></details><div hidden><p>Verborgen</p></div>"
                + "<div class='accordion collapse' style='display:none' aria-hidden=true><p>Dicht</p></div>")
        #expect(page.texts(.paragraph) == ["Bellen?", "Altijd.", "Verborgen", "Dicht"])
    }

    @Test(arguments: [
        ("<nav><p>x</p></nav>", Region.navigation), ("<div role=navigation><p>x</p></div>", .navigation),
        ("<div class='site-breadcrumb'><p>x</p></div>", .navigation), ("<header><p>x</p></header>", .header),
        ("<div role='banner'><p>x</p></div>", .header), ("<footer><p>x</p></footer>", .footer),
        ("<div id=cookie-notice><p>x</p></div>", .cookies), ("<section class='o-gdpr'><p>x</p></section>", .cookies),
        ("<blockquote><p>x</p></blockquote>", .quotation), ("<div class='customer_review'><p>x</p></div>", .quotation),
        ("<div itemprop=reviewBody>x</div>", .quotation), ("<pre>x</pre>", .code), ("<article><header><p>x</p></header></article>", .main),
        ("<main><footer><p>x</p></footer></main>", .main), ("<h2 id=cookies>x</h2>", .main),
        ("<div class='has-cookie-bar'><p>x</p></div>", .main), ("<div class=cookie-wall><main><p>x</p></main></div>", .main),
        ("<div class='cookie-theme'><h1>Kop</h1><p>x</p></div>", .main),
    ]) func regions(markup: String, region: Region) throws {
        let page = read("<html><body>\(markup)</body></html>")
        #expect(try #require(page.blocks.last).region == region)
    }

    @Test func aLineBreakEndsALineAndNoSentence() {
        let page = read(
            "<p>Wij bellen u altijd terug,<br>nog dezelfde dag.</p><p>Maandag<br>9 tot 5<br><br>Dinsdag dicht vandaag<br>Woensdag open</p>")
        #expect(
            page.texts(.paragraph) == [
                "Wij bellen u altijd terug, nog dezelfde dag.", "Maandag 9 tot 5", "Dinsdag dicht vandaag Woensdag open",
            ])
    }

    @Test func languagesOfParts() {
        let page = read("<html lang=nl-BE><body><p>een</p><div lang=fr><p>deux</p></div><p xml:lang=EN>three</p></body></html>")
        #expect(page.language == "nl")
        #expect(page.blocks.map(\.language.text) == ["", "fr", "en"])
    }

    @Test func structuredDataIsReadWholeAndInItsPlace() throws {
        let filling = (0..<200).map { "\"x\($0)\": \"y\"" }.joined(separator: ",\n")
        let page = read(
            "<script type='application/ld+json'>\n{\(filling),\n\"@type\": \"Store\", \"openingHours\": \"Mo-Fr 09:00-17:00\"}\n</script>")
        let block = try #require(page.blocks.first { $0.kind == .structured })
        #expect(page.text(block) == "openingHours: Mo-Fr 09:00-17:00")
        #expect(page.properties[Int(block.details)].hours == "Mo-Fr 09:00-17:00")
        #expect(page.sourceText(at: block, 14) == "\"openingHours\"")
    }

    @Test func theAnswersOfStructuredQuestionsAreRead() {
        let answer = "{\"@type\": \"Answer\", \"text\": \"Within a day.\"}"
        let page = read("<script type='application/ld+json'>{\"@type\": \"Question\", \"acceptedAnswer\": \(answer)}</script>")
        #expect(page.blocks.contains { page.text($0) == "Within a day." })
    }
}
