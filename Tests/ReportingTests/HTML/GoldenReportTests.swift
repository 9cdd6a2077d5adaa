import Claims
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

    /// The pages of the folder, read and judged.
    private static func audit(_ folder: String, _ book: RuleBook, _ language: ReportLanguage) throws -> AuditResult {
        let organisation = String(folder.split(separator: "/").last ?? "")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted()
        var extractor = Extractor(ruleBook: book)
        let read = try files.map { file in
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
            let url = "https://" + organisation + "/" + file
            return extractor.extract(Page(file: file, url: url, organisation: organisation, bytes: Array(bytes), format: .html))
        }
        let skipped = read.flatMap(\.notJudged)
        let judged = Judge(ruleBook: book, language: language.rawValue).judge(
            organisation: organisation, claims: read.flatMap(\.claims), pages: read.compactMap(\.page), notJudged: skipped)
        return ReportSample.result([judged], notJudged: skipped)
    }
}
