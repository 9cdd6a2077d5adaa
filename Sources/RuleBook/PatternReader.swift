/// Reads `@answer & {duration} & !@others` into terms.
extension GrammarBuilder {
    /// How many different patterns there are so far.
    var formCount: Int { written.count + writtenGuards.count }

    mutating func pattern(_ source: String) throws(PatternProblem) -> Pattern {
        if let known = written[source] { return known }
        let terms = try terms(source)
        let candidates = terms.filter { !$0.negated && $0.place == .sentence }.map { rarity.anchors($0.steps) }
        let best = candidates.min { rarity.rank($0) < rarity.rank($1) }
        guard let best, !best.isEmpty else { throw PatternProblem.onlyNegative }
        let pattern = Pattern(terms: terms, anchors: best, source: source, form: formCount)
        written[source] = pattern
        return pattern
    }

    /// A pattern of `unless`, which may look only at what stands above.
    mutating func guardPattern(_ source: String) throws(PatternProblem) -> Pattern {
        if let known = writtenGuards[source] { return known }
        let terms = try terms(source)
        guard terms.contains(where: { !$0.negated }) else { throw PatternProblem.onlyNegative }
        let pattern = Pattern(terms: terms, anchors: [], source: source, form: formCount)
        writtenGuards[source] = pattern
        return pattern
    }

    /// The terms of a pattern; what stands between two `&` is one group.
    private mutating func terms(_ source: String) throws(PatternProblem) -> [Term] {
        let groups = Array(source.utf8).split(separator: UInt8(ascii: "&")).map { $0.split(separator: UInt8(ascii: "+")) }
        let count = groups.reduce(0) { $0 + $1.count }
        guard count <= Self.mostTerms else { throw PatternProblem.tooManyTerms(count) }
        var terms: [Term] = []
        for (group, items) in groups.enumerated() {
            for item in items { terms.append(try term(item, group: group)) }
        }
        return terms
    }

    /// The time to put a pattern together grows with the square of its terms.
    private static let mostTerms = 12

    private mutating func term(_ text: ArraySlice<UInt8>, group: Int) throws(PatternProblem) -> Term {
        var rest = text.drop { $0 <= 0x20 }
        let negated = rest.first == UInt8(ascii: "!")
        if negated { rest = rest.dropFirst() }
        var place = TermPlace.sentence
        if rest.first == UInt8(ascii: "~") { place = .either }
        if rest.first == UInt8(ascii: "^") { place = .above }
        if place != .sentence { rest = rest.dropFirst() }
        return Term(place: place, negated: negated, group: group, steps: try steps(rest))
    }
}
