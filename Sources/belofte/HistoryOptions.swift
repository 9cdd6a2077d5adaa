import ArgumentParser
import Claims
import Foundation
import Judgement
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

    /// The result with what drifted since the last audit of an earlier day, where the history knows that day and nothing nearer was compared with.
    /// - Parameter drift: how that is told; nil: it is not.
    func drifted(_ result: AuditResult, _ drift: DriftOptions?) throws -> AuditResult {
        guard let history, let drift, result.comparison?.base == nil, let day = try day(result) else { return result }
        let earlier = try HistoryFile.read(history).said(before: day)
        return result.drifted(from: earlier.mapValues(\.claims), drift)
    }

    /// Adds this audit to the history: a line at its end, which counts in place of an earlier one of the same day.
    func keep(_ result: AuditResult) throws {
        guard let history, let day = try day(result) else { return }
        do {
            try Interrupt.undisturbed {
                try HistoryFile.extend(history) { known in
                    let before = known.said(before: nil)
                    return result.organisations.map { organisation in
                        var line = AuditHistory(organisation, date: day)
                        line.said = SaidPromises(organisation.claims).change(since: before[organisation.name])
                        return line
                    }
                }
            }
        } catch let problem as Problem {
            throw problem
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
        guard let history else { return [] }
        var last: [String: AuditHistory] = [:]
        for audit in try HistoryFile.read(history) { last[audit.date + " " + audit.organisation] = audit }
        return last.values.sorted { ($0.date, $0.organisation) < ($1.date, $1.organisation) }
    }

    /// What was there before, where the result was compared: what stayed, and what is fixed since.
    private func known(_ result: AuditResult) -> Set<String>? {
        guard let comparison = result.comparison else { return nil }
        let stayed = result.organisations.flatMap(\.findings).filter { $0.state == .unchanged }
        return Set(stayed.map(\.fingerprint) + comparison.fixed.map(\.fingerprint))
    }

    private func previousFindings() throws -> Set<String>? {
        guard let previous else { return nil }
        return Set(try ResultFile.read(previous).organisations.flatMap { $0.findings.map(\.fingerprint) })
    }
}

extension [AuditHistory] {
    /// What each organisation said at the last of these audits that is earlier than `day` (nil: at the last of all).
    /// An organisation whose lines do not follow from each other is left out.
    fileprivate func said(before day: String?) -> [String: SaidPromises] {
        var (now, then): ([String: SaidPromises], [String: SaidPromises]) = ([:], [:])
        for audit in self {
            // Earlier versions wrote lines that say nothing of this.
            guard let change = audit.said else { continue }
            now[audit.organisation] = SaidPromises(now[audit.organisation], change)
            if day.map({ audit.date < $0 }) ?? true { then[audit.organisation] = now[audit.organisation] }
        }
        return then
    }
}
