import Claims
import RuleBook

/// A value read from a sentence, with the slots that it fills.
struct Quantity: Sendable {
    enum Value: Sendable, Hashable {
        case duration(Double, Unit)
        case money(Double, Unit, per: String?)
        case percent(Double)
        case count(Double)
        case time(minutes: Int)
        /// OpenStreetMap syntax; without days where the sentence names none.
        case hours(String)
        /// Only the end is known: open until so many minutes after midnight, on those days.
        case closing(minutes: Int, days: String?)
        case phone(String)
        /// Days of the year by the names that all languages share: `date-12-24`.
        case days([String])
    }

    var span: Span
    var value: Value
    /// The direction that the words around it give: at most where they say nothing.
    var op: BoundOperator
    var slots: [Slot]
    /// The words around say "longer than", "years old", "for twenty years": no bound of a service.
    var isThreshold = false
    /// What a share or a duration is counted over, where the words after it say so: `day`, `month`, `year`.
    var per: String?
    /// "Nobody waits longer than": the denial makes an upper bound of a lower one, and denies nothing else.
    var usesDenial = false

    var measure: Measure? {
        switch value {
        case .duration(let number, let unit): Measure(metric: .none, op: op, value: number, unit: unit, per: per)
        case .money(let number, let unit, let per): Measure(metric: .price, op: op, value: number, unit: unit, per: per)
        case .percent(let number): Measure(metric: .none, op: op, value: number, unit: .percent, per: per)
        case .count(let number): Measure(metric: .none, op: op, value: number, unit: .count)
        case .hours(let text): Measure(metric: .openingHours, openingHours: text)
        case .closing(let minutes, let days):
            Measure(metric: .openingHours, op: .atLeast, value: Double(minutes) / 60, unit: .hour, per: days)
        case .time, .phone, .days: nil
        }
    }
}
