import Claims

/// A measure read once: what it comes to in time, hours of the week or downtime. Equal measures share one reading.
final class MeasureReading: Sendable {
    let measure: Measure
    let lapse: Lapse?
    let week: WeekHours?
    let closing: Closing?
    let downtime: Downtime?

    init(_ measure: Measure, _ spans: WorkingSpans) {
        self.measure = measure
        lapse = Lapse(measure, spans)
        week = measure.week
        closing = measure.closing
        downtime = Downtime(measure)
    }

    /// The readings of all claims, by index; nil where a claim has no measure.
    static func all(_ claims: [Claim], _ spans: WorkingSpans) -> [MeasureReading?] {
        var known: [Measure: MeasureReading] = [:]
        return claims.map { claim in
            guard let measure = claim.measure else { return nil }
            if let reading = known[measure] { return reading }
            let reading = MeasureReading(measure, spans)
            known[measure] = reading
            return reading
        }
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
