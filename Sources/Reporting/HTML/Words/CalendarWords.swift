import Claims

extension Words {
    /// `Mon–Fri, 09:00 to 17:00, without the public holidays of the Netherlands`.
    func calendar(_ calendar: WorkCalendar) -> String {
        let country = calendar.holidays.map { fill(.holidaysOf, ["country": self[Self.name(of: $0)]]) }
        return fill(
            .hoursOfWork,
            [
                "days": days(calendar.workingDays.sorted()), "start": clock(calendar.start), "end": clock(calendar.end),
                "holidays": country ?? self[.noHolidays],
            ])
    }

    private static func name(of country: HolidayCountry) -> Word {
        switch country {
        case .nl: .nlHolidays
        case .be: .beHolidays
        case .fr: .frHolidays
        case .de: .deHolidays
        case .uk: .ukHolidays
        }
    }

    private func clock(_ minutes: Int) -> String {
        let (hour, minute) = (String(minutes / 60), String(minutes % 60))
        let sign = language == .nl ? "." : ":"
        return (hour.count == 1 ? "0" : "") + hour + sign + (minute.count == 1 ? "0" : "") + minute
    }

    /// Runs of days with their first and last, others one by one.
    private func days(_ days: [Int]) -> String {
        let names = self[.weekdays].split(separator: " ")
        var runs: [ClosedRange<Int>] = []
        for day in days {
            if let last = runs.last, last.upperBound + 1 == day {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        return runs.map { $0.count == 1 ? names[$0.lowerBound] : names[$0.lowerBound] + "–" + names[$0.upperBound] }.joined(separator: ", ")
    }
}
