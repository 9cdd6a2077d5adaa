public import Claims

/// A folder of rules, or one rule, that stands beside the built-in rules.
public struct RulePack: Sendable, Hashable {
    /// Under which its digest is shown; the last part of its path, without an ending.
    public var name: String
    /// A folder laid out as `Rules/`, or a file with one rule.
    public var path: String
    /// SHA-256 that it must have, in hexadecimal digits.
    public var sha256: String
    /// Where the pack is asked for, to be shown where it is not what was asked for.
    public var place: RulePlace

    public init(name: String, path: String, sha256: String, place: RulePlace) {
        self.name = name
        self.path = path
        self.sha256 = sha256
        self.place = place
    }
}

/// How much the findings of a rule weigh, in place of what the rule says itself.
public enum RuleLevel: Sendable, Hashable {
    case off
    case severity(Severity)
}

/// What somebody makes of the rules: packs beside them, rules that are off, other severities.
public struct RuleChoices: Sendable, Hashable {
    public var packs: [RulePack]
    /// By identifier of the rule, or by the type of its findings.
    public var levels: [String: RuleLevel]

    public init(packs: [RulePack] = [], levels: [String: RuleLevel] = [:]) {
        self.packs = packs
        self.levels = levels
    }

    /// The rule of drift, which no file says: it compares two audits.
    public static let driftRule = "promise-drift"

    /// What is said of drift; nil: it is as usual.
    public var drift: RuleLevel? { level(of: Self.driftRule, .drift) }

    var off: Set<String> { Set(levels.filter { $0.value == .off }.keys) }

    /// What is said of the rule itself, else of all rules of its type.
    private func level(of rule: String, _ type: FindingType) -> RuleLevel? { levels[rule] ?? levels[type.rawValue] }

    func chosen(_ rules: [ContradictionRule]) -> [ContradictionRule] {
        rules.compactMap { chosen($0, level(of: $0.id, .contradiction), \.severity) }
    }

    func chosen(_ rules: [LinkRule]) -> [LinkRule] { rules.compactMap { chosen($0, level(of: $0.id, $0.type), \.severity) } }

    /// A rule of judgement with its severity, or nil where it is off.
    private func chosen<Rule>(_ rule: Rule, _ level: RuleLevel?, _ severity: WritableKeyPath<Rule, Severity>) -> Rule? {
        var rule = rule
        switch level {
        case nil: break
        case .off: return nil
        case .severity(let chosen): rule[keyPath: severity] = chosen
        }
        return rule
    }
}
