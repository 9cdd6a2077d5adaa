public import Claims

/// The summary of a job or a pull request, in GitHub Flavored Markdown.
public enum Markdown {
    /// - Parameters:
    ///   - language: of the fixed words, `nl` or `en`.
    ///   - today: `2026-11-20`; suppressions that end within a month from then are listed. Nil: none are.
    public static func summary(
        _ result: AuditResult, language: String, paths: InputPaths = InputPaths(), today: String? = nil
    ) -> [UInt8] {
        let page = MarkdownPage(words: MarkdownWords(language: language), lines: TextWords(language: language), paths: paths, today: today)
        return Array(page.text(result).utf8)
    }
}

/// One summary in the making.
struct MarkdownPage {
    let words: MarkdownWords
    let lines: TextWords
    let paths: InputPaths
    let today: String?

    /// Rows of a section: a summary may be a megabyte at most. All of them are in the other formats.
    private static let most = 200
    private static let soon = 30

    func text(_ result: AuditResult) -> String {
        let counts = FindingCounts(result)
        let findings = result.organisations.flatMap(\.findings)
        let open = findings.filter { $0.counts(from: .note) }
        let before = findings.filter { $0.suppression == nil && $0.state == .unchanged }
        return "## " + words.title(counts) + "\n\n" + overview(counts) + section(words.toDo(counts), open, findingRows, words.columns)
            + section(words.fixed, result.comparison?.fixed ?? [], fixedRow, [words.rule, words.finding])
            + section(words.endingSoon, findings.filter(endsSoon), suppressionRow, words.suppressionColumns)
            + folded(words.before(before.count), before) + read(result)
    }

    private func overview(_ counts: FindingCounts) -> String {
        let severities = [counts.errors, counts.warnings, counts.notes].map(String.init)
        let rest = [counts.fixed, counts.unchanged, counts.suppressed].map(String.init)
        return MarkdownText.table(words.overview(counts), [severities + rest])
    }

    private func section<Entry>(_ title: String, _ entries: [Entry], _ row: (Entry) -> [String], _ head: [String]) -> String {
        guard !entries.isEmpty else { return "" }
        let hidden = entries.count - Self.most
        let rest = hidden > 0 ? lines.more(hidden) + "\n\n" : ""
        return "### " + title + "\n\n" + MarkdownText.table(head, entries.prefix(Self.most).map(row)) + rest
    }

    private func folded(_ title: String, _ findings: [Finding]) -> String {
        guard !findings.isEmpty else { return "" }
        let table = section("", findings, findingRows, words.columns).dropFirst("### \n\n".count)
        return "<details><summary>\(title)</summary>\n\n\(table)</details>\n\n"
    }

    private func findingRows(_ finding: Finding) -> [String] {
        let lines = FindingLines(finding: finding, paths: paths, words: self.lines)
        let what = "**\(MarkdownText.plain(finding.message))**<br>\(MarkdownText.plain(finding.rule))"
        let link = finding.href.map { "<br>→ " + MarkdownText.quote($0) } ?? ""
        let todo = [authority(finding), MarkdownText.plain(finding.advice)].filter { !$0.isEmpty }.joined(separator: "<br>")
        return [
            words.severity(finding.severity), what, place(lines.lead, finding.touched != nil && !(finding.touched ?? []).isEmpty) + link,
            lines.others.first.map { place($0, false) } ?? "", todo,
        ]
    }

    private func place(_ claim: Claim?, _ isTouched: Bool) -> String {
        guard let claim else { return "" }
        let path = MarkdownText.plain(paths.named(claim.source.file) + ":" + String(claim.source.line))
        let times = claim.occurrences > 1 ? " (\(lines.times(claim.occurrences)))" : ""
        return MarkdownText.quote(claim.quote) + times + "<br>" + path + (isTouched ? "<br>*\(words.thisChange)*" : "")
    }

    /// Which page may stay as it is.
    private func authority(_ finding: Finding) -> String {
        guard finding.type.hasTwoSides, finding.claims.count > 1 else { return "" }
        guard let change = finding.change else { return words.nobody }
        let keeps = finding.claims[change == .first ? 1 : 0]
        return words.authority(MarkdownText.plain(keeps.source.file))
    }

    private func fixedRow(_ known: KnownFinding) -> [String] { [MarkdownText.plain(known.rule), MarkdownText.plain(known.says)] }

    private func suppressionRow(_ finding: Finding) -> [String] {
        let suppression = finding.suppression
        return [
            suppression?.until ?? "", MarkdownText.plain(finding.message), MarkdownText.plain(suppression?.reason ?? ""),
            MarkdownText.plain(suppression?.owner ?? ""),
        ]
    }

    private func endsSoon(_ finding: Finding) -> Bool {
        guard let until = finding.suppression?.until, let today, let end = Day.number(until), let now = Day.number(today) else {
            return false
        }
        return (0...Self.soon).contains(end - now)
    }

    private func read(_ result: AuditResult) -> String { words.read(result.totals) + "\n" }
}

extension Day {
    /// Days since some fixed day, for `2026-11-20`; nil where it is no day.
    static func number(_ day: String) -> Int? {
        let parts = day.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]), (0...9999).contains(parts[0]) else { return nil }
        // A year that begins in March ends with its leap day.
        let month = (parts[1] + 9) % 12
        let year = parts[0] - month / 10
        return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + parts[2] - 1
    }
}
