import Claims
import Extraction
import Foundation
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

    private func statements(_ input: String) async throws -> Set<Statement> {
        var extractor = Extractor(ruleBook: try Self.book.get())
        var statements: Set<Statement> = []
        // One page is a hundred kilobytes of one sentence, which says nothing more here.
        for page in try await crawl(input).compactMap(\.page) where page.bytes.count < 50_000 {
            for claim in extractor.extract(page).claims {
                statements.insert(
                    Statement(
                        kind: claim.kind, theme: claim.theme, channel: claim.channel, measure: claim.measure, quote: claim.quote,
                        rule: claim.rule))
            }
        }
        return statements
    }

    /// What each tool lost, by a word of the sentence that is missing or that only it has.
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
        ("scrapy", [], []),
        // HTTrack asked for `café` in another spelling and got a 404.
        ("httrack", ["Koffie"], []),
    ]

    @Test(arguments: losses)
    func sameSiteSameClaims(_ dump: String, _ lost: [String], _ added: [String]) async throws {
        let whole = try await statements(MirrorTests.dumps + "/wget-warc/site.warc.gz")
        let found = try await statements(MirrorTests.dumps + "/" + dump)
        #expect(whole.count > 10)
        let missing = whole.subtracting(found).filter { claim in !lost.contains { claim.quote.contains($0) } }
        let extra = found.subtracting(whole).filter { claim in !added.contains { claim.quote.contains($0) } }
        #expect(missing.sorted() == [])
        #expect(extra.sorted() == [])
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
