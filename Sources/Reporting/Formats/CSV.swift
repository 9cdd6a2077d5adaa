public import Claims

/// One row a finding, for a spreadsheet: RFC 4180 in UTF-8 with the mark that Excel knows it by.
public enum CSV {
    static let columns = [
        "fingerprint", "state", "suppressed", "severity", "type", "rule", "theme", "organisation", "message", "advice", "change", "link",
        "file", "line", "column", "url", "quote", "other_file", "other_line", "other_column", "other_url", "other_quote", "places",
    ]

    /// What is fixed has a row as well, with the state `fixed` and without a place.
    public static func rows(_ result: AuditResult, language: String, paths: InputPaths = InputPaths()) -> [UInt8] {
        let words = TextWords(language: language)
        let findings = result.organisations.flatMap(\.findings).map { row(FindingLines(finding: $0, paths: paths, words: words)) }
        let fixed = (result.comparison?.fixed ?? []).map(row)
        let lines = ([columns] + findings + fixed).map { $0.map(cell).joined(separator: ",") + "\r\n" }
        return Array(("\u{feff}" + lines.joined()).utf8)
    }

    private static func row(_ lines: FindingLines) -> [String] {
        let finding = lines.finding
        let (lead, other) = (lines.lead, lines.others.first)
        let change = finding.change.map { $0 == .first ? finding.claims.first : finding.claims.dropFirst().first }
        return [
            finding.fingerprint, finding.state?.rawValue ?? "", finding.suppression.map(lines.words.suppressed) ?? "",
            finding.severity.rawValue, finding.type.rawValue, finding.rule, finding.theme, finding.organisation, finding.message,
            finding.advice, change.flatMap { $0?.source.file } ?? "", finding.href ?? "",
        ] + place(lead, lines.paths) + place(other, lines.paths) + [String(finding.claims.count)]
    }

    private static func place(_ claim: Claim?, _ paths: InputPaths) -> [String] {
        guard let claim else { return ["", "", "", "", ""] }
        return [
            paths.named(claim.source.file), String(claim.source.line), String(claim.source.column), claim.source.url ?? "", claim.quote,
        ]
    }

    private static func row(_ known: KnownFinding) -> [String] {
        let start = [known.fingerprint, "fixed", "", known.severity.rawValue, "", known.rule, "", known.organisation, known.says]
        return start + Array(repeating: "", count: columns.count - start.count)
    }

    /// In quotes, on one line. A spreadsheet runs a cell that starts as a formula, so such a cell starts with an apostrophe.
    private static func cell(_ text: String) -> String {
        let plain = Plain.text(text)
        let safe = plain.unicodeScalars.first.map(formulas.contains) == true ? "'" + plain : plain
        return "\"" + safe.escaping(["\"": "\"\""]) + "\""
    }

    private static let formulas: Set<Unicode.Scalar> = ["=", "+", "-", "@", "|", "%", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}"]
}
