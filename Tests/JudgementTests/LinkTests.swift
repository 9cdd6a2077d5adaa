import Claims
import RuleBook
import Testing

@testable import Judgement

@Suite struct LinkTests {
    private func page(_ file: String, links: [String] = [], anchors: [String] = [], url: String? = nil) -> PageRecord {
        PageRecord(
            file: file, url: url, organisation: "coolbank.example", role: .marketing,
            links: links.map { Link(href: $0, text: "", line: 3, column: 1, template: false) }, anchors: anchors)
    }

    private func target(_ href: String, _ pages: [PageRecord], notJudged: [NotJudged] = []) -> LinkGraph.Target {
        LinkGraph(pages: pages, notJudged: notJudged).target(
            of: Link(href: href, text: "", line: 1, column: 1, template: false), on: pages[0])
    }

    /// The address of a page may be percent-encoded, and so may the name of its file.
    @Test func percentSignsAndPackedPages() {
        let pages = [
            page("w!1", links: ["/caf%C3%A9", "/artikel/1:2", "/zip", "/weg%20"], url: "https://kade.example/"),
            page("w!2", url: "https://kade.example/caf%C3%A9"), page("w!3", url: "https://kade.example/artikel/1%3A2"),
            page("w!4", url: "https://kade.example/zip"),
        ]
        let graph = LinkGraph(pages: pages, notJudged: [])
        #expect(pages[0].links.map { graph.target(of: $0, on: pages[0]).isBroken } == [false, false, false, true])
        let files = [
            page("index.html", links: ["/caf%C3%A9", "/artikel/1:2", "/zip"]), page("caf%C3%A9.html"), page("artikel/1%3A2.html"),
            page("zip.html.gz"),
        ]
        let folder = LinkGraph(pages: files, notJudged: [])
        #expect(!files[0].links.contains { folder.target(of: $0, on: files[0]).isBroken })
    }

    /// A page whose address has a query is no stand-in for the one without, whatever their order.
    @Test func anAddressIsThatOfThePageWithoutAQuery() {
        let pages = [
            page("a!1", links: ["/contact"], url: "https://kade.example/"), page("a!2", url: "https://kade.example/contact?lang=en"),
            page("b!1", url: "https://kade.example/contact"),
        ]
        #expect(target("/contact", pages) == .page(2))
    }

    @Test(arguments: [
        "../service/", "../service/index.html", "/service/", "/service", "../service/?from=home", "../service/#top",
        "./../service/index.html",
    ])
    func findsThePage(_ href: String) {
        #expect(target(href, [page("about/us.html"), page("service/index.html")]) == .page(1))
    }

    @Test(arguments: ["https://coolbank.example/service/", "/service/", "../service/", "http://coolbank.example/service"])
    func findsThePageByAddress(_ href: String) {
        let pages = [
            page("coolbank.example/about/us.html", url: "https://coolbank.example/about/us.html"),
            page("coolbank.example/service/index.html", url: "https://coolbank.example/service/"),
        ]
        #expect(target(href, pages) == .page(1))
    }

    /// In an archive the address is all there is; what the server did not have is missing, what was merely not read is not.
    @Test func linksInsideAnArchive() {
        let base = "https://coolbank.example"
        func note(_ path: String, _ reason: String) -> NotJudged {
            NotJudged(file: "a.warc!\(base)\(path)", url: base + path, reason: reason, detail: "", unread: true)
        }
        let pages = [
            page("a.warc!\(base)/about/", url: base + "/about/"), page("a.warc!\(base)/service", url: base + "/service"),
        ]
        let others = [note("/brochure", "binary"), note("/old", "redirect"), note("/gone", "not-found"), note("/lost/", "soft-404")]
        #expect(target("/service/", pages, notJudged: others) == .page(1))
        #expect(target("../service", pages, notJudged: others) == .page(1))
        #expect(target("/brochure", pages, notJudged: others) == .elsewhere)
        #expect(target("/old/", pages, notJudged: others) == .elsewhere)
        #expect(target("/gone", pages, notJudged: others) == .missingPage("//coolbank.example/gone"))
        #expect(target("/lost/", pages, notJudged: others) == .missingPage("//coolbank.example/lost/"))
    }

    @Test(arguments: [
        "mailto:a@b.example", "tel:0800", "javascript:void(0)", "https://elsewhere.example/x", "//cdn.example/y.html", "brochure.pdf",
        "photo.jpg",
    ])
    func leavesWhatTheDumpCannotTell(_ href: String) { #expect(target(href, [page("index.html")]) == .elsewhere) }

    @Test func missingPagesAndAnchors() {
        let pages = [page("index.html"), page("prices.html", anchors: ["fees"])]
        #expect(target("offer/summer.html", pages) == .missingPage("/offer/summer.html"))
        #expect(target("prices.html#fees", pages) == .page(1))
        #expect(target("prices.html#gone", pages) == .missingAnchor(page: 1, anchor: "gone"))
    }

    @Test func neverClimbsAboveTheRoot() { #expect(Address.normalised("/../../etc/passwd") == "/etc/passwd") }

    @Test func aFileThatWasNotReadIsNotMissing() {
        let skipped = NotJudged(file: "big.html", reason: "too-large", detail: "", unread: true)
        #expect(target("big.html", [page("index.html")], notJudged: [skipped]) == .elsewhere)
    }

    @Test func onlyPagesThatPromiseAreReported() {
        let judge = Judge(ruleBook: LawTests.book, language: "en")
        let pages = [
            page("index.html", links: ["gone.html"]), page("plain.html", links: ["also-gone.html"]), page("a.html"), page("b.html"),
            page("c.html"),
        ]
        let promise = claim("We answer mails within a day.", 1, .day, file: "index.html", role: .marketing)
        let broken = judge.judge(organisation: "coolbank.example", claims: [promise], pages: pages, notJudged: []).findings.filter {
            $0.type == .brokenReference
        }
        #expect(broken.map(\.href) == ["gone.html"])
    }
}
