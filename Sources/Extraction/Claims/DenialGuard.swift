import RuleBook

/// What a sentence denies.
extension Guarding {
    /// A word of denial near the match that is not part of a set phrase ("not more than").
    func isNegated(_ match: PatternMatch) -> Bool {
        if let quantity = match.quantity, reading.quantities[quantity].usesDenial { return false }
        let clauses = clauses(of: match.span)
        for symbol in [names.not, names.no, names.never, names.nobody] where reading.has(symbol) {
            for span in reading.spans(symbol) {
                guard clauses.contains(reading.clause[span.start]), !match.parts.contains(where: { $0.overlaps(span) }),
                    span.start >= match.span.start - 4, span.start <= match.span.end + 2, !isInPhrase(span)
                else { continue }
                return true
            }
        }
        return false
    }

    /// True where a longer phrase of another concept covers the word, and that phrase refuses nothing.
    private func isInPhrase(_ word: Span) -> Bool {
        reading.touched.contains { symbol in
            !names.refusals.contains(symbol) && symbol != names.not && symbol != names.no && symbol != names.never
                && names.isConcept(symbol)
                && reading.spans(symbol).contains { $0.end - $0.start > 1 && $0.start <= word.start && word.end <= $0.end }
        }
    }
}
