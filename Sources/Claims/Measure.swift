/// What a bound measures.
public enum Metric: String, Codable, Sendable, Hashable, CaseIterable {
    case answerTime = "answer-time"
    case responseTime = "response-time"
    case resolutionTime = "resolution-time"
    case deliveryTime = "delivery-time"
    case waitTime = "wait-time"
    case openingHours = "opening-hours"
    case availability
    case price
    case transferCount = "transfer-count"
    case refundPeriod = "refund-period"
    case returnWindow = "return-window"
    case notice
    case guaranteePeriod = "guarantee-period"
    case changeDeadline = "change-deadline"
    case none
}

/// The direction of a bound.
public enum BoundOperator: String, Codable, Sendable, Hashable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case less = "<"
    case greater = ">"
}

/// Units of a bound. A `day` is a calendar day, a `workday` a day on which the organisation works.
public enum Unit: String, Codable, Sendable, Hashable, CaseIterable {
    case second = "s"
    case minute = "min"
    case hour = "h"
    case day, workday, week, month, year
    case euro = "eur"
    case pound = "gbp"
    case dollar = "usd"
    case franc = "chf"
    case cent, count, percent
}

/// A metric with its bound: `response-time <= 24 h`, or opening hours.
public struct Measure: Codable, Sendable, Hashable {
    public var metric: Metric
    public var op: BoundOperator?
    public var value: Double?
    public var unit: Unit?
    /// What one unit of a price buys: `minute`, `call`, `month`, `night`, `hour`. For opening hours of which only the end is known
    /// (`>= 23 h`: open until eleven at night at least) the days, as `Mo-Sa`.
    public var per: String?
    /// OpenStreetMap `opening_hours` syntax: `Mo-Fr 09:00-17:00`, `24/7`.
    public var openingHours: String?

    enum CodingKeys: String, CodingKey {
        case metric, op, value, unit, per
        case openingHours = "opening_hours"
    }

    public init(
        metric: Metric, op: BoundOperator? = nil, value: Double? = nil, unit: Unit? = nil, per: String? = nil,
        openingHours: String? = nil
    ) {
        self.metric = metric
        self.op = op
        self.value = value
        self.unit = unit
        self.per = per
        self.openingHours = openingHours
    }
}
