import Claims
import Testing

@testable import Extraction

/// Lines and columns lead to the words in the file, through whatever stands in between.
@Suite struct PlaceTests {
    /// Every block of the page begins, at its line and column, with the words that it is read as.
    private func expectPlaces(_ page: Document, sourceLocation: SourceLocation = #_sourceLocation) {
        let blocks = page.blocks.filter { $0.kind != .structured }
        #expect(!blocks.isEmpty, sourceLocation: sourceLocation)
        for block in blocks {
            let first = page.text(block).prefix { $0 != " " }
            #expect(page.sourceText(at: block, first.unicodeScalars.count) == first, sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: [
        "<p>Wij bellen terug.</p>\n<p>Binnen een uur.</p>",
        "<div>\r\n\t<p>Wij bellen\r\n\tterug.</p>\r\n\t<p>Binnen <b>een</b> uur.</p>\r\n</div>",
        "<ul>\n <li>Eén</li>\n <li>Ѳwée — drie</li> <li>日本語 vier</li>\n</ul><p>Vijf</p>",
        "<p><a href='/x'><span>Klik</span></a> hier</p><!-- weg\nermee --><p>Daarna</p>",
        "<p>a < b en c</p><p>Nog iets</p><p>x &lt; y</p>",
        "<table><tr><th>Dag</th><th>Uren</th></tr>\n<tr><td>Maandag</td><td>9 tot 5</td></tr></table>\n<p>Tot dan</p>",
        "<script>var a = '<p>niet</p>';\n</script><style>p { }\n</style>\n<p>Wel</p>",
        "<p>\u{1F600} lach</p> <h2>Kop</h2>\n\n<dl><dt>Klacht</dt><dd>Tien dagen</dd></dl>",
        "<title>Titel van de pagina</title><meta name=\"description\" content=\"Wij helpen u graag\"><p>Tekst</p>",
        "<img src=a.png alt='Onze mensen helpen u'><p>Tekst</p>",
    ]) func blocks(markup: String) {
        expectPlaces(read("<!DOCTYPE html>\n<html lang=\"nl\"><body>\n\(markup)\n</body></html>"))
    }

    @Test func longTextKeepsItsPlaces() {
        // The parser hands over long texts in pieces of a thousand bytes, which may end in the middle of a line.
        let words = (0..<900).map { "wöord\($0)" }.joined(separator: " ")
        let page = read("<p>\(words) <b>slot</b> einde</p><p>Daarna</p>")
        expectPlaces(page)
        var places = Places()
        for word in ["wöord7 ", "wöord444 ", "wöord899 ", "slot", "einde"] {
            let offset = page.text.indices.first { page.text[$0...].starts(with: word.utf8) }!
            let found = places.place(page.sourceOffset(of: offset), in: page.source)
            let before = String(decoding: page.source, as: UTF8.self).unicodeScalars.prefix(found.column - 1)
            #expect(
                String(String.UnicodeScalarView("<p>\(words) <b>slot</b> einde".unicodeScalars.dropFirst(before.count))).hasPrefix(word))
        }
    }

    @Test func entitiesAreOneCharacterWithThePlaceOfTheirBeginning() {
        let page = read("<p>Caf&eacute; &amp; bar &euro; 5</p>\n<p>&Eacute;&eacute;n uur</p>")
        #expect(page.texts(.paragraph) == ["Café & bar € 5", "Één uur"])
        #expect(page.sourceText(at: page.blocks[1], 9) == "&Eacute;&")
        let bar = page.text.indices.first { page.text[$0...].starts(with: "bar".utf8) }!
        var places = Places()
        #expect(places.place(page.sourceOffset(of: bar), in: page.source) == (1, 22))
    }

    /// Editors leave such references behind; the page is read all the same.
    @Test(arguments: ["&#27;", "&#0;", "&#x1f;", "&#xD800;", "&#x110000;", "&#;", "&#99999999999;", "&#11;"])
    func aReferenceToNoCharacterLosesNothing(reference: String) {
        let page = read("<p>Een \(reference)twee</p>\n<p>Drie</p>")
        #expect(page.texts(.paragraph) == ["Een twee", "Drie"], "\(reference)")
        expectPlaces(page)
    }

    @Test func controlSignsShiftNothing() {
        let page = read("<p>Een\u{1}twee \u{0}drie</p>\n<p>Vier\u{7f}</p>")
        #expect(page.texts(.paragraph) == ["Een twee drie", "Vier\u{7f}"])
        expectPlaces(page)
    }

    @Test func linksHaveThePlaceOfTheirTag() {
        let page = read("<p>Zie <a\n class=x href=\"/a\">onze &amp; hulp</a> of <a href='b.html#c'>dit</a></p>")
        #expect(page.links.map(\.href) == ["/a", "b.html#c"])
        #expect(page.links.map(\.text) == ["onze & hulp", "dit"])
        #expect(page.links.map { [$0.line, $0.column] } == [[1, 8], [2, 43]])
    }
}
