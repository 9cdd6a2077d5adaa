import Claims
import RuleBook

/// Durations: `24 uur`, `1–3 werkdagen`, `two (2) months`, `anderhalve dag`, `dezelfde dag`, `within the hour`.
extension QuantityReader {
    func readDurations(_ reading: inout Reading, _ numbers: [NumberSpan]) {
        let daily = [names.dayEvery, names.aroundTheClock].flatMap { reading.spans($0) }.filter { $0.end - $0.start > 2 }
        // "Seven days a week" is no length of time; "seven days" is one.
        let numbers = numbers.filter { number in !daily.contains { $0.overlaps(number.span) } }
        for quantity in numbered(reading, numbers) { add(quantity, to: &reading) }
        for quantity in unnumbered(reading) { add(quantity, to: &reading) }
        for quantity in elliptical(reading, numbers) { add(quantity, to: &reading) }
        countWorkingDays(&reading)
    }

    /// "On working days within 24 hours": a working day. A clock that stops at the weekend counts no hours.
    private func countWorkingDays(_ reading: inout Reading) {
        let hasWorkdays = [names.workday, names.dayWorkdays].contains { symbol in
            reading.spans(symbol).contains { day in !reading.quantities.contains { $0.span.overlaps(day) } }
        }
        guard hasWorkdays else { return }
        for index in reading.quantities.indices {
            guard case .duration(let hours, .hour) = reading.quantities[index].value, hours > 0,
                hours.truncatingRemainder(dividingBy: 24) == 0
            else { continue }
            reading.quantities[index].value = .duration(hours / 24, .workday)
        }
    }

    /// "Safe inside four hours and the job done within 24": a number after "within" that names no unit has the unit before it.
    private func elliptical(_ reading: Reading, _ numbers: [NumberSpan]) -> [Quantity] {
        var known = reading.quantities.compactMap { quantity -> (start: Int, unit: Unit)? in
            if case .duration(_, let unit) = quantity.value { (quantity.span.start, unit) } else { nil }
        }
        // "A few minutes, ten at most".
        for few in reading.spans(names.couple) { if let (unit, _, _) = unit(reading, few.end) { known.append((few.start, unit)) } }
        guard !known.isEmpty else { return [] }
        return numbers.compactMap { number in
            guard number.value > 0, isBounded(reading, number.span), let before = known.last(where: { $0.start < number.span.start })
            else { return nil }
            return duration(reading, number.span, number.value, before.unit)
        }
    }

    /// "Within 24" before something that it cannot count, "three at the most".
    private func isBounded(_ reading: Reading, _ number: Span) -> Bool {
        if reading.spans(names.atMost).contains(where: { $0.start == number.end && $0.end - $0.start > 1 }) { return true }
        return reading.spans(names.within).contains { $0.end == number.start } && endsPhrase(reading, number.end)
    }

    /// Nothing stands at the place that a number could count: the end, a sign, "and", a small word ("in five during enrolment").
    private func endsPhrase(_ reading: Reading, _ at: Int) -> Bool {
        guard at < reading.tokens.count else { return true }
        let token = reading.tokens[at]
        if token.kind == .sign { return !token.isSign("%") && !token.isSign("-") && !token.isSign(":") }
        return token.kind == .word && [names.joint, names.clauseStart, names.clauseEnd].contains { reading.has($0, in: at..<(at + 1)) }
    }

    private func numbered(_ reading: Reading, _ numbers: [NumberSpan]) -> [Quantity] {
        var result: [Quantity] = []
        var index = 0
        while index < numbers.count {
            let first = numbers[index]
            var (value, end, next) = (first.value, first.span.end, index + 1)
            // "1–3", "1 à 3", "two (2)", "24 or 48": the upper end of a range; a number repeated in brackets is one number.
            if next < numbers.count, joined(reading, end, numbers[next].span.start) {
                value = max(value, numbers[next].value)
                end = numbers[next].span.end
                next += 1
                if end < reading.tokens.count, reading.tokens[end].isSign(")") { end += 1 }
            }
            if end < reading.tokens.count, reading.has(names.half, in: end..<(end + 1)), value == value.rounded() {
                // "2 and a half weeks", but "een half jaar", "a half day".
                if unit(reading, end + 1) != nil {
                    value = first.isFigure || value > 1 ? value + 0.5 : 0.5
                    end += 1
                }
            }
            guard let (unit, factor, unitEnd) = unit(reading, end) else {
                index += 1
                continue
            }
            if let halfEnd = halfBehind(reading, unitEnd) {
                let span = Span(start: first.span.start, end: halfEnd)
                let (length, measure) = unit == .hour ? ((value + 0.5) * 60, Unit.minute) : ((value + 0.5) * factor, unit)
                result.append(duration(reading, span, length, measure))
                index = next
                continue
            }
            let (extra, extraEnd, used) = remainder(reading, numbers, next, unitEnd, unit)
            let span = Span(start: first.span.start, end: extraEnd)
            result.append(duration(reading, span, value * factor + extra, unit))
            index = next + used
        }
        return result
    }

