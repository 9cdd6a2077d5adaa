/// Countries whose public holidays the judge computes.
public enum HolidayCountry: String, Codable, Sendable, Hashable, CaseIterable {
    case nl, be, fr, de
    /// England and Wales.
    case uk
}

/// When an organisation works: what turns working days into clock hours.
public struct WorkCalendar: Codable, Sendable, Hashable {
    /// Days of the week, 0 is Monday and 6 Sunday; never empty.
    public var workingDays: Set<Int>
    /// Minutes since midnight at which work begins.
    public var start: Int
    /// Minutes since midnight at which work ends, after `start`, at most 1440.
    public var end: Int
    /// Nil: no public holiday is assumed.
    public var holidays: HolidayCountry?

    /// Monday to Friday, nine to five, without public holidays.
    public static let usual = WorkCalendar(workingDays: [0, 1, 2, 3, 4], start: 540, end: 1020)!

    /// Nil where no day of the week is left, a day is none, or the working day does not end after it begins.
    public init?(workingDays: Set<Int>, start: Int, end: Int, holidays: HolidayCountry? = nil) {
        guard !workingDays.isEmpty, workingDays.allSatisfy((0..<7).contains), start >= 0, start < end, end <= 1440 else { return nil }
        self.workingDays = workingDays
        self.start = start
        self.end = end
        self.holidays = holidays
    }

    enum CodingKeys: String, CodingKey {
        case start, end, holidays
        case workingDays = "working_days"
    }

    /// The days in their order, so that the same calendar has the same bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(workingDays.sorted(), forKey: .workingDays)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encodeIfPresent(holidays, forKey: .holidays)
    }
}
