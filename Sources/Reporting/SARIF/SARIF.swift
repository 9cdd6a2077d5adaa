public import Claims
import Foundation

/// Findings for code scanning: SARIF 2.1.0.
public enum SARIF {
    /// - Parameters:
    ///   - rules: the rules that may find something, in the order in which they are listed.
    ///   - root: the input folder as it was named, before every address; left out where it is absolute, since addresses are relative.
    public static func log(_ result: AuditResult, rules: [RuleNote], root: String = "") -> [UInt8] {
        let writer = SARIFWriter(rules: rules, root: root)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return ((try? encoder.encode(writer.log(result))).map(Array.init) ?? []) + [0x0a]
    }
}

struct SARIFWriter {
    let rules: [RuleNote]
    let root: String

    func log(_ result: AuditResult) -> SARIFLog {
        let driver = SARIFDriver(
            name: result.tool.name, version: result.tool.version, semanticVersion: result.tool.version, rules: rules.map(rule))
        let findings = result.organisations.flatMap(\.findings).map(self.result)
        let skipped = SARIFInvocation(toolExecutionNotifications: result.notJudged.map(notification))
        return SARIFLog(runs: [SARIFRun(tool: SARIFTool(driver: driver), invocations: [skipped], results: findings)])
    }

    private func rule(_ note: RuleNote) -> SARIFRule {
        SARIFRule(
            id: note.id, shortDescription: SARIFText(text: note.title), fullDescription: SARIFText(text: note.why),
            help: SARIFText(text: note.why + " " + note.advice), defaultConfiguration: .init(level: note.severity.rawValue))
    }

    private func result(_ finding: Finding) -> SARIFResult {
        let others = finding.claims.dropFirst().enumerated().map { location($1, id: $0 + 1) }
        let place = finding.claims.first.map { location($0) } ?? organisation(finding.organisation)
        return SARIFResult(
            ruleId: finding.rule, ruleIndex: rules.firstIndex { $0.id == finding.rule }, level: finding.severity.rawValue,
            message: SARIFText(text: message(finding)), locations: [place], relatedLocations: others.isEmpty ? nil : others,
            partialFingerprints: ["belofte/v1": finding.fingerprint],
            properties: .init(
                certainty: finding.certainty.rawValue, organisation: finding.organisation, theme: finding.theme,
                touchpoint: finding.touchpoint, type: finding.type.rawValue))
    }

    /// The message links to the other side by the number of its location; brackets of the text itself are escaped.
    private func message(_ finding: Finding) -> String {
        var parts = [finding.message]
        if let href = finding.href { parts.append(href) }
        if !finding.advice.isEmpty { parts.append(finding.advice) }
        let text = Self.escape(parts.joined(separator: " "))
        guard let other = finding.claims.dropFirst().first else { return text }
        return text + " [\(Self.escape(other.source.file)):\(other.source.line)](1)"
    }

    private func location(_ claim: Claim, id: Int? = nil) -> SARIFLocation {
        let source = claim.source
        let region = SARIFRegion(
            startLine: source.line, startColumn: source.column, endLine: source.endLine, endColumn: source.endColumn,
            snippet: SARIFText(text: claim.quote))
        return SARIFLocation(
            id: id, physicalLocation: .init(artifactLocation: .init(uri: address(source.file)), region: region),
            logicalLocations: nil, message: id == nil ? nil : SARIFText(text: Self.escape(claim.quote)))
    }

    /// A gap has no sentence of its own: it is about the organisation as a whole.
    private func organisation(_ name: String) -> SARIFLocation {
        SARIFLocation(id: nil, physicalLocation: nil, logicalLocations: [.init(name: name)], message: nil)
    }

    private func notification(_ skipped: NotJudged) -> SARIFNotification {
        let place = SARIFLocation(
            id: nil, physicalLocation: .init(artifactLocation: .init(uri: address(skipped.file)), region: nil),
            logicalLocations: nil, message: nil)
        return SARIFNotification(
            descriptor: .init(id: skipped.reason), message: SARIFText(text: Self.escape(skipped.detail)), locations: [place])
    }

    /// Relative, in per cent where it must be: `service/caf%C3%A9.html`.
    private func address(_ file: String) -> String {
        let folder = root.hasPrefix("/") || root.isEmpty || root == "." ? "" : root.hasSuffix("/") ? root : root + "/"
        let bare = folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder
        var allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128)))
        allowed.insert(charactersIn: "-._~/")
        return (bare + file).addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }

    private static func escape(_ text: String) -> String {
        String(text.flatMap { "\\[]".contains($0) ? ["\\", $0] : [$0] })
    }
}
