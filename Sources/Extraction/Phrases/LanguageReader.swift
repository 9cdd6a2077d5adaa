import RuleBook

/// Everything that is needed to read one language: its tokeniser, its words, its patterns. One a worker.
struct LanguageReader {
    let grammar: Grammar
    let names: ConceptSymbols
    var vocabulary: Vocabulary
    var reading: Reading
    private var tokeniser: Tokeniser
    private let splitter: SentenceSplitter
    private let sentences: SentenceReader
    /// Forms of patterns that a symbol is the anchor of.
    private let anchored: [[Int32]]
    /// What each form cannot do without in the sentence.
    private let needed: [[Step]]
    /// The patterns of each form, as indices into the grammar's.
    private let forms: [[Int]]
    private var tokens: [Token] = []
    /// Readings of what stands above sentences, by their place in the text that is being read.
    private var contexts: [Range<Int32>: Reading] = [:]
    /// Readings that nobody needs any more, for their memory.
    private var spare: [Reading] = []
    private static let mostContexts = 64
    private var mask: [UInt64]

    init(grammar: Grammar, names: ConceptSymbols) {
        self.grammar = grammar
        self.names = names
        vocabulary = Vocabulary(grammar: grammar, sieve: Sieve(grammar, names))
        mask = [UInt64](repeating: 0, count: vocabulary.sieve.width)
        reading = Reading(symbolCount: grammar.symbolCount)
        tokeniser = Tokeniser(language: grammar.language)
        splitter = SentenceSplitter(abbreviation: names["abbreviation"], months: Set(names.group("month-").map(\.0)))
        sentences = SentenceReader(grammar: grammar, names: names)
        var anchored = [[Int32]](repeating: [], count: grammar.symbolCount)
        var (needed, forms) = ([[Step]](repeating: [], count: grammar.formCount), [[Int]](repeating: [], count: grammar.formCount))
        for (index, entry) in grammar.patterns.enumerated() {
            let form = entry.pattern.form
            forms[form].append(index)
            if forms[form].count > 1 { continue }
            for symbol in entry.pattern.anchors { anchored[Int(symbol)].append(Int32(form)) }
            needed[form] = entry.pattern.terms.filter { !$0.negated && $0.place == .sentence }.flatMap(\.steps).filter { !$0.optional }
        }
        (self.anchored, self.needed, self.forms) = (anchored, needed, forms)
    }

    /// The sentences of a text as token ranges of `tokens`.
    mutating func sentences(of text: [UInt8], _ range: Range<Int32>) -> [Range<Int>] {
        if vocabulary.isFull {
            vocabulary.reset()
            forgetContexts()
        }
        tokens.removeAll(keepingCapacity: true)
        tokeniser.tokenise(text, range, &vocabulary, into: &tokens)
        return splitter.split(tokens, vocabulary)
    }

    /// Byte range of a sentence in the document's text.
    func bytes(_ range: Range<Int>) -> Range<Int32> { tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end }

    /// Reads one sentence of the last text into `reading`.
    mutating func read(_ range: Range<Int>) {
        sentences.read(tokens[range], vocabulary, into: &reading)
    }

    /// False where no pattern can hold in a sentence of the last text, so that it need not be read.
    mutating func mayHold(_ range: Range<Int>) -> Bool {
        for word in mask.indices { mask[word] = 0 }
        var figures = 0
        for index in range {
            vocabulary.add(tokens[index].word, to: &mask)
            if tokens[index].kind == .number { figures += 1 }
        }
        if figures > 0 {
            for word in mask.indices { mask[word] |= vocabulary.sieve.figure[word] }
        }
        if figures > 1 {
            for word in mask.indices { mask[word] |= vocabulary.sieve.secondFigure[word] }
        }
        return vocabulary.sieve.lets(mask)
    }

    /// A new text begins.
    mutating func forgetContexts() {
        spare += contexts.values
        contexts.removeAll(keepingCapacity: true)
        if spare.count > Self.mostContexts { spare.removeLast(spare.count - Self.mostContexts) }
    }

    /// A reading of what stands above a sentence; asked for again and again in one text, so kept.
    mutating func keptContextReading(_ text: [UInt8], _ range: Range<Int32>) -> Reading {
        if let known = contexts[range] { return known }
        let reading = contextReading(text, range)
        if contexts.count == Self.mostContexts { forgetContexts() }
        contexts[range] = reading
        return reading
    }

    /// A reading of a whole text as one, for headings and headers.
    mutating func contextReading(_ text: [UInt8], _ range: Range<Int32>) -> Reading {
        var own: [Token] = []
        tokeniser.tokenise(text, range, &vocabulary, into: &own)
        var reading = spare.popLast() ?? Reading(symbolCount: grammar.symbolCount)
        sentences.read(own.prefix(Reading.longest), vocabulary, into: &reading)
        return reading
    }

    /// Patterns that may hold in the current reading, in the grammar's order.
    func candidates() -> [Int] {
        var result: [Int] = []
        for symbol in reading.touched {
            for form in anchored[Int(symbol)] where mayHold(form: Int(form)) { result += forms[Int(form)] }
        }
        guard result.count > 1 else { return result }
        return Array(Set(result)).sorted()
    }

    private func mayHold(form: Int) -> Bool {
        needed[form].allSatisfy { step in step.symbols.contains { reading.has($0) } }
    }
}
