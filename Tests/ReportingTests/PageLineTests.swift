import Claims
import Reporting
import Testing

/// A page's record has a writer of its own; nobody should be able to tell.
@Suite struct PageLineTests {
    private static let nasty = [
        "", "gewoon", "é€日本\u{1F600}", "\"aanhaling\" en \\ streep /", "\u{0}\u{1}\u{8}\u{9}\u{a}\u{b}\u{c}\u{d}\u{1f}\u{7f}\u{80}",
        "\u{2028}\u{2029}\u{feff}", "</script><!--",
    ]

    @Test(arguments: nasty, [nil, "https://voorbeeld.example/?a=1&b=2"])
    func sameBytesAsTheGeneralEncoder(text: String, url: String?) {
        var page = PageRecord(
            file: text + ".html", url: url, organisation: text, title: text.isEmpty ? nil : text, language: url == nil ? nil : "nl",
            role: .servicePolicy, charset: "utf-8",
            links: Self.nasty.enumerated().map { Link(href: $1 + text, text: $1, line: $0, column: 7, template: $0 % 2 == 0) },
            anchors: Self.nasty + [text])
        #expect(Lines.encode(record: .page(page)) == Lines.encode(page))
        page.decided = Decided(address: text, language: "lang", charset: "meta")
        page.fetched = url == nil ? nil : "2026-11-01T09:00:00Z"
        #expect(Lines.encode(record: .page(page)) == Lines.encode(page))
        page.links = []
        page.anchors = []
        #expect(Lines.encode(record: .page(page)) == Lines.encode(page))
    }
}
