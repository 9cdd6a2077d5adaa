import Claims
import RuleBook

/// Names the days on which something is open or closed, the same in all languages: `date-12-26`, `weekday-su`, and `year-round` for every
/// day of the year.
struct CalendarDays: Sendable {
    private let readers: [String: QuantityReader]
    private let except, dayPart, until, yearRound: Symbol

    init(_ names: ConceptSymbols, readers: [String: QuantityReader]) {
        self.readers = readers
        (except, dayPart, until, yearRound) = (names["except"], names["day-part"], names["until-words"], names["year-round"])
    }

    /// The days of the part of the sentence that holds the match, or else those that stand above it, the nearest first.
    ///
    /// - Parameter isClosed: the claim says that nobody is there. Only then days of the week are days of its own: hours name theirs.
    func topics(_ reading: Reading, _ match: Span, _ above: Context, isClosed: Bool, _ limits: LimitReader) -> [String] {
        let own = dates(reading).filter { date in
            reading.part[date.span.start] == reading.part[match.start]
                && !(isClosed ? isExcepted(date.span, reading) : limits.isExcepted(date.span, reading))
        }
        var days = own.flatMap(\.days)
        if days.isEmpty, isClosed { days = weekdays(reading, match, above.language) }
        if days.isEmpty, isClosed || dates(reading).isEmpty {
            for context in above.readings.suffix(above.near + 1).reversed() where days.isEmpty {
                days = dates(context).flatMap(\.days)
                if days.isEmpty, isClosed { days = weekdays(context, nil, above.language) }
            }
        }
        if !isClosed, reading.has(yearRound) { days.append("year-round") }
        return Set(days).sorted()
    }

    private func dates(_ reading: Reading) -> [(span: Span, days: [String])] {
        reading.quantities.compactMap { quantity in
            if case .days(let days) = quantity.value { (quantity.span, days) } else { nil }
        }
    }

    /// Whole days: not a morning or evening of them, nor until some time.
    private func weekdays(_ reading: Reading, _ match: Span?, _ language: String) -> [String] {
        guard let reader = readers[language], !reading.has(until), !reading.has(except), dates(reading).isEmpty,
            !reading.quantities.contains(where: { $0.slots.contains(.time) || $0.slots.contains(.hours) })
        else { return [] }
        let mentions = reader.dayMentions(reading).filter { mention in
            mention.days != .all && mention.days != .workdays
                && (match.map { reading.part[$0.start] == reading.part[mention.span.start] } ?? true)
                && !isPartOfDay(mention, reading)
        }
        return Self.names(mentions.reduce(into: DaySet.none) { $0.insert($1.days) })
    }

    /// "Friday afternoon", "vrijdagmiddag"; the weekend is whole days, though it is a part of the week.
    private func isPartOfDay(_ mention: DayMention, _ reading: Reading) -> Bool {
        reading.spans(dayPart).contains {
            $0.start <= mention.span.end && mention.span.start <= $0.end && ($0 != mention.span || mention.days != .weekend)
        }
    }

    static func names(_ days: DaySet) -> [String] {
        ["mo", "tu", "we", "th", "fr", "sa", "su"].enumerated().filter { days.contains(.one($0.offset)) }.map { "weekday-" + $0.element }
    }

    private func isExcepted(_ span: Span, _ reading: Reading) -> Bool {
        reading.has(except, in: max(0, span.start - 4)..<span.start)
    }
}
