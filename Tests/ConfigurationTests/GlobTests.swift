import Configuration
import Testing

@Suite struct GlobTests {
    @Test(arguments: [
        ("/service/**", "service/index.html", true), ("/service/**", "service", true), ("/service/**", "services/index.html", false),
        ("/service/**", "nl/service/index.html", false), ("service/**", "nl/service/a/b.html", true), ("*.pdf", "docs/terms.pdf", true),
        ("/*.pdf", "docs/terms.pdf", false), ("/**/terms.pdf", "terms.pdf", true), ("/a/*/c", "a/b/c", true), ("/a/*/c", "a/b/b/c", false),
        ("/a/**/c", "a/b/b/c", true), ("/p?ge.html", "page.html", true), ("/nieuws/*-2024*", "nieuws/brief-2024-05.html", true),
        ("**", "anything/at/all", true), ("/*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
    ]) func filesFit(pattern: String, file: String, fits: Bool) {
        #expect(Glob(pattern).matches(file: file, url: nil) == fits)
    }

    @Test(arguments: [
        ("/service/**", "https://shop.example/service/?q=/x", true), ("/service/*", "https://shop.example/other#/service/a", false),
        ("/", "https://shop.example/", true), ("https://shop.example/blog/**", "https://shop.example/blog/a", true),
        ("https://shop.example/blog/**", "https://other.example/blog/a", false),
    ]) func addressesFit(pattern: String, url: String, fits: Bool) {
        #expect(Glob(pattern).matches(file: "crawl.warc!x", url: url) == fits)
    }
}
