/// Reads `@answer & {duration} & !@others` into terms.
extension GrammarBuilder {
    mutating func pattern(_ source: String) throws(PatternProblem) -> Pattern {
        var terms: [Term] = []
        for (group, part) in source.split(separator: "&").enumerated() {
            for item in part.split(separator: "+") {
                terms.append(try term(String(item), group: group))
            }
        }
        let candidates = terms.filter { !$0.negated && $0.place == .sentence }.map { anchors($0.steps) }
        let best = candidates.min { worst($0) < worst($1) }
        guard let best, !best.isEmpty else { throw PatternProblem.onlyNegative }
        return Pattern(terms: terms, anchors: best, source: source)
    }

    /// A pattern of `unless`, which may look only at what stands above.
    mutating func guardPattern(_ source: String) throws(PatternProblem) -> Pattern {
        var terms: [Term] = []
        for (group, part) in source.split(separator: "&").enumerated() {
            for item in part.split(separator: "+") { terms.append(try term(String(item), group: group)) }
        }
        guard terms.contains(where: { !$0.negated }) else { throw PatternProblem.onlyNegative }
        return Pattern(terms: terms, anchors: [], source: source)
    }

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
