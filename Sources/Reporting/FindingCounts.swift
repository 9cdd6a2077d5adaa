import Claims

/// How many findings there are to act on, by severity, and how many only to know of.
struct FindingCounts {
    private(set) var errors = 0
    private(set) var warnings = 0
    private(set) var notes = 0
    private(set) var unchanged = 0
    private(set) var suppressed = 0
    let fixed: Int
    let isCompared: Bool

    init(_ result: AuditResult) {
        fixed = result.comparison?.fixed.count ?? 0
        isCompared = result.comparison != nil
        for finding in result.organisations.flatMap(\.findings) {
            if finding.suppression != nil {
                suppressed += 1
            } else if finding.state == .unchanged {
                unchanged += 1
            } else {
                switch finding.severity {
                case .error: errors += 1
                case .warning: warnings += 1
                case .note: notes += 1
                }
            }
        }
    }

    /// What counts.
    var open: Int { errors + warnings + notes }

    var isNothingToReport: Bool { open + unchanged + suppressed + fixed == 0 }
}
