import Claims

/// The share of the time that a service may be down: what "99.9% a month" and "at most four hours a year" have in common.
struct Downtime: Hashable, Sendable {
    var least: Double
    var most: Double
    /// Something is paid only beyond it: so much is taken for granted.
    var isTolerated: Bool

    /// Rounded figures (43 minutes for 99.9% of a month) mean the same.
    private static let rounding = 1.03

    /// Nil where the measure is no availability, or a duration without the period it is counted over.
    init?(_ measure: Measure) {
        guard measure.metric == .availability, let value = measure.value else { return nil }
        isTolerated = measure.op == .greater
        if measure.unit == .percent {
            guard value >= 0, value <= 100 else { return nil }
            (least, most) = (1 - value / 100, 1 - value / 100)
        } else {
            guard let down = Lapse(measure), let period = measure.per.flatMap(Unit.init(rawValue:)),
                let whole = Lapse(Measure(metric: .availability, value: 1, unit: period))
            else { return nil }
            (least, most) = (down.shortest / whole.longest, down.longest / whole.shortest)
        }
    }

    /// Two promises that allow the same, or a promise and a tolerance that asks no more of the customer than the promise.
    func agrees(with other: Downtime) -> Bool {
        if isTolerated != other.isTolerated {
            let (promised, tolerated) = isTolerated ? (other, self) : (self, other)
            return tolerated.least <= promised.most * Self.rounding
        }
        return least <= other.most * Self.rounding && other.least <= most * Self.rounding
    }
}
