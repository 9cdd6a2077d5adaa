public import Claims

/// Guards that a rule may lift with `allow`.
public enum Guard: String, CaseIterable, Sendable, Hashable {
    case question, past, wish, reported, condition, duty, others
}

/// What a negation in the clause does to a claim.
public enum NegationRule: String, CaseIterable, Sendable, Hashable {
    case skip, deny, ignore
}

/// Concepts that together make a claim. One file of `Rules/claims`.
public struct ClaimRule: Sendable {
    public var id: String
    public var title: String
    public var why: String
    public var kind: ClaimKind
    /// What the claim is instead on pages of a certain role: marketing says it, a service page promises it.
    public var kindOn: [PageRole: ClaimKind]
    public var theme: String
    public var metric: Metric?
    /// What is measured is read from the text where it says so; `metric` stands where it does not.
    public var metricFromWords: Bool
    public var stage: String?
    public var channel: String?
    public var touchpoint: String?
    public var stance: Stance
    public var op: BoundOperator?
    /// The claim speaks of a price of nothing.
    public var free: Bool
    public var negation: NegationRule
    public var allow: Set<Guard>
    public var languages: [String]
    public var priority: Int
    public var when: [RulePattern]
    public var unless: [RulePattern]
    public var examples: [RuleExample]
    /// File and line of the rule.
    public var place: RulePlace
}

/// A pattern as it is written, and where.
public struct RulePattern: Sendable, Hashable {
    public var text: String
    public var place: RulePlace
}

/// A sentence that a rule must match, or must not.
public struct RuleExample: Sendable, Hashable {
    public var language: String
    public var text: String
    /// The words that must be marked, without the brackets; nil for an example that must stay silent.
    public var marked: String?
    /// Headings, lead-in and headers above it, outermost first.
    public var above: [String]
    public var role: PageRole?
    public var matches: Bool
    public var place: RulePlace
}
