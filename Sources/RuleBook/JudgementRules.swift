public import Claims

/// A text in the languages of the interface.
public struct LocalText: Sendable, Hashable {
    public var en: String
    public var nl: String

    public init(en: String, nl: String) {
        self.en = en
        self.nl = nl
    }

    public func text(_ language: String) -> String { language == "nl" ? nl : en }
}

/// What two claims are compared by.
public enum Comparison: String, CaseIterable, Sendable, Hashable {
    /// They cannot both describe one organisation, whatever their numbers.
    case opposition
    case duration, hours, price, number
    /// A time by the clock against the hours of the same desk: it runs out while nobody is there.
    case attendance
    /// Open and closed on one day.
    case days
}

/// Two kinds of claim that cannot both be true. One file of `Rules/contradictions`.
public struct ContradictionRule: Sendable {
    public var id: String
    public var title: LocalText
    public var why: LocalText
    public var severity: Severity
    public var theme: String
    public var touchpoint: String?
    public var compare: Comparison
    /// What is promised, and what undoes it. For comparisons of values both may select the same claims.
    public var first: [ClaimSelector]
    public var second: [ClaimSelector]
    /// The two must be about the same thing (by name or by words), not only about the same theme.
    public var sameThing: Bool
    /// Sentences with places for `{first}`, `{second}` (values as written in the interface's language).
    public var message: LocalText
    public var advice: LocalText
    public var examples: [JudgementExample]
    public var place: RulePlace
}

/// What a claim needs beside it, and what is reported where that is missing. One file of `Rules/links`.
public struct LinkRule: Sendable {
    public var id: String
    public var title: LocalText
    public var why: LocalText
    /// `missing-link`, `orphan-promise`, `weak-promise`, `gap` or `broken-reference`.
    public var type: FindingType
    public var severity: Severity
    public var theme: String
    public var touchpoint: String?
    public var when: [ClaimSelector]
    public var without: [ClaimSelector]
    public var message: LocalText
    public var advice: LocalText
    public var examples: [JudgementExample]
    public var place: RulePlace
}

/// Pages of one sentence each that together must give the finding, or must not.
public struct JudgementExample: Sendable, Hashable {
    public struct Page: Sendable, Hashable {
        public var text: String
        public var above: [String]
        public var role: PageRole?
    }

    public var language: String
    public var pages: [Page]
    public var found: Bool
    public var place: RulePlace
}
