import Claims
import Testing

@testable import Reporting

@Suite("Crawled text never becomes markup, script or address")
struct MarkupTests {
    @Test func textIsEscapedWhereverItStands() {
        let text = #"<img src=x onerror="alert(1)"> & 'so'"#
        let html: HTML = #"<p title="\#(text)">\#(text)</p>"#
        let escaped = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;so&#39;"
        #expect(String(decoding: html.bytes, as: UTF8.self) == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func controlsAndTurnedReadingOrderAreShownAsSuch() {
        let html = HTML(text: "a\u{0}b\u{1b}c\u{202e}d\u{2066}e\u{85}f\u{ffff}g\nh")
        #expect(String(decoding: html.bytes, as: UTF8.self) == "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f\u{fffd}g\nh")
    }

    @Test func dataCannotEndItsScript() {
        var json = JSONText()
        json.strings(["</script><script>alert(1)</script>", "<!--", "a\u{2028}b\u{2029}c", "\"\\\n\t"])
        let text = String(decoding: json.bytes, as: UTF8.self)
        #expect(!text.contains("<") && !text.contains("\u{2028}") && !text.contains("\u{2029}"))
        #expect(text.hasPrefix(#"["\u003c/script>\u003cscript>"#) && text.hasSuffix(#","\"\\\n\t"]"#))
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "//evil.example/", "https://a.example/\" onclick=\"x", "https://a.example/<b>",
        " https://a.example/", "ftp://a.example/", "https://a.example/a b",
    ])
    func onlyWebAddressesBecomeLinks(url: String) { #expect(Address(url, quote: "q") == nil) }

    @Test func aTextFragmentNamesTheSentence() {
        func text(_ quote: String) -> String? { Address("https://a.example/p?x=1#oud", quote: quote)?.text }
        #expect(text("uw e-mail, snel & goed") == "https://a.example/p?x=1#:~:text=uw%20e%2Dmail%2C%20snel%20%26%20goed")
        #expect(text("twee  woorden\n los") == "https://a.example/p?x=1#:~:text=twee%20woorden%20los")
        #expect(text("Eenmalig | € 0") == "https://a.example/p?x=1#:~:text=Eenmalig", "cells of a row are not one run of text")
        let long = (1...30).map { "woord\($0)" }.joined(separator: " ")
        #expect(text(long) == "https://a.example/p?x=1#:~:text=woord1%20woord2%20woord3%20woord4,woord27%20woord28%20woord29%20woord30")
    }

    @Test func aHostilePageChangesNothingOfTheStructure() throws {
        let plain = try HTMLOutline(ReportSample.render(Self.result("rustig", "https://www.zonnedauw.example/")))
        let attack = #"</script></style></title><script>alert(1)</script>" onload="x" ' <!-- ]]> {{n}} {n} \ "# + "\u{202e}\u{0}"
        let hostile = try HTMLOutline(ReportSample.render(Self.result(attack, "javascript:alert(1)")))
        let kinds = { (outline: HTMLOutline) in
            outline.elements.filter { !["q", "b", "mark", "a", "span", "tspan"].contains($0.name) }.map(\.name)
        }
        #expect(kinds(plain) == kinds(hostile))
        #expect(hostile.all("script").count == 2)
        #expect(hostile.elements.allSatisfy { element in element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "style" } })
        #expect(hostile.all("a").allSatisfy { $0.attributes["href"].map { $0.hasPrefix("#") || $0.hasPrefix("https://") } ?? false })
    }

    /// Every text of a result that comes from outside, replaced.
    private static func result(_ text: String, _ url: String) -> AuditResult {
        func hostile(_ claim: Claim) -> Claim {
            var claim = claim
            (claim.quote, claim.marked, claim.context) = (text + claim.id, text, [text])
            (claim.source.file, claim.source.url, claim.language, claim.theme) = (text, url, text, text)
            return claim
        }
        let findings = ReportSample.findings.map { finding in
            var finding = finding
            finding.claims = finding.claims.map(hostile)
            (finding.message, finding.advice, finding.trace, finding.rule) = (text, text, [text], text)
            (finding.theme, finding.touchpoint, finding.fingerprint) = (text, text, finding.fingerprint + text)
            finding.href = finding.href.map { _ in text }
            return finding
        }
        let organisation = ReportSample.organisation(name: text, claims: ReportSample.claims.map(hostile), findings: findings)
        var result = ReportSample.result([organisation], notJudged: [NotJudged(file: text, reason: text, detail: text, unread: true)])
        result.inputs = [text]
        result.tool = Tool(name: text, version: text, rules: [text: text])
        return result
    }
}
