import Claims
import RuleBook

/// Whether the values of two claims exclude each other, under the organisation's calendar.
struct ValueConflict: Sendable {
    let spans: WorkingSpans

    /// True where both have values that can be compared, and they differ.
    func differ(_ first: Claim, _ second: Claim, by comparison: Comparison) -> Bool {
        guard let one = first.measure, let two = second.measure else { return false }
        switch comparison {
        case .opposition: return true
        case .duration: return durations(one, two)
        case .hours: return hours(one, two)
        case .price: return prices(one, two)
        case .number: return numbers(one, two)
        case .attendance: return two.week.map { isUnattended(one, $0) } ?? false
        }
    }

    /// Two upper (or two lower) bounds of the same thing that cannot be the same length: the customer has been told two things.
    private func durations(_ one: Measure, _ two: Measure) -> Bool {
        guard direction(one.op) == direction(two.op), let a = Lapse(one, spans), let b = Lapse(two, spans) else { return false }
        return !a.agrees(with: b)
    }

    private func direction(_ op: BoundOperator?) -> Int {
        switch op {
        case .atLeast, .greater: 1
        default: -1
        }
    }

    func hours(_ one: Measure, _ two: Measure) -> Bool {
        if let closing = one.closing {
            return two.week.map { excludes(closing, $0) } ?? two.closing.map { $0.minute != closing.minute } ?? false
        }
        if let closing = two.closing { return one.week.map { excludes(closing, $0) } ?? false }
        guard let a = one.week, let b = two.week else { return false }
        if a.isOfUnknownDays || b.isOfUnknownDays { return !a.hasSameTimes(as: b) && a.isOfUnknownDays == b.isOfUnknownDays }
        let days = a.openDays.intersection(b.openDays)
        return a.on(days) != b.on(days)
    }

    /// "Open until eleven" against hours that end earlier on those days.
    private func excludes(_ closing: Closing, _ hours: WeekHours) -> Bool {
        guard !hours.isOfUnknownDays else { return false }
        let days = closing.days.map { $0.intersection(hours.openDays) } ?? hours.openDays
        return !hours.isOpen(until: closing.minute, on: days)
    }

    private func prices(_ one: Measure, _ two: Measure) -> Bool {
        guard let a = one.value, let b = two.value else { return false }
        if a == 0 || b == 0 { return a != b }
        return one.per == two.per && one.unit == two.unit && a != b
    }

    private func numbers(_ one: Measure, _ two: Measure) -> Bool {
        if let a = Downtime(one), let b = Downtime(two) { return !a.agrees(with: b) }
        guard let a = one.value, let b = two.value, one.unit == two.unit else { return false }
        return direction(one.op) == direction(two.op) && a != b
    }

    /// Shorter times are meant within the hours: "chat is answered within two minutes".
    private static let byTheClock = 12

    /// A time by the clock that runs out while the desk is closed.
    func isUnattended(_ bound: Measure, _ week: WeekHours) -> Bool {
        guard bound.op == .atMost || bound.op == .less, let unit = bound.unit, [.minute, .hour].contains(unit),
            let lapse = Lapse(bound, spans), !week.isOfUnknownDays
        else { return false }
        return lapse.longest >= Double(Self.byTheClock) && lapse.longest * 60 < Double(week.longestClosing)
    }

    /// The stricter of two values promises more; used to say which side is worse.
    func promisesMore(_ first: Claim, than second: Claim) -> Bool? {
        guard let one = first.measure, let two = second.measure else { return nil }
        if let a = Downtime(one), let b = Downtime(two) { return a.most == b.most ? nil : a.most < b.most }
        if let a = Lapse(one, spans), let b = Lapse(two, spans) { return a.middle == b.middle ? nil : a.middle < b.middle }
        if let a = one.week, let b = two.week { return a.minutes == b.minutes ? nil : a.minutes > b.minutes }
        if one.closing != nil, two.week != nil { return true }
        if let a = one.value, let b = two.value, one.metric == .price { return a == b ? nil : a < b }
        return nil
    }
}

/// An end of the day without a beginning: open until so late.
struct Closing: Hashable {
    var minute: Int
    var days: Set<Int>?
}

extension Measure {
    var week: WeekHours? { openingHours.flatMap { WeekHours($0) } }

    var closing: Closing? {
        guard metric == .openingHours, op == .atLeast, let value else { return nil }
        let days = per.flatMap { WeekHours($0 + " 00:00-24:00") }.map(\.openDays)
        return Closing(minute: Int(value * 60), days: days)
    }
}
