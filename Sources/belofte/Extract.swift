import ArgumentParser
import Claims
import Reporting

struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the claims of an input as NDJSON, one a line, with a record for each page.",
        discussion: "Example: belofte extract site/ > claims.ndjson")

    @OptionGroup var input: InputOptions

    mutating func run() async throws {
        let book = try RuleFinder.load(input.rules)
        try await Pipeline(book: book, options: input).run { records in
            for record in records { Terminal.line(Lines.encode(record: record)) }
        }
    }
}

struct Pages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists what would be read: file, role, language, charset; and what is left out and why.")

    @OptionGroup var input: InputOptions

    mutating func run() async throws {
        let book = try RuleFinder.load(input.rules)
        try await Pipeline(book: book, options: input).run { records in
            for record in records {
                switch record {
                case .page(let page):
                    Terminal.out("\(page.file)\t\(page.role.rawValue)\t\(page.language ?? "?")\t\(page.charset)\t\(page.organisation)\n")
                case .notJudged(let skipped): Terminal.out("\(skipped.file)\tnot judged\t\(skipped.reason)\t\(skipped.detail)\n")
                case .claim: break
                }
            }
        }
    }
}
