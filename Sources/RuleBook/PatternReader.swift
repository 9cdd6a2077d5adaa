/// Reads `@answer & {duration} & !@others` into terms.
extension GrammarBuilder {
    mutating func pattern(_ source: String) throws(PatternProblem) -> Pattern {
        let terms = try terms(source)
        let candidates = terms.filter { !$0.negated && $0.place == .sentence }.map { anchors($0.steps) }
        let best = candidates.min { worst($0) < worst($1) }
        guard let best, !best.isEmpty else { throw PatternProblem.onlyNegative }
        return Pattern(terms: terms, anchors: best, source: source)
    }

    /// A pattern of `unless`, which may look only at what stands above.
    mutating func guardPattern(_ source: String) throws(PatternProblem) -> Pattern {
        let terms = try terms(source)
        guard terms.contains(where: { !$0.negated }) else { throw PatternProblem.onlyNegative }
        return Pattern(terms: terms, anchors: [], source: source)
    }

    /// The terms of a pattern; what stands between two `&` is one group.
    private mutating func terms(_ source: String) throws(PatternProblem) -> [Term] {
        let groups = source.split(separator: "&").map { $0.split(separator: "+") }
        let count = groups.reduce(0) { $0 + $1.count }
        guard count <= Self.mostTerms else { throw PatternProblem.tooManyTerms(count) }
        var terms: [Term] = []
        for (group, items) in groups.enumerated() {
            for item in items { terms.append(try term(String(item), group: group)) }
        }
        return terms
    }

    /// The time to put a pattern together grows with the square of its terms.
    private static let mostTerms = 12

    private func worst(_ symbols: [Symbol]) -> Int { symbols.map(rank).max() ?? 9 }

    private mutating func term(_ text: String, group: Int) throws(PatternProblem) -> Term {
        var rest = Substring(text).drop(while: \.isWhitespace)
        let negated = rest.hasPrefix("!")
        if negated { rest = rest.dropFirst() }
        var place = TermPlace.sentence
        if rest.hasPrefix("~") { place = .either }
        if rest.hasPrefix("^") { place = .above }
        if place != .sentence { rest = rest.dropFirst() }
        return Term(place: place, negated: negated, group: group, steps: try steps(String(rest)))
    }
}
