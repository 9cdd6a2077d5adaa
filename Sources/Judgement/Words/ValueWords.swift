import Claims

/// Values in the interface's language: "24 uur", "3 working days", "ma–vr 9.00–17.00".
struct ValueWords: Sendable {
    let language: String
    private var isDutch: Bool { language == "nl" }

    /// The value of a claim, or nil where it has none.
    func text(_ claim: Claim) -> String? {
        guard let measure = claim.measure else { return nil }
        if let hours = measure.openingHours { return self.hours(hours) }
        guard let value = measure.value, let unit = measure.unit else { return nil }
        if measure.closing != nil { return (isDutch ? "tot " : "until ") + clock(Int(value * 60)) }
        if measure.metric == .price { return price(value, unit, measure.per, cents: claim.language == "en" ? "p" : " cent") }
        return duration(value, unit) ?? number(value) + (unit == .percent ? "%" : isDutch ? " keer" : " times")
    }

    private func duration(_ value: Double, _ unit: Unit) -> String? {
        if value == 0, unit == .day || unit == .workday { return isDutch ? "dezelfde dag" : "the same day" }
        guard let (one, many) = units[unit] else { return nil }
        return number(value) + " " + (value == 1 ? one : many)
    }

    private var units: [Unit: (String, String)] {
        isDutch
            ? [
                .second: ("seconde", "seconden"), .minute: ("minuut", "minuten"), .hour: ("uur", "uur"), .day: ("dag", "dagen"),
                .workday: ("werkdag", "werkdagen"), .week: ("week", "weken"), .month: ("maand", "maanden"), .year: ("jaar", "jaar"),
            ]
            : [
                .second: ("second", "seconds"), .minute: ("minute", "minutes"), .hour: ("hour", "hours"), .day: ("day", "days"),
                .workday: ("working day", "working days"), .week: ("week", "weeks"), .month: ("month", "months"), .year: ("year", "years"),
            ]
    }

    private func price(_ value: Double, _ unit: Unit, _ per: String?, cents sign: String) -> String {
        if value == 0 { return isDutch ? "gratis" : "free" }
        let signs: [Unit: String] = [.euro: isDutch ? "€ " : "€", .pound: "£", .dollar: "$", .franc: "CHF "]
        let cents = Int((value * 100).rounded()) % 100
        let whole = Int(value)
        let amount = cents == 0 ? "\(whole)" : "\(whole)" + (isDutch ? "," : ".") + (cents < 10 ? "0\(cents)" : "\(cents)")
        let text = unit == .cent ? number(value) + (isDutch ? " cent" : sign) : (signs[unit] ?? "") + amount
        return per.map { text + " per " + (isDutch ? dutchPer[$0] ?? $0 : $0) } ?? text
    }

    private var dutchPer: [String: String] {
        [
            "minute": "minuut", "call": "gesprek", "month": "maand", "night": "nacht", "hour": "uur", "year": "jaar", "day": "dag",
            "week": "week", "person": "persoon",
        ]
    }

    func number(_ value: Double) -> String {
        let text = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\((value * 1000).rounded() / 1000)"
        return isDutch ? text.replacing(".", with: ",") : text
    }

    private func hours(_ text: String) -> String {
        if text == "24/7" { return isDutch ? "dag en nacht" : "day and night" }
        let days = ["Mo": "ma", "Tu": "di", "We": "wo", "Th": "do", "Fr": "vr", "Sa": "za", "Su": "zo"]
        let english = ["Mo": "Mon", "Tu": "Tue", "We": "Wed", "Th": "Thu", "Fr": "Fri", "Sa": "Sat", "Su": "Sun"]
        var result = text
        for (code, name) in isDutch ? days : english { result = result.replacing(code, with: name) }
        result = result.replacing("-", with: "–")
        return isDutch ? result.replacing(":", with: ".") : result
    }

    private func clock(_ minutes: Int) -> String {
        if minutes == 1440 { return isDutch ? "middernacht" : "midnight" }
        let rest = minutes % 60
        return "\(minutes / 60)" + (isDutch ? "." : ":") + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
