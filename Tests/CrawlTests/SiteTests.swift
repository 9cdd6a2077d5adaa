import Claims
import Extraction
import Foundation
import Judgement
import RuleBook
import Testing

@testable import Crawl

/// The same site, or the same document, says the same whatever it was stored in.
struct SiteTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let book = Result { try RuleBook.load(directory: root.appendingPathComponent("Rules").path) }

    /// What a claim says, without its place.
    private struct Statement: Hashable, Comparable, CustomStringConvertible {
        var kind: ClaimKind
        var theme: String
        var channel: String
        var measure: Measure?
        var quote: String
        var rule: String

        var description: String { "\(rule) \(channel): \(quote)" }
        static func < (one: Statement, other: Statement) -> Bool { one.description < other.description }
    }

    /// What was found, without its places.
    private struct Verdict: Hashable, Comparable, CustomStringConvertible {
        var rule: String
        var severity: Severity
        var quotes: [String]
        var href: String?

        /// Which promise stands nearest to a link depends on where the pages lie, and a converted link has another ending.
        init(_ finding: Finding) {
            (rule, severity) = (finding.rule, finding.severity)
            let name = finding.href?.split(separator: "/").last?.lowercased()
            href = name.map { $0.hasSuffix(".html") ? String($0.dropLast(5)) : $0 }
            quotes = href.map { [$0] } ?? Set(finding.claims.map(\.quote)).sorted()
        }

        var description: String { "\(rule) \(severity) \(quotes) \(href ?? "")" }
        static func < (one: Verdict, other: Verdict) -> Bool { one.description < other.description }
    }

    private struct Reading {
        var statements: Set<Statement> = []
        var verdicts: Set<Verdict> = []
    }

    /// Reads and judges an input as the pages of one organisation.
    private static func reading(_ input: String) async throws -> Reading {
        let book = try book.get()
        var extractor = Extractor(ruleBook: book)
        var (claims, pages, skipped): ([Claim], [PageRecord], [NotJudged]) = ([], [], [])
        for said in try await crawl(input, CrawlOptions(organisation: "Zonnedauw")) {
            if let note = said.skipped {
                skipped.append(note)
                // A copy under another address is a page.
                if !note.unread { pages.append(PageRecord(file: note.file, url: note.url, organisation: "Zonnedauw", role: .marketing)) }
            }
            guard let page = said.page else { continue }
            // One page is a hundred kilobytes of one sentence, which says nothing more here.
            guard page.bytes.count < 50_000 else {
                pages.append(PageRecord(file: page.file, url: page.url, organisation: page.organisation, role: .marketing))
                continue
            }
            let extracted = extractor.extract(page)
            if let record = extracted.page { pages.append(record) }
            claims += extracted.claims
        }
        let result = Judge(ruleBook: book, language: "en").judge(
            organisation: "Zonnedauw", claims: claims, pages: pages, notJudged: skipped)
        let statements = claims.map {
            Statement(kind: $0.kind, theme: $0.theme, channel: $0.channel, measure: $0.measure, quote: $0.quote, rule: $0.rule)
        }
        return Reading(statements: Set(statements), verdicts: Set(result.findings.map(Verdict.init)))
    }

    /// What the site says and what is wrong with it.
    private static let whole = Task { try await reading(MirrorTests.dumps + "/wget-warc/site.warc.gz") }

    private func statements(_ input: String) async throws -> Set<Statement> { try await Self.reading(input).statements }

    /// What each tool lost, by a word of the sentence that is missing or that only it has: all of it.
    static let losses: [(dump: String, lost: [String], added: [String])] = [
        ("wget-plain", [], []),
        ("wget-convert", [], []),
        ("wget-windows", [], []),
        ("wget-savehdr", [], []),
        ("wget-compress", [], []),
        ("wget-split", [], []),
        ("wget-warc/plain.warc", [], []),
        ("wget-warc/plain-re.warc.gz", [], []),
        ("wget-warc/one-member.warc.gz", [], []),
        ("wget-warc", [], []),
        ("zst/site.warc.zst", [], []),
        ("zst/site-dict.warc.zst", [], []),
        ("wacz", [], []),
        // A scraper writes down where a redirect led, and not what led there.
        ("scrapy", [], ["oud"]),
        // HTTrack asked for `café` in another spelling and got a 404.
        ("httrack", ["Koffie"], ["caf%c3%a9"]),
    ]

    @Test(arguments: losses)
    func sameSiteSameClaimsAndFindings(_ dump: String, _ lost: [String], _ added: [String]) async throws {
        let whole = try await Self.whole.value
        let found = try await Self.reading(MirrorTests.dumps + "/" + dump)
        #expect(whole.statements.count > 10 && whole.verdicts.count > 3)
        let isLost = { (words: [String], quotes: [String]) in words.contains { word in quotes.contains { $0.contains(word) } } }
        #expect(whole.statements.subtracting(found.statements).filter { !isLost(lost, [$0.quote]) }.sorted() == [])
        #expect(found.statements.subtracting(whole.statements).filter { !isLost(added, [$0.quote]) }.sorted() == [])
        #expect(whole.verdicts.subtracting(found.verdicts).filter { !isLost(lost, $0.quotes) }.sorted() == [])
        #expect(found.verdicts.subtracting(whole.verdicts).filter { !isLost(added, $0.quotes) }.sorted() == [])
    }

    @Test(arguments: ["md", "docx", "odt", "dbk", "pdf"])
    func sameDocumentSameClaims(_ ending: String) async throws {
        let documents = Self.root.appendingPathComponent("Tests/Corpus/documents").path
        let whole = try await statements(documents + "/beleid.html")
        #expect(whole.count > 3)
        #expect(try await statements(documents + "/beleid." + ending).sorted() == whole.sorted())
    }

    @Test func columnsOfAPDFAreNotMixed() async throws {
        let quotes = try await statements(Self.root.appendingPathComponent("Tests/Corpus/documents/kolommen.pdf").path).map(\.quote)
        #expect(quotes.contains("Uitzonderingen zijn niet mogelijk."))
        #expect(quotes.contains("Wij zijn bereikbaar op werkdagen van 9.00 tot 17.00 uur."))
    }
}
