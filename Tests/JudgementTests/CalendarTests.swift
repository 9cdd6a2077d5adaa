import Claims
import Foundation
import Testing

@testable import Judgement

@Suite struct PublicHolidaysTests {
    /// Lines of country, year and days, as published.
    private static let published: [[Substring]] = {
        let file = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/public-holidays.txt"
        return try! String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").filter { $0.first != "#" }.map {
            $0.split(separator: " ")
        }
    }()

    @Test func computedDaysAreThePublishedOnes() throws {
        #expect(Self.published.count == 220)
        for line in Self.published {
            let year = try #require(Int(line[1]))
            let dates = line.dropFirst(2).map { $0.split(separator: "-").compactMap { Int($0) } }.map { CivilDate(year, $0[0], $0[1]) }
            let country = try #require(HolidayCountry(rawValue: String(line[0])))
            #expect(PublicHolidays(country: country).dates(year) == dates, "\(country) \(year)")
        }
    }

    /// Whit Monday and Ascension Day move with Easter, which is a Sunday between 22 March and 25 April.
    @Test func easterIsASundayInSpring() {
        for year in 1900...2200 {
            let easter = CivilDate.easter(year)
            #expect(easter.weekday == 6)
            #expect(easter >= CivilDate(year, 3, 22) && easter <= CivilDate(year, 4, 25))
        }
    }

    @Test func theKingsDayIsNeverASunday() {
        for year in 2014...2060 {
            let dates = PublicHolidays(country: .nl).dates(year)
            let april = dates.filter { $0 == CivilDate(year, 4, 27) || $0 == CivilDate(year, 4, 26) && $0.weekday == 5 }
            #expect(april.contains { $0.weekday != 6 }, "\(year)")
        }
    }

    /// Every date has one number, and numbers follow each other.
    @Test func datesAreCountedWithoutGaps() {
        var number = CivilDate(1999, 12, 31).number
        for year in 2000...2005 {
            for (month, last) in zip(1...12, [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                for day in 1...last {
                    #expect(CivilDate(year, month, day).number == number + 1)
                    number += 1
                }
            }
        }
    }
}

@Suite struct WorkingSpansTests {
    private static let countries: [HolidayCountry?] = [nil, .nl, .uk]

    private func days(_ count: Double, _ calendar: WorkCalendar = .usual) -> (Double, Double) {
        let hours = WorkingSpans(calendar).hours(count)
        return (hours.shortest / 24, hours.longest / 24)
    }

    @Test(arguments: [(1.0, 1.0, 3.0), (2, 2, 4), (5, 5, 7), (6, 8, 10), (10, 12, 14), (20, 26, 28)])
    func ordinaryWeeks(_ count: Double, _ least: Double, _ most: Double) { #expect(days(count) == (least, most)) }

    @Test func sixDaysAWeekAndEveryDay() throws {
        let shop = try #require(WorkCalendar(workingDays: [0, 1, 2, 3, 4, 5], start: 540, end: 1080))
        #expect(days(1, shop) == (1, 2))
        let always = try #require(WorkCalendar(workingDays: Set(0..<7), start: 0, end: 1440))
        for count in 1...30 { #expect(days(Double(count), always) == (Double(count), Double(count))) }
    }

    /// From the Thursday before Easter to the Tuesday after it, and one more day where the King's birthday follows; in France and Belgium
    /// Christmas on a Friday.
    @Test(arguments: [(HolidayCountry.uk, 5.0), (.nl, 6), (.de, 5), (.fr, 4), (.be, 4)])
    func holidaysLengthenOneWorkingDay(_ country: HolidayCountry, _ most: Double) {
        var calendar = WorkCalendar.usual
        calendar.holidays = country
        #expect(days(1, calendar) == (1, most))
    }

    @Test(arguments: countries)
    func moreWorkingDaysTakeLonger(_ country: HolidayCountry?) {
        var calendar = WorkCalendar.usual
        calendar.holidays = country
        let spans = WorkingSpans(calendar)
        for count in stride(from: 0, through: 120, by: 1.0) {
            let (own, next) = (spans.hours(count), spans.hours(count + 1))
            #expect(own.shortest <= own.longest)
            #expect(own.shortest < next.shortest && own.longest <= next.longest)
        }
    }

    @Test func aCalendarWithoutAWorkingDayIsNone() {
        #expect(WorkCalendar(workingDays: [], start: 540, end: 1020) == nil)
        #expect(WorkCalendar(workingDays: [7], start: 540, end: 1020) == nil)
        #expect(WorkCalendar(workingDays: [0], start: 1020, end: 1020) == nil)
    }

    /// Eight days are no five working days, unless a holiday may lie between them.
    @Test func theCalendarDecidesWhatAgrees() {
        let five = Measure(metric: .responseTime, op: .atMost, value: 5, unit: .workday)
        let eight = Measure(metric: .responseTime, op: .atMost, value: 8, unit: .day)
        var calendar = WorkCalendar.usual
        #expect(Lapse(five, WorkingSpans(calendar))?.agrees(with: Lapse(eight)!) == false)
        calendar.holidays = .nl
        #expect(Lapse(five, WorkingSpans(calendar))?.agrees(with: Lapse(eight)!) == true)
    }
}
