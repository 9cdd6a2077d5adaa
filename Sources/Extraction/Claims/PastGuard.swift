import RuleBook

/// What a sentence tells of the past.
extension Guarding {
    /// The past tense, a measurement, or a year.
    func isPast(_ match: PatternMatch, _ clauses: Set<UInt8>) -> Bool {
        if toldInThePast(match, clauses) || isMeasuredRow { return true }
        for symbol in [names.ago, names.statistic] where stands(symbol, in: clauses, outside: match) { return true }
        if beginsWithYear(clauses) { return true }
        guard reading.has(names.yearWord) else { return false }
        return reading.spans(names.yearWord).contains { word in
            word.end < reading.tokens.count && clauses.contains(reading.clause[word.start]) && reading.tokens[word.end].digits == 4
                && (1900...2099).contains(reading.tokens[word.end].value)
        }
    }

    /// "1952 lieferte der Gründer …": in German a verb follows the year, where a noun that it counts has a capital.
    private func beginsWithYear(_ clauses: Set<UInt8>) -> Bool {
        guard language == "de", let first = reading.tokens.first, first.digits == 4, (1900...2099).contains(first.value),
            clauses.contains(where: { isInFirstPart($0) }), reading.tokens.count > 1
        else { return false }
        return reading.tokens[1].kind == .word && !reading.tokens[1].capital
    }

    private func isInFirstPart(_ clause: UInt8) -> Bool {
        reading.clause.firstIndex(of: clause).map { reading.part[$0] == reading.part[0] } ?? false
    }

    /// A cell whose row holds two shares or more reports how it went: "Answered within 30 s | 71 % | 68 %".
    private var isMeasuredRow: Bool {
        above.beside.count { cell in cell.quantities.contains { $0.slots.contains(.percent) } } > 1
    }

    /// A verb in the past, which may be the very word that a rule found by its stem ("antwoordden") or stand within the words that
    /// it found ("an engineer was with you"), but does not belong to a set phrase: "when we said" is a time to come.
    private func toldInThePast(_ match: PatternMatch, _ clauses: Set<UInt8>) -> Bool {
        guard reading.has(names.past) else { return false }
        return reading.spans(names.past).contains { span in
            clauses.contains(reading.clause[span.start]) && !isNoun(span) && !isParticiple(span) && !isBehindFuture(span)
                && !match.parts.contains { isEdge(span, of: $0) }
        }
    }

    /// "We will refund what you paid": behind a word of things to come the past belongs to a relative clause, as it does behind the
    /// customer ("the fees you paid").
    private func isBehindFuture(_ word: Span) -> Bool {
        if reading.has(names.customerPast), reading.spans(names.customerPast).contains(where: { $0.overlaps(word) }) { return true }
        guard reading.has(names.future) else { return false }
        return reading.spans(names.future).contains { $0.start < word.start && reading.clause[$0.start] == reading.clause[word.start] }
    }

    /// The word begins or ends a longer phrase that was matched, as it would not where the phrase runs over it. A past of several words
    /// ("waren sicher", "stand fest") is meant.
    private func isEdge(_ word: Span, of part: Span) -> Bool {
        word.end - word.start == 1 && part != word && part.start <= word.start && word.end <= part.end
            && (part.start == word.start || part.end == word.end)
    }

    /// "Are passed on": behind a passive of the present a form of the past tells of no past.
    private func isParticiple(_ word: Span) -> Bool {
        word.start > 0 && reading.has(names.passive, in: (word.start - 1)..<word.start)
            && !reading.has(names.past, in: (word.start - 1)..<word.start)
    }

    /// German writes its nouns with a capital: "Waren" are goods, "waren" is the past.
    private func isNoun(_ word: Span) -> Bool {
        language == "de" && word.end - word.start == 1 && word.start > 0 && reading.tokens[word.start].capital
    }
}
