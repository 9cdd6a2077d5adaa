import Claims
import RuleBook

/// Whether the values of two claims exclude each other.
enum ValueConflict {
    /// True where both have values that can be compared, and they differ.
    static func differ(_ first: MeasureReading?, _ second: MeasureReading?, by comparison: Comparison) -> Bool {
        guard let one = first, let two = second else { return false }
        if one === two, comparison != .opposition { return false }
        switch comparison {
        case .opposition, .days: return true
        case .duration: return durations(one, two)
        case .hours: return hours(one, two)
        case .price: return prices(one, two)
        case .number: return numbers(one, two)
        case .attendance: return two.week.map { isUnattended(one, $0) } ?? false
        }
    }

    /// Two upper (or two lower) bounds of the same thing that cannot be the same length: the customer has been told two things.
    private static func durations(_ one: MeasureReading, _ two: MeasureReading) -> Bool {
        guard direction(one.measure.op) == direction(two.measure.op), let a = one.lapse, let b = two.lapse else { return false }
        // One working day is not three, though a weekend may come between.
        if one.measure.unit == two.measure.unit, one.measure.value != 0, two.measure.value != 0 {
            return one.measure.value != two.measure.value
        }
        return !a.agrees(with: b)
    }

    private static func direction(_ op: BoundOperator?) -> Int {
        switch op {
        case .atLeast, .greater: 1
        default: -1
        }
    }

    static func hours(_ one: MeasureReading, _ two: MeasureReading) -> Bool {
        if let closing = one.closing {
            return two.week.map { excludes(closing, $0) } ?? two.closing.map { $0.minute != closing.minute } ?? false
        }
        if let closing = two.closing { return one.week.map { excludes(closing, $0) } ?? false }
        guard let a = one.week, let b = two.week else { return false }
        if a.isOfUnknownDays || b.isOfUnknownDays { return !a.hasSameTimes(as: b) && a.isOfUnknownDays == b.isOfUnknownDays }
        let days = a.openDays.intersection(b.openDays)
        return a.on(days) != b.on(days)
    }

    /// Both name hours of some day, and the same: that other days have others says nothing.
    static func agreeOnHours(_ first: MeasureReading?, _ second: MeasureReading?) -> Bool {
        guard let one = first, let two = second, !hours(one, two) else { return false }
        if let a = one.week, let b = two.week {
            return a.isAlways == b.isAlways && (a.isOfUnknownDays || !a.openDays.isDisjoint(with: b.openDays))
        }
        return one.closing != nil ? two.week.map { !$0.isAlways } ?? true : two.closing == nil
    }

    /// "Open until eleven" against hours that end earlier on those days.
    private static func excludes(_ closing: Closing, _ hours: WeekHours) -> Bool {
        guard !hours.isOfUnknownDays else { return false }
        let days = closing.days.map { $0.intersection(hours.openDays) } ?? hours.openDays
        return !hours.isOpen(until: closing.minute, on: days)
    }

    private static func prices(_ one: MeasureReading, _ two: MeasureReading) -> Bool {
        guard let a = one.measure.value, let b = two.measure.value else { return false }
        if a == 0 || b == 0 { return a != b }
        return one.measure.per == two.measure.per && one.measure.unit == two.measure.unit && a != b
    }

    private static func numbers(_ one: MeasureReading, _ two: MeasureReading) -> Bool {
        if let a = one.downtime, let b = two.downtime { return !a.agrees(with: b) }
        guard let a = one.measure.value, let b = two.measure.value, one.measure.unit == two.measure.unit else { return false }
        return direction(one.measure.op) == direction(two.measure.op) && a != b
    }

    /// Shorter times are meant within the hours: "chat is answered within two minutes".
    private static let byTheClock = 12

    /// A time by the clock that runs out while the desk is closed.
    static func isUnattended(_ bound: MeasureReading, _ week: WeekHours) -> Bool {
        guard bound.measure.op == .atMost || bound.measure.op == .less, bound.measure.unit == .hour || bound.measure.unit == .minute,
            let lapse = bound.lapse, !week.isOfUnknownDays
        else { return false }
        return lapse.longest >= Double(Self.byTheClock) && lapse.longest * 60 < Double(week.longestClosing)
    }

    /// Times that a customer wants long: to be covered, to send something back, to know of it.
    private static let longerIsMore: Set<Metric> = [.guaranteePeriod, .returnWindow, .notice]

    /// The stricter of two values promises more; used to say which side is worse.
    static func promisesMore(_ first: MeasureReading?, than second: MeasureReading?) -> Bool? {
        guard let one = first, let two = second else { return nil }
        if let a = one.downtime, let b = two.downtime { return a.most == b.most ? nil : a.most < b.most }
        if let a = one.lapse, let b = two.lapse {
            return a.middle == b.middle ? nil : longerIsMore.contains(one.measure.metric) ? a.middle > b.middle : a.middle < b.middle
        }
        if let a = one.week, let b = two.week { return a.minutes == b.minutes ? nil : a.minutes > b.minutes }
        if one.closing != nil, two.week != nil { return true }
        if let a = one.measure.value, let b = two.measure.value, one.measure.metric == .price { return a == b ? nil : a < b }
        return nil
    }
}
