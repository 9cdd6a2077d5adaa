import Claims
import RuleBook

/// Days of the year: "24 December", "Boxing Day", "24 en 31 december". Each has a name that all languages share: `date-12-24`,
/// `date-easter-monday`.
extension QuantityReader {
    func readDates(_ reading: inout Reading, _ numbers: inout [NumberSpan]) {
        var found: [Span: [String]] = [:]
        for (symbol, name) in names.dates where reading.has(symbol) {
            for span in reading.spans(symbol) { found[span, default: []].append(name) }
        }
        for (index, symbol) in names.months.enumerated() where reading.has(symbol) {
            for span in reading.spans(symbol) {
                // "Up to 3 may": where months have capitals, a word without one is another word.
                let isName = reading.tokens[span.start].capital || ["nl", "fr"].contains(grammar.language)
                guard isName, let days = daysBefore(reading, span) ?? dayAfter(reading, span) else { continue }
                found[days.span, default: []] += days.days.map { Self.name(month: index + 1, day: $0) }
            }
        }
        // "Christmas Eve" is not Christmas: of two at one place the longer stands.
        var kept: [Span] = []
        for span in found.keys.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
        where !(kept.last?.overlaps(span) ?? false) {
            kept.append(span)
            add(Quantity(span: span, value: .days(found[span]!.sorted()), op: .equal, slots: [.date]), to: &reading)
        }
        if !kept.isEmpty { numbers.removeAll { number in kept.contains { $0.overlaps(number.span) } } }
    }

    static func name(month: Int, day: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "date-" + two(month) + "-" + two(day)
    }

    /// "24 december", "24th of December", "1er mai", "24 en 31 december", "24 t/m 26 december".
    private func daysBefore(_ reading: Reading, _ month: Span) -> (span: Span, days: [Int])? {
        guard let last = day(reading, before: month.start) else { return nil }
        var (start, days) = (last.at, [last.day])
        while days.count < Self.mostDays, start > 1 {
            // "t/m" is a phrase of several tokens.
            var joint = start
            while joint > 1, start - joint < 3, isDayRange(reading, joint - 1) { joint -= 1 }
            let isRange = joint < start
            if !isRange, isListJoint(reading, start - 1) { joint = start - 1 }
            guard joint < start, let earlier = day(reading, before: joint), earlier.day < days[0] else { break }
            days = (isRange ? Array(earlier.day..<days[0]) : [earlier.day]) + days
            start = earlier.at
        }
        return (Span(start: start, end: month.end), days)
    }

    /// "December 24": only where the month is written as a name.
    private func dayAfter(_ reading: Reading, _ month: Span) -> (span: Span, days: [Int])? {
        guard month.end < reading.tokens.count, reading.tokens[month.start].capital, let day = dayNumber(reading, month.end),
            unit(reading, month.end + 1) == nil
        else { return nil }
        return (Span(start: month.start, end: month.end + 1), [day])
    }

    private static let mostDays = 12

    /// The day of the month that stands before a token, over a point, an ending ("th", "er") or "of".
    private func day(_ reading: Reading, before end: Int) -> (at: Int, day: Int)? {
        for at in stride(from: end - 1, through: max(0, end - 3), by: -1) {
            if let day = dayNumber(reading, at) { return (at, day) }
            let token = reading.tokens[at]
            guard token.isSign(".") || token.kind == .word && token.end - token.start <= 2 else { return nil }
        }
        return nil
    }

    private func dayNumber(_ reading: Reading, _ at: Int) -> Int? {
        guard reading.tokens.indices.contains(at), reading.tokens[at].kind == .number, reading.tokens[at].digits <= 2,
            (1...31).contains(reading.tokens[at].value)
        else { return nil }
        return Int(reading.tokens[at].value)
    }
}