    /// "Une heure et demie", "an hour and a half": the half stands behind the unit.
    private func halfBehind(_ reading: Reading, _ unitEnd: Int) -> Int? {
        reading.spans(names.andHalf).first { $0.start == unitEnd }?.end
    }

    /// The unit that starts at a token, the longest first: "working days" before "days".
    func unit(_ reading: Reading, _ at: Int) -> (Unit, Double, Int)? {
        guard at < reading.tokens.count else { return nil }
        var best: (Unit, Double, Int)?
        for (symbol, unit, factor) in units where reading.has(symbol) {
            for span in reading.spans(symbol) where span.start == at && span.end > best?.2 ?? 0 {
                best = (unit, factor, span.end)
            }
        }
        return best
    }

    /// "4 minutes 30 seconds": the smaller part, in the unit of the larger.
    private func remainder(
        _ reading: Reading, _ numbers: [NumberSpan], _ index: Int, _ end: Int, _ larger: Unit
    ) -> (Double, Int, Int) {
        let sizes: [Unit: (Unit, Double)] = [.minute: (.second, 60), .hour: (.minute, 60)]
        guard let (smaller, share) = sizes[larger], index < numbers.count, numbers[index].span.start - end <= 1,
            numbers[index].isFigure, let (unit, factor, unitEnd) = unit(reading, numbers[index].span.end), unit == smaller
        else { return (0, end, 0) }
        return (numbers[index].value * factor / share, unitEnd, 1)
    }

    /// Only a dash, "to", "or", "à" or an opening bracket stands between two numbers.
    private func joined(_ reading: Reading, _ from: Int, _ to: Int) -> Bool {
        guard to - from == 1 else { return false }
        let token = reading.tokens[from]
        if token.isSign("-") || token.isSign("(") || token.isSign("/") { return true }
        return reading.has(names.to, in: from..<to) || reading.has(names.dayRange, in: from..<to)
    }

    /// Durations without a number: "within the hour", "anderhalve dag", "een half jaar", "dezelfde dag", "a fortnight".
    private func unnumbered(_ reading: Reading) -> [Quantity] {
        var result: [Quantity] = []
        for symbol in [names.oneAndHalf, names.half] where reading.has(symbol) {
            for span in reading.spans(symbol) {
                guard let (unit, factor, end) = unit(reading, span.end) else { continue }
                let value = symbol == names.half ? 0.5 : 1.5
                result.append(duration(reading, Span(start: span.start, end: end), value * factor, unit))
            }
        }
        for (symbol, value, unit) in specials where reading.has(symbol) {
            for span in reading.spans(symbol) where !isInsideNextDay(reading, symbol, span) && !isCounted(reading, span) {
                let isWorking = unit == .day && value == 0 && reading.has(names.workday, in: span.start..<span.end)
                var quantity = duration(reading, span, value, isWorking ? .workday : unit)
                if unit == .day || unit == .workday || symbol == names.sameWeek { quantity.slots.append(.near) }
                result.append(quantity)
            }
        }
        for span in reading.spans(names.within) {
            let start = span.end
            guard start + 1 < reading.tokens.count, reading.tokens[start].kind == .word,
                !isVague(reading, start), let (unit, factor, end) = unit(reading, start + 1), factor == 1, unit != .second,
                end >= reading.tokens.count || reading.tokens[end].kind != .number
            else { continue }
            result.append(duration(reading, Span(start: start, end: end), 1, unit))
        }
        return result
    }

