import Claims
import Crawl
import Extraction
import Foundation
import Judgement
import RuleBook
import Testing

@testable import Reporting

/// The structure of the samples' reports, kept as text: headings, sections, tables, identifiers. `UPDATE_GOLDEN=1 swift test` writes it anew.
@Suite("Reports of the samples")
struct GoldenReportTests {
    @Test(arguments: [("www.ketelaar-warmte.example", ReportLanguage.nl), ("www.larkfield-cycles.example", .en)])
    func theirStructureIsAsItWas(sample: String, language: ReportLanguage) throws {
        let book = try ReportSample.ruleBook()
        let result = try Self.audit("Samples/" + sample, book, language)
        let page = try HTMLOutline(HTMLReport.render(result, ruleBook: book, options: HTMLReportOptions(language: language))).lines
        let file = "Tests/ReportingTests/HTML/Golden/\(sample).txt"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(page.utf8).write(to: URL(fileURLWithPath: file))
            return
        }
        let golden = try String(contentsOfFile: file, encoding: .utf8)
        let (now, then) = (page.split(separator: "\n"), golden.split(separator: "\n"))
        let difference = zip(now, then).enumerated().first { $1.0 != $1.1 }
        #expect(
            page == golden,
            "\(file): line \((difference?.offset ?? min(now.count, then.count)) + 1) is '\(difference?.element.0 ?? "")'. UPDATE_GOLDEN=1 accepts it."
        )
    }

    /// The same steps as the command.
    private static func audit(_ folder: String, _ book: RuleBook, _ language: ReportLanguage) throws -> AuditResult {
        let options = CrawlOptions()
        let inventory = try Inventory(inputs: [folder], options: options)
        let reader = PageReader(options: options)
        var extractor = Extractor(ruleBook: book)
        var (claims, pages, skipped): ([Claim], [PageRecord], [NotJudged]) = ([], [], inventory.notJudged)
        for entry in inventory.entries {
            switch reader.read(entry) {
            case .notJudged(let one): skipped.append(one)
            case .page(let page):
                let extracted = extractor.extract(page)
                claims += extracted.claims
                pages += [extracted.page].compactMap(\.self)
                skipped += extracted.notJudged
            }
        }
        let judge = Judge(ruleBook: book, language: language.rawValue)
        let organisations = Set(pages.map(\.organisation)).sorted().map { name in
            judge.judge(
                organisation: name, claims: claims.filter { $0.organisation == name }, pages: pages.filter { $0.organisation == name },
                notJudged: skipped)
        }
        return ReportSample.result(organisations, notJudged: skipped)
    }
}
