public import Claims

/// How many calendar days a run of working days takes, at least and at most, under a calendar.
public struct WorkingSpans: Sendable, Hashable {
    public let calendar: WorkCalendar
    /// By number of working days, from 0.
    private let least: [Int]
    private let most: [Int]

    /// Longer runs are told by proportion: a quarter of working days is much the same length whenever it begins.
    private static let counted = 65
    /// Years that are tried for the worst and the best place of the holidays: every weekday of every fixed day, and many Easters.
    private static let years = 2010...2040

    public static let usual = WorkingSpans(.usual)

    public init(_ calendar: WorkCalendar) {
        self.calendar = calendar
        let days = Self.workingDays(calendar)
        (least, most) = (Self.least(days), Self.most(days))
    }

    /// Numbers of the days on which work is done, in order. Without holidays every week is like the next.
    private static func workingDays(_ calendar: WorkCalendar) -> [Int] {
        let first = CivilDate(years.lowerBound, 1, 1)
        let closed = Set(
            calendar.holidays.map { country in years.flatMap { PublicHolidays(country: country).dates($0).map(\.number) } } ?? [])
        let length = closed.isEmpty ? 7 * (counted + 2) : CivilDate(years.upperBound + 1, 1, 1).number - first.number
        return (0..<length).map { first + $0 }.filter { calendar.workingDays.contains($0.weekday) && !closed.contains($0.number) }.map(
            \.number)
    }

    /// Asked as a working day begins: that day is the first.
    private static func least(_ days: [Int]) -> [Int] {
        [0] + (1...counted).map { count in distances(days, count - 1).min()! + 1 }
    }

    /// Asked as a working day ends: the next one is the first.
    private static func most(_ days: [Int]) -> [Int] { [1] + (1...counted).map { count in distances(days, count).max()! } }

    private static func distances(_ days: [Int], _ apart: Int) -> [Int] {
        (apart..<days.count).map { index in days[index] - days[index - apart] }
    }

    /// Shortest and longest time in hours that so many working days can take.
    func hours(_ workdays: Double) -> (shortest: Double, longest: Double) {
        guard workdays > 0 else { return (0, 24) }
        guard workdays <= Double(Self.counted) else {
            let share = workdays / Double(Self.counted)
            return (Double(least[Self.counted]) * share * 24, Double(most[Self.counted]) * share * 24)
        }
        let (whole, up) = (Int(workdays), Int(workdays.rounded(.up)))
        return ((Double(least[whole]) + workdays - Double(whole)) * 24, Double(most[up]) * 24)
    }
}
