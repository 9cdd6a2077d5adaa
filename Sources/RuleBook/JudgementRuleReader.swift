import Claims
import Yams

/// Reads the files of `Rules/contradictions` and `Rules/links`.
struct JudgementRuleReader {
    let themes: [String]
    /// Identifiers of the claim rules, which selectors may name.
    let claimRules: [String]
    private static let shared = ["id", "title", "why", "severity", "theme", "touchpoint", "message", "advice", "examples"]

    func contradiction(_ node: Node, _ reader: YAMLReader) throws(RuleBookError) -> ContradictionRule {
        let map = try reader.mapping(node, known: Self.shared + ["compare", "first", "second", "same_thing"])
        return ContradictionRule(
            id: try map.string("id"), title: try local("title", map), why: try local("why", map),
            severity: try severity(map), theme: try theme(map),
            touchpoint: try map.oneOf("touchpoint", ClaimRuleReader.touchpoints),
            compare: try map.choice("compare", Comparison.self) ?? .opposition, first: try selectors("first", map, isNeeded: true),
            second: try selectors("second", map, isNeeded: true),
            sameThing: try map.oneOf("same_thing", ["true", "false"]) == "true", message: try local("message", map),
            advice: try local("advice", map), examples: try examples(map), place: reader.place(node.mark))
    }

    func link(_ node: Node, _ reader: YAMLReader) throws(RuleBookError) -> LinkRule {
        let map = try reader.mapping(node, known: Self.shared + ["type", "when", "without"])
        guard let type = try map.choice("type", FindingType.self) else {
            throw reader.fail(node, "the key 'type' is missing", cure: "add `type: missing-link` or another")
        }
        let needsClaims = type != .gap && type != .brokenReference
        return LinkRule(
            id: try map.string("id"), title: try local("title", map), why: try local("why", map), type: type,
            severity: try severity(map), theme: try theme(map),
            touchpoint: try map.oneOf("touchpoint", ClaimRuleReader.touchpoints),
            when: try selectors("when", map, isNeeded: needsClaims), without: try selectors("without", map, isNeeded: false),
            message: try local("message", map), advice: try local("advice", map), examples: try examples(map),
            place: reader.place(node.mark))
    }

    private func severity(_ map: YAMLMapping) throws(RuleBookError) -> Severity {
        guard let severity = try map.choice("severity", Severity.self) else {
            throw map.reader.fail(map.node, "the key 'severity' is missing", cure: "add `severity: warning`")
        }
        return severity
    }

    private func theme(_ map: YAMLMapping) throws(RuleBookError) -> String {
        guard let theme = try map.oneOf("theme", themes) else {
            throw map.reader.fail(map.node, "the key 'theme' is missing", cure: "add `theme: …`")
        }
        return theme
    }

    private func local(_ key: String, _ map: YAMLMapping) throws(RuleBookError) -> LocalText {
        let texts = try map.reader.mapping(try map.required(key), known: ["en", "nl"])
        return LocalText(en: try texts.string("en"), nl: try texts.string("nl"))
    }

    // MARK: selectors

    private func selectors(_ key: String, _ map: YAMLMapping, isNeeded: Bool) throws(RuleBookError) -> [ClaimSelector] {
        guard let node = map.node(key) else {
            if isNeeded { throw map.reader.fail(map.node, "the key '\(key)' is missing", cure: "say which claims are meant") }
            return []
        }
        guard case .sequence(let items) = node else { return [try selector(node, map.reader)] }
        var result: [ClaimSelector] = []
        for item in items { result.append(try selector(item, map.reader)) }
        return result
    }

    private func selector(_ node: Node, _ reader: YAMLReader) throws(RuleBookError) -> ClaimSelector {
        let map = try reader.mapping(
            node,
            known: [
                "kind", "theme", "rule", "stance", "commitment", "metric", "channel", "touchpoint", "stage", "role", "value", "universal",
            ])
        return ClaimSelector(
            kinds: try cases("kind", map, ClaimKind.self), themes: try names("theme", map, themes),
            rules: try names("rule", map, claimRules), stances: try cases("stance", map, Stance.self),
            commitments: try cases("commitment", map, Commitment.self), metrics: try cases("metric", map, Metric.self),
            channels: try names("channel", map, ClaimRuleReader.channels),
            touchpoints: try names("touchpoint", map, ClaimRuleReader.touchpoints),
            stages: try names("stage", map, ClaimRuleReader.stages), roles: try cases("role", map, PageRole.self),
            value: try map.choice("value", ClaimSelector.Value.self),
            isUniversal: try map.oneOf("universal", ["true", "false"]) == "true")
    }

    private func names(_ key: String, _ map: YAMLMapping, _ known: [String]) throws(RuleBookError) -> [String] {
        var result: [String] = []
        for (text, node) in try map.strings(key) {
            guard known.contains(text) else {
                throw map.reader.fail(node, "'\(text)' is no \(key)", cure: suggestion(for: text, among: known))
            }
            result.append(text)
        }
        return result
    }

    private func cases<Value: RawRepresentable & CaseIterable>(
        _ key: String, _ map: YAMLMapping, _: Value.Type
    ) throws(RuleBookError) -> [Value] where Value.RawValue == String {
        try names(key, map, Value.allCases.map(\.rawValue)).compactMap(Value.init(rawValue:))
    }

    // MARK: examples

    private func examples(_ map: YAMLMapping) throws(RuleBookError) -> [JudgementExample] {
        guard let node = map.node("examples") else { return [] }
        let lists = try map.reader.mapping(node, known: ["found", "silent"])
        var result: [JudgementExample] = []
        for (key, found) in [("found", true), ("silent", false)] {
            guard let list = lists.node(key) else { continue }
            for item in try map.reader.sequence(list) { result.append(try example(item, map.reader, found: found)) }
        }
        return result
    }

    private func example(_ node: Node, _ reader: YAMLReader, found: Bool) throws(RuleBookError) -> JudgementExample {
        let map = try reader.mapping(node, known: ClaimRuleReader.languages)
        guard let language = ClaimRuleReader.languages.first(where: { map.node($0) != nil }), let list = map.node(language) else {
            throw reader.fail(node, "the example names no language", cure: "write `- nl: [first page, second page]`")
        }
        var pages: [JudgementExample.Page] = []
        for item in try reader.sequence(list) { pages.append(try page(item, reader)) }
        return JudgementExample(language: language, pages: pages, found: found, place: reader.place(node.mark))
    }

    private func page(_ node: Node, _ reader: YAMLReader) throws(RuleBookError) -> JudgementExample.Page {
        if case .scalar(let scalar) = node { return .init(text: scalar.string, above: [], role: nil) }
        let map = try reader.mapping(node, known: ["text", "above", "role"])
        return .init(
            text: try map.string("text"), above: try map.strings("above").map(\.text), role: try map.choice("role", PageRole.self))
    }
}
