import Testing

@testable import Extraction

@Suite struct RefreshTests {
    @Test(
        arguments: [
            ("0; url=/contact/", "/contact/"), ("0;URL='https://a.example/b'", "https://a.example/b"), ("3, url = \"x.html\"", "x.html"),
            ("0;url=", nil), ("300; url=/news", nil), ("5", nil), ("soon; url=/x", nil), ("0; link=/x", nil), ("", nil),
        ] as [(String, String?)])
    func findsWhereAPageSendsItsReader(content: String, target: String?) {
        let written = content.replacing("\"", with: "&quot;")
        let document = read("<html><head><meta http-equiv=\"Refresh\" content=\"\(written)\"></head><body><p>Moved.</p></body></html>")
        #expect(document.refresh == target)
    }
}
