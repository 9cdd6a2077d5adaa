public import Claims
public import RuleBook
public enum Text { public static func lines(_ result: AuditResult, colour: Bool, language: String) -> [UInt8] { Lines.json(result) } }
public enum SARIF { public static func log(_ result: AuditResult, ruleBook: RuleBook) -> [UInt8] { Lines.json(result) } }
public struct HTMLReportOptions { public init(language: String) {} }
public enum HTMLReport { public static func render(_ result: AuditResult, ruleBook: RuleBook, options: HTMLReportOptions) -> [UInt8] { [] } }
