import ArgumentParser
import Claims
import Foundation
import Judgement
import Reporting

struct BaselineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline", abstract: "Keeps the findings that a site already has, so that only new ones count.",
        discussion: """
            Examples:
              belofte baseline create public/                                # writes belofte-baseline.json
              belofte audit public/ --baseline belofte-baseline.json         # green until something is added
              belofte baseline prune public/                                 # takes out what is fixed

            A finding is known by its rule, theme, channel, audience, values and pages: not by its line or its words.
            """, subcommands: [Create.self, Prune.self, Show.self, Compare.self])

    static let usualFile = "belofte-baseline.json"

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes all findings of the inputs to a baseline.")

        @OptionGroup var input: InputOptions

        @Option(name: [.short, .long], help: ArgumentHelp("Where the baseline goes.", valueName: "file"))
        var output = BaselineCommand.usualFile

        @Option(help: "Language of the lines for people: nl or en.")
        var language = "en"

        @Flag(help: "Replace a baseline that is there.")
        var force = false

        mutating func run() async throws {
            guard force || !FileManager.default.fileExists(atPath: output) else {
                throw Problem(text: "'\(output)' is there already: 'belofte baseline prune' shrinks it, --force replaces it.")
            }
            let baseline = Baseline(try await JudgeBench.audit(input, language: language))
            try BaselineFile.write(baseline, to: output)
            Terminal.say(Words.created(baseline, output))
        }
    }

    struct Prune: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes out of a baseline what is no longer found. Never adds.")

        @OptionGroup var input: InputOptions

        @Option(help: ArgumentHelp("The baseline.", valueName: "file"))
        var baseline = BaselineCommand.usualFile

        mutating func run() async throws {
            let known = try BaselineFile.read(baseline)
            let pruned = known.pruned(by: try await JudgeBench.audit(input, language: "en"))
            if pruned != known { try BaselineFile.write(pruned, to: baseline) }
            Terminal.say(Words.pruned(known.findings.count - pruned.findings.count, pruned.findings.count, baseline))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists a baseline: fingerprint, severity, rule, pages, and what was found.")

        @Argument(help: "The baseline.")
        var file = BaselineCommand.usualFile

        mutating func run() throws {
            for entry in try BaselineFile.read(file).findings { Terminal.out(Words.line(entry) + "\n") }
        }
    }

    struct Compare: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells what is new, known and fixed against a baseline; exit status as that of audit.")

        @OptionGroup var input: InputOptions

        @Option(help: ArgumentHelp("The baseline.", valueName: "file"))
        var baseline = BaselineCommand.usualFile

        @Flag(help: "Exit status 1 where the baseline holds what is fixed.")
        var strictBaseline = false

        @Option(help: "Least severity that makes the exit status 1: error, warning, note or never.")
        var failOn: FailOn = .error

        mutating func run() async throws {
            let known = NamedBaseline(file: baseline, baseline: try BaselineFile.read(baseline))
            let result = try await JudgeBench.audit(input, language: "en").compared(with: nil, baseline: known)
            let findings = result.organisations.flatMap(\.findings)
            for finding in findings where finding.state == .introduced {
                Terminal.out("new      " + Words.line(KnownFinding(finding)) + "\n")
            }
            for entry in result.comparison?.stale ?? [] { Terminal.out("fixed    " + Words.line(entry) + "\n") }
            Terminal.say(Words.compared(findings, result.comparison?.stale.count ?? 0))
            let isStale = strictBaseline && !(result.comparison?.stale.isEmpty ?? true)
            if isStale || findings.contains(where: { $0.counts(from: failOn.severity) }) { throw ExitCode(1) }
        }
    }

    private enum Words {
        static func line(_ entry: KnownFinding) -> String {
            [entry.fingerprint, entry.severity.rawValue, entry.rule, entry.pages.joined(separator: " ↔ "), entry.says]
                .map(Terminal.plain).joined(separator: "  ")
        }

        static func created(_ baseline: Baseline, _ file: String) -> String {
            let count = baseline.findings.count
            if count == 0 { return "'\(file)' is empty: nothing is found, so there is nothing to live with." }
            let errors = baseline.findings.count { $0.severity == .error }
            return
                "'\(file)' has \(number(count, "finding")), \(number(errors, "error")) among them. They are still wrong: from now on they only do not count."
        }

        static func pruned(_ gone: Int, _ left: Int, _ file: String) -> String {
            gone == 0
                ? "'\(file)' holds nothing that is fixed; \(number(left, "finding")) in it."
                : "\(number(gone, "finding")) fixed and taken out of '\(file)'; \(left) left."
        }

        static func compared(_ findings: [Finding], _ stale: Int) -> String {
            let new = findings.count { $0.state == .introduced }
            return "\(new) new, \(findings.count - new) known, \(stale) fixed."
        }

        private static func number(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }
    }
}
