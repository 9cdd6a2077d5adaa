/// Languages in which a report can be written.
public enum ReportLanguage: String, CaseIterable, Sendable {
    case nl, en
}

/// What a report needs to know beside the result. Reporting reads neither clock nor files.
public struct HTMLReportOptions: Sendable {
    /// Language of the report itself; quotes keep their own.
    public var language: ReportLanguage
    /// Day of the audit, `2026-11-20`, where it should be shown.
    public var date: String?
    /// Earlier audits, oldest first, without the one that is reported.
    public var history: [AuditHistory]
    /// Fingerprints of the audit before this one; what is not in it is new. `nil`: unknown.
    public var previous: Set<String>?

    public init(
        language: ReportLanguage = .en, date: String? = nil, history: [AuditHistory] = [], previous: Set<String>? = nil
    ) {
        self.language = language
        self.date = date
        self.history = history
        self.previous = previous
    }
}
