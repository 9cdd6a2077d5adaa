import RuleBook

/// What stands above a sentence: its headings, the lead-in of its list, the headers of its cell.
struct Context {
    var language = ""
    /// Readings, outermost first.
    var readings: [Reading] = []
    /// How many of the last of them stand close by: lead-ins and headers rather than headings.
    var near = 0
    /// Index of the header of its row, for a cell, and a reading of the header above that.
    var rowHeader: Int?
    var rowKind: Reading?
    /// The other cells of its row.
    var beside: [Reading] = []
    /// The sentence before it in the same text.
    var previous: Reading?
    /// Channels that links in the sentence open, or in its row or item where it has none itself.
    var contacts: [String] = []
    /// The same as text.
    var texts: [String] = []

    func contains(_ steps: [Step]) -> Bool { distance(steps) != nil }

    /// How far up the steps are found: 0 for what stands directly above; nil where nowhere.
    func distance(_ steps: [Step]) -> Int? {
        readings.lastIndex { !$0.matches(steps, limit: 1).isEmpty }.map { readings.count - 1 - $0 }
    }

    func contains(_ symbol: Symbol) -> Bool {
        readings.contains { $0.has(symbol) }
    }
}
