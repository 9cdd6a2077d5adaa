import ArgumentParser
import Claims
import Foundation
import Reporting

/// What a report compares with: earlier audits, and the result before this one.
struct HistoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Day of the audit in the report, as 2026-11-20. Without it: the day of the crawl, where the dump tells.", valueName: "day"))
    var date: String?

    @Option(
        help: ArgumentHelp("File with one line an audit; the report shows the trend, and this audit is added to it.", valueName: "file"))
    var history: String?

    @Option(
        help: ArgumentHelp(
            "Result of the audit before this one (--format json); what it does not have is marked as new.", valueName: "result.json"))
    var previous: String?

    func validate() throws {
        guard let date else { return }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard date.count == 10, parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]), parts[0] > 0 else {
            throw ValidationError("--date takes a day as 2026-11-20.")
        }
    }

    /// Options of the HTML report.
    func report(_ result: AuditResult, language: String) throws -> HTMLReportOptions {
        HTMLReportOptions(
            language: ReportLanguage(rawValue: language) ?? .en, date: try day(result), history: try lines(),
            previous: try previousFindings() ?? known(result))
    }

    /// Adds this audit to the history: a line at its end, which counts in place of an earlier one of the same day.
    func keep(_ result: AuditResult) throws {
        guard let history, let day = try day(result) else { return }
        let lines: [UInt8] = result.organisations.flatMap { Lines.encode(AuditHistory($0, date: day)) + [0x0a] }
        do {
            try Interrupt.undisturbed { try HistoryFile.append(lines, to: history) }
        } catch {
            throw Problem(text: "the history '\(history)' cannot be written: \(error.localizedDescription)")
        }
    }

    /// A trend needs days: where none is known it is today.
    private func day(_ result: AuditResult) throws -> String? {
        if let known = date ?? HTMLReport.crawlDay(result) { return known }
        return history == nil ? nil : try Today.day()
    }

    /// One a day and organisation: the last that was written.
    private func lines() throws -> [AuditHistory] {
        guard let history, let data = FileManager.default.contents(atPath: history) else { return [] }
        var last: [String: AuditHistory] = [:]
        for (index, line) in data.split(separator: 0x0a).enumerated() where line.contains(where: { $0 > 0x20 }) {
            guard let audit = try? JSONDecoder().decode(AuditHistory.self, from: line) else {
                throw Problem(text: "\(history):\(index + 1): this line is no audit of a history. Remove it, or name another file.")
            }
            last[audit.date + " " + audit.organisation] = audit
        }
        return last.values.sorted { ($0.date, $0.organisation) < ($1.date, $1.organisation) }
    }

    /// What was there before, where the result was compared.
    private func known(_ result: AuditResult) -> Set<String>? {
        guard result.comparison != nil else { return nil }
        return Set(result.organisations.flatMap(\.findings).filter { $0.state == .unchanged }.map(\.fingerprint))
    }

    private func previousFindings() throws -> Set<String>? {
        guard let previous else { return nil }
        return Set(try ResultFile.read(previous).organisations.flatMap { $0.findings.map(\.fingerprint) })
    }
}

/// The result of an audit, as `--format json` wrote it.
enum ResultFile {
    static func read(_ path: String) throws -> AuditResult {
        guard let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path) else {
            throw Problem(text: "there is no file '\(path)'.")
        }
        let result: AuditResult
        do {
            result = try JSONDecoder().decode(AuditResult.self, from: data)
        } catch {
            throw Problem(text: "'\(path)' is not the result of an audit: \(reason(error)). Make one with 'belofte audit … --format json'.")
        }
        guard result.schema == schemaVersion else {
            throw Problem(text: "'\(path)' has schema \(result.schema), and this program reads schema \(schemaVersion).")
        }
        for organisation in result.organisations {
            let known = Set(organisation.claims.map(\.id))
            if let lost = organisation.promises.first(where: { !known.contains($0.claim) }) {
                throw Problem(
                    text: "'\(path)' is damaged: a promise of \(organisation.name) rests on the claim \(lost.claim), which is not there.")
            }
        }
        return result
    }

    /// Where and why the decoder stopped.
    private static func reason(_ error: any Error) -> String {
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue }.joined()
        }
        return switch error as? DecodingError {
        case .keyNotFound(let key, let context): "\(place(context)).\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "\(place(context)) has the wrong type"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty: "\(place(context)) has a value that is not known"
        default: "it is no JSON"
        }
    }
}
