import Claims
import Testing

@testable import Judgement

@Suite struct RedirectTests {
    private static let base = "https://coolbank.example"

    private func page(_ path: String, links: [String] = [], refresh: String? = nil) -> PageRecord {
        var page = PageRecord(
            file: "a.warc!" + Self.base + path, url: Self.base + path, organisation: "coolbank.example", role: .marketing,
            links: links.map { Link(href: $0, text: "", line: 3, column: 1, template: false) })
        page.refresh = refresh
        return page
    }

    private func redirect(_ path: String, to target: String) -> NotJudged {
        var note = NotJudged(file: "a.warc!" + Self.base + path, url: Self.base + path, reason: "redirect", detail: "", unread: true)
        note.target = target
        return note
    }

    private func target(_ href: String, _ pages: [PageRecord], _ others: [NotJudged] = []) -> LinkGraph.Target {
        LinkGraph(pages: pages, notJudged: others).target(
            of: Link(href: href, text: "", line: 1, column: 1, template: false), on: pages[0])
    }

    @Test(arguments: [
        "/contact/", "contact/", "https://coolbank.example/contact/", "../contact/?x=1", "https://www.coolbank.example/contact/",
    ])
    func aLinkToARedirectIsALinkToItsTarget(written: String) {
        var moved = redirect("/old", to: written)
        if written.hasPrefix("..") { moved = redirect("/service/old", to: written) }
        let others = [moved, redirect("/older", to: moved.url!)]
        var www = page("/contact/")
        www.url = written.contains("www.") ? "https://www.coolbank.example/contact/" : www.url
        let pages = [page("/"), www]
        #expect(target(moved.url!, pages, others) == .page(1))
        #expect(target("/older", pages, others) == .page(1))
        let graph = LinkGraph(pages: [page("/", links: ["/older"]), www], notJudged: others)
        #expect(graph.reached(from: [pages[0].file], clicks: 1).count == 2)
    }

    @Test func redirectsThatEndNowhereAreNoBrokenLinks() {
        let others = [
            redirect("/a", to: "/b"), redirect("/b", to: "/a"), redirect("/self", to: "/self"),
            redirect("/out", to: "https://other.example/"), redirect("/login", to: "/sign-in"),
        ]
        for href in ["/a", "/b", "/self", "/out", "/login"] { #expect(target(href, [page("/")], others) == .elsewhere) }
    }

    @Test func aChainTooLongToFollowEnds() {
        let others = (0..<200).map { redirect("/\($0)", to: "/\($0 + 1)") }
        #expect(target("/0", [page("/"), page("/200")], others) == .elsewhere)
        #expect(target("/190", [page("/"), page("/200")], others) == .page(1))
    }

    @Test func aPageThatSendsItsReaderOnIsItsTarget() {
        let pages = [
            page("/"), page("/old", refresh: "/new"), page("/new"), page("/clock", refresh: "/clock"), page("/lost", refresh: "/nowhere"),
            page("/ping", refresh: "/pong"), page("/pong", refresh: "/ping"),
        ]
        #expect(target("/old", pages) == .page(2))
        #expect(target("/clock", pages) == .page(3))
        #expect(target("/lost", pages) == .page(4))
        #expect([.page(5), .page(6)].contains(target("/ping", pages)))
    }

    @Test func redirectsInCirclesAreCounted() {
        let others = [
            redirect("/a", to: "/b?x=1"), redirect("/b?x=1", to: "c#top"), redirect("/c", to: Self.base + "/a"), redirect("/in", to: "/a"),
            redirect("/self", to: "//coolbank.example/self"), redirect("/fine", to: "/page"), redirect("/cookie", to: "/cookie"),
        ]
        let marked = RedirectLoops.marked(others, pages: [Self.base + "/cookie"])
        #expect(marked.filter { $0.reason == "redirect-loop" }.compactMap(\.url) == ["/a", "/b?x=1", "/c", "/self"].map { Self.base + $0 })
        #expect(marked[0].detail == "it leads back to itself, over 3 redirects")
        #expect(marked[4].detail == "it leads to itself")
    }

    /// Files of two inputs with one name are two pages, and links stay in their own input.
    @Test func linksStayInTheirInput() {
        func page(_ input: String, _ name: String) -> PageRecord {
            var page = PageRecord(file: input + name, organisation: "o", role: .marketing)
            page.input = input
            return page
        }
        let pages = [
            page("one/", "a/index.html"), page("two/", "a/index.html"), page("one/", "b.html"), page("two/", "b.html"),
            page("/d/three/", "b.html"), page("../four/", "b.html"), page("../four/", "c.html"),
        ]
        let graph = LinkGraph(pages: pages, notJudged: [])
        func target(_ href: String, on index: Int) -> LinkGraph.Target { graph.target(of: href, on: pages[index]) }
        #expect(target("../b.html", on: 0) == .page(2))
        #expect(target("/b.html", on: 1) == .page(3))
        #expect(target("b.html", on: 4) == .page(4))
        #expect(target("/b.html", on: 4) == .page(4))
        #expect(target("c.html", on: 5) == .page(6))
    }
}
