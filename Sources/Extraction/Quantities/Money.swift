import Claims
import RuleBook

/// Prices: `€ 4,65`, `EUR 7,50`, `35 euro`, `20 Cent`, `7p a minute`, `€ 45,-`.
extension QuantityReader {
    func readMoney(_ reading: inout Reading, _ numbers: [NumberSpan]) {
        for number in numbers {
            guard let (unit, span) = currency(reading, number) else { continue }
            let end = span.end
            let quantity = Quantity(
                span: span, value: .money(number.value, unit, per: per(reading, end) ?? adjective(reading, span.start)),
                op: bound(reading, span, default: .equal), slots: [.money])
            add(quantity, to: &reading)
        }
    }

    /// The currency before or after a number, and the whole span.
    private func currency(_ reading: Reading, _ number: NumberSpan) -> (Unit, Span)? {
        var end = number.span.end
        let start = number.span.start
        for (symbol, unit) in currencies where reading.has(symbol) {
            for span in reading.spans(symbol) where unit != .cent && span.end == start {
                if end + 1 < reading.tokens.count, reading.tokens[end].isSign(","), reading.tokens[end + 1].isSign("-") { end += 2 }
                return (unit, Span(start: span.start, end: end))
            }
        }
        for (symbol, unit) in currencies where reading.has(symbol) {
            for span in reading.spans(symbol) where span.start == end { return (unit, Span(start: start, end: span.end)) }
        }
        return nil
    }

    private var currencies: [(Symbol, Unit)] {
        [(names.euro, .euro), (names.pound, .pound), (names.dollar, .dollar), (names.franc, .franc), (names.cent, .cent)]
    }

    /// "The monthly fee is £26": an adjective before the amount says what the price is for.
    private func adjective(_ reading: Reading, _ start: Int) -> String? {
        let before = max(0, start - Self.adjectiveReach)..<start
        if stands(names.monthly, reading, before) { return "month" }
        return stands(names.yearly, reading, before) ? "year" : nil
    }

    private static let adjectiveReach = 7

    /// What a price is for: the unit after "per" within three words.
    private func per(_ reading: Reading, _ end: Int) -> String? {
        let after = end..<min(reading.tokens.count, end + 4)
        if stands(names.perMinute, reading, after) { return "minute" }
        if stands(names.perCall, reading, after) { return "call" }
        guard stands(names.per, reading, end..<min(reading.tokens.count, end + 2)) else { return nil }
        return periods.first { stands($0.0, reading, after) }?.1
    }

    private var periods: [(Symbol, String)] {
        [
            (names.minute, "minute"), (names.hour, "hour"), (names.day, "day"), (names.week, "week"), (names.month, "month"),
            (names.year, "year"),
        ]
    }

    /// What a share is counted over: the unit right after the first "per", "a" or "every" that has one ("of the time, measured per month").
    func period(_ reading: Reading, after end: Int, within: Int) -> String? {
        let last = min(reading.tokens.count, end + within)
        for word in reading.spans(names.per).sorted(by: { $0.start < $1.start }) where word.start >= end && word.end < last {
            let next = word.end..<min(last, word.end + 2)
            if let period = periods.first(where: { stands($0.0, reading, next) }) { return period.1 }
        }
        return nil
    }
}
