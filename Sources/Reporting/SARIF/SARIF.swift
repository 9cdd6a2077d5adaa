public import Claims
import Foundation

/// Findings for code scanning: SARIF 2.1.0.
public enum SARIF {
    /// - Parameters:
    ///   - rules: the rules that may find something, in the order in which they are listed.
    ///   - paths: where the inputs are; addresses are relative to where the program ran.
    ///   - catalogue: address of the folder with a page for each rule; nil: rules are explained here only.
    public static func log(
        _ result: AuditResult, rules: [RuleNote], paths: InputPaths = InputPaths(), catalogue: String? = nil
    ) -> [UInt8] {
        let writer = SARIFWriter(rules: rules, paths: paths, catalogue: catalogue)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return ((try? encoder.encode(writer.log(result))).map(Array.init) ?? []) + [0x0a]
    }
}

struct SARIFWriter {
    let rules: [RuleNote]
    let paths: InputPaths
    let catalogue: String?

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
            help: SARIFText(text: note.why + " " + note.advice), helpUri: helpURI(note),
            defaultConfiguration: .init(level: note.severity.rawValue))
    }

    private func helpURI(_ note: RuleNote) -> String? {
        guard let catalogue, let page = note.page else { return nil }
        return catalogue + (catalogue.hasSuffix("/") ? "" : "/") + page
    }

    /// The claim that the change touched is the place of the result: code scanning shows a pull request only what is on its lines.
    private func result(_ finding: Finding) -> SARIFResult {
        let others = others(finding)
        let related = others.enumerated().map { location($1, id: $0 + 1) }
        let place = finding.lead.map { location(finding.claims[$0]) } ?? organisation(finding.organisation)
        return SARIFResult(
            ruleId: finding.rule, ruleIndex: rules.firstIndex { $0.id == finding.rule }, level: finding.severity.rawValue,
            message: SARIFText(text: message(finding, others.first)), locations: [place],
            relatedLocations: related.isEmpty ? nil : related, partialFingerprints: ["belofte/v1": finding.fingerprint],
            baselineState: finding.state.map { $0 == .introduced ? "new" : "unchanged" },
            suppressions: finding.suppression.map { [suppression($0)] },
            properties: .init(
                certainty: finding.certainty.rawValue, organisation: finding.organisation, theme: finding.theme,
                touchpoint: finding.touchpoint, type: finding.type.rawValue))
    }

    private func others(_ finding: Finding) -> [Claim] {
        FindingLines(finding: finding, paths: paths, words: TextWords(language: "en")).others
    }

    private func suppression(_ suppression: Suppression) -> SARIFSuppression {
        let owner = suppression.owner.map { " (\($0))" } ?? ""
        let until = suppression.until.map { " until \($0)" } ?? ""
        return SARIFSuppression(
            kind: suppression.source == .page ? "inSource" : "external", justification: suppression.reason + owner + until)
    }

    /// The message links to the other side by the number of its location; brackets of the text itself are escaped.
    private func message(_ finding: Finding, _ other: Claim?) -> String {
        var parts = [finding.message]
        if let href = finding.href { parts.append(href) }
        if !finding.advice.isEmpty { parts.append(finding.advice) }
        let text = Self.escape(parts.joined(separator: " "))
        guard let other else { return text }
        return text + " [\(Self.escape(other.source.file)):\(other.source.line)](1)"
    }

    private func location(_ claim: Claim, id: Int? = nil) -> SARIFLocation {
        let source = claim.source
        let region = SARIFRegion(
            startLine: source.line, startColumn: source.column, endLine: source.endLine, endColumn: source.endColumn,
            snippet: SARIFText(text: claim.quote))
        return SARIFLocation(
            id: id, physicalLocation: .init(artifactLocation: .init(uri: paths.reference(source.file)), region: region),
            logicalLocations: nil, message: id == nil ? nil : SARIFText(text: Self.escape(claim.quote)))
    }

    /// A gap has no sentence of its own: it is about the organisation as a whole.
    private func organisation(_ name: String) -> SARIFLocation {
        SARIFLocation(id: nil, physicalLocation: nil, logicalLocations: [.init(name: name)], message: nil)
    }

    private func notification(_ skipped: NotJudged) -> SARIFNotification {
        let place = SARIFLocation(
            id: nil, physicalLocation: .init(artifactLocation: .init(uri: paths.reference(skipped.file)), region: nil),
            logicalLocations: nil, message: nil)
        return SARIFNotification(
            descriptor: .init(id: skipped.reason),
            message: SARIFText(text: Self.escape(skipped.detail) + (skipped.times.map { " (\($0) times)" } ?? "")), locations: [place])
    }

    private static func escape(_ text: String) -> String { text.escaping(["\\": "\\\\", "[": "\\[", "]": "\\]"]) }
}
