public import Claims
import Foundation

/// GitLab's Code Quality report: GitLab compares it with that of the target branch itself, so everything is in it.
public enum GitLab {
    /// - Parameter language: of the fixed words, `nl` or `en`.
    public static func codeQuality(_ result: AuditResult, language: String, paths: InputPaths = InputPaths()) -> [UInt8] {
        let words = TextWords(language: language)
        let issues = result.organisations.flatMap(\.findings).map { issue(FindingLines(finding: $0, paths: paths, words: words)) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return ((try? encoder.encode(issues)).map(Array.init) ?? []) + [0x0a]
    }

    private static func issue(_ lines: FindingLines) -> Issue {
        let finding = lines.finding
        let source = lines.lead?.source
        let lead = lines.lead.map { " " + lines.quote($0) } ?? ""
        let other = lines.others.first.map { " vs \(lines.place($0)) \(lines.quote($0))" } ?? ""
        let why = finding.suppression.map { " (\(lines.words.suppressed($0)))" } ?? ""
        return Issue(
            description: Plain.text(finding.message) + lead + other + why, checkName: finding.rule, fingerprint: finding.fingerprint,
            severity: finding.suppression == nil ? severity(finding) : "info",
            location: .init(
                path: source.map { lines.paths.relative($0.file) } ?? lines.paths.whole, lines: .init(begin: source?.line ?? 1)))
    }

    private static func severity(_ finding: Finding) -> String {
        switch finding.severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
    }

    /// Names are GitLab's.
    private struct Issue: Encodable {
        struct Location: Encodable {
            struct Lines: Encodable { let begin: Int }
            let path: String
            let lines: Lines
        }

        let description: String
        let checkName: String
        let fingerprint: String
        let severity: String
        let location: Location

        enum CodingKeys: String, CodingKey {
            case description, fingerprint, severity, location
            case checkName = "check_name"
        }
    }
}
