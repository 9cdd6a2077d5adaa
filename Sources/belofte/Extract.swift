import ArgumentParser
import Claims
import Reporting

struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the claims of an input as NDJSON, one a line, with a record for each page.",
        discussion: "Example: belofte extract site/ > claims.ndjson")

    @OptionGroup var input: InputOptions

    mutating func run() async throws {
        try await Pipeline(setup: try input.setup.load(), options: input).run { records in
            for record in records { Terminal.line(Lines.encode(record: record)) }
        }
    }
}

struct Pages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists what would be read, and what is left out and why.",
        discussion: """
            Columns, separated by tabs: file, role, language, charset, organisation, address, date of the crawl. Behind role, language,
            charset and address stands how each was decided. What is left out has: file, 'not judged', reason, explanation.

            Example: belofte pages site.warc.gz | grep 'not judged'
            """)

    @OptionGroup var input: InputOptions

    mutating func run() async throws {
        try await Pipeline(setup: try input.setup.load(), options: input).run { records in
            for record in records {
                guard let columns = Self.columns(record) else { continue }
                Terminal.out(columns.map(Terminal.plain).joined(separator: "\t") + "\n")
            }
        }
    }

    private static func columns(_ record: Record) -> [String]? {
        switch record {
        case .page(let page):
            [
                page.file, from(page.role.rawValue, page.decided?.role), from(page.language, page.decided?.language),
                from(page.charset, page.decided?.charset), page.organisation, from(page.url, page.decided?.address), page.fetched ?? "?",
            ]
        case .notJudged(let skipped): [skipped.file, "not judged", skipped.reason, skipped.detail]
        case .claim, .suppression: nil
        }
    }

    private static func from(_ value: String?, _ step: String?) -> String {
        guard let value, !value.isEmpty else { return "?" }
        return step.map { "\(value) (\($0))" } ?? value
    }
}
