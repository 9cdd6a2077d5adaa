public import Claims

/// Workflow commands of GitHub Actions: each finding an annotation on its line, within what the platform shows.
public enum GitHub {
    /// What one step may show of each kind; the platform drops the rest unseen.
    static let most = 10

    /// Annotations, worst first, with a last one that counts what did not fit. What was there before or is suppressed makes none, and neither
    /// does a finding that the change brought in without touching a sentence of it: those are for the summary.
    public static func annotations(_ result: AuditResult, language: String, paths: InputPaths = InputPaths()) -> [UInt8] {
        let words = TextWords(language: language)
        let findings = onePerSentence(result.organisations.flatMap(\.findings).filter(isShown))
        let shown = Severity.allCases.reversed().flatMap { severity in
            // The last notice is kept for the count of what is not shown.
            findings.filter { $0.severity == severity }.prefix(severity == .note ? most - 1 : most)
        }
        var lines = shown.map { command(FindingLines(finding: $0, paths: paths, words: words)) }
        let hidden = result.organisations.flatMap(\.findings).count { $0.counts(from: .note) } - shown.count
        if hidden > 0 { lines.append("::notice::" + data(words.inSummary(hidden))) }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    private static func isShown(_ finding: Finding) -> Bool { finding.counts(from: .note) && finding.touched != [] }

    /// The sentence of a template is annotated once for each rule, wherever it is repeated.
    private static func onePerSentence(_ findings: [Finding]) -> [Finding] {
        var seen: Set<[String]> = []
        return findings.filter { finding in
            guard let lead = finding.lead.map({ finding.claims[$0] }) else { return true }
            return seen.insert([finding.rule, lead.quote, finding.claims.count > 1 ? finding.message : ""]).inserted
        }
    }

    private static func command(_ lines: FindingLines) -> String {
        let name =
            switch lines.finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let body = [Plain.text(lines.finding.message)] + lines.body
        return "::\(name) \(properties(lines))::\(data(body.joined(separator: "\n")))"
    }

    /// Columns count only where a quote stands on one line.
    private static func properties(_ lines: FindingLines) -> String {
        var values: [(String, String)] = []
        if let source = lines.lead?.source {
            values = [("file", lines.paths.relative(source.file)), ("line", String(source.line)), ("endLine", String(source.endLine))]
            if source.line == source.endLine { values += [("col", String(source.column)), ("endColumn", String(source.endColumn))] }
        }
        values.append(("title", Plain.text(lines.finding.rule)))
        return values.map { $0 + "=" + property($1) }.joined(separator: ",")
    }

    /// The text of a command ends at a line break, unless that is written out.
    static func data(_ text: String) -> String { text.escaping(["%": "%25", "\r": "%0D", "\n": "%0A"]) }

    /// A property ends at a comma, and all of them at a colon.
    static func property(_ text: String) -> String {
        text.escaping(["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }
}
