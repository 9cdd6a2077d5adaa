import RuleBook

/// A clock time at a place in a sentence.
struct ClockTime: Sendable {
    var span: Span
    /// Minutes since midnight, 0 to 1440.
    var minutes: Int
    /// Written in a way that only a time is: `9.00`, `9 uur`, `9am`, noon.
    var isExplicit: Bool
    /// Before or after noon was said, or is clear from the figure.
    var hasMeridiem: Bool
    /// The figure itself is one of the twenty-four-hour clock: 13 or more.
    var isTwentyFourHour = false
    /// Said as people say it, without minutes and without a nought before: "two", "half past two", "2".
    var isSpoken = false
}

extension QuantityReader {
    /// Every token sequence that may be a clock time, without judging whether it is one.
    func clockTimes(_ reading: Reading, _ numbers: [NumberSpan]) -> [ClockTime] {
        var result: [ClockTime] = []
        for (symbol, minutes) in [(names.noon, 720), (names.midnight, 1440)] where reading.has(symbol) {
            for span in reading.spans(symbol) {
                result.append(ClockTime(span: span, minutes: minutes, isExplicit: true, hasMeridiem: true))
            }
        }
        for (index, token) in reading.tokens.enumerated() where token.kind == .number {
            if let time = figureTime(reading, index), !isMoney(reading, time.span), !isAhead(reading, time.span) { result.append(time) }
        }
        for number in numbers where !number.isFigure && number.value >= 1 && number.value <= 24 && number.value == number.value.rounded() {
            let time = wordTime(reading, number)
            if !isAhead(reading, time.span) { result.append(time) }
        }
        let sorted = result.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
        var kept: [ClockTime] = []
        for time in sorted where !(kept.last?.span.overlaps(time.span) ?? false) { kept.append(time) }
        return kept
    }

    /// "Tot 24 uur van tevoren", "jusqu'à deux heures avant": a length of time before something, and no hour of the day.
    private func isAhead(_ reading: Reading, _ time: Span) -> Bool {
        reading.has(names.beforeEvent) && reading.spans(names.beforeEvent).contains { $0.start == time.end }
            && stands(names.until, reading, max(0, time.start - 2)..<time.start)
    }

    /// "CHF 9.50" and "9.50 €" are prices though the figures could be a time.
    private func isMoney(_ reading: Reading, _ time: Span) -> Bool {
        [names.euro, names.pound, names.dollar, names.franc].contains { currency in
            reading.has(currency) && reading.spans(currency).contains { $0.end == time.start || $0.start == time.end }
        }
    }

    private func figureTime(_ reading: Reading, _ at: Int) -> ClockTime? {
        let token = reading.tokens[at]
        guard token.digits <= 2, token.value <= 24 else { return nil }
        if at > 0, reading.tokens[at - 1].isSign(":") || reading.tokens[at - 1].isSign("."), !token.spaceBefore,
            at > 1, reading.tokens[at - 2].kind == .number
        {
            return nil
        }
        var (minutes, end, explicit) = (Int(token.value) * 60, at + 1, false)
        if let minute = minutePart(reading, end) {
            minutes += minute
            end += 2
            explicit = true
        } else if end + 1 < reading.tokens.count, isHourLetter(reading, end), reading.tokens[end + 1].kind == .number,
            reading.tokens[end + 1].digits == 2, reading.tokens[end + 1].value < 60
        {
            minutes += Int(reading.tokens[end + 1].value)
            end += 2
            explicit = true
        }
        return finish(reading, at, end, minutes, explicit)
    }

    private func minutePart(_ reading: Reading, _ at: Int) -> Int? {
        guard at + 1 < reading.tokens.count, reading.tokens[at].isSign(":") || reading.tokens[at].isSign("."),
            !reading.tokens[at].spaceBefore, !reading.tokens[at + 1].spaceBefore, reading.tokens[at + 1].kind == .number,
            reading.tokens[at + 1].digits == 2, reading.tokens[at + 1].value < 60
        else { return nil }
        return Int(reading.tokens[at + 1].value)
    }

    private func isHourLetter(_ reading: Reading, _ at: Int) -> Bool {
        let token = reading.tokens[at]
        return token.kind == .word && token.end - token.start <= 2 && reading.has(names.timeUnit, in: at..<(at + 1))
    }

    private func wordTime(_ reading: Reading, _ number: NumberSpan) -> ClockTime {
        finish(reading, number.span.start, number.span.end, Int(number.value) * 60, false)
    }

    /// Takes "uur", "am", "in the evening" and "half past" along.
    private func finish(_ reading: Reading, _ start: Int, _ end: Int, _ minutes: Int, _ explicit: Bool) -> ClockTime {
        var time = ClockTime(span: Span(start: start, end: end), minutes: minutes, isExplicit: explicit, hasMeridiem: minutes > 720)
        time.isTwentyFourHour = minutes > 720
        time.isSpoken = !explicit && !(reading.tokens[start].digits == 2 && reading.tokens[start].value < 10)
        if !explicit, minutes >= 60 { takeFraction(reading, &time) }
        func take(_ symbol: Symbol) -> Bool {
            guard reading.has(symbol), let span = reading.spans(symbol).filter({ $0.start == time.span.end }).max(by: { $0.end < $1.end })
            else { return false }
            time.span.end = span.end
            return true
        }
        if take(names.timeUnit) { time.isExplicit = true }
        if !explicit, minutes >= 60 { takeFractionAfter(reading, &time) }
        func opens(_ symbol: Symbol) -> Bool {
            guard !explicit, reading.has(symbol), let span = reading.spans(symbol).first(where: { $0.end == time.span.start }) else {
                return false
            }
            time.span.start = span.start
            return true
        }
        if take(names.pm) || take(names.evening) || opens(names.evening) {
            if time.minutes < 720 { time.minutes += 720 }
            (time.isExplicit, time.hasMeridiem) = (true, true)
        } else if take(names.am) || take(names.morning) || opens(names.morning) {
            if time.minutes >= 720, time.minutes < 780 { time.minutes -= 720 }
            (time.isExplicit, time.hasMeridiem) = (true, true)
        }
        return time
    }

    /// "half negen", "half past eight", "kwart voor vijf": a part of an hour before the number.
    private func takeFraction(_ reading: Reading, _ time: inout ClockTime) {
        for (symbol, minutes) in names.fractionsBefore where reading.has(symbol) {
            guard let span = reading.spans(symbol).filter({ $0.end == time.span.start }).min(by: { $0.start < $1.start }) else { continue }
            (time.span.start, time.isExplicit) = (span.start, true)
            time.minutes += minutes
            return
        }
    }

    /// "huit heures et demie": a part of an hour behind the number.
    private func takeFractionAfter(_ reading: Reading, _ time: inout ClockTime) {
        for (symbol, minutes) in names.fractionsAfter where reading.has(symbol) {
            guard let span = reading.spans(symbol).first(where: { $0.start == time.span.end }) else { continue }
            (time.span.end, time.isExplicit) = (span.end, true)
            time.minutes += minutes
            return
        }
    }
}