    /// "Five euros per quarter of an hour", "the first quarter of an hour": what is paid for, and no time within which anything is done.
    private func isCounted(_ reading: Reading, _ span: Span) -> Bool {
        guard span.start > 0, case let before = (span.start - 1)..<span.start else { return false }
        return stands(names.per, reading, before) && reading.quantities.contains { $0.slots == [.money] }
            || stands(names.ordinal, reading, before) || stands(names.firstStretch, reading, before)
    }

    func duration(_ reading: Reading, _ span: Span, _ written: Double, _ writtenUnit: Unit) -> Quantity {
        let (value, unit) = whole(written, writtenUnit)
        let slot: Slot = unit == .second || unit == .minute ? .short : unit == .hour ? .clock : .days
        var slots: [Slot] = [.duration, slot]
        if slot == .short { slots.append(.clock) }
        slots.append(.threshold)
        if slot == .days { slots.append(.term) }
        var quantity = Quantity(
            span: span, value: .duration(value, unit), op: bound(reading, span, default: .atMost), slots: slots)
        if quantity.op == .greater, isDenied(reading, span) { (quantity.op, quantity.usesDenial) = (.atMost, true) }
        let around = Span(start: max(0, span.start - 2), end: min(reading.tokens.count, span.end + 2))
        let isBound = stands(names.within, reading, around.start..<span.start) || stands(names.atMost, reading, around.start..<span.start)
        // German "vor" is "ago" before a length of time, and "before" behind it.
        let isAhead = reading.spans(names.beforeEvent).contains { $0.start == span.end }
        let aged =
            !isBound && !isAhead && stands(names.ago, reading, around.start..<around.end)
            || stands(names.age, reading, around.start..<around.end)
        quantity.isThreshold =
            quantity.op == .greater || aged || isMeasured(written)
            || isShare(reading, span)
        quantity.per = period(reading, after: span.end, within: 6)
        if aged || quantity.per == nil, quantity.op != .greater { quantity.slots.removeAll { $0 == .threshold } }
        return quantity
    }

    /// "Nobody" or "never" stands in the clause of the bound, or "not" before it, and no "if": "reageren wij langer dan 24 uur niet" is
    /// a bound no more than "if we do not answer for longer than a day".
    private func isDenied(_ reading: Reading, _ span: Span) -> Bool {
        let clause = reading.clause[span.start]
        if reading.spans(names.condition).contains(where: { reading.clause[$0.start] == clause }) { return false }
        return names.denials.contains { symbol, mayFollow in
            reading.has(symbol)
                && reading.spans(symbol).contains { reading.clause[$0.start] == clause && (mayFollow || $0.end <= span.start) }
        }
    }

    /// Half an hour is thirty minutes, half a minute thirty seconds.
    private func whole(_ value: Double, _ unit: Unit) -> (Double, Unit) {
        switch (value, unit) {
        case (0.5, .hour): (30, .minute)
        case (0.5, .minute): (30, .second)
        case (0.5, .year): (6, .month)
        default: (value, unit)
        }
    }

    /// Nobody promises 1.8 hours: such a figure was measured. Halves and quarters are promised.
    private func isMeasured(_ value: Double) -> Bool { (value * 4).rounded() != value * 4 }

    /// "32 uur per week": part of a longer time.
    private func isShare(_ reading: Reading, _ span: Span) -> Bool {
        guard span.end + 1 < reading.tokens.count, reading.spans(names.per).contains(where: { $0.start == span.end }) else { return false }
        return unit(reading, span.end + 1) != nil
    }

    /// "Close of business on the next working day", "next working day, end of day": that day, not this one.
    private func isInsideNextDay(_ reading: Reading, _ symbol: Symbol, _ span: Span) -> Bool {
        guard symbol == names.sameDay else { return false }
        return [names.nextDay, names.nextWorkday].contains { later in
            reading.spans(later).contains {
                $0.start >= span.start && $0.start - span.end <= 2 || $0.end <= span.start && span.start - $0.end <= 2
            }
        }
    }

    /// "Within a few days", "in several weeks": so many that nobody can be held to it.
    private func isVague(_ reading: Reading, _ at: Int) -> Bool { reading.has(names.couple, in: at..<(at + 1)) }
}
