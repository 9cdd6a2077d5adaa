import Claims

/// Claims, findings and results of an invented organisation, to report on.
enum Example {
    /// What a hostile page may say: a terminal escape, markup, quotes, a mark that turns the direction of reading, a line break.
    static let hostile =
        "\u{1b}[31mred\u{1b}[0m <script>alert(1)</script> \"quoted\" \u{202e}turned\u{2066} [link](javascript:x)\r\nnext \\ end"

    static func claim(_ quote: String, file: String = "service/index.html", line: Int = 4, occurrences: Int = 1) -> Claim {
        Claim(
            id: "c-00000001", organisation: "vuurtoren.example", kind: .servicePromise, theme: "speed", channel: "email",
            measure: Measure(metric: .responseTime, op: .atMost, value: 24, unit: .hour), language: "en", quote: quote,
            source: Source(
                url: "https://vuurtoren.example/service/", file: file, line: line, column: 9, endLine: line,
                endColumn: 9 + quote.unicodeScalars.count, pageRole: .servicePolicy),
            rule: "en.response-within", occurrences: occurrences)
    }

    static func finding(_ claims: [Claim], type: FindingType = .contradiction, severity: Severity = .error, href: String? = nil) -> Finding
    {
        Finding(
            rule: "response-time-conflict", type: type, severity: severity, certainty: .exact, organisation: "vuurtoren.example",
            theme: "speed", message: "Two pages promise different times.", advice: "Choose one of them.", claims: claims, href: href,
            fingerprint: "b1-0123456789abcdef")
    }

    static func result(_ findings: [Finding], notJudged: [NotJudged] = []) -> AuditResult {
        let organisation = OrganisationResult(
            name: "vuurtoren.example", pages: [], claims: findings.flatMap(\.claims), promises: [], coverage: [], findings: findings)
        let count = { (severity: Severity) in findings.count { $0.severity == severity } }
        return AuditResult(
            tool: Tool(version: "0.1.0", rules: ["Rules": "abc"]), inputs: ["site"], organisations: [organisation],
            notJudged: notJudged,
            totals: Totals(
                pagesRead: 2, filesNotRead: notJudged.count, claims: 2, findings: findings.count, errors: count(.error),
                warnings: count(.warning), notes: count(.note)))
    }
}
