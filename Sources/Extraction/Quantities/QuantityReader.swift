import Claims
import RuleBook

/// Reads all quantities of a sentence. The words come from the lexicon, the shapes (ranges, decimals, clock times) are here.
struct QuantityReader: Sendable {
    let grammar: Grammar
    let units: [(symbol: Symbol, unit: Unit, factor: Double)]
    let specials: [(symbol: Symbol, value: Double, unit: Unit)]
    let names: QuantityNames
    let numberSymbols: [(Symbol, Double)]

    init(grammar: Grammar, names: ConceptSymbols) {
        self.grammar = grammar
        self.names = QuantityNames(names)
        numberSymbols = grammar.numbers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        units = [
            (names["unit-second"], .second, 1), (names["unit-minute"], .minute, 1), (names["unit-business-hour"], .hour, 1),
            (names["unit-hour"], .hour, 1), (names["unit-workday"], .workday, 1), (names["unit-day"], .day, 1),
            (names["unit-week"], .week, 1), (names["unit-month"], .month, 1), (names["unit-year"], .year, 1),
            (names["unit-fortnight"], .week, 2), (names["unit-quarter-hour"], .minute, 15),
            (names["unit-half-hour"], .minute, 30),
        ]
        specials = [
            (names["unit-fortnight"], 2, .week), (names["unit-quarter-hour"], 15, .minute),
            (names["unit-half-hour"], 30, .minute), (names["day-after-next"], 2, .day), (names["same-day"], 0, .day),
            (names["next-day"], 1, .day),
            (names["next-workday"], 1, .workday), (names["same-week"], 1, .week),
        ]
    }

    func read(_ reading: inout Reading, hasNumbers: Bool) {
        var numbers = self.numbers(reading)
        numbers.removeAll { isClauseNumber(reading, $0) }
        readPhones(&reading, &numbers)
        readDates(&reading, &numbers)
        readHours(&reading, numbers)
        readMoney(&reading, numbers)
        readPercents(&reading, numbers)
        readDurations(&reading, numbers)
        readCounts(&reading, numbers)
        markBare(&reading)
    }

    /// "5.1 U meldt": the number of a clause in front of its first word, and not 5.1 hours.
    private func isClauseNumber(_ reading: Reading, _ number: NumberSpan) -> Bool {
        let tokens = reading.tokens
        guard number.isFigure, number.span.start == 0, number.span.end == 3, tokens.count > 3 else { return false }
        return tokens[1].isSign(".") && tokens[2].digits == 1 && tokens[3].kind == .word && tokens[3].capital
    }

    /// A cell or item that says hardly more than a duration, so that its headers tell what it is about.
    func markBare(_ reading: inout Reading) {
        guard reading.tokens.count <= 10, let index = reading.quantities.firstIndex(where: { $0.slots.contains(.duration) }),
            !reading.quantities[index].isThreshold, isAlone(index, reading)
        else { return }
        let span = reading.quantities[index].span
        let others = reading.tokens.indices.count { at in
            reading.tokens[at].kind != .sign && !reading.quantities.contains { at >= $0.span.start && at < $0.span.end }
        }
        guard others <= 2 else { return }
        reading.quantities[index].slots.append(.bare)
        reading.add(Slot.bare.rawValue, span.start, span.end)
    }

    /// No other quantity stands beside it but the hours in which it holds: "15 min (24/7)".
    private func isAlone(_ index: Int, _ reading: Reading) -> Bool {
        reading.quantities.indices.allSatisfy { $0 == index || [[.hours], [.date]].contains(reading.quantities[$0].slots) }
    }

    /// Adds a quantity where no earlier one stands.
    func add(_ quantity: Quantity, to reading: inout Reading) {
        guard !reading.quantities.contains(where: { $0.span.overlaps(quantity.span) }) else { return }
        reading.quantities.append(quantity)
        for slot in quantity.isThreshold ? quantity.slots.filter({ $0 == .threshold || $0 == .term }) : quantity.slots {
            reading.add(slot.rawValue, quantity.span.start, quantity.span.end)
        }
    }

    /// Numbers in figures (with decimals) and in words, by first token.
    func numbers(_ reading: Reading) -> [NumberSpan] {
        var result: [NumberSpan] = []
        var at = 0
        while at < reading.tokens.count {
            let token = reading.tokens[at]
            if token.kind == .number {
                let number = figure(reading, at)
                result.append(number)
                at = number.span.end
            } else {
                at += 1
            }
        }
        for (symbol, value) in numberSymbols where reading.has(symbol) {
            for span in reading.spans(symbol) {
                let isOrdinal = reading.has(names.ordinal, in: span.start..<span.end)
                if !isOrdinal || countsDays(reading, span) { result.append(NumberSpan(span: span, value: value, isFigure: false)) }
            }
        }
        // Of two number words at one place the longer wins: "twenty-four" over "twenty".
        let sorted = result.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
        var kept: [NumberSpan] = []
        for number in sorted where !(kept.last?.span.overlaps(number.span) ?? false) { kept.append(number) }
        return kept
    }

