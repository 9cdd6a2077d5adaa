public import Claims
public import RuleBook

/// What a report says about a rule itself.
public struct RuleNote: Sendable, Hashable {
    public var id: String
    public var title: String
    public var why: String
    public var advice: String
    public var severity: Severity
    /// Name of its page in the catalogue of rules; nil where it has none.
    public var page: String?

    public init(id: String, title: String, why: String, advice: String, severity: Severity, page: String? = nil) {
        self.page = page
        self.id = id
        self.title = title
        self.why = why
        self.advice = advice
        self.severity = severity
    }
}

extension RuleNote {
    /// Every rule that may find something: contradictions, then links, by identifier.
    /// - Parameter language: `nl` or `en`.
    public static func all(_ book: RuleBook, language: String) -> [RuleNote] {
        let contradictions = book.contradictions.map { rule in
            RuleNote(
                id: rule.id, title: rule.title.text(language), why: rule.why.text(language), advice: general(rule.advice.text(language)),
                severity: rule.severity, page: RuleCatalogue.name(rule.id))
        }
        let links = book.links.map { rule in
            RuleNote(
                id: rule.id, title: rule.title.text(language), why: rule.why.text(language), advice: general(rule.advice.text(language)),
                severity: rule.severity, page: RuleCatalogue.name(rule.id))
        }
        return contradictions + links + [drift(language)]
    }

    /// What a comparison with an earlier version finds; no rule of the book says it.
    private static func drift(_ language: String) -> RuleNote {
        language == "nl"
            ? RuleNote(
                id: "promise-drift", title: "Een belofte is veranderd", why: "Klanten rekenen op wat er stond.",
                advice: "Ga na of het zo bedoeld is, en zeg het hun.", severity: .warning)
            : RuleNote(
                id: "promise-drift", title: "A promise has changed", why: "Customers rely on what was written.",
                advice: "See that it is meant, and tell them.", severity: .warning)
    }

    /// Advice speaks of the values of one finding; of the rule itself they are A and B.
    private static func general(_ advice: String) -> String {
        advice.replacing("{first}", with: "A").replacing("{second}", with: "B")
    }
}
