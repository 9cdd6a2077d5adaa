/// Opening hours as minutes of a week, read from OpenStreetMap's `opening_hours` syntax.
///
/// Read are days (`Mo-Fr`, `Sa,Su`), spans (`09:00-17:00,18:00-20:00`, also over midnight), `24/7` and `off`; public holidays (`PH`) are set apart.
struct WeekHours: Hashable, Sendable {
    /// Minutes since Monday 00:00, sorted and apart from each other.
    private(set) var spans: [Range<Int>] = []
    /// No days were named: the spans are of one day, and which is not known.
    private(set) var isOfUnknownDays = false

    static let day = 1440
    static let week = 7 * day
    private static let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

    /// Nil where the text is in no form that is read.
    init?(_ text: String) {
        if text == "24/7" {
            spans = [0..<Self.week]
            return
        }
        var found: [Range<Int>] = []
        var bare = 0
        let rules = text.split(separator: ";").map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
        for parts in rules {
            if parts[0] == "PH" { continue }
            let days = Self.days(parts[0])
            let times = days == nil ? parts : Array(parts.dropFirst())
            if days == nil { bare += 1 }
            if times == ["off"] || times == ["closed"] {
                found.removeAll { span in (days ?? []).contains(span.lowerBound / Self.day) }
                continue
            }
            guard let spans = Self.spans(times, days ?? [0]) else { return nil }
            found += spans
        }
        if bare > 0, bare < rules.count { return nil }
        isOfUnknownDays = bare > 0
        spans = Self.joined(found)
    }

    private init(spans: [Range<Int>]) { self.spans = spans }

    private static func days(_ text: String) -> [Int]? {
        var days: [Int] = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").compactMap { names.firstIndex(of: String($0)) }
            switch ends.count {
            case 1 where part.count == 2: days.append(ends[0])
            case 2: days += (0..<7).map { (ends[0] + $0) % 7 }.prefix((ends[1] - ends[0] + 7) % 7 + 1)
            default: return nil
            }
        }
        return days.isEmpty ? nil : days
    }

    private static func spans(_ times: [String], _ days: [Int]) -> [Range<Int>]? {
        guard !times.isEmpty else { return nil }
        var result: [Range<Int>] = []
        for part in times.joined().split(separator: ",") {
            let ends = part.split(separator: "-").compactMap { minutes($0) }
            guard ends.count == 2 else { return nil }
            let end = ends[1] <= ends[0] ? ends[1] + day : ends[1]
            for index in days { result += wrapped(index * day + ends[0], index * day + end) }
        }
        return result
    }

    /// A span that runs past Sunday midnight goes on at Monday 00:00.
    private static func wrapped(_ from: Int, _ to: Int) -> [Range<Int>] {
        to <= week ? [from..<to] : from >= week ? [(from - week)..<(to - week)] : [from..<week, 0..<(to - week)]
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, (0...24).contains(parts[0]), (0..<60).contains(parts[1]) else { return nil }
        return parts[0] * 60 + parts[1]
    }

    private static func joined(_ spans: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, span.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                result.append(span)
            }
        }
        return result
    }

    // MARK: questions

    var minutes: Int { spans.reduce(0) { $0 + $1.count } }

    var isAlways: Bool { minutes == Self.week }

    func intersection(_ other: WeekHours) -> WeekHours {
        var result: [Range<Int>] = []
        for span in spans {
            for other in other.spans where other.lowerBound < span.upperBound && span.lowerBound < other.upperBound {
                result.append(max(span.lowerBound, other.lowerBound)..<min(span.upperBound, other.upperBound))
            }
        }
        return WeekHours(spans: Self.joined(result))
    }

    func isSubset(of other: WeekHours) -> Bool { intersection(other).minutes == minutes }

    /// The hours on some days only: a row of a table speaks of its own day, and of no other.
    func on(_ days: Set<Int>) -> WeekHours {
        WeekHours(
            spans: Self.joined(
                days.sorted().flatMap { day in
                    spans.compactMap { span in
                        let part = span.clamped(to: day * Self.day..<(day + 1) * Self.day)
                        return part.isEmpty ? nil : part
                    }
                }))
    }

    var openDays: Set<Int> { Set(spans.flatMap { ($0.lowerBound / Self.day)...(($0.upperBound - 1) / Self.day) }) }

    /// The same hours of the day, whatever the days.
    func hasSameTimes(as other: WeekHours) -> Bool { times == other.times }

    private var times: Set<Range<Int>> {
        Set(
            spans.map { span in
                let start = span.lowerBound % Self.day
                return start..<(start + min(span.count, Self.day))
            })
    }

    /// True where it is open on each of its days in `days` at least until the minute of the day.
    func isOpen(until minute: Int, on days: Set<Int>) -> Bool {
        days.allSatisfy { day in
            spans.contains { $0.lowerBound < day * Self.day + minute && $0.upperBound >= day * Self.day + minute }
        }
    }

    /// Minutes from the end of a span to the start of the next, at most; a whole week where nothing is open.
    var longestClosing: Int {
        guard let first = spans.first, let last = spans.last else { return Self.week }
        let gaps = zip(spans, spans.dropFirst()).map { $0.upperBound..<$1.lowerBound }
        let over = first.lowerBound + Self.week - last.upperBound
        return max(gaps.map(\.count).max() ?? 0, over)
    }

    func union(_ other: WeekHours) -> WeekHours { WeekHours(spans: Self.joined(spans + other.spans)) }

    /// OpenStreetMap syntax again.
    var text: String {
        if isAlways { return "24/7" }
        var byTimes: [(times: String, days: [Int])] = []
        for day in 0..<7 {
            let own = spans.filter { $0.lowerBound / Self.day == day }
            guard !own.isEmpty else { continue }
            let times = own.map { Self.clock($0.lowerBound % Self.day) + "-" + Self.clock($0.upperBound - day * Self.day) }.joined(
                separator: ",")
            if let index = byTimes.firstIndex(where: { $0.times == times }) {
                byTimes[index].days.append(day)
            } else {
                byTimes.append((times, [day]))
            }
        }
        return byTimes.map { Self.dayText($0.days) + " " + $0.times }.joined(separator: "; ")
    }

    private static func clock(_ minutes: Int) -> String {
        let wrapped = minutes > day ? minutes - day : minutes
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return two(wrapped / 60) + ":" + two(wrapped % 60)
    }

    private static func dayText(_ days: [Int]) -> String {
        var parts: [String] = []
        var index = 0
        while index < days.count {
            var last = index
            while last + 1 < days.count, days[last + 1] == days[last] + 1 { last += 1 }
            parts.append(
                last - index >= 2
                    ? names[days[index]] + "-" + names[days[last]] : days[index...last].map { names[$0] }.joined(separator: ","))
            index = last + 1
        }
        return parts.joined(separator: ",")
    }
}
