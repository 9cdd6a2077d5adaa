import Claims
import RuleBook

/// Opening hours: time ranges and the days that go with them, as one value a sentence.
extension QuantityReader {
    struct TimeRange {
        var span: Span
        var from: Int?
        var to: Int
    }

    func readHours(_ reading: inout Reading, _ numbers: [NumberSpan]) {
        let mentions = dayMentions(reading)
        if reading.has(names.aroundTheClock) {
            for span in reading.spans(names.aroundTheClock) {
                add(Quantity(span: span, value: .hours("24/7"), op: .equal, slots: [.hours]), to: &reading)
            }
        }
        let times = clockTimes(reading, numbers)
        let ranges = withoutStrayClosings(reading, timeRanges(reading, times, hasDays: mentions.contains { !$0.isClosed }), mentions)
        if ranges.isEmpty {
            for time in times where time.isExplicit && !isDuration(reading, time) {
                add(Quantity(span: time.span, value: .time(minutes: time.minutes), op: .equal, slots: [.time]), to: &reading)
            }
            return
        }
        // Only an end is known: a time and no opening hours.
        guard ranges.contains(where: { $0.from != nil }) else {
            add(Quantity(span: ranges[0].span, value: value(ranges, mentions), op: .equal, slots: [.time]), to: &reading)
            return
        }
        // A semicolon ends what patterns read as one: they find the hours in the part where these begin.
        var span = ranges[0].span
        for range in ranges where reading.part[range.span.start] == reading.part[span.start] {
            span = Span(start: min(span.start, range.span.start), end: max(span.end, range.span.end))
        }
        add(Quantity(span: span, value: value(ranges, mentions), op: .equal, slots: [.hours]), to: &reading)
    }

    /// "Open Monday to Friday 8-6; the lines until 8pm": an end in a part of its own, which names no day, belongs to something else.
    private func withoutStrayClosings(_ reading: Reading, _ ranges: [TimeRange], _ mentions: [DayMention]) -> [TimeRange] {
        let whole = Set(ranges.filter { $0.from != nil }.map { reading.part[$0.span.start] })
        guard !whole.isEmpty else { return ranges }
        return ranges.filter { range in
            let part = reading.part[range.span.start]
            return range.from != nil || whole.contains(part) || mentions.contains { reading.part[$0.span.start] == part }
        }
    }

    /// "24 uur" after "binnen" is a duration, though "uur" follows times as well; after "om" it is a time.
    private func isDuration(_ reading: Reading, _ time: ClockTime) -> Bool {
        if stands(names.clockAt, reading, max(0, time.span.start - 1)..<time.span.start) { return false }
        // "By 5pm": nobody counts hours in halves of a day.
        if time.hasMeridiem, !time.isTwentyFourHour { return false }
        let before = max(0, time.span.start - 2)..<time.span.start
        if stands(names.until, reading, before) { return false }
        return unit(reading, time.span.start + 1) != nil || stands(names.within, reading, before)
    }

    private func timeRanges(_ reading: Reading, _ times: [ClockTime], hasDays: Bool) -> [TimeRange] {
        var result: [TimeRange] = []
        var index = 0
        while index < times.count {
            let first = times[index]
            if index + 1 < times.count, let range = range(reading, first, times[index + 1], hasDays: hasDays) {
                result.append(afternoon(range, after: result.last))
                index += 2
                continue
            }
            if let end = closing(reading, first) { result.append(end) }
            index += 1
        }
        return result
    }

    private func range(_ reading: Reading, _ first: ClockTime, _ second: ClockTime, hasDays: Bool) -> TimeRange? {
        let between = first.span.end..<second.span.start
        let hyphen = between.isEmpty && reading.tokens[second.span.start].hyphenBefore
        guard hyphen || between.count == 1 || between.count == 2 else { return nil }
        let dash = hyphen || between.allSatisfy { reading.tokens[$0].isSign("-") }
        let opened = stands(names.from, reading, max(0, first.span.start - 3)..<first.span.start)
        guard dash || between.allSatisfy({ isTo(reading, $0) }) else { return nil }
        let explicit = first.isExplicit || second.isExplicit
        guard
            explicit && !durationRange(reading, first, second, dash: dash, opened: opened, hasDays: hasDays) || opened && hasDays
                || dash && hasDays || hasDays && !unitFollows(reading, second)
        else { return nil }
        let (from, to) = daylight(first, second)
        // "1-3" beside "werkdagen" is a range of days; nobody opens at one at night and says no more.
        guard explicit || opened || first.minutes >= 300 else { return nil }
        return TimeRange(span: Span(start: first.span.start, end: second.span.end), from: from, to: to)
    }

    /// "9 to 12.30 and 1.30 to 5": what opens where the morning closed, twelve hours too early, is the afternoon.
    private func afternoon(_ range: TimeRange, after morning: TimeRange?) -> TimeRange {
        guard let morning, morning.from != nil, (690...840).contains(morning.to), let from = range.from, range.to <= 600,
            from + 720 >= morning.to, from < range.to
        else { return range }
        return TimeRange(span: range.span, from: from + 720, to: range.to + 720)
    }

