import Claims

/// All hours that an organisation names where it says what holds, not where it sells.
///
/// "Day and night" and "reachable until midnight" are kept by any desk that is there so long, whatever it is called; where no page names
/// such hours, the widest that are named break the promise.
struct NamedHours: Sendable {
    private let weeks: [WeekHours]
    /// The most minutes a week that a desk for everyday questions is there.
    private let widest: Int

    /// Fewer days than these are a row of a table.
    private static let wholeWeek = 4

    init(_ claims: [Claim], _ readings: [MeasureReading?]) {
        let named = zip(claims, readings).filter { $0.0.measure?.metric == .openingHours && $0.0.source.pageRole != .marketing }
        weeks = named.compactMap { $0.1?.week }
        widest = zip(claims, readings).filter { Self.isOfDesk($0.0, $0.1) }.compactMap { Self.minutes($0.1) }.max() ?? 0
    }

    /// Hours of several days, in words, at which customers reach somebody with any question.
    private static func isOfDesk(_ claim: Claim, _ reading: MeasureReading?) -> Bool {
        guard claim.measure?.metric == .openingHours, let week = reading?.week, week.isOfUnknownDays || week.openDays.count >= wholeWeek
        else { return false }
        return !claim.isStructured && claim.isEverydayContact && ["phone", "chat", "whatsapp", "any"].contains(claim.channel)
            && claim.scope?.condition == nil && claim.scope?.period == nil && claim.scope?.product == nil
            && (claim.source.pageRole == .servicePolicy || claim.source.pageRole == .legal)
    }

    /// Minutes a week; hours of days that are not named are taken for every day's.
    private static func minutes(_ reading: MeasureReading?) -> Int? {
        reading?.week.map { $0.isOfUnknownDays ? $0.minutes * 7 : $0.minutes }
    }

    /// The promise is that somebody can be reached, with any question; these hours are the longest there are, and none keeps it.
    func areShort(of promise: Claim, _ reading: MeasureReading?, by hours: Claim, _ read: MeasureReading?) -> Bool {
        guard promise.isForEverything, promise.isEverydayContact, promise.commitment == .firm, promise.isOfContact,
            promise.scope?.condition == nil, promise.scope?.period == nil,
            Self.isOfDesk(hours, read), Self.minutes(read) == widest
        else { return false }
        if let closing = reading?.closing {
            return read?.week?.isOfUnknownDays == false
                && !weeks.contains { $0.isOfUnknownDays || $0.isOpen(until: closing.minute, on: closing.days ?? $0.openDays) }
        }
        // "Always there for you" is a way of speaking; day and night is not.
        return reading?.week?.isAlways == true && !weeks.contains { $0.isAlways }
    }
}
