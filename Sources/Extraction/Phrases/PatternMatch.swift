import RuleBook

/// A pattern found in a sentence: the words it took, and the quantity among them.
struct PatternMatch {
    var rule: Int
    var pattern: Pattern
    var span: Span
    /// Spans of the terms, in the order of the pattern's positive terms in the sentence.
    var parts: [Span]
    /// Index into `Reading.quantities`, where the pattern has a slot.
    var quantity: Int?
    var weight: Double
    /// How far above the sentence the terms were found that it lacks itself, in all.
    var remoteness = 0
    /// How many terms stand in another clause than the quantity. Terms that may stand above do not count.
    var strays = 0
}

/// Puts the terms of a pattern together.
struct PatternMatcher {
    /// Terms further apart do not belong to one statement.
    static let reach = 25

    let reading: Reading
    let above: Context

    func matches(_ rule: Int, _ pattern: Pattern) -> [PatternMatch] {
        var candidates: [Found] = []
        var remoteness = 0
        for term in pattern.terms {
            if term.negated {
                if holds(term) { return [] }
                continue
            }
            let spans = term.place == .above ? [] : reading.matches(term.steps)
            if spans.isEmpty {
                guard term.place != .sentence, let distance = above.distance(term.steps) else { return [] }
                remoteness += distance
                continue
            }
            candidates.append(
                Found(group: term.group, spans: spans, slot: term.steps.contains(where: Slot.fills), loose: term.place == .either))
        }
        guard !candidates.isEmpty else { return [] }
        let primary =
            candidates.firstIndex { $0.slot } ?? candidates.indices.min { candidates[$0].spans.count < candidates[$1].spans.count }!
        var result: [PatternMatch] = []
        for span in candidates[primary].spans {
            guard let places = complete(candidates, primary, span) else { continue }
            let parts = places.compactMap(\.self)
            let whole = Span(start: parts.map(\.start).min()!, end: parts.map(\.end).max()!)
            result.append(
                PatternMatch(
                    rule: rule, pattern: pattern, span: whole, parts: parts,
                    quantity: candidates[primary].slot ? quantity(in: span, pattern) : enclosed(parts), weight: pattern.weight,
                    remoteness: remoteness, strays: strays(candidates, places, span)))
        }
        return result
    }

    /// A term with the places where it was found.
    private struct Found {
        var group: Int
        var spans: [Span]
        var slot = false
        var loose = false
    }

    private func strays(_ candidates: [Found], _ places: [Span?], _ chosen: Span) -> Int {
        candidates.indices.count { index in !candidates[index].loose && !(places[index].map { sameStretch($0, chosen) } ?? true) }
    }

    /// True where the term is found, wherever it may stand.
    func holds(_ term: Term) -> Bool {
        switch term.place {
        case .sentence: !reading.matches(term.steps, limit: 1).isEmpty
        case .above: above.contains(term.steps)
        case .either: !reading.matches(term.steps, limit: 1).isEmpty || above.contains(term.steps)
        }
    }

    /// True where an `unless` pattern holds.
    func holds(_ pattern: Pattern) -> Bool {
        let inSentence = pattern.terms.filter { !$0.negated && $0.place == .sentence }
        for term in pattern.terms where term.negated || term.place != .sentence {
            if holds(term) == term.negated { return false }
        }
        if inSentence.isEmpty { return true }
        let candidates = inSentence.map { Found(group: $0.group, spans: reading.matches($0.steps)) }
        if candidates.contains(where: { $0.spans.isEmpty }) { return false }
        return candidates[0].spans.contains { complete(candidates, 0, $0) != nil }
    }

    /// Chooses for every other term the nearest place that fits with the first, in the same clause if possible. A term that may stand
    /// above may also stand in another part of the sentence; it then has no place here.
    private func complete(_ candidates: [Found], _ primary: Int, _ chosen: Span) -> [Span?]? {
        var taken: [Span?] = Array(repeating: nil, count: candidates.count)
        taken[primary] = chosen
        for index in candidates.indices where taken[index] == nil {
            let group = candidates[index].group
            let fellows = candidates.indices.filter { candidates[$0].group == group && taken[$0] != nil }.map { taken[$0]! }
            let fitting = candidates[index].spans.filter { span in
                reading.part[span.start] == reading.part[chosen.start] && span.distance(chosen) <= Self.reach
                    && !taken.contains { $0?.collides(span) ?? false } && fellows.allSatisfy { sameClause($0, span) }
            }
            taken[index] = fitting.min { farness($0, chosen) < farness($1, chosen) }
            if taken[index] == nil, !candidates[index].loose { return nil }
        }
        return taken
    }

    private func farness(_ span: Span, _ chosen: Span) -> (Int, Int, Int) {
        (sameStretch(span, chosen) ? 0 : 1, span.distance(chosen), span.start)
    }

    private func sameStretch(_ first: Span, _ second: Span) -> Bool {
        reading.stretch[first.start] == reading.stretch[second.start] || reading.stretch[first.end - 1] == reading.stretch[second.end - 1]
    }

    private func sameClause(_ first: Span, _ second: Span) -> Bool {
        reading.clause[first.start] == reading.clause[second.start]
            || reading.clause[first.end - 1] == reading.clause[second.end - 1]
    }

    /// A sum or share inside a phrase that asks for it: "krijgt u automatisch 35 euro".
    private func enclosed(_ parts: [Span]) -> Int? {
        reading.quantities.firstIndex { quantity in
            quantity.slots.contains { $0 == .money || $0 == .percent }
                && parts.contains { $0.start < quantity.span.start && quantity.span.end <= $0.end }
        }
    }

    private func quantity(in span: Span, _ pattern: Pattern) -> Int? {
        let slots = Set(pattern.terms.flatMap(\.steps).flatMap(\.symbols).filter { $0 < Slot.nothing.rawValue })
        return reading.quantities.indices.first {
            let quantity = reading.quantities[$0]
            return quantity.span.start >= span.start && quantity.span.end <= span.end
                && quantity.slots.contains { slots.contains($0.rawValue) }
        }
    }
}
