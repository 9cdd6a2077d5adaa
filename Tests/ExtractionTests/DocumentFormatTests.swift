import Claims
import Foundation
import Testing

@testable import Extraction

/// Word processors' documents, XML for technical writers, PDF and Markdown as flat records.
struct DocumentFormatTests {
    private func read(_ format: PageFormat, _ text: String, parts: [PagePart] = []) -> Document {
        Document.read(Page(file: "f", organisation: "o", bytes: Array(text.utf8), parts: parts, format: format), LibXML())
    }

    /// The blocks with their kind, in reading order.
    private func blocks(_ document: Document) -> [String] {
        document.blocks.map { block in
            "\(block.kind): " + String(decoding: document.text[Int(block.text.lowerBound)..<Int(block.text.upperBound)], as: UTF8.self)
        }
    }

    private func word(_ body: String, parts: [PagePart] = []) -> Document {
        read(.docx, "<w:document xmlns:w=\"urn:w\"><w:body>\(body)</w:body></w:document>", parts: parts)
    }

    private func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

    @Test func wordRunsAreJoinedAndChangesTaken() {
        let document = word(
            "<w:p>\(run("Wij antwoorden "))<w:del><w:r><w:delText>niet </w:delText></w:r></w:del><w:ins>\(run("altijd "))</w:ins>\(run("binnen"))"
                + "<w:r><w:tab/><w:t>24&#160;uur.</w:t></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Intern.</w:t></w:r></w:p>")
        #expect(blocks(document) == ["paragraph: Wij antwoorden altijd binnen 24\u{a0}uur."])
        #expect(document.notes.isEmpty)
    }

    /// Word translates the identifiers of styles and keeps their names.
    @Test func wordStylesOfAnyLanguage() {
        let styles = """
            <w:styles xmlns:w="urn:w"><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="Eigen"><w:name w:val="Huisstijlkop"/><w:basedOn w:val="Kop1"/></w:style>
            <w:style w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style></w:styles>
            """
        let document = word(
            "<w:p><w:pPr><w:pStyle w:val=\"Inhopg1\"/></w:pPr>\(run("Klachten 2"))</w:p>"
                + "<w:p><w:pPr><w:pStyle w:val=\"Eigen\"/></w:pPr>\(run("Klachten"))</w:p>"
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>\(run("Eerst bellen."))</w:p>",
            parts: [PagePart(name: "word/styles.xml", bytes: Array(styles.utf8))])
        #expect(blocks(document) == ["heading: Klachten", "item: Eerst bellen."])
        #expect(document.title == "Klachten")
    }

    @Test func wordTablesAndFootnotes() {
        let cell = { (text: String) in "<w:tc><w:p>\(self.run(text))</w:p></w:tc>" }
        let notes = """
            <w:footnotes xmlns:w="urn:w"><w:footnote w:type="separator"><w:p>\(run("---"))</w:p></w:footnote>
            <w:footnote w:id="2"><w:p>\(run("Op werkdagen."))</w:p></w:footnote></w:footnotes>
            """
        let document = word(
            "<w:tbl><w:tblPr><w:tblLook w:val=\"0020\"/></w:tblPr><w:tr>\(cell("Kanaal"))\(cell("Norm"))</w:tr><w:tr>\(cell("E-mail"))\(cell("24 uur"))</w:tr></w:tbl>"
                + "<w:p>\(run("Slot."))</w:p>",
            parts: [PagePart(name: "word/footnotes.xml", bytes: Array(notes.utf8))])
        #expect(blocks(document) == ["row: E-mail | 24 uur", "paragraph: Slot.", "paragraph: Op werkdagen."])
    }

    @Test func brokenDocumentSaysSo() {
        let document = read(.docx, "<w:document xmlns:w=\"urn:w\"><w:body><w:p>\(run("Heel."))</w:p><w:p><w:r><w:t>Half")
        #expect(blocks(document).first == "paragraph: Heel.")
        #expect(document.notes == [.broken])
    }

