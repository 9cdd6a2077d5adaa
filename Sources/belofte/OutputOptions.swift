import ArgumentParser
import Claims
import Configuration
import Foundation
import Judgement
import Reporting
import RuleBook

/// How a result can be written.
enum OutputFormat: String, CaseIterable {
    case text, json, ndjson, sarif, github, gitlab, junit, markdown, csv, html

    static func named(_ name: String) throws -> OutputFormat {
        if let format = OutputFormat(rawValue: name) { return format }
        throw ValidationError("'\(name)' is no format. There are: " + allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
}

/// Writes one result in any format.
struct Rendering {
    let result: AuditResult
    let book: RuleBook
    let language: String
    /// Least severity that counts; nil: nothing does.
    let failOn: Severity?
    let catalogue: String?
    let history: HistoryOptions

    func bytes(_ format: OutputFormat, colour: Bool = false) throws -> [UInt8] {
        let paths = InputPaths(inputs: result.inputs)
        return switch format {
        case .text: Text.lines(result, colour: colour, language: language, paths: paths)
        case .json: Lines.json(result)
        case .ndjson: Lines.findings(result)
        case .sarif: SARIF.log(result, rules: RuleNote.all(book, language: language), paths: paths, catalogue: catalogue)
        case .github: GitHub.annotations(result, language: language, paths: paths)
        case .gitlab: GitLab.codeQuality(result, language: language, paths: paths)
        case .junit: JUnit.run(result, failOn: failOn, language: language, paths: paths)
        case .markdown: Markdown.summary(result, language: language, paths: paths, today: try Today.day())
        case .csv: CSV.rows(result, language: language, paths: paths)
        case .html: HTMLReport.render(result, ruleBook: book, options: try history.report(result, language: language))
        }
    }
}

extension InputPaths {
    /// The folder that places are relative to, as it was named, so that editors and CI can open them from here. With several inputs each
    /// file carries its own.
    init(inputs: [String]) { self.init(root: inputs.count == 1 ? Self.folder(inputs[0]) : "") }

    /// A folder as it was named, or that of a file; from here on where it lies below.
    private static func folder(_ input: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        let input = input.hasPrefix(here) ? String(input.dropFirst(here.count)) : input
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
struct ReportTarget {
    var format: OutputFormat
    var file: String

    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else {
            throw ValidationError("'\(argument)' names no file: a report is asked for as html=report.html.")
        }
        format = try .named(parts[0])
        file = parts[1]
    }
}

/// A report on disk: whole, or absent.
enum ReportFile {
    static func write(_ bytes: [UInt8], to file: String) throws {
        do {
            let isPipe = FileManager.default.fileExists(atPath: file) && !isPlain(file)
            try Interrupt.write(bytes, to: file, inPlace: isPipe)
        } catch {
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
            let cause = Disk.isFolder(folder) == true ? error.localizedDescription : "there is no folder '\(folder)'."
            throw Problem(text: "the report '\(file)' cannot be written: \(cause)")
        }
    }

    /// What is no plain file, such as `/dev/stderr`, cannot be put in place of itself.
    private static func isPlain(_ file: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: file))?[.type] as? FileAttributeType == .typeRegular
    }
}

/// Options of everything that writes a result.
struct OutputOptions: ParsableArguments {
    @Option(
        help: "What to write on stdout: text, json, ndjson, sarif, github, gitlab, junit, markdown, csv or html.",
        transform: OutputFormat.named)
    var format: OutputFormat?

    @Option(
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"), transform: ReportTarget.init)
    var report: [ReportTarget] = []

    @Option(help: "Least severity that makes the exit status 1: error (unless the configuration says otherwise), warning, note or never.")
    var failOn: FailOn?

    @Option(help: "Language of messages and advice: nl or en. Quotes keep their own.")
    var language = "en"

    @Option(
        help: ArgumentHelp(
            "Address of the folder that 'belofte rules docs' wrote: SARIF links each rule to its page there. Without it the configuration's.",
            valueName: "url"))
    var catalogue: String?

    @OptionGroup var change: ChangeOptions
    @OptionGroup var history: HistoryOptions

    @Flag(help: "Exit status 3 where anything could not be read.")
    var requireComplete = false

    func validate() throws {
        guard ["nl", "en"].contains(language) else { throw ValidationError("--language takes nl or en.") }
        if let catalogue, !catalogue.hasPrefix("https://"), !catalogue.hasPrefix("http://") {
            throw ValidationError("--catalogue takes an address such as https://www.example.org/rules/.")
        }
        if let file = Dictionary(grouping: report, by: \.file).first(where: { $1.count > 1 })?.key {
            throw ValidationError("--report names the file '\(file)' twice.")
        }
    }

    /// Compares, writes every report, and ends with the exit status.
    func finish(_ result: AuditResult, _ setup: Setup, base: EarlierAudit? = nil, defaultFormat: OutputFormat = .text) throws {
        let drift = setup.drift(language: language)
        let result = try history.drifted(try change.compared(result, with: base, drift: drift), drift)
        try write(result, setup, defaultFormat: defaultFormat)
        try end(result, setup)
    }

    private func write(_ result: AuditResult, _ setup: Setup, defaultFormat: OutputFormat) throws {
        let rendering = Rendering(
            result: result, book: setup.book, language: language, failOn: least(setup.settings),
            catalogue: catalogue ?? setup.settings.catalogue?.value, history: history)
        for target in report { try ReportFile.write(try rendering.bytes(target.format), to: target.file) }
        let colour = Terminal.outputIsTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
        Terminal.write(try rendering.bytes(format ?? defaultFormat, colour: colour))
        try history.keep(result)
    }

    /// The least severity that counts: as asked, else as configured, else an error. Nil: nothing counts.
    private func least(_ settings: Settings) -> Severity? { failOn.map(\.severity) ?? settings.failOn.map(\.value.severity) ?? .error }

    /// The exit status, decided in one place.
    private func end(_ result: AuditResult, _ setup: Setup) throws {
        let paths = InputPaths(inputs: result.inputs)
        for remark in (result.suppressions ?? []).compactMap({ $0.remark(paths) }) { Terminal.problem(Terminal.plain(remark)) }
        if requireComplete, result.notJudged.contains(where: { $0.unread && $0.isLoss }) { throw ExitCode(3) }
        let least = least(setup.settings)
        let isFound = result.organisations.contains { $0.findings.contains { $0.counts(from: least) } }
        if change.isStale(result) || isFound { throw ExitCode(1) }
    }
}

extension NotJudged {
    /// A page may be lost: pictures, doubles, signposts and tools' folders are left out by right.
    var isLoss: Bool { !Self.noLoss.contains(reason) }

    private static let noLoss: Set<String> = [
        "binary", "original", "hidden", "not-a-page", "symlink", "empty", "duplicate", "captured-again", "redirect", "redirect-loop",
    ]
}
