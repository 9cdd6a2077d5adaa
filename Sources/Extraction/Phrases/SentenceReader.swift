import RuleBook

/// Turns the tokens of a sentence into a reading: words, then phrases, then quantities, then phrases with quantities.
struct SentenceReader {
    let grammar: Grammar
    let names: ConceptSymbols
    /// Phrases by what they ask for, without and with quantities.
    private let plain: PhraseTable
    private let slotted: PhraseTable
    private let quantities: QuantityReader
    private let within: Symbol
    private let days: [Symbol]
    private let verbFirst: VerbFirst

    init(grammar: Grammar, names: ConceptSymbols) {
        self.grammar = grammar
        self.names = names
        within = names["within"]
        days = ["same-day", "next-day", "next-workday"].map { names[$0] }
        verbFirst = VerbFirst(names, language: grammar.language)
        quantities = QuantityReader(grammar: grammar, names: names)
        plain = PhraseTable(grammar, needsSlots: false)
        slotted = PhraseTable(grammar, needsSlots: true)
    }

    func read(_ tokens: ArraySlice<Token>, _ vocabulary: Vocabulary, into reading: inout Reading) {
        reading.begin(tokens)
        var hasNumbers = false
        for (index, token) in reading.tokens.enumerated() {
            for symbol in vocabulary.symbols(token.word) { reading.add(symbol, index, index + 1) }
            if token.kind == .number { hasNumbers = true }
        }
        reading.divide(clauseStart: names.clauseStart, joint: names.clauseJoint, subjects: names.subjects)
        guard hasNumbers || !reading.touched.isEmpty else { return reading.divideStretches(within: within, days: [], joint: nil) }
        find(plain, in: &reading)
        verbFirst.mark(&reading)
        reading.divideStretches(within: within, days: days, joint: names.clauseJoint)
        quantities.read(&reading, hasNumbers: hasNumbers)
        find(slotted, in: &reading)
    }

    /// Looks for the phrases whose anchors are there, in the grammar's order; a phrase found can be the anchor of a later one.
    private func find(_ table: PhraseTable, in reading: inout Reading) {
        var pending = table.pending(reading)
        for word in pending.indices {
            while pending[word] != 0 {
                let index = word * 64 + pending[word].trailingZeroBitCount
                pending[word] &= pending[word] - 1
                guard table.mayStand(index, in: reading) else { continue }
                let symbol = table.symbol(index)
                let isNew = !reading.has(symbol)
                for span in reading.matches(grammar.phrases[index].steps) { reading.add(symbol, span.start, span.end) }
                if isNew, reading.has(symbol) { table.offer(symbol, &pending) }
            }
        }
    }
}

/// The phrases of a grammar laid out flat, as every sentence asks for hundreds of them.
///
/// Phrases stand in an order in which each comes after those that it builds on, so a set of bits is queue enough.
private struct PhraseTable: Sendable {
    /// Phrases that a symbol is the anchor of: `anchored[starts[symbol]..<starts[symbol + 1]]`.
    private var anchored: [Int32] = []
    private var starts: [Int32] = [0]
    /// What a phrase cannot do without: runs of symbols, each ended by `end`, in `needs[first[phrase]..<first[phrase + 1]]`.
    private var needs: [Symbol] = []
    private var first: [Int32] = [0]
    private var symbols: [Symbol]
    private static let end = Symbol.max

    init(_ grammar: Grammar, needsSlots: Bool) {
        symbols = grammar.phrases.map(\.symbol)
        var byAnchor = [[Int32]](repeating: [], count: grammar.symbolCount)
        for (index, phrase) in grammar.phrases.enumerated() {
            for step in Self.inOrderOfDoubt(phrase) { needs += step.symbols + [Self.end] }
            first.append(Int32(needs.count))
            for anchor in phrase.anchors where phrase.needsSlots == needsSlots { byAnchor[Int(anchor)].append(Int32(index)) }
        }
        for list in byAnchor {
            anchored += list
            starts.append(Int32(anchored.count))
        }
    }

    /// The steps that a phrase cannot do without, those first that are soonest found missing: few choices, and single words (whose symbols
    /// are higher) before concepts. The step of its anchors is there whenever it is asked.
    private static func inOrderOfDoubt(_ phrase: Phrase) -> [Step] {
        let asked = phrase.steps.filter { !$0.optional && $0.symbols != phrase.anchors }
        return asked.sorted { ($0.symbols.count, $1.symbols[0]) < ($1.symbols.count, $0.symbols[0]) }
    }

    func symbol(_ phrase: Int) -> Symbol { symbols[phrase] }

    /// A bit for each phrase that has an anchor in the sentence.
    func pending(_ reading: Reading) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: (symbols.count + 63) / 64)
        for symbol in reading.touched { offer(symbol, &bits) }
        return bits
    }

    func offer(_ symbol: Symbol, _ bits: inout [UInt64]) {
        for at in Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1]) {
            let index = Int(anchored[at])
            bits[index / 64] |= 1 << UInt64(index % 64)
        }
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
