/// A day of the Gregorian calendar, as the number of days since 1 January 1970.
struct CivilDate: Hashable, Comparable, Sendable {
    var number: Int

    init(number: Int) { self.number = number }

    /// The count runs over years that begin in March, so that the leap day is the last of its year.
    init(_ year: Int, _ month: Int, _ day: Int) {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 0 is Monday. The first of January 1970 was a Thursday.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    static func + (date: CivilDate, days: Int) -> CivilDate { CivilDate(number: date.number + days) }

    static func < (left: CivilDate, right: CivilDate) -> Bool { left.number < right.number }

    /// The first such day of the week on or after this date.
    func next(_ weekday: Int) -> CivilDate { self + (weekday - self.weekday + 7) % 7 }

    /// Easter Sunday of a year, by the Gregorian computus (Meeus, Jones and Butcher).
    static func easter(_ year: Int) -> CivilDate {
        let (century, rest) = (year / 100, year % 100)
        let golden = year % 19
        let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let late = (golden + 11 * moon + 22 * sunday) / 451
        let sum = moon + sunday - 7 * late + 114
        return CivilDate(year, sum / 31, sum % 31 + 1)
    }
}
