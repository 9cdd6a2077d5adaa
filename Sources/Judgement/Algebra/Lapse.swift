import Claims

/// A length of time as the shortest and the longest it can be, in hours.
///
/// A working day can hold a weekend, a month has 28 to 31 days: two lapses agree where they can be the same length.
struct Lapse: Hashable, Sendable {
    var shortest: Double
    var longest: Double

    /// Nil where the measure is no length of time.
    /// - Parameter spans: what working days come to under the organisation's calendar.
    init?(_ measure: Measure, _ spans: WorkingSpans = .usual) {
        guard let value = measure.value, let unit = measure.unit else { return nil }
        switch unit {
        case .second: self.init(value / 3600, value / 3600)
        case .minute: self.init(value / 60, value / 60)
        case .hour: self.init(value, value)
        // "The same day" ends at midnight, whenever it began.
        case .day: self.init(value * 24, value == 0 ? 24 : value * 24)
        case .workday:
            let hours = spans.hours(value)
            self.init(hours.shortest, hours.longest)
        case .week: self.init(value * 168, value * 168)
        case .month: self.init(value * 28 * 24, value * 31 * 24)
        case .year: self.init(value * 365 * 24, value * 366 * 24)
        default: return nil
        }
    }

    private init(_ shortest: Double, _ longest: Double) {
        self.shortest = shortest
        self.longest = longest
    }

    func agrees(with other: Lapse) -> Bool { shortest <= other.longest && other.shortest <= longest }

    var middle: Double { (shortest + longest) / 2 }
}
