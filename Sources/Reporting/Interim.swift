public import Claims
public import RuleBook

public struct HTMLReportOptions { public init(language: String) {} }
public enum HTMLReport {
    public static func render(_ result: AuditResult, ruleBook: RuleBook, options: HTMLReportOptions) -> [UInt8] { [] }
}
