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
        table.offer(&reading)
        while let index = reading.pending.next() {
            guard table.mayStand(index, in: reading) else { continue }
            let symbol = table.symbol(index)
            let isNew = !reading.has(symbol)
            for span in reading.matches(table.steps(index)) { reading.add(symbol, span.start, span.end) }
            if isNew, reading.has(symbol) { table.offer(symbol, &reading.pending) }
        }
    }
}