    @Test func openDocument() {
        let document = read(
            .odt,
            """
            <office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:tracked-changes><text:p>Weg.</text:p></text:tracked-changes>
            <text:h text:outline-level="2">Bellen</text:h><text:p>Wij<text:s text:c="3"/>bellen <text:span>te</text:span>rug<office:annotation><text:p>Zeker?</text:p>
            </office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Op werkdagen.</text:p></text:note-body></text:note>.</text:p>
            <text:list><text:list-item><text:p>Eerst dit.</text:p></text:list-item></text:list></office:text></office:body></office:document-content>
            """)
        #expect(
            blocks(document) == ["heading: Bellen", "paragraph: Wij bellen terug.", "item: Eerst dit.", "paragraph: Op werkdagen."])
    }

    /// Nothing is loaded, declared or expanded, whatever the document asks for.
    @Test(arguments: [
        "<!DOCTYPE article [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><article><para>Tekst &x; hier.</para></article>",
        "<!DOCTYPE article SYSTEM \"file:///etc/passwd\"><article><para>Tekst hier.</para></article>",
        "<!DOCTYPE article [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
            + "<article><para>Tekst &c;&c;&c; hier.</para></article>",
        "<article xmlns:xi=\"http://www.w3.org/2001/XInclude\"><para>Tekst <xi:include href=\"/etc/passwd\" parse=\"text\"/>hier.</para></article>",
    ])
    func entitiesAreNeverFollowed(_ text: String) {
        let found = blocks(read(.docbook, text)).joined()
        #expect(found.hasPrefix("paragraph: Tekst"))
        #expect(!found.contains("root:") && !found.contains("ha"))
    }

    @Test func docBookKeepsLinesOfTheFile() throws {
        let document = read(
            .docbook,
            "<article>\n<section><title>Bellen</title>\n  <para>Wij <emphasis>bel</emphasis>len\n  terug<footnote><para>Morgen.</para></footnote>.</para>\n"
                + "<variablelist><varlistentry><term>Mail</term><listitem><para>24 uur</para></listitem></varlistentry></variablelist>"
                + "<remark>Intern</remark></section></article>")
        #expect(
            blocks(document) == ["heading: Bellen", "paragraph: Wij bellen terug.", "term: Mail", "item: 24 uur", "paragraph: Morgen."])
        var places = Places()
        let start = try #require(document.blocks.first { $0.kind == .paragraph }).text.lowerBound
        let place = places.place(document.sourceOffset(of: Int(start)), in: document.source)
        #expect(place.line == 3 && place.column == 9)
    }

    @Test func ditaSaysWhatItDidNotFollow() {
        let document = read(
            .dita,
            "<task><title>Storing</title><shortdesc>Bel ons.</shortdesc><taskbody><steps><step><cmd>Bel 0800.</cmd></step></steps>"
                + "<p conref=\"elders.dita#x/y\"/><draft-comment>Nog nakijken</draft-comment></taskbody></task>")
        #expect(blocks(document) == ["heading: Storing", "paragraph: Bel ons.", "item: Bel 0800."])
        #expect(document.notes == [.unresolved(1)])
    }

    @Test func pdfLinesAreJoinedByBlock() {
        var rows = ["level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
        func add(_ page: Int, _ block: Int, _ line: Int, _ top: Double, _ text: String, left: Double = 60, height: Double = 10) {
            for (index, word) in text.split(separator: " ").enumerated() {
                rows.append("5\t\(page)\t0\t\(block)\t\(line)\t\(index)\t\(left + Double(index) * 40)\t\(top)\t39\t\(height)\t100\t\(word)")
            }
        }
        add(1, 0, 0, 20, "Onze regels", height: 20)
        add(1, 1, 0, 60, "Wij antwoorden binnen 24 uur. Uitzonde-")
        add(1, 1, 1, 72, "ringen maken wij niet.")
        add(2, 0, 0, 20, "Kanaal")
        add(2, 1, 0, 20, "Norm", left: 200)
        add(2, 2, 0, 40, "E-mail")
        add(2, 3, 0, 40, "24 uur", left: 200)
        add(2, 4, 0, 60, "Telefoon")
        add(2, 5, 0, 60, "2 uur", left: 200)
        let document = read(.pdf, rows.joined(separator: "\n"))
        #expect(
            blocks(document) == [
                "heading: Onze regels", "paragraph: Wij antwoorden binnen 24 uur. Uitzonderingen maken wij niet.", "row: E-mail | 24 uur",
                "row: Telefoon | 2 uur",
            ])
        #expect(document.pageStarts.count == 2)
    }

    @Test func markdownForReaders() {
        let document = read(
            .markdown,
            "---\ntitle: Regels\nlang: nl\n---\n# Bellen {#bel .kop}\n\nWij bellen _altijd_ terug^[Op werkdagen.], zie <b>hier</b><!-- intern --> en snake_case.[^2]\n\n"
                + "## Mail ##\n\n[^2]: Binnen een week.\n")
        #expect(document.title == "Regels" && document.language == "nl")
        #expect(
            blocks(document) == [
                "heading: Bellen", "paragraph: Wij bellen altijd terug, zie hier en snake_case.", "heading: Mail",
                "paragraph: Binnen een week.",
                "paragraph: Op werkdagen.",
            ])
    }

    /// The number of a footnote is no part of the sentence before it.
    @Test func footnoteMarksOfAPage() {
        let document = read(
            .html,
            "<p>Binnen 6 minuten.<a href=\"#fn1\" role=\"doc-noteref\"><sup>1</sup></a></p><table><tr><td>Mail</td> <td>24 uur</td></tr></table>"
        )
        #expect(blocks(document) == ["paragraph: Binnen 6 minuten.", "row: Mail | 24 uur"])
    }
}
