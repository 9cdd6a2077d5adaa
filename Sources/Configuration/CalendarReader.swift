import Claims
import RuleBook
import Yams

/// When the organisation works: days, hours and public holidays.
extension SettingsReader {
    private static let days = ["mo", "tu", "we", "th", "fr", "sa", "su"]

    func calendar(_ node: Node) throws(RuleBookError) -> CalendarSetting {
        let map = try reader.mapping(node, known: SettingsKey.calendar.parts)
        var calendar = WorkCalendar.usual
        var (workingDays, hours, holidays): (Stated<String>?, Stated<String>?, Stated<String>?)
        if let node = map.node("working_days") {
            calendar.workingDays = try days(node)
            workingDays = Stated(try reader.strings(node).map(\.text).joined(separator: ", "), at: reader.place(node.mark))
        }
        if let node = map.node("hours") {
            (calendar.start, calendar.end) = try hoursOfDay(node)
            hours = Stated(try reader.string(node), at: reader.place(node.mark))
        }
        if let node = map.node("holidays") {
            calendar.holidays = try country(node)
            holidays = Stated(try reader.string(node), at: reader.place(node.mark))
        }
        return CalendarSetting(workingDays: workingDays, hours: hours, holidays: holidays, calendar: calendar)
    }

    /// `mo-fr`, `mo-th, sa`, or a list of such.
    private func days(_ node: Node) throws(RuleBookError) -> Set<Int> {
        var days = Set<Int>()
        for (text, item) in try reader.strings(node) {
            for part in text.lowercased().split(separator: ",") {
                let ends = part.split(separator: "-").map { $0.filter { !$0.isWhitespace } }
                for end in ends where !Self.days.contains(end) {
                    throw reader.fail(item, "'\(end)' is no day of the week", cure: suggestion(for: end, among: Self.days))
                }
                let numbers = ends.compactMap { Self.days.firstIndex(of: $0) }
                guard let first = numbers.first, let last = numbers.last, numbers.count <= 2 else {
                    throw reader.fail(item, "'\(text)' is no list of days", cure: "write for instance mo-fr or mo-th, sa")
                }
                days.formUnion(first <= last ? Set(first...last) : Set(first...6).union(0...last))
            }
        }
        if days.isEmpty { throw reader.fail(node, "no working day is left", cure: "write for instance mo-fr") }
        return days
    }

    private func hoursOfDay(_ node: Node) throws(RuleBookError) -> (Int, Int) {
        let text = try reader.string(node)
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.minutes)
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else {
            throw reader.fail(node, "'\(text)' are no hours of a day", cure: "write for instance \"09:00-17:30\"")
        }
        return (start, end)
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.filter { !$0.isWhitespace }.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<60).contains(minute) else {
            return nil
        }
        let minutes = hour * 60 + minute
        return (0...1440).contains(minutes) ? minutes : nil
    }

    private func country(_ node: Node) throws(RuleBookError) -> HolidayCountry? {
        let text = try reader.string(node).lowercased()
        if text == "none" { return nil }
        guard let country = HolidayCountry(rawValue: text) else {
            let known = HolidayCountry.allCases.map(\.rawValue) + ["none"]
            throw reader.fail(node, "the public holidays of '\(text)' are not known", cure: "known are: " + known.joined(separator: ", "))
        }
        return country
    }
}
