public import Claims

/// The report for a terminal: `path:line:column: severity: message [rule]`, then the quotes, then the advice.
public enum Text {
    /// - Parameters:
    ///   - language: of the fixed words, `nl` or `en`; messages and advice come with the findings.
    ///   - paths: where the inputs are, so that an editor can open a place.
    /// - Returns: UTF-8, with a line break at its end.
    public static func lines(_ result: AuditResult, colour: Bool, language: String, paths: InputPaths = InputPaths()) -> [UInt8] {
        let page = TextPage(colour: colour, words: TextWords(language: language), paths: paths)
        return Array(page.text(result).utf8)
    }
}

/// One report in the making.
struct TextPage {
    let colour: Bool
    let words: TextWords
    let paths: InputPaths

    func text(_ result: AuditResult) -> String {
        let counts = FindingCounts(result)
        let organisations = result.organisations.map(organisation).joined()
        let found = counts.isNothingToReport ? words.nothingFound + "\n" : ""
        return organisations + fixed(result.comparison) + notJudged(result.notJudged) + found + words.total(result.totals, counts) + "\n"
    }

    /// What was there before is counted below, and in full in the other formats: here is what there is to do.
    private func organisation(_ result: OrganisationResult) -> String {
        let head = paint(Plain.text(result.name), .bold) + ": " + words.organisation(result) + "\n\n"
        return head + result.findings.filter { $0.state != .unchanged || $0.suppression != nil }.map { finding($0) + "\n" }.joined()
    }

    private func finding(_ finding: Finding) -> String {
        let lines = FindingLines(finding: finding, paths: paths, words: words)
        let head =
            "\(paint(lines.place, .bold)): \(severity(finding)): \(Plain.text(finding.message)) "
            + paint("[\(Plain.text(finding.rule))]", .faint)
        return ([head] + lines.body.map { "    " + $0 }).joined(separator: "\n") + "\n"
    }

    private func fixed(_ comparison: AuditComparison?) -> String {
        let known = comparison?.fixed ?? []
        guard !known.isEmpty else { return "" }
        let lines = known.map { "    \(Plain.text($0.says)) \(paint("[\(Plain.text($0.rule))]", .faint))\n" }
        return words.fixed + "\n" + lines.joined() + "\n"
    }

    /// By reason, with the first few names: all of them are in the JSON.
    private func notJudged(_ skipped: [NotJudged]) -> String {
        guard !skipped.isEmpty else { return "" }
        let shown = 3
        let groups = Dictionary(grouping: skipped, by: \.reason).sorted { $0.key < $1.key }
        let lines = groups.map { reason, files in
            let names = files.prefix(shown).map { Plain.text($0.file) }.joined(separator: ", ")
            let more = files.dropFirst(shown).reduce(0) { $0 + $1.files } + files.prefix(shown).reduce(0) { $0 + $1.files - 1 }
            let rest = more > 0 ? " " + words.more(more) : ""
            return "    \(Plain.text(reason)): \(names)\(rest)\n"
        }
        return words.notJudged + "\n" + lines.joined() + "\n"
    }

    private func severity(_ finding: Finding) -> String {
        if finding.suppression != nil { return paint(words.suppressed, .faint) }
        return switch finding.severity {
        case .error: paint("error", .red)
        case .warning: paint("warning", .yellow)
        case .note: paint("note", .cyan)
        }
    }

    private func paint(_ text: String, _ ink: Ink) -> String {
        colour ? "\u{1b}[\(ink.rawValue)m\(text)\u{1b}[0m" : text
    }
}

/// Colours of a terminal, as its codes.
private enum Ink: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
}
