import Claims
import Testing

@testable import Extraction

/// Which charset a page is read in, and which step decided it.
@Suite struct CharsetTests {
    private func expect(
        _ bytes: [UInt8], header: String? = nil, reads text: String, from step: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let page = read(bytes, charset: header)
        #expect(page.texts(.paragraph) == [text], sourceLocation: sourceLocation)
        #expect(page.charsetFrom == step, sourceLocation: sourceLocation)
    }

    @Test func aMarkWinsOverEverything() {
        expect([0xef, 0xbb, 0xbf] + Array("<meta charset=latin1><p>één</p>".utf8), header: "latin1", reads: "één", from: "bom")
        let little = "<p>één</p>".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        expect([0xff, 0xfe] + little, reads: "één", from: "bom")
    }

    @Test func theTransferWinsOverThePage() {
        expect(Array("<meta charset=windows-1251><p>één</p>".utf8), header: "UTF-8", reads: "één", from: "header")
    }

    @Test func whatCallsItselfLatinIsWindows() {
        expect(
            Array("<meta charset=\"ISO-8859-1\"><p>".utf8) + [0x80, 0x20, 0x35, 0x96, 0xe9] + Array("</p>".utf8), reads: "€ 5–é",
            from: "meta")
    }

    @Test func aNamedCharsetIsConverted() {
        expect(
            Array("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>".utf8) + [0xc4, 0xc1] + Array("</p>".utf8),
            reads: "да", from: "meta")
    }

    @Test func aWrongNameIsNotBelieved() {
        expect(
            Array("<meta charset=utf-8><p>".utf8) + [0x63, 0x61, 0x66, 0xe9, 0x20, 0xe9, 0xe9, 0x6e] + Array("</p>".utf8),
            reads: "café één", from: "guess")
        expect(Array("<meta charset=utf-16><p>één</p>".utf8), reads: "één", from: "meta")
        expect(Array("<meta charset=onzin><p>één</p>".utf8), reads: "één", from: "guess")
    }

    @Test func placesCountCharactersOfTheDecodedPage() throws {
        let page = read(Array("<meta charset=latin1>\n<p>".utf8) + [0xe9, 0xe9, 0x6e, 0x3a] + Array(" <b>twee</b></p>".utf8))
        let two = try #require(page.text.indices.first { page.text[$0...].starts(with: "twee".utf8) })
        var places = Places()
        #expect(places.place(page.sourceOffset(of: two), in: page.source) == (2, 12))
    }
}
