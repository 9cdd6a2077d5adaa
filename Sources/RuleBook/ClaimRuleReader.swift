import Claims
import Yams

/// Reads one file of `Rules/claims`.
struct ClaimRuleReader {
    let themes: [String]
    static let languages = ["nl", "en", "fr", "de"]
    static let channels = [
        "phone", "email", "chat", "chatbot", "whatsapp", "social", "post", "counter", "web", "callback", "app", "any",
    ]
    static let touchpoints = ["orient", "order", "deliver", "use", "ask", "disturbance", "complain", "pay", "cancel"]
    static let stages = ["acknowledge", "answer", "attend", "decide", "solve"]
    private static let keys = [
        "id", "title", "why", "kind", "kind_on", "theme", "metric", "metric_from", "stage", "channel", "touchpoint", "stance", "op", "free",
        "negation",
        "allow", "languages", "priority", "when", "unless", "examples",
    ]

    func read(_ node: Node, _ reader: YAMLReader) throws(RuleBookError) -> ClaimRule {
        let map = try reader.mapping(node, known: Self.keys)
        guard let kind = try map.choice("kind", ClaimKind.self) else { throw missing("kind", map) }
        guard let theme = try map.oneOf("theme", themes) else { throw missing("theme", map) }
        let patterns = try patterns("when", map)
        if patterns.isEmpty { throw missing("when", map) }
        return ClaimRule(
            id: try map.string("id"), title: try map.string("title"), why: try map.string("why"), kind: kind,
            kindOn: try kindsByRole(map), theme: theme,
            metric: try map.choice("metric", Metric.self), metricFromWords: try map.oneOf("metric_from", ["words"]) != nil,
            stage: try map.oneOf("stage", Self.stages),
            channel: try map.oneOf("channel", Self.channels), touchpoint: try map.oneOf("touchpoint", Self.touchpoints),
            stance: try map.oneOf("stance", ["affirms", "denies"]) == "denies" ? .denies : .affirms,
            op: try map.oneOf("op", ["<=", ">=", "=", "<", ">"]).flatMap(BoundOperator.init(rawValue:)),
            free: try map.oneOf("free", ["true", "false"]) == "true",
            negation: try map.choice("negation", NegationRule.self) ?? .skip, allow: try guards(map),
            languages: try languages(map), priority: try map.integer("priority", default: 0), when: patterns,
            unless: try self.patterns("unless", map), examples: try examples(map), place: reader.place(node.mark))
    }

    private func patterns(_ key: String, _ map: YAMLMapping) throws(RuleBookError) -> [RulePattern] {
        try map.strings(key).map { RulePattern(text: $0.text, place: map.reader.place($0.node.mark)) }
    }

    private func missing(_ key: String, _ map: YAMLMapping) -> RuleBookError {
        map.reader.fail(map.node, "the key '\(key)' is missing", cure: "add `\(key): …`")
    }

    private func kindsByRole(_ map: YAMLMapping) throws(RuleBookError) -> [PageRole: ClaimKind] {
        guard let node = map.node("kind_on") else { return [:] }
        let roles = try map.reader.mapping(node, known: PageRole.allCases.map(\.rawValue))
        var result: [PageRole: ClaimKind] = [:]
        for role in PageRole.allCases { result[role] = try roles.choice(role.rawValue, ClaimKind.self) }
        return result
    }

    private func guards(_ map: YAMLMapping) throws(RuleBookError) -> Set<Guard> {
        var result = Set<Guard>()
        for (text, node) in try map.strings("allow") {
            guard let lifted = Guard(rawValue: text) else {
                throw map.reader.fail(
                    node, "'\(text)' is no guard", cure: suggestion(for: text, among: Guard.allCases.map(\.rawValue)))
            }
            result.insert(lifted)
        }
        return result
    }

    private func languages(_ map: YAMLMapping) throws(RuleBookError) -> [String] {
        let wanted = try map.strings("languages")
        for (text, node) in wanted where !Self.languages.contains(text) {
            throw map.reader.fail(node, "'\(text)' is no language of the rule book", cure: "write nl, en, fr or de")
        }
        return wanted.isEmpty ? Self.languages : wanted.map(\.text)
    }

    private func examples(_ map: YAMLMapping) throws(RuleBookError) -> [RuleExample] {
        guard let node = map.node("examples") else { return [] }
        let byLanguage = try map.reader.mapping(node, known: Self.languages)
        var result: [RuleExample] = []
        for language in Self.languages {
            guard let node = byLanguage.node(language) else { continue }
            let lists = try map.reader.mapping(node, known: ["match", "silent"])
            for (key, matches) in [("match", true), ("silent", false)] {
                guard let list = lists.node(key) else { continue }
                for item in try map.reader.sequence(list) {
                    result.append(try example(item, map.reader, language: language, matches: matches))
                }
            }
        }
        return result
    }

    private func example(
        _ node: Node, _ reader: YAMLReader, language: String, matches: Bool
    ) throws(RuleBookError) -> RuleExample {
        var (text, above, role) = ("", [String](), PageRole?.none)
        if case .scalar(let scalar) = node {
            text = scalar.string
        } else {
            let map = try reader.mapping(node, known: ["text", "above", "role"])
            text = try map.string("text")
            above = try map.strings("above").map(\.text)
            role = try map.choice("role", PageRole.self)
        }
        let (plain, marked) = Self.unmark(text)
        if !matches, marked != nil {
            throw reader.fail(node, "an example that must stay silent marks words", cure: "take the brackets out")
        }
        return RuleExample(
            language: language, text: plain, marked: marked, above: above, role: role, matches: matches,
            place: reader.place(node.mark))
    }

    /// Takes the square brackets out and gives the words between them.
    static func unmark(_ text: String) -> (plain: String, marked: String?) {
        guard let open = text.utf8.firstIndex(of: UInt8(ascii: "[")), let close = text.utf8.lastIndex(of: UInt8(ascii: "]")), open < close
        else {
            return (text, nil)
        }
        let marked = String(text[text.index(after: open)..<close])
        return (text[..<open] + marked + text[text.index(after: close)...], marked)
    }
}
