import Claims

/// The hours of each desk, from all claims about it: of a channel, or of a page where no channel is named.
struct DeskHours: Sendable {
    private var weeks: [String: WeekHours] = [:]

    /// Fewer days than these are a row of a table, and the other rows say the rest.
    private static let wholeWeek = 4

    init(_ claims: [Claim], _ readings: [MeasureReading?]) {
        for (claim, reading) in zip(claims, readings) {
            guard let week = reading?.week, !week.isOfUnknownDays else { continue }
            let key = Self.key(claim)
            weeks[key] = weeks[key]?.union(week) ?? week
        }
    }

    private static func key(_ claim: Claim) -> String { claim.channel == "any" ? "page " + claim.source.file : claim.channel }

    /// An answer by the clock and hours that are of one desk beyond doubt: the channel is named, or both stand in one paragraph.
    func areOfOneDesk(_ answer: Claim, _ hours: Claim, _ week: WeekHours?) -> Bool {
        guard answer.channel == hours.channel, let week, week.openDays.count >= Self.wholeWeek, !hours.isRow,
            [answer, hours].allSatisfy({ $0.scope?.condition == nil && $0.scope?.period == nil })
        else { return false }
        return answer.channel != "any"
            || answer.source.file == hours.source.file && answer.context == hours.context
                && abs(answer.source.line - hours.source.line) <= 3
    }

    /// All hours that are said of the claim's desk.
    func week(of claim: Claim) -> WeekHours? { weeks[Self.key(claim)] }
}