    /// "Spätestens am dritten Werktag", "le huitième jour ouvré": the third working day ends a length of time, every third does not.
    private func countsDays(_ reading: Reading, _ ordinal: Span) -> Bool {
        guard let (unit, _, _) = unit(reading, ordinal.end), unit == .day || unit == .workday else { return false }
        return ordinal.start > 0 && !stands(names.everyone, reading, (ordinal.start - 1)..<ordinal.start)
    }

    /// `4,5`, `1.000`, `99.99`: figures joined by a point or a comma without spaces.
    private func figure(_ reading: Reading, _ at: Int) -> NumberSpan {
        let token = reading.tokens[at]
        var value = Double(token.value)
        var end = at + 1
        while end + 1 < reading.tokens.count, reading.tokens[end].isSign(".") || reading.tokens[end].isSign(","),
            !reading.tokens[end].spaceBefore, reading.tokens[end + 1].kind == .number, !reading.tokens[end + 1].spaceBefore
        {
            let next = reading.tokens[end + 1]
            if next.digits == 3, token.value > 0, token.digits <= 3 {
                value = value * 1000 + Double(next.value)
            } else {
                var scale = 1.0
                for _ in 0..<min(next.digits, 6) { scale *= 10 }
                value = (value * scale + Double(next.value)) / scale
            }
            end += 2
            if next.digits != 3 { break }
        }
        return NumberSpan(span: Span(start: at, end: end), value: value, isFigure: true)
    }

    private func readPercents(_ reading: inout Reading, _ numbers: [NumberSpan]) {
        for number in numbers {
            let end = number.span.end
            guard end < reading.tokens.count else { continue }
            let isSign = reading.tokens[end].isSign("%")
            guard isSign || reading.has(names.percent, in: end..<(end + 1)) else { continue }
            let span = Span(start: number.span.start, end: end + 1)
            var quantity = Quantity(
                span: span, value: .percent(number.value), op: bound(reading, span, default: .equal), slots: [.percent])
            quantity.per = period(reading, after: span.end, within: 10)
            add(quantity, to: &reading)
        }
        readShares(&reading, numbers)
    }

    /// "Nine in ten", "9 van de 10", "neuf fois sur dix" are 90 per cent; "three in ten minutes" is not.
    private func readShares(_ reading: inout Reading, _ numbers: [NumberSpan]) {
        guard reading.has(names.outOf) else { return }
        for (part, whole) in zip(numbers, numbers.dropFirst()) where Self.wholes.contains(whole.value) && part.value < whole.value {
            guard reading.spans(names.outOf).contains(where: { $0.end == whole.span.start && (0...1).contains($0.start - part.span.end) }),
                unit(reading, whole.span.end) == nil
            else { continue }
            let span = Span(start: part.span.start, end: whole.span.end)
            let share = Quantity.Value.percent(part.value / whole.value * 100)
            add(Quantity(span: span, value: share, op: bound(reading, span, default: .equal), slots: [.percent]), to: &reading)
        }
    }

    private static let wholes: Set<Double> = [4, 5, 10, 20, 100]

    private func readCounts(_ reading: inout Reading, _ numbers: [NumberSpan]) {
        for number in numbers where number.value < 10_000 && number.value == number.value.rounded() && counts(reading, number) {
            add(
                Quantity(
                    span: number.span, value: .count(number.value), op: bound(reading, number.span, default: .equal),
                    slots: [.count, .number]), to: &reading)
        }
    }

    /// "Een" counts nothing where it is an article: not behind "at most".
    private func counts(_ reading: Reading, _ number: NumberSpan) -> Bool {
        number.isFigure || number.value > 1 || stands(names.atMost, reading, max(0, number.span.start - 2)..<number.span.start)
    }

    /// A run of figures that is a telephone number: it starts with 0, 00 or +, and has seven digits or more.
    private func readPhones(_ reading: inout Reading, _ numbers: inout [NumberSpan]) {
        var at = 0
        while at < reading.tokens.count {
            let token = reading.tokens[at]
            guard token.kind == .number, startsWithZeroOrPlus(reading, at) else {
                at += 1
                continue
            }
            var (end, digits) = (at, 0)
            while end < reading.tokens.count, end - at < 14, isPhonePart(reading.tokens[end]) {
                digits += Int(reading.tokens[end].digits)
                end += 1
            }
            while end > at, reading.tokens[end - 1].kind != .number { end -= 1 }
            if digits >= 7 {
                let span = Span(start: at, end: end)
                add(Quantity(span: span, value: .phone(""), op: .equal, slots: [.phone]), to: &reading)
                numbers.removeAll { $0.span.overlaps(span) }
            }
            at = max(end, at + 1)
        }
    }

    private func startsWithZeroOrPlus(_ reading: Reading, _ at: Int) -> Bool {
        let token = reading.tokens[at]
        let leading = token.value == 0 || token.digits >= 3 && Double(token.value) < pow10(Int(token.digits) - 1)
        return leading || at > 0 && reading.tokens[at - 1].isSign("+")
    }

    private func pow10(_ exponent: Int) -> Double { (0..<max(0, exponent)).reduce(1) { value, _ in value * 10 } }

