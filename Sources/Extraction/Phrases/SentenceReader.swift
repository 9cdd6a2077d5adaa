import RuleBook

/// Turns the tokens of a sentence into a reading: words, then phrases, then quantities, then phrases with quantities.
struct SentenceReader {
    let grammar: Grammar
    let names: ConceptSymbols
    /// Indices of the phrases that a symbol is the anchor of.
    private let anchored: [[Int32]]
    private let quantities: QuantityReader

    init(grammar: Grammar, names: ConceptSymbols) {
        self.grammar = grammar
        self.names = names
        quantities = QuantityReader(grammar: grammar, names: names)
        var anchored = [[Int32]](repeating: [], count: grammar.symbolCount)
        for (index, phrase) in grammar.phrases.enumerated() {
            for anchor in phrase.anchors { anchored[Int(anchor)].append(Int32(index)) }
        }
        self.anchored = anchored
    }

    func read(_ tokens: ArraySlice<Token>, _ vocabulary: Vocabulary, into reading: inout Reading) {
        reading.begin(tokens)
        var hasNumbers = false
        for (index, token) in reading.tokens.enumerated() {
            for symbol in vocabulary.symbols(token.word) { reading.add(symbol, index, index + 1) }
            if token.kind == .number { hasNumbers = true }
        }
        reading.divide(clauseStart: names.clauseStart, joint: names.clauseJoint, subjects: names.subjects)
        guard hasNumbers || !reading.touched.isEmpty else { return }
        find(slots: false, in: &reading)
        quantities.read(&reading, hasNumbers: hasNumbers)
        find(slots: true, in: &reading)
    }

    /// Looks for the phrases whose anchors are there, in the grammar's order; a phrase found can be the anchor of a later one.
    private func find(slots: Bool, in reading: inout Reading) {
        var queue: [Int32] = []
        func offer(_ symbol: Symbol) {
            for index in anchored[Int(symbol)] where grammar.phrases[Int(index)].needsSlots == slots { queue.append(index) }
        }
        for symbol in reading.touched { offer(symbol) }
        queue.sort()
        var at = 0
        while at < queue.count {
            let index = queue[at]
            at += 1
            if at > 1, queue[at - 2] == index { continue }
            let phrase = grammar.phrases[Int(index)]
            guard phrase.steps.allSatisfy({ step in step.optional || step.symbols.contains { reading.has($0) } }) else { continue }
            let isNew = !reading.has(phrase.symbol)
            for span in reading.matches(phrase.steps) { reading.add(phrase.symbol, span.start, span.end) }
            if isNew, reading.has(phrase.symbol), !anchored[Int(phrase.symbol)].isEmpty {
                offer(phrase.symbol)
                queue[at...].sort()
            }
        }
    }
}
