import Claims
import Testing

@testable import Extraction

/// Pages made to break a reader. Each is read to its end; that they take no longer than others is measured elsewhere.
@Suite struct HostileTests {
    @Test(arguments: [
        "<div>", "<div class=cookie><h1>", "<b><p>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<a href=x>", "<q lang=fr>",
    ])
    func nothingIsLostBehindDeepNesting(opening: String) throws {
        let page = read(
            "<html><body>" + String(repeating: opening, count: 10_000) + "Slot" + String(repeating: "</b>", count: 20_000) + "<p>Staart</p>"
        )
        #expect(page.everything.contains("Slot"))
        #expect(page.everything.hasSuffix("Staart"))
    }

    @Test func endsWithoutBeginnings() {
        let page = read(String(repeating: "</div></p></table></a></li>", count: 20_000) + "<p>Staart</p>")
        #expect(page.everything.hasSuffix("Staart"))
    }

    @Test func oneLineOfManyLinks() throws {
        let page = read("<p>" + String(repeating: "<a href='/x'>hier</a> ", count: 20_000) + "</p><p>Staart</p>")
        #expect(page.links.count == 20_000)
        let last = try #require(page.links.last)
        #expect((last.line, last.column) == (1, 4 + 19_999 * 22))
        #expect(page.everything.hasSuffix("Staart"))
    }

    @Test func aLongAttributeAndManyOfThem() {
        let many = (0..<600).map { "data-x\($0)='y'" }.joined(separator: " ")
        let page = read("<p \(many) title='" + String(repeating: "z", count: 200_000) + "'>Staart</p>")
        #expect(page.everything == "Staart")
    }

    @Test(arguments: ["<p>Open", "<p>Open <b", "<p>Open <!-- weg", "<p>Open &am", "<script>var x = '<p>Open", "", "<", "\u{0}"])
    func cutOff(markup: String) { _ = read(markup) }
}
