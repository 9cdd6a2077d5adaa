import Testing

@testable import Crawl

struct AddressTests {
    @Test(arguments: [
        ("HTTP://WWW.Kade.Example:80/a/./b/../c?utm_source=x&id=3&gclid=1#top", "http://www.kade.example/a/c?id=3"),
        ("https://kade.example:443", "https://kade.example/"),
        ("https://kade.example:8443/a/..", "https://kade.example:8443/"),
        ("https://kade.example/../../x/", "https://kade.example/x/"),
        ("https://kade.example?fbclid=1", "https://kade.example/"),
        ("urn:pageinfo:https://kade.example/", "urn:pageinfo:https://kade.example/"),
    ])
    func normalised(_ written: String, _ expected: String) { #expect(WebAddress.normalised(written) == expected) }

    @Test func samePageWhateverTheScheme() {
        #expect(WebAddress.key("http://kade.example/a#b") == WebAddress.key("https://KADE.example/a"))
        #expect(WebAddress.key("http://kade.example/a") != WebAddress.key("http://kade.example/A"))
    }

    @Test(arguments: [
        ("contact?taal=en&v=1", "contact?taal=en&v=1"), ("contact@taal=en&v=1.html", "contact?taal=en&v=1.html"),
        ("over/index.html", "over/"),
        ("index.html?p=2", "?p=2"), ("café", "caf%C3%A9"), ("caf%C3%A9.html", "caf%C3%A9.html"), ("info@kade.html", "info@kade.html"),
    ])
    func fileNamesBecomePaths(_ file: String, _ path: String) { #expect(FileName.path(file) == path) }

    @Test(arguments: [
        ("www.kade.example", true), ("127.0.0.1:8972", true), ("127.0.0.1_8972", true), ("localhost_8080", true), ("localhost", false),
        ("index.html", false), ("v1.2", false), ("contact", false), ("site.wacz", false), ("-", false),
    ])
    func hostNames(_ name: String, _ isHost: Bool) { #expect(Addresses.isHost(name) == isHost) }

    @Test func headOfAPage() {
        let mirrored = PageHead(Array("<html>\n<!-- Mirrored from kade.example/wie?id=3 by HTTrack Website Copier/3.x, Sun -->".utf8))
        #expect(mirrored.mirroredFrom == "kade.example/wie?id=3")
        #expect(PageHead(Array("<LINK href='/a?b=1&amp;c=2' REL=canonical>".utf8)).canonical == "/a?b=1&c=2")
        #expect(PageHead(Array("<!-- <link rel=canonical href=/x> --><body><link rel=canonical href=/y>".utf8)).canonical == nil)
        #expect(PageHead(Array("<link rel=\"canonical\" href=\"".utf8)).canonical == nil)
        #expect(PageHead(Array("<!-- Mirrored from ".utf8)).mirroredFrom == nil)
    }

    @Test func addressFromEachSource() {
        let base = Addresses(options: CrawlOptions(baseURL: "https://kade.example/nl"))
        let loose = CrawlEntry(path: "/t/wie/index.html", file: "wie/index.html", root: "/t", size: 1)
        #expect(base.place(loose, PageHead([])).url == "https://kade.example/nl/wie/")
        let mirror = CrawlEntry(path: "", file: "www.kade.example/wie", root: "/t", size: 1)
        let plain = Addresses(options: CrawlOptions())
        #expect(plain.place(mirror, PageHead([])).url == "https://www.kade.example/wie")
        let other = PageHead(Array("<link rel=canonical href=https://elders.example/wie>".utf8))
        #expect(plain.place(mirror, other).from == "path")
        let own = plain.place(mirror, PageHead(Array("<link rel=canonical href=https://www.kade.example/wie/>".utf8)))
        #expect(own.url == "https://www.kade.example/wie/" && own.from == "canonical")
        #expect(plain.place(loose, PageHead([])).organisation == "t")
    }
}
