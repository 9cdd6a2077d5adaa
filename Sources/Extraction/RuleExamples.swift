import Claims
public import RuleBook

/// An example that does not do what its rule says.
public struct ExampleFailure: Sendable, Hashable {
    public var rule: String
    public var place: RulePlace
    public var problem: String

    public init(rule: String, place: RulePlace, problem: String) {
        self.rule = rule
        self.place = place
        self.problem = problem
    }
}

extension Extractor {
    /// Runs the examples of rules.
    public mutating func failures(of rules: [ClaimRule]) -> [ExampleFailure] {
        var failures: [ExampleFailure] = []
        for rule in rules {
            for example in rule.examples {
                guard let problem = problem(with: example, of: rule) else { continue }
                failures.append(ExampleFailure(rule: rule.id, place: example.place, problem: problem))
            }
        }
        return failures
    }

    private mutating func problem(with example: RuleExample, of rule: ClaimRule) -> String? {
        let claims = claims(of: example.text, above: example.above, language: example.language)
        let own = claims.filter { $0.rule == example.language + "." + rule.id }
        if !example.matches { return own.isEmpty ? nil : "must stay silent, and matched \"\(own[0].marked ?? "")\"" }
        guard let claim = own.first else {
            let others = claims.map(\.rule).joined(separator: ", ")
            return "does not match" + (others.isEmpty ? "" : "; matched by \(others)")
        }
        if let marked = example.marked, !own.contains(where: { $0.marked == marked }) {
            return "marks \"\(claim.marked ?? "")\" and not \"\(marked)\""
        }
        return nil
    }
}
