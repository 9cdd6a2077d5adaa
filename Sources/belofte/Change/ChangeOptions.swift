import ArgumentParser
import Claims
import Foundation
import Judgement
import Reporting

/// What a result is compared with, so that only what is new decides the exit status.
struct ChangeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Findings that are known, as 'belofte baseline create' wrote them: they do not count.", valueName: "file"))
    var baseline: String?

    @Flag(help: "Exit status 1 where the baseline holds what is fixed, so that it only shrinks.")
    var strictBaseline = false

    func validate() throws {
        if strictBaseline, baseline == nil { throw ValidationError("--strict-baseline needs --baseline FILE.") }
    }

    func compared(_ result: AuditResult, with base: EarlierAudit? = nil, drift: DriftOptions?) throws -> AuditResult {
        let known = try baseline.map { NamedBaseline(file: $0, baseline: try BaselineFile.read($0)) }
        return result.compared(with: base, baseline: known, drift: drift)
    }

    /// Says what is stale; true where that decides.
    func isStale(_ result: AuditResult) -> Bool {
        guard let stale = result.comparison?.stale, !stale.isEmpty, let baseline else { return false }
        let entries = stale.count == 1 ? "1 entry of '\(baseline)' is" : "\(stale.count) entries of '\(baseline)' are"
        Terminal.problem("\(entries) fixed: 'belofte baseline prune' takes out what is no longer found.")
        return strictBaseline
    }
}

/// A baseline on disk.
enum BaselineFile {
    static func read(_ file: String) throws -> Baseline {
        guard let data = FileManager.default.contents(atPath: file) else { throw Problem(text: "there is no baseline '\(file)'.") }
        guard let baseline = try? JSONDecoder().decode(Baseline.self, from: data) else {
            throw Problem(text: "'\(file)' is no baseline. Make one with 'belofte baseline create'.")
        }
        guard baseline.schema == schemaVersion else {
            throw Problem(text: "'\(file)' has schema \(baseline.schema), and this program reads schema \(schemaVersion).")
        }
        return baseline
    }

    static func write(_ baseline: Baseline, to file: String) throws { try ReportFile.write(Lines.indented(baseline), to: file) }
}

/// The earlier version that `--base` names.
struct BaseOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Version to compare with: a commit, branch or tag of the repository of the inputs, or a result (--format json). Only what the change introduced decides the exit status.",
            valueName: "commit|result.json"))
    var base: String?

    /// Judges the earlier version as the present one is judged: same rules, same configuration.
    func earlier(_ input: InputOptions, _ setup: Setup, language: String) async throws -> EarlierAudit? {
        guard let base else { return nil }
        if Disk.isFolder(base) == false { return EarlierAudit(name: base, result: try ResultFile.read(base)) }
        let result = try await BaseVersion.with(base, input.inputs) { inputs in
            var bench = JudgeBench(setup: setup, language: language)
            var earlier = input
            earlier.inputs = inputs
            try await Pipeline(setup: setup, options: earlier).run(mayBeEmpty: true) { records in
                for record in records { bench.add(record) }
            }
            return try bench.result(inputs: input.inputs)
        }
        return EarlierAudit(name: base, result: result)
    }
}
