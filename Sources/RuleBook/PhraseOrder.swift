/// The order in which phrases are looked for: each comes after those that it builds on.
struct PhraseOrder {
    /// How many phrases stand below each.
    private(set) var levels: [Int]
    /// Which phrases stand on a slot, by themselves or through others.
    private(set) var slotted: [Bool]
    /// Phrases that make a symbol: `producers[starts[symbol]..<starts[symbol + 1]]`.
    private var producers: [Int]
    private var starts: [Int]
    private static let deepest = 16

    /// - Throws: `circular` where a phrase builds on what it makes.
    init(_ phrases: [Phrase], symbolCount: Int) throws(PatternProblem) {
        levels = [Int](repeating: 0, count: phrases.count)
        slotted = [Bool](repeating: false, count: phrases.count)
        (starts, producers) = Self.producers(phrases, symbolCount)
        for round in 0...Self.deepest {
            var changed = false
            for (index, phrase) in phrases.enumerated() { try lift(index, phrase, &changed) }
            if !changed { return }
            if round == Self.deepest { throw .circular(0) }
        }
    }

    private static func producers(_ phrases: [Phrase], _ symbolCount: Int) -> (starts: [Int], producers: [Int]) {
        var starts = [Int](repeating: 0, count: symbolCount + 1)
        for phrase in phrases { starts[Int(phrase.symbol) + 1] += 1 }
        for symbol in 0..<symbolCount { starts[symbol + 1] += starts[symbol] }
        var (next, producers) = (starts, [Int](repeating: 0, count: phrases.count))
        for (index, phrase) in phrases.enumerated() {
            producers[next[Int(phrase.symbol)]] = index
            next[Int(phrase.symbol)] += 1
        }
        return (starts, producers)
    }

    /// Puts a phrase above all that it builds on.
    private mutating func lift(_ index: Int, _ phrase: Phrase, _ changed: inout Bool) throws(PatternProblem) {
        for step in phrase.steps {
            for symbol in step.symbols {
                if symbol < Slot.allCases.count { takeSlot(index, &changed) }
                let made = starts[Int(symbol)]..<starts[Int(symbol) + 1]
                if made.isEmpty { continue }
                if phrase.symbol == symbol { throw .circular(index) }
                for at in made {
                    let producer = producers[at]
                    if levels[index] <= levels[producer] {
                        levels[index] = levels[producer] + 1
                        changed = true
                    }
                    if slotted[producer] { takeSlot(index, &changed) }
                }
            }
        }
    }

    private mutating func takeSlot(_ index: Int, _ changed: inout Bool) {
        if slotted[index] { return }
        slotted[index] = true
        changed = true
    }
}
