import Claims

/// Whether a promise got weaker or stronger for the customer.
enum PromiseStrength {
    /// Nil where both come to the same.
    static func change(_ before: Claim, _ after: Claim) -> PromiseChange.Direction? {
        if before.stance != after.stance || before.kind != after.kind { return .different }
        guard let value = value(before.measure, after.measure) else { return commitment(before, after) }
        // What the organisation demands of itself or of others is no promise that could be weaker.
        return before.kind == .processConstraint ? .different : value
    }

    private static func commitment(_ before: Claim, _ after: Claim) -> PromiseChange.Direction? {
        if before.commitment == after.commitment { return nil }
        return after.commitment == .firm ? .stronger : before.commitment == .firm ? .weaker : .different
    }

    private static func value(_ before: Measure?, _ after: Measure?) -> PromiseChange.Direction? {
        guard let before else { return after == nil ? nil : .stronger }
        guard let after else { return .weaker }
        if before == after { return nil }
        if let one = before.week, let two = after.week { return hours(one, two) }
        guard before.metric == after.metric, isUpper(before) == isUpper(after) else { return .different }
        if let one = Lapse(before), let two = Lapse(after) {
            return one.agrees(with: two) ? nil : direction(two.middle > one.middle, before)
        }
        guard let one = before.value, let two = after.value, before.unit == after.unit, before.per == after.per else { return .different }
        return one == two ? nil : direction(two > one, before)
    }

    private static func hours(_ before: WeekHours, _ after: WeekHours) -> PromiseChange.Direction? {
        if before == after { return nil }
        if before.isOfUnknownDays != after.isOfUnknownDays { return .different }
        return before.isSubset(of: after) ? .stronger : after.isSubset(of: before) ? .weaker : .different
    }

    private static func isUpper(_ measure: Measure) -> Bool { measure.op != .atLeast && measure.op != .greater }

    /// A longer wait is worse; a longer guarantee or time to send something back, an earlier notice and a higher availability are better.
    private static func direction(_ isMore: Bool, _ measure: Measure) -> PromiseChange.Direction {
        switch measure.metric {
        case .returnWindow, .notice, .guaranteePeriod, .availability, .openingHours: isMore ? .stronger : .weaker
        case .none: .different
        default: isMore ? .weaker : .stronger
        }
    }
}
