import RuleBook

/// Days of the week, Monday the lowest bit, public holidays the eighth.
struct DaySet: Sendable, Hashable {
    var bits: UInt8

    static let none = DaySet(bits: 0)
    static let workdays = DaySet(bits: 0b0001_1111)
    static let weekend = DaySet(bits: 0b0110_0000)
    static let all = DaySet(bits: 0b0111_1111)

    static func one(_ index: Int) -> DaySet { DaySet(bits: 1 << UInt8(index)) }

    /// From one day to another, over the weekend if need be.
    static func range(_ first: Int, _ last: Int) -> DaySet {
        var set = DaySet.none
        var day = first
        while true {
            set.bits |= 1 << UInt8(day)
            if day == last { return set }
            day = (day + 1) % 7
        }
    }

    mutating func insert(_ other: DaySet) { bits |= other.bits }

    mutating func remove(_ other: DaySet) { bits &= ~other.bits }

    func contains(_ other: DaySet) -> Bool { bits & other.bits == other.bits }

    var isEmpty: Bool { bits == 0 }

    /// `Mo-Fr`, `Mo,We-Fr`, in OpenStreetMap's way.
    var text: String {
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
        var parts: [String] = []
        var day = 0
        while day < 7 {
            guard bits >> UInt8(day) & 1 == 1 else {
                day += 1
                continue
            }
            var last = day
            while last + 1 < 7, bits >> UInt8(last + 1) & 1 == 1 { last += 1 }
            switch last - day {
            case 0: parts.append(names[day])
            case 1: parts += [names[day], names[last]]
            default: parts.append(names[day] + "-" + names[last])
            }
            day = last + 1
        }
        return parts.joined(separator: ",")
    }
}

/// Days as mentioned in a sentence: `ma t/m vr`, `Monday, Wednesday and Friday`, `elke dag`.
struct DayMention: Sendable {
    var span: Span
    var days: DaySet
    var isClosed = false
}

extension QuantityReader {
    func dayMentions(_ reading: Reading) -> [DayMention] {
        let single = singleDays(reading)
        var result: [DayMention] = []
        for mention in single {
            if let last = result.last, let joined = join(reading, last, mention) {
                result[result.count - 1] = joined
            } else {
                result.append(mention)
            }
        }
        return withAdditions(result, reading).map { mention in
            var mention = mention
            let after = mention.span.end..<min(reading.tokens.count, mention.span.end + 6)
            let before = max(0, mention.span.start - 4)..<mention.span.start
            mention.isClosed = stands(names.closed, reading, after) || stands(names.closed, reading, before)
            return mention
        }
    }

    /// "zo", "do", "sa": a word of two letters is a day only beside a time, a dash or another day.
    private func isDoubtful(_ reading: Reading, _ span: Span) -> Bool {
        let token = reading.tokens[span.start]
        // "7 dagen", "an Werktagen": only a word that stands alone is doubted.
        guard span.end - span.start == 1, token.kind == .word, token.end - token.start <= 2, !isAlone(reading) else { return false }
        func isCompany(_ at: Int) -> Bool {
            guard reading.tokens.indices.contains(at) else { return false }
            let other = reading.tokens[at]
            return other.kind == .number || other.isSign("-") || other.isSign(":") || other.isSign("/")
                || other.hyphenBefore && at == span.end || opensTime(at)
                || reading.spans(names.dayRange).contains { $0.start == at || $0.end == at + 1 }
        }
        // "Fr von 7.30": the word before a time.
        func opensTime(_ at: Int) -> Bool {
            at == span.end && at + 1 < reading.tokens.count && reading.tokens[at + 1].kind == .number
                && reading.has(names.from, in: at..<(at + 1))
        }
        if isCompany(span.end) || token.hyphenBefore || isCompany(span.start - 1) && reading.tokens[span.start - 1].kind != .number {
            return false
        }
        if isListed(reading, span) { return false }
        guard span.end < reading.tokens.count, reading.tokens[span.end].isSign(".") else { return true }
        return !isCompany(span.end + 1)
    }

    /// "Mo, Di, Do 9–12 Uhr", "ma, wo en vr 9.00": behind the comma or "and" stands another day, which is no doubtful one.
    private func isListed(_ reading: Reading, _ span: Span) -> Bool {
        let next = span.end + 1
        guard next < reading.tokens.count, isListJoint(reading, span.end),
            names.weekdays.contains(where: { reading.has($0, in: next..<(next + 1)) })
        else { return false }
        return reading.tokens[span.end].isSign(",") && reading.tokens[span.start].capital
            || !isDoubtful(reading, Span(start: next, end: next + 1))
    }

    /// A label of one word, with or without a point or colon: "ma", "Di.".
    private func isAlone(_ reading: Reading) -> Bool {
        reading.tokens.count <= 2 && reading.tokens.dropFirst().allSatisfy { $0.kind == .sign }
    }

    private func singleDays(_ reading: Reading) -> [DayMention] {
        var result: [DayMention] = []
        func collect(_ symbol: Symbol, _ days: DaySet) {
            guard reading.has(symbol) else { return }
            for span in reading.spans(symbol) where !isDoubtful(reading, span) { result.append(DayMention(span: span, days: days)) }
        }
        for (index, symbol) in names.weekdays.enumerated() { collect(symbol, .one(index)) }
        collect(names.dayWorkdays, .workdays)
        collect(names.dayWeekend, .weekend)
        collect(names.dayEvery, .all)
        let sorted = result.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
        var kept: [DayMention] = []
        for mention in sorted where !(kept.last?.span.overlaps(mention.span) ?? false) { kept.append(mention) }
        return kept
    }

    /// Joins two neighbouring mentions into a range or a list, or gives nil.
    private func join(_ reading: Reading, _ first: DayMention, _ second: DayMention) -> DayMention? {
        var between = Array(first.span.end..<second.span.start)
        between.removeAll { reading.tokens[$0].isSign(".") }
        let span = Span(start: first.span.start, end: second.span.end)
        let isRange =
            between.isEmpty && reading.tokens[second.span.start].hyphenBefore
            || !between.isEmpty && between.count <= 3 && between.allSatisfy { isDayRange(reading, $0) }
        if isRange, let start = lastDay(first.days), let end = firstDay(second.days) {
            var days = first.days
            days.insert(.range(start, end))
            return DayMention(span: span, days: days)
        }
        guard between.count <= 2, between.allSatisfy({ isListJoint(reading, $0) }) else { return nil }
        var days = first.days
        days.insert(second.days)
        return DayMention(span: span, days: days)
    }

    func isDayRange(_ reading: Reading, _ at: Int) -> Bool {
        reading.tokens[at].isSign("-") || reading.has(names.dayRange, in: at..<(at + 1))
            || reading.spans(names.dayRange).contains { $0.start <= at && at < $0.end }
    }

    func isListJoint(_ reading: Reading, _ at: Int) -> Bool {
        let token = reading.tokens[at]
        if token.isSign(",") || token.isSign("&") || token.isSign("+") || token.isSign("/") { return true }
        return token.kind == .word && token.end - token.start <= 3 && !isDayRange(reading, at)
            && !reading.has(names.from, in: at..<(at + 1))
    }

    private func firstDay(_ days: DaySet) -> Int? { (0..<7).first { days.bits >> UInt8($0) & 1 == 1 } }
    private func lastDay(_ days: DaySet) -> Int? { (0..<7).last { days.bits >> UInt8($0) & 1 == 1 } }
}
