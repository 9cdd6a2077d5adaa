/// How common things are in texts, so that a phrase is looked for only where the rarest thing that it asks for stands.
struct Rarity: Sendable {
    /// By symbol, the rarest first; words of more than four letters are rarer than anything else.
    private var ranks: [UInt8]
    private static let slot: UInt8 = 10
    private static let concept: UInt8 = 20
    private static let commonConcept: UInt8 = 60
    /// By how much a small word such as "about" is commoner than others of its length.
    private static let small: UInt8 = 40

    /// Concepts that stand in almost any sentence: a bad way to find a pattern.
    private static let common = ["we", "you", "not", "no", "within", "always", "everyone", "past", "if", "only", "someone", "help"]

    init(_ concepts: [String: Symbol]) {
        ranks = [UInt8](repeating: Self.slot, count: Slot.allCases.count) + [UInt8](repeating: Self.concept, count: concepts.count)
        for name in Self.common {
            if let symbol = concepts[name] { ranks[Int(symbol)] = Self.commonConcept }
        }
    }

    /// Symbols that are known.
    var count: Int { ranks.count }

    /// The next symbol is a word of so many letters.
    mutating func addWord(length: Int) {
        switch length {
        case ...2: ranks.append(32)
        case 3: ranks.append(31)
        case 4: ranks.append(30)
        case ...6: ranks.append(2)
        case ...8: ranks.append(1)
        default: ranks.append(0)
        }
    }

    /// The word is one of the small words of its language.
    mutating func raise(_ word: Symbol) { ranks[Int(word)] += Self.small }

    /// The symbols of the step that is rarest in texts: a long word before a slot before a concept before a short word, and few choices
    /// before many.
    func anchors(_ steps: [Step]) -> [Symbol] {
        var (best, least): (Int?, UInt8) = (nil, .max)
        for index in steps.indices where !steps[index].optional {
            let rank = rank(steps[index].symbols)
            if let best, rank == least, steps[index].symbols.count >= steps[best].symbols.count { continue }
            if rank <= least { (best, least) = (index, rank) }
        }
        return best.map { steps[$0].symbols } ?? []
    }

    /// That of the commonest of some symbols.
    func rank(_ symbols: [Symbol]) -> UInt8 {
        var rank: UInt8 = 0
        for symbol in symbols { rank = max(rank, ranks[Int(symbol)]) }
        return rank
    }
}
