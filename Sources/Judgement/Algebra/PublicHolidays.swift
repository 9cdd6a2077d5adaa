import Claims

/// Public holidays of a country, computed for any year of the Gregorian calendar since 1990.
struct PublicHolidays: Sendable {
    let country: HolidayCountry

    /// The holidays of a year in order, each once.
    func dates(_ year: Int) -> [CivilDate] {
        switch country {
        case .nl: dutch(year)
        case .be: days([(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)], [0, 1, 39, 49, 50], year)
        // For three years Whit Monday was worked, for the old and the disabled.
        case .fr:
            days(
                [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)],
                (2005...2007).contains(year) ? [1, 39] : [1, 39, 50],
                year)
        case .de: days([(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)] + (year == 2017 ? [(10, 31)] : []), [-2, 1, 39, 50], year)
        case .uk: english(year)
        }
    }

    /// Fixed days, and days counted from Easter Sunday.
    private func days(_ fixed: [(month: Int, day: Int)], _ fromEaster: [Int], _ year: Int) -> [CivilDate] {
        let easter = CivilDate.easter(year)
        return Set(fixed.map { CivilDate(year, $0.month, $0.day) } + fromEaster.map { easter + $0 }).sorted()
    }

    /// As the Algemene termijnenwet counts them: Good Friday and 5 May stand beside the recognised days.
    private func dutch(_ year: Int) -> [CivilDate] {
        // The birthday of the King, and before 2014 the Queen's day; a Sunday gives way to the Saturday before.
        let birthday = year >= 2014 ? CivilDate(year, 4, 27) : CivilDate(year, 4, 30)
        let kept = birthday.weekday == 6 ? birthday + -1 : birthday
        let others = days([(1, 1), (5, 5), (12, 25), (12, 26)], [-2, 0, 1, 39, 49, 50], year)
        return Set(others + [kept]).sorted()
    }

    // MARK: England and Wales

    private func english(_ year: Int) -> [CivilDate] {
        let easter = CivilDate.easter(year)
        var dates = [
            easter + -2, easter + 1, CivilDate(year, 5, 1).next(0), CivilDate(year, 5, 25).next(0), CivilDate(year, 8, 25).next(0),
        ]
        dates += substituted([CivilDate(year, 1, 1)]) + substituted([CivilDate(year, 12, 25), CivilDate(year, 12, 26)])
        for change in Self.proclaimed where change.year == year {
            if let gone = change.gone { dates.removeAll { $0 == CivilDate(year, gone.0, gone.1) } }
            dates.append(CivilDate(year, change.day.0, change.day.1))
        }
        return Set(dates).sorted()
    }

    /// A holiday in the weekend gives the next weekday that is none.
    private func substituted(_ holidays: [CivilDate]) -> [CivilDate] {
        var dates = holidays
        for holiday in holidays where holiday.weekday > 4 {
            var day = holiday + 1
            while day.weekday > 4 || dates.contains(day) { day = day + 1 }
            dates.append(day)
        }
        return dates
    }

    private struct Proclaimed: Sendable {
        var year: Int
        var gone: (Int, Int)?
        var day: (Int, Int)
    }

    /// What no rule yields: days moved or added by royal proclamation.
    private static let proclaimed = [
        Proclaimed(year: 1995, gone: (5, 1), day: (5, 8)), Proclaimed(year: 1999, day: (12, 31)),
        Proclaimed(year: 2002, gone: (5, 27), day: (6, 4)), Proclaimed(year: 2002, day: (6, 3)),
        Proclaimed(year: 2011, day: (4, 29)), Proclaimed(year: 2012, gone: (5, 28), day: (6, 4)),
        Proclaimed(year: 2012, day: (6, 5)), Proclaimed(year: 2020, gone: (5, 4), day: (5, 8)),
        Proclaimed(year: 2022, gone: (5, 30), day: (6, 2)), Proclaimed(year: 2022, day: (6, 3)),
        Proclaimed(year: 2022, day: (9, 19)), Proclaimed(year: 2023, day: (5, 8)),
    ]
}
