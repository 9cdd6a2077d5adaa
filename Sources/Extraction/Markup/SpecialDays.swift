/// Hours of certain dates in structured data (schema.org's `validFrom` and `validThrough`) and days on which it is closed: Christmas Eve
/// from ten to two, closed on Boxing Day, closed on Mondays.
enum SpecialDays {
    /// More days than these are a season.
    private static let mostDays = 14

    /// The property that holds them, the days by their shared names, and the hours in OpenStreetMap's syntax without days, which are empty
    /// where it is closed; nil where the object speaks of the usual week.
    static func read(_ object: [String: StructuredData.JSON]) -> (property: String, days: [String], hours: String)? {
        let (opens, closes) = (object["opens"]?.strings.first?.prefix(5), object["closes"]?.strings.first?.prefix(5))
        let isClosed = opens == closes
        if let dates = dates(object), !isClosed || opens != nil || object["dayOfWeek"] == nil {
            return ("specialOpeningHoursSpecification", dates, isClosed ? "" : (opens ?? "00:00") + "-" + (closes ?? "24:00"))
        }
        // By schema.org a day whose hours begin and end at one time has none.
        let days = StructuredData.days(object)
        guard isClosed, opens != nil, !days.isEmpty, days != .all else { return nil }
        return ("openingHoursSpecification", CalendarDays.names(days), "")
    }

    /// From one date to another, or nil where there are none or it is a whole season.
    private static func dates(_ object: [String: StructuredData.JSON]) -> [String]? {
        guard let from = date(object["validFrom"]) else { return nil }
        let through = date(object["validThrough"]) ?? from
        guard (0...1).contains(through.year - from.year) else { return nil }
        var (day, days) = (from, [String]())
        while days.count <= mostDays {
            days.append(QuantityReader.name(month: day.month, day: day.day))
            if day == through { return days }
            day = day.next
        }
        return nil
    }

    private struct Date: Equatable {
        var year, month, day: Int

        /// The day after; months have the days of a leap year, which is near enough for names.
        var next: Date {
            let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if day < lengths[month - 1] { return Date(year: year, month: month, day: day + 1) }
            return month < 12 ? Date(year: year, month: month + 1, day: 1) : Date(year: year + 1, month: 1, day: 1)
        }
    }

    private static func date(_ json: StructuredData.JSON?) -> Date? {
        let parts = json?.strings.first?.prefix(10).split(separator: "-").compactMap { Int($0) } ?? []
        guard parts.count == 3, (1990...2200).contains(parts[0]), (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
            return nil
        }
        return Date(year: parts[0], month: parts[1], day: parts[2])
    }
}
