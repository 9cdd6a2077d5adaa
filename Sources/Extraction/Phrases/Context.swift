import RuleBook

/// What stands above a sentence: its headings, the lead-in of its list, the headers of its cell.
struct Context {
    var language = ""
    /// Readings, outermost first.
    var readings: [Reading] = []
    /// The same as text.
    var texts: [String] = []

    func contains(_ steps: [Step]) -> Bool {
        readings.contains { !$0.matches(steps, limit: 1).isEmpty }
    }

    func contains(_ symbol: Symbol) -> Bool {
        readings.contains { $0.has(symbol) }
    }
}
