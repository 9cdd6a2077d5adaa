import RuleBook

/// Tells from single words whether a sentence can hold any pattern, so that the others are not read at all.
///
/// A pattern asks for several things in a sentence (a concept, a slot, a word). A word can help to only some of them: those that name it,
/// or that are reached through phrases of which it is the anchor. So a word has a mask, and a sentence whose masks together lack
/// something of every pattern holds none. It may let a sentence through for nothing, and never stops one that holds a pattern.
struct Sieve: Sendable {
    /// Things asked for, 64 to a word.
    let width: Int
    /// What a number written in figures can help to; with a second number also opening hours.
    let figure: [UInt64]
    let secondFigure: [UInt64]
    /// `width` words for each symbol.
    private let reach: [UInt64]
    /// The things that each pattern asks for, by the one of them that fewest patterns ask for.
    private let patterns: [[[Int]]]

    init(_ grammar: Grammar, _ names: ConceptSymbols) {
        var forms = Set<Int>()
        let wanted = grammar.patterns.filter { forms.insert($0.pattern.form).inserted }.map { Self.wants($0.pattern) }
        let things = Array(Set(wanted.flatMap(\.self))).sorted { $0.lexicographicallyPrecedes($1) }
        let index = Dictionary(uniqueKeysWithValues: things.enumerated().map { ($1, $0) })
        var builder = Reach(width: max(1, (things.count + 63) / 64), symbolCount: grammar.symbolCount)
        for (thing, symbols) in things.enumerated() {
            for symbol in symbols { builder.add(thing, to: symbol) }
        }
        builder.addQuantities(names, grammar.numbers)
        // Phrases stand in an order in which each comes after those that it builds on.
        for phrase in grammar.phrases.reversed() {
            for anchor in phrase.anchors { builder.pass(from: phrase.symbol, to: anchor) }
        }
        width = builder.width
        reach = builder.masks
        figure = builder.union(Slot.allCases.filter { $0 != .hours }.map(\.rawValue))
        secondFigure = builder.union([Slot.hours.rawValue])
        patterns = Self.grouped(wanted.map { $0.compactMap { index[$0] } }, count: things.count)
    }

    /// The sets of symbols of which a sentence needs at least one each.
    private static func wants(_ pattern: Pattern) -> [[Symbol]] {
        let steps = pattern.terms.filter { !$0.negated && $0.place == .sentence }.flatMap(\.steps).filter { !$0.optional }
        return Array(Set(steps.map { $0.symbols.sorted() }))
    }

    private static func grouped(_ patterns: [[Int]], count: Int) -> [[[Int]]] {
        var uses = [Int](repeating: 0, count: count)
        for thing in patterns.flatMap(\.self) { uses[thing] += 1 }
        var groups = [[[Int]]](repeating: [], count: count)
        for pattern in Set(patterns) {
            guard let rarest = pattern.min(by: { (uses[$0], $0) < (uses[$1], $1) }) else { continue }
            groups[rarest].append(pattern.filter { $0 != rarest })
        }
        return groups
    }

    /// The mask of a word's symbols, or nothing where it helps to no pattern.
    func mask(of symbols: ArraySlice<Symbol>) -> [UInt64] {
        var mask = [UInt64](repeating: 0, count: width)
        for symbol in symbols {
            for word in 0..<width { mask[word] |= reach[Int(symbol) * width + word] }
        }
        return mask.allSatisfy { $0 == 0 } ? [] : mask
    }

    /// Some pattern finds all that it asks for in the mask of a sentence.
    func lets(_ mask: [UInt64]) -> Bool {
        for word in 0..<width {
            var bits = mask[word]
            while bits != 0 {
                let thing = word * 64 + bits.trailingZeroBitCount
                if patterns[thing].contains(where: { others in others.allSatisfy { mask[$0 / 64] >> UInt64($0 % 64) & 1 == 1 } }) {
                    return true
                }
                bits &= bits - 1
            }
        }
        return false
    }
}

/// The masks while they are being made.
private struct Reach {
    let width: Int
    private(set) var masks: [UInt64]

    init(width: Int, symbolCount: Int) {
        self.width = width
        masks = [UInt64](repeating: 0, count: width * symbolCount)
    }

    mutating func add(_ thing: Int, to symbol: Symbol) { masks[Int(symbol) * width + thing / 64] |= 1 << UInt64(thing % 64) }

    mutating func pass(from source: Symbol, to target: Symbol) {
        for word in 0..<width { masks[Int(target) * width + word] |= masks[Int(source) * width + word] }
    }

    func union(_ symbols: [Symbol]) -> [UInt64] {
        (0..<width).map { word in symbols.reduce(0) { $0 | masks[Int($1) * width + word] } }
    }

    /// Quantities are made of words too: any unit, number word or word of time can help to any of them.
    mutating func addQuantities(_ names: ConceptSymbols, _ numbers: [Symbol: Double]) {
        let slots = Slot.allCases.filter { $0 != .nothing }.map(\.rawValue)
        let units = Self.unitConcepts.map { names[$0] }
        for symbol in units {
            for slot in slots where slot != Slot.hours.rawValue { pass(from: slot, to: symbol) }
        }
        for (symbol, _) in names.group("date-") + names.group("month-") { pass(from: Slot.date.rawValue, to: symbol) }
        for symbol in ["around-the-clock", "until-words", "noon", "midnight"].map({ names[$0] }) {
            for slot in slots { pass(from: slot, to: symbol) }
        }
        for (symbol, value) in numbers {
            // "een", "one", "un" are articles nearly always, and no hour that a desk opens or closes is written so alone.
            for slot in slots where value != 1 || slot != Slot.hours.rawValue { pass(from: slot, to: symbol) }
        }
    }

    private static let unitConcepts = [
        "unit-second", "unit-minute", "unit-business-hour", "unit-hour", "unit-workday", "unit-day", "unit-week", "unit-month",
        "unit-year", "unit-fortnight", "unit-quarter-hour", "unit-half-hour", "same-day", "next-day", "day-after-next", "next-workday",
        "percent-word",
        "currency-euro", "currency-pound", "currency-dollar", "currency-franc", "currency-cent",
    ]
}
