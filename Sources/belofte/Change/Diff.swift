import ArgumentParser
import Claims
import Foundation
import Judgement
import Reporting

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells what became of promises and findings between two audits.",
        discussion: """
            OLD and NEW are results (--format json) or inputs, as audit takes them. A promise that says another value is changed: weaker,
            stronger, or different. The exit status is 0 whatever the difference is.

            Examples:
              belofte diff last-month.json site/
              belofte diff old/ new/ --organisation coolbank.example --format markdown
            """)

    @Argument(help: "The earlier result or input.")
    var old: String

    @Argument(help: "The later result or input.")
    var new: String

    @Option(help: ArgumentHelp("Address of the site's root, for folders without host names.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("Name of the organisation that all pages belong to.", valueName: "name"))
    var organisation: String?

    @OptionGroup var setup: SetupOptions

    @Option(help: "How to write it: text, json, markdown or html.")
    var format: Format = .text

    @Option(help: "Language of messages: nl or en. Quotes keep their own.")
    var language = "en"

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown, html }

    func validate() throws {
        guard ["nl", "en"].contains(language) else { throw ValidationError("--language takes nl or en.") }
    }

    mutating func run() async throws {
        let difference = AuditDifference(try await audit(old), try await audit(new))
        let bytes =
            switch format {
            case .text: Difference.text(difference, language: language)
            case .json: Lines.indented(difference)
            case .markdown: Difference.markdown(difference, language: language)
            case .html: Difference.html(difference, language: language)
            }
        Terminal.write(bytes)
    }

    /// A result that was kept, or what an audit of the input gives.
    private func audit(_ name: String) async throws -> EarlierAudit {
        if name.lowercased().hasSuffix(".json"), Disk.isFolder(name) == false {
            return EarlierAudit(name: name, result: try ResultFile.read(name))
        }
        var options = ["--quiet"]
        if let baseURL { options += ["--base-url", baseURL] }
        if let organisation { options += ["--organisation", organisation] }
        var input = try InputOptions.parse(options + ["--", name])
        input.setup = setup
        return EarlierAudit(name: name, result: try await JudgeBench.audit(input, language: language))
    }
}