    private func unitFollows(_ reading: Reading, _ time: ClockTime) -> Bool { unit(reading, time.span.end) != nil }

    /// "2-4 uur" without days or "van" is a length of time; "9 h à 17 h" has its unit twice and is not.
    private func durationRange(
        _ reading: Reading, _ first: ClockTime, _ second: ClockTime, dash: Bool, opened: Bool, hasDays: Bool
    ) -> Bool {
        let withMinutes = first.span.end - first.span.start >= 3 || second.span.end - second.span.start >= 3
        let unitTwice =
            first.isExplicit && second.isExplicit && !stands(names.within, reading, max(0, first.span.start - 2)..<first.span.start)
        if withMinutes || first.hasMeridiem || second.hasMeridiem || opened || hasDays || unitTwice { return false }
        return unit(reading, second.span.end - 1) != nil
    }

    private func isTo(_ reading: Reading, _ at: Int) -> Bool {
        reading.tokens[at].isSign("-") || reading.spans(names.to).contains { $0.start <= at && at < $0.end }
            || reading.spans(names.until).contains { $0.start <= at && at < $0.end }
    }

    /// "until ten": an end without a beginning.
    private func closing(_ reading: Reading, _ time: ClockTime) -> TimeRange? {
        let before = max(0, time.span.start - 2)..<time.span.start
        // "Until ten every evening" needs no "o'clock".
        let beside = max(0, before.lowerBound - 2)..<min(reading.tokens.count, time.span.end + 3)
        guard stands(names.until, reading, before), time.isExplicit || stands(names.evening, reading, beside) else { return nil }
        if !time.isExplicit, unitFollows(reading, time) || time.minutes > 720 { return nil }
        var minutes = time.minutes
        if minutes <= 660, !time.hasMeridiem, stands(names.evening, reading, 0..<reading.tokens.count) { minutes += 720 }
        return TimeRange(span: time.span, from: nil, to: minutes)
    }

    /// Reads "nine to five" and "2-5pm" as people mean them.
    private func daylight(_ first: ClockTime, _ second: ClockTime) -> (Int, Int) {
        var (from, to) = (first.minutes, second.minutes)
        if second.hasMeridiem, !second.isTwentyFourHour, !first.hasMeridiem, to > 720, from < 720, from + 720 < to, from < 420 {
            from += 720
        }
        // "Between two and four": nobody opens at two at night and says no more, unless it is written as a time of the night, "02.00".
        if !first.hasMeridiem, !second.hasMeridiem, from < to, from < 360, to <= 480, first.isSpoken, second.isSpoken {
            (from, to) = (from + 720, to + 720)
        }
        if !second.hasMeridiem, to <= from, to < 720, from < 720 { to += 720 }
        if to == 0 { to = 1440 }
        return (from, to)
    }

    /// Joins ranges and days into one text in OpenStreetMap's syntax.
    private func value(_ ranges: [TimeRange], _ mentions: [DayMention]) -> Quantity.Value {
        let open = mentions.filter { !$0.isClosed }
        guard ranges.contains(where: { $0.from != nil }) else {
            return .closing(minutes: ranges[0].to, days: open.first?.days.text)
        }
        let daysFirst = open.first.map { $0.span.start < ranges[0].span.start } ?? true
        var rules: [(days: DaySet, spans: [String])] = []
        // "8 to 5, on Fridays until 3": the other days open at the same time.
        var opening: (from: Int, days: DaySet)?
        for range in ranges {
            let mention =
                daysFirst
                ? open.last { $0.span.start < range.span.start } : open.first { $0.span.start > range.span.start } ?? open.last
            let others = opening.flatMap { $0.days != mention?.days && mention != nil ? $0.from : nil }
            guard let from = range.from ?? others, from < range.to || range.from != nil else { continue }
            opening = (from, mention?.days ?? .none)
            let span = clock(from) + "-" + clock(range.to)
            if let index = rules.firstIndex(where: { $0.days == (mention?.days ?? .none) }) {
                if !rules[index].spans.contains(span) { rules[index].spans.append(span) }
            } else {
                rules.append((mention?.days ?? .none, [span]))
            }
        }
        let text = Self.apart(rules).map { ($0.days.isEmpty ? "" : $0.days.text + " ") + $0.spans.joined(separator: ",") }
        return .hours(text.joined(separator: "; "))
    }

    /// "On weekdays from eight to eight, on Fridays to five": what is said of one day takes it out of the days before.
    private static func apart(_ rules: [(days: DaySet, spans: [String])]) -> [(days: DaySet, spans: [String])] {
        var result = rules
        for index in rules.indices.dropFirst() where !rules[index].days.isEmpty {
            for earlier in 0..<index where result[earlier].days.contains(rules[index].days) && result[earlier].days != rules[index].days {
                result[earlier].days.remove(rules[index].days)
            }
        }
        return result
    }

    private func clock(_ minutes: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }
}
