import RuleBook

/// What was found out about one sentence, for the rules that ask the same of it as another did.
struct Answers {
    let matcher: PatternMatcher
    let guarding: Guarding
    /// By the form of a pattern.
    private var found: [Int: [Candidate]] = [:]
    private var held: [Int: Bool] = [:]

    init(matcher: PatternMatcher, guarding: Guarding) {
        self.matcher = matcher
        self.guarding = guarding
    }

    /// The places where a pattern holds, with what speaks against each.
    mutating func candidates(_ entry: Grammar.RulePattern) -> [Candidate] {
        if let known = found[entry.pattern.form] { return known.map { $0.of(entry.rule) } }
        let candidates = matcher.matches(entry.rule, entry.pattern).map {
            Candidate(match: $0, guards: guarding.guards($0), isNegated: guarding.isNegated($0))
        }
        found[entry.pattern.form] = candidates
        return candidates
    }

    /// True where a pattern of `unless` holds.
    mutating func holds(_ pattern: Pattern) -> Bool {
        if let known = held[pattern.form] { return known }
        let holds = matcher.holds(pattern)
        held[pattern.form] = holds
        return holds
    }
}
