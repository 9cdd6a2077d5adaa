import RuleBook

/// The phrases of a grammar with or without slots, laid out flat, as every sentence asks for hundreds of them.
///
/// Phrases stand in an order in which each comes after those that it builds on, so a set of bits is queue enough.
struct PhraseTable: Sendable {
    /// Phrases that a symbol is the anchor of: `anchored[starts[symbol]..<starts[symbol + 1]]`.
    private var anchored: [Int32] = []
    private var starts: [Int32]
    /// What a phrase cannot do without: runs of symbols, each ended by `end`, in `needs[first[phrase]..<first[phrase + 1]]`.
    private var needs: [Symbol] = []
    private var first: [Int32] = [0]
    private let phrases: [Phrase]
    private static let end = Symbol.max

    init(_ grammar: Grammar, needsSlots: Bool) {
        phrases = grammar.phrases.filter { $0.needsSlots == needsSlots }
        starts = [Int32](repeating: 0, count: grammar.symbolCount + 1)
        first.reserveCapacity(phrases.count + 1)
        needs.reserveCapacity(phrases.count * 4)
        for phrase in phrases {
            for step in Self.inOrderOfDoubt(phrase) {
                needs += step.symbols
                needs.append(Self.end)
            }
            first.append(Int32(needs.count))
        }
        anchor()
    }

    /// Lists the phrases of each anchor.
    private mutating func anchor() {
        for phrase in phrases {
            for anchor in phrase.anchors { starts[Int(anchor) + 1] += 1 }
        }
        for symbol in 1..<starts.count { starts[symbol] += starts[symbol - 1] }
        var next = starts
        anchored = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
        for (index, phrase) in phrases.enumerated() {
            for anchor in phrase.anchors {
                anchored[Int(next[Int(anchor)])] = Int32(index)
                next[Int(anchor)] += 1
            }
        }
    }

    /// The steps that a phrase cannot do without, those first that are soonest found missing: few choices, and single words (whose symbols
    /// are higher) before concepts. The step of its anchors is there whenever it is asked.
    private static func inOrderOfDoubt(_ phrase: Phrase) -> [Step] {
        let asked = phrase.steps.filter { !$0.optional && $0.symbols != phrase.anchors }
        if asked.count < 2 { return asked }
        return asked.sorted { ($0.symbols.count, $1.symbols[0]) < ($1.symbols.count, $0.symbols[0]) }
    }

    func symbol(_ phrase: Int) -> Symbol { phrases[phrase].symbol }

    func steps(_ phrase: Int) -> [Step] { phrases[phrase].steps }

    /// Marks each phrase that has an anchor in the sentence.
    func offer(_ reading: inout Reading) {
        reading.pending.makeRoom(phrases.count)
        for symbol in reading.touched { offer(symbol, &reading.pending) }
    }

    func offer(_ symbol: Symbol, _ pending: inout PendingPhrases) {
        for at in Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1]) { pending.insert(Int(anchored[at])) }
    }

    /// All that the phrase asks for is in the sentence, somewhere.
    func mayStand(_ phrase: Int, in reading: Reading) -> Bool {
        var has = false
        for at in Int(first[phrase])..<Int(first[phrase + 1]) {
            let symbol = needs[at]
            if symbol != Self.end {
                if !has, reading.has(symbol) { has = true }
            } else {
                guard has else { return false }
                has = false
            }
        }
        return true
    }
}

/// Phrases still to be looked for in a sentence: a bit for each, and above them a bit for each 64 that are not all nothing.
struct PendingPhrases {
    private var bits: [UInt64] = []
    private var above: [UInt64] = []

    mutating func makeRoom(_ count: Int) {
        while bits.count * 64 < count { bits.append(0) }
        while above.count * 64 < bits.count { above.append(0) }
    }

    @inline(__always)
    mutating func insert(_ phrase: Int) {
        bits[phrase >> 6] |= 1 << UInt64(phrase & 63)
        above[phrase >> 12] |= 1 << UInt64(phrase >> 6 & 63)
    }

    /// Takes the first one out; nil where there is none.
    mutating func next() -> Int? {
        for group in above.indices where above[group] != 0 {
            let word = group << 6 + above[group].trailingZeroBitCount
            let phrase = word << 6 + bits[word].trailingZeroBitCount
            bits[word] &= bits[word] - 1
            if bits[word] == 0 { above[group] &= above[group] - 1 }
            return phrase
        }
        return nil
    }
}
