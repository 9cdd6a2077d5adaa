import RuleBook

/// What is added to days that stand already: "every day, Sundays too", "daily except Monday".
extension QuantityReader {
    /// Words between the days and what is added to them.
    private static let gap = 5

    /// A day that is among the days before it adds nothing, and behind "except" it is taken from them.
    func withAdditions(_ mentions: [DayMention], _ reading: Reading) -> [DayMention] {
        var result: [DayMention] = []
        for mention in mentions {
            if let last = result.last, let joined = adding(mention, to: last, reading) {
                result[result.count - 1] = joined
            } else {
                result.append(mention)
            }
        }
        return result
    }

    private func adding(_ part: DayMention, to whole: DayMention, _ reading: Reading) -> DayMention? {
        let between = whole.span.end..<part.span.start
        guard whole.days.contains(part.days), whole.days != part.days, between.count <= Self.gap,
            between.allSatisfy({ reading.tokens[$0].kind != .number }), !stands(names.closed, reading, between)
        else { return nil }
        var days = whole.days
        if reading.has(names.except, in: between) { days.remove(part.days) }
        return DayMention(span: Span(start: whole.span.start, end: part.span.end), days: days)
    }
}