    private func isPhonePart(_ token: Token) -> Bool {
        token.kind == .number || token.isSign("-") || token.isSign("(") || token.isSign(")") || token.isSign("/")
    }

    /// The direction of a bound from the words just before (or, for "at most" and the like, just after) it.
    func bound(_ reading: Reading, _ span: Span, default fallback: BoundOperator) -> BoundOperator {
        let before = max(0, span.start - 4)..<span.start
        if stands(names.atMost, reading, before) { return .atMost }
        if stands(names.atLeast, reading, before) { return .atLeast }
        if stands(names.moreThan, reading, before) { return .greater }
        return fallback
    }

    /// The symbol stands in the range, in the same clause as its end.
    func stands(_ symbol: Symbol, _ reading: Reading, _ range: Range<Int>) -> Bool {
        guard reading.has(symbol), !range.isEmpty else { return false }
        return reading.spans(symbol).contains { $0.start >= range.lowerBound && $0.end <= range.upperBound }
    }
}

/// A number in figures or words.
struct NumberSpan: Sendable {
    var span: Span
    var value: Double
    var isFigure: Bool
}

/// The symbols that the quantity reader looks for around numbers.
struct QuantityNames: Sendable {
    let atMost, atLeast, moreThan, within, percent, outOf, half, oneAndHalf, per, perMinute, perCall, ago, age, couple: Symbol
    let clockAt, euro, pound, dollar, franc, cent, from, to, until, timeUnit, am, pm, noon, midnight, evening, morning: Symbol
    let aroundTheClock, dayRange, closed, except, dayWorkdays, dayWeekend, dayEvery, dayHoliday, beforeEvent, always: Symbol
    let hour, minute, day, workday, week, month, year, second, free, no: Symbol
    let joint, clauseStart, clauseEnd, sameDay, sameWeek, nextDay, nextWorkday, andHalf, ordinal, everyone: Symbol
    /// Words of denial, and whether they deny a bound that stands before them too.
    let denials: [(Symbol, mayFollow: Bool)]
    let condition, monthly, yearly, firstStretch: Symbol
    let weekdays, months: [Symbol]
    /// Days of the year, with the names of their concepts.
    let dates: [(Symbol, String)]
    /// Parts of an hour said before or behind its number, with their minutes.
    let fractionsBefore, fractionsAfter: [(Symbol, Int)]

    init(_ names: ConceptSymbols) {
        (atMost, atLeast, moreThan, within) = (names["at-most"], names["at-least"], names["more-than"], names["within"])
        (percent, outOf, half) = (names["percent-word"], names["out-of"], names["half"])
        (oneAndHalf, per) = (names["one-and-half"], names["per"])
        (perMinute, perCall, ago, age, couple) = (names["per-minute"], names["per-call"], names["ago"], names["age"], names["couple"])
        (euro, pound, dollar, franc) = (names["currency-euro"], names["currency-pound"], names["currency-dollar"], names["currency-franc"])
        clockAt = names["clock-at"]
        (cent, from, to, until) = (names["currency-cent"], names["time-from"], names["time-to"], names["until-words"])
        (timeUnit, am, pm, noon, midnight) = (names["time-unit"], names["am"], names["pm"], names["noon"], names["midnight"])
        (evening, morning, aroundTheClock) = (names["time-evening"], names["time-morning"], names["around-the-clock"])
        (dayRange, closed, dayWorkdays) = (names["day-range"], names["hours-closed"], names["day-workdays"])
        except = names["except"]
        (dayWeekend, dayEvery, dayHoliday) = (names["day-weekend"], names["day-every"], names["day-holiday"])
        (beforeEvent, always) = (names["before-event"], names["always"])
        (hour, minute, day, workday, week) = (
            names["unit-hour"], names["unit-minute"], names["unit-day"], names["unit-workday"], names["unit-week"]
        )
        (month, year, second, free, no) = (names["unit-month"], names["unit-year"], names["unit-second"], names["free"], names["no"])
        (condition, monthly, yearly, firstStretch) = (names["if"], names["monthly"], names["yearly"], names["first-stretch"])
        denials = [("not", false), ("no", false), ("never", true), ("nobody", true)].map { (names[$0.0], $0.1) }
        (joint, clauseStart, clauseEnd) = (names["clause-joint"], names["clause-start"], names["clause-end"])
        (andHalf, ordinal, everyone) = (names["time-and-half"], names["ordinal"], names["everyone"])
        (sameDay, sameWeek, nextDay, nextWorkday) = (names["same-day"], names["same-week"], names["next-day"], names["next-workday"])
        fractionsBefore = [
            (names["time-half-to"], -30), (names["time-half-past"], 30), (names["time-quarter-past"], 15), (names["time-quarter-to"], -15),
        ]
        fractionsAfter = [
            (names["time-and-half"], 30), (names["time-and-quarter"], 15), (names["time-less-quarter"], -15),
        ]
        months = (1...12).map { names[$0 < 10 ? "month-0\($0)" : "month-\($0)"] }
        dates = names.group("date-")
        weekdays = ["mo", "tu", "we", "th", "fr", "sa", "su"].map { names["day-\($0)"] }
    }
}
