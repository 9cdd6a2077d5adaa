import ArgumentParser
import Claims
import Configuration
import Foundation
import Reporting
import RuleBook

/// How a result can be written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, ndjson, sarif, html

    func bytes(_ result: AuditResult, _ book: RuleBook, language: String, colour: Bool, history: HistoryOptions) throws -> [UInt8] {
        switch self {
        case .text: Text.lines(result, colour: colour, language: language, root: Self.root(result.inputs))
        case .json: Lines.json(result)
        case .ndjson: Lines.findings(result)
        case .sarif: SARIF.log(result, rules: RuleNote.all(book, language: language), root: Self.root(result.inputs))
        case .html: HTMLReport.render(result, ruleBook: book, options: try history.report(result, language: language))
        }
    }

    /// The folder that places are relative to, as it was named, so that editors and CI can open them from here.
    private static func root(_ inputs: [String]) -> String {
        guard inputs.count == 1, let input = inputs.first else { return "" }
        let isFolder = (try? URL(fileURLWithPath: input).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
        if isFolder != false { return isFolder == true ? input : "" }
        return input.lastIndex(of: "/").map { String(input[...$0]) } ?? ""
    }
}

/// What decides the exit status.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case error, warning, note, never

    var severity: Severity? { Severity(rawValue: rawValue) }
}

/// A `--report FORMAT=FILE`.
struct ReportTarget: ExpressibleByArgument {
    var format: OutputFormat
    var file: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let format = OutputFormat(rawValue: parts[0]), !parts[1].isEmpty else { return nil }
        self.format = format
        file = parts[1]
    }
}

/// Options of everything that writes a result.
struct OutputOptions: ParsableArguments {
    @Option(help: "What to write on stdout: text, json, ndjson, sarif or html.")
    var format: OutputFormat?

    @Option(help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var report: [ReportTarget] = []

    @Option(help: "Least severity that makes the exit status 1: error (unless the configuration says otherwise), warning, note or never.")
    var failOn: FailOn?

    @Option(help: "Language of messages and advice: nl or en. Quotes keep their own.")
    var language = "en"

    @OptionGroup var history: HistoryOptions

    @Flag(help: "Exit status 3 where anything could not be read.")
    var requireComplete = false

    func validate() throws {
        guard ["nl", "en"].contains(language) else { throw ValidationError("--language takes nl or en.") }
    }

    func write(_ result: AuditResult, _ book: RuleBook, defaultFormat: OutputFormat = .text) throws {
        for target in report {
            let bytes = try target.format.bytes(result, book, language: language, colour: false, history: history)
            do {
                // Atomic: a report is whole or absent.
                try Data(bytes).write(to: URL(fileURLWithPath: target.file), options: .atomic)
            } catch {
                throw Problem(text: "the report '\(target.file)' cannot be written: \(error.localizedDescription)")
            }
        }
        let colour = Terminal.outputIsTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
        Terminal.write(try (format ?? defaultFormat).bytes(result, book, language: language, colour: colour, history: history))
        try history.keep(result)
    }

    /// The exit status, decided in one place.
    func end(_ result: AuditResult, _ settings: Settings) throws {
        for remark in (result.suppressions ?? []).compactMap(\.remark) { Terminal.problem(Terminal.plain(remark)) }
        let least = failOn.map(\.severity) ?? settings.failOn.map(\.value.severity) ?? .error
        if requireComplete, result.notJudged.contains(where: { $0.unread && $0.isLoss }) { throw ExitCode(3) }
        let isFound = result.organisations.contains { organisation in
            organisation.findings.contains { finding in finding.suppression == nil && least.map { finding.severity >= $0 } ?? false }
        }
        if isFound { throw ExitCode(1) }
    }
}

extension NotJudged {
    /// A page may be lost: pictures, doubles and tools' folders are left out by right.
    var isLoss: Bool { !["binary", "original", "hidden", "not-a-page", "symlink", "empty", "duplicate"].contains(reason) }
}

/// NDJSON from a file or standard input.
enum RecordFile {
    static func read(_ path: String, _ take: (Record) -> Void) throws {
        let data: Data
        if path == "-" {
            data = FileHandle.standardInput.readDataToEndOfFile()
        } else if let contents = FileManager.default.contents(atPath: path) {
            data = contents
        } else {
            throw Problem(text: "there is no file '\(path)'.")
        }
        let decoder = JSONDecoder()
        for (index, line) in data.split(separator: 0x0a).enumerated() where line.contains(where: { $0 > 0x20 }) {
            do {
                take(try decoder.decode(Record.self, from: line))
            } catch {
                let detail = "line \(index + 1) is no record of belofte extract"
                Terminal.problem("\(path):\(index + 1): \(detail); it is left out.")
                take(.notJudged(NotJudged(file: "\(path):\(index + 1)", reason: "damaged", detail: detail, unread: true)))
            }
        }
    }
}
