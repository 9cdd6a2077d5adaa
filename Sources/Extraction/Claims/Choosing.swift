import RuleBook

/// A match that passed its guards.
struct Candidate {
    var match: PatternMatch
    var guards: Set<Guard>
    var isNegated: Bool

    /// The same match for another rule, whose pattern is the same.
    func of(_ rule: Int) -> Candidate {
        var other = self
        other.match.rule = rule
        return other
    }
}

/// Of several rules that want the same words, one speaks.
enum Choosing {
    /// At most one claim a quantity, and one a theme and stretch of words elsewhere.
    static func choose(_ candidates: [Candidate], _ rules: [ClaimRule]) -> [Candidate] {
        let isAlone = Set(candidates.compactMap(\.match.quantity)).count == 1
        let ranks = candidates.map { rank($0, rules, isAlone) }
        let ranked = candidates.indices.sorted { ranks[$0] > ranks[$1] }
        var kept: [Candidate] = []
        for candidate in ranked.map({ candidates[$0] }) where !kept.contains(where: { clash($0, candidate, rules) }) {
            kept.append(candidate)
        }
        return kept.sorted { ($0.match.span.start, $0.match.rule) < ($1.match.span.start, $1.match.rule) }
    }

    /// Rules of this priority or less take whatever other rules leave, whichever clause those find their words in; but several
    /// quantities share the clauses among them.
    private static let leftovers = -5

    private struct Rank: Comparable {
        var isLeftover: Bool
        var strays: Int
        var priority: Int
        var weight: Double
        var remoteness: Int
        var closeness: Int
        var length: Int
        var rule: Int

        static func < (left: Rank, right: Rank) -> Bool {
            if left.isLeftover != right.isLeftover { return left.isLeftover }
            if left.strays != right.strays { return left.strays > right.strays }
            if left.priority != right.priority { return left.priority < right.priority }
            if left.weight != right.weight { return left.weight < right.weight }
            if left.remoteness != right.remoteness { return left.remoteness > right.remoteness }
            if left.closeness != right.closeness { return left.closeness < right.closeness }
            if left.length != right.length { return left.length < right.length }
            return left.rule > right.rule
        }
    }

    /// Priority first, then the number of terms, then how close together the words stand.
    private static func rank(_ candidate: Candidate, _ rules: [ClaimRule], _ isAlone: Bool) -> Rank {
        let words = candidate.match.parts.reduce(0) { $0 + $1.end - $1.start }
        let span = candidate.match.span.end - candidate.match.span.start
        return Rank(
            isLeftover: isAlone && rules[candidate.match.rule].priority <= leftovers,
            strays: candidate.match.quantity == nil ? 1 : candidate.match.strays, priority: rules[candidate.match.rule].priority,
            weight: candidate.match.weight, remoteness: candidate.match.remoteness,
            closeness: words - span, length: words,
            rule: candidate.match.rule)
    }

    private static func clash(_ first: Candidate, _ second: Candidate, _ rules: [ClaimRule]) -> Bool {
        if let one = first.match.quantity, let other = second.match.quantity { return one == other }
        let (left, right) = (rules[first.match.rule], rules[second.match.rule])
        if left.theme == right.theme, left.kind == right.kind { return true }
        if first.match.quantity != nil || second.match.quantity != nil {
            return left.theme == right.theme && first.match.span.overlaps(second.match.span)
                || sharesCore(first, second)
        }
        return first.match.span.overlaps(second.match.span)
    }

    private static func sharesCore(_ first: Candidate, _ second: Candidate) -> Bool {
        first.match.parts.contains { part in second.match.parts.contains { $0 == part } }
    }
}
