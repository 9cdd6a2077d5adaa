import ArgumentParser
import Claims
import Reporting
import RuleBook

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the HTML report of a result that was kept.",
        discussion: """
            Examples:
              belofte audit site/ --format json > result.json
              belofte report result.json --output report.html --language nl
              belofte report result.json --output report.html --history audits.jsonl --previous last.json

            Messages and advice keep the language in which they were judged; --language is that of the report around them.
            """)

    @Argument(help: "Result of an audit (--format json), or - for standard input.")
    var result: String

    @Option(name: [.short, .long], help: ArgumentHelp("Where the report goes; stdout without it.", valueName: "file"))
    var output: String?

    @Option(help: "Language of the report: nl or en. Quotes keep their own.")
    var language = "en"

    @OptionGroup var setup: SetupOptions

    @OptionGroup var history: HistoryOptions

    func validate() throws {
        guard ReportLanguage(rawValue: language) != nil else { throw ValidationError("--language takes nl or en.") }
    }

    mutating func run() throws {
        let setup = try setup.load()
        let book = setup.book
        let result = try history.drifted(try ResultFile.read(result), setup.drift(language: language))
        let bytes = HTMLReport.render(result, ruleBook: book, options: try history.report(result, language: language))
        if let output {
            try ReportFile.write(bytes, to: output)
        } else {
            Terminal.write(bytes)
        }
        try history.keep(result)
    }
}
