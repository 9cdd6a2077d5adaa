public import Claims

/// Which claims a rule of judgement speaks of. Every list that is given must hold the claim's value; a list that is missing asks nothing.
public struct ClaimSelector: Sendable, Hashable {
    /// Amounts that a selector can ask for.
    public enum Value: String, CaseIterable, Sendable, Hashable {
        /// A price of nothing.
        case zero
        /// A price above nothing.
        case positive
        /// A length of time of two weeks or more.
        case long
        /// Any number at all.
        case measured
        /// No number.
        case unmeasured
    }

    public var kinds: [ClaimKind]
    public var themes: [String]
    /// Identifiers without the language: `response-within`.
    public var rules: [String]
    public var stances: [Stance]
    public var commitments: [Commitment]
    public var metrics: [Metric]
    public var channels: [String]
    public var touchpoints: [String]
    public var stages: [String]
    public var roles: [PageRole]
    public var value: Value?
    /// Only claims that say they hold always or for everybody.
    public var isUniversal: Bool

    public init(
        kinds: [ClaimKind] = [], themes: [String] = [], rules: [String] = [], stances: [Stance] = [],
        commitments: [Commitment] = [], metrics: [Metric] = [], channels: [String] = [], touchpoints: [String] = [],
        stages: [String] = [], roles: [PageRole] = [], value: Value? = nil, isUniversal: Bool = false
    ) {
        self.kinds = kinds
        self.themes = themes
        self.rules = rules
        self.stances = stances
        self.commitments = commitments
        self.metrics = metrics
        self.channels = channels
        self.touchpoints = touchpoints
        self.stages = stages
        self.roles = roles
        self.value = value
        self.isUniversal = isUniversal
    }

    public func matches(_ claim: Claim) -> Bool {
        allows(kinds, claim.kind) && allows(themes, claim.theme) && allows(stances, claim.stance)
            && allows(commitments, claim.commitment) && allows(channels, claim.channel) && allows(roles, claim.source.pageRole)
            && (metrics.isEmpty || claim.measure.map { metrics.contains($0.metric) } ?? false)
            && (touchpoints.isEmpty || claim.touchpoint.map(touchpoints.contains) ?? false)
            && (stages.isEmpty || claim.scope?.stage.map(stages.contains) ?? false)
            && (rules.isEmpty || rules.contains(claim.ruleName)) && hasValue(claim.measure)
            && (!isUniversal || claim.scope?.universal == true)
    }

    private func allows<Element: Equatable>(_ list: [Element], _ element: Element) -> Bool {
        list.isEmpty || list.contains(element)
    }

    private func hasValue(_ measure: Measure?) -> Bool {
        let number = measure?.value
        return switch value {
        case nil: true
        case .zero: measure?.metric == .price && number == 0
        case .positive: measure?.metric == .price && number ?? 0 > 0
        case .long: measure.map(isLong) ?? false
        case .measured: number != nil || measure?.openingHours != nil
        case .unmeasured: number == nil && measure?.openingHours == nil
        }
    }

    /// Ten working days are two weeks.
    private func isLong(_ measure: Measure) -> Bool {
        guard let number = measure.value, measure.op != .atLeast, measure.op != .greater else { return false }
        return switch measure.unit {
        case .day: number >= 14
        case .workday: number >= 10
        case .week: number >= 2
        case .month, .year: number >= 1
        default: false
        }
    }
}

extension Claim {
    /// The rule's identifier without its language.
    public var ruleName: String { rule.firstIndex(of: ".").map { String(rule[rule.index(after: $0)...]) } ?? rule }
}
