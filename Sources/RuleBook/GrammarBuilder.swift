/// Collects the words, phrases and patterns of one language and orders them.
struct GrammarBuilder {
    let language: String
    let concepts: [String: Symbol]
    private let splitter: WordSplitter
    /// Words inside phrases and patterns, folded, by the order of their symbols.
    private var literals = ByteTable()
    /// The steps that were met, without their gaps: most phrases say what others say too.
    private var items = ByteTable()
    private var known: [Step] = []
    private(set) var rarity: Rarity
    private var words = WordIndex()
    private var phrases: [Phrase] = []
    private var numbers: [Symbol: Double] = [:]
    /// Patterns of `when` and of `unless` by how they are written: rules that ask the same share one.
    var written: [String: Pattern] = [:]
    var writtenGuards: [String: Pattern] = [:]
    var patterns: [Grammar.RulePattern] = []
    var guards: [Int: [Pattern]] = [:]
    var metrics = MetricTable()

    /// Longer choices are concepts; a step's cost grows with its choices.
    private static let longestChoice = 64

    init(language: String, concepts: [String: Symbol]) {
        self.language = language
        self.concepts = concepts
        splitter = WordSplitter(language: language)
        rarity = Rarity(concepts)
    }

    /// Adds one line of the lexicon to a concept.
    mutating func add(_ entry: ArraySlice<UInt8>, to concept: Symbol) throws(PatternProblem) {
        // Most entries are one word. Only words inside phrases and patterns need symbols of their own.
        if !entry.contains(where: { Self.structure[Int($0)] }), !entry.starts(with: Self.gap) {
            let word = Self.isLowerCase(entry) ? entry : Folding.fold(utf8: entry)[...]
            if Self.isOneWord(word) { return words.add(word, concept) }
            let parts = splitter.parts(folded: word)
            guard !parts.isEmpty, !parts.contains(where: isOnlyStars) else { throw .empty(Self.text(entry)) }
            if parts.count == 1 { return words.add(parts[0][...], concept) }
        }
        add(concept, try steps(entry))
    }

    private mutating func add(_ symbol: Symbol, _ steps: [Step]) {
        phrases.append(Phrase(symbol: symbol, steps: steps, anchors: [], needsSlots: false))
    }

    /// A word that is folded as it stands.
    private static func isLowerCase(_ word: ArraySlice<UInt8>) -> Bool { word.allSatisfy { $0 >= 0x61 && $0 <= 0x7a || $0 == star } }

    /// Letters and stars: nothing in a folded word at which pages are split.
    private static func isOneWord(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy { $0 >= 0x61 && $0 <= 0x7a || $0 >= 0x80 || $0 == star } && word.contains { $0 != star }
    }

    private static let star = UInt8(ascii: "*")

    private func isOnlyStars(_ part: [UInt8]) -> Bool { part.allSatisfy { $0 == Self.star } }

    /// Signs that make more than a word of an entry: spaces, choices, brackets, concepts and slots.
    private static let structure: [Bool] = (0..<256).map { " \t@{|[".utf8.contains(UInt8($0)) }

    mutating func addNumber(_ word: String, value: Double) throws(PatternProblem) {
        numbers[try literal(Array(word.utf8)[...])] = value
    }

    /// The steps of an entry or of a term.
    mutating func steps(_ text: ArraySlice<UInt8>) throws(PatternProblem) -> [Step] {
        var steps: [Step] = []
        steps.reserveCapacity(4)
        var gap: UInt8 = 0
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex { $0 <= 0x20 } ?? text.endIndex
            let item = text[start..<end]
            start = end + 1
            if item.isEmpty { continue }
            if item.starts(with: Self.gap) {
                gap = try gapLength(item.dropFirst(2))
                continue
            }
            var step = try step(item)
            step.gap = gap
            steps.append(step)
            gap = 0
        }
        guard steps.contains(where: { !$0.optional }) else { throw .empty(Self.text(text)) }
        guard steps.count <= 12 else { throw .tooLong(Self.text(text)) }
        return steps
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private func gapLength(_ digits: ArraySlice<UInt8>) throws(PatternProblem) -> UInt8 {
        if digits.isEmpty { return 5 }
        guard let length = UInt8(Self.text(digits)), length <= 20 else { throw .gap(Self.text(digits)) }
        return length
    }

    private static let gap = Array("..".utf8)

    private mutating func step(_ item: ArraySlice<UInt8>) throws(PatternProblem) -> Step {
        if let index = items.index(item) { return known[index] }
        let step = try newStep(item)
        _ = items.insert(item)
        known.append(step)
        return step
    }

    private mutating func newStep(_ item: ArraySlice<UInt8>) throws(PatternProblem) -> Step {
        var item = item
        let optional = item.first == UInt8(ascii: "[")
        if optional {
            guard item.last == UInt8(ascii: "]") else { throw .bracket(Self.text(item)) }
            item = item.dropFirst().dropLast()
        }
        if !item.contains(UInt8(ascii: "|")), !item.isEmpty { return Step(symbols: [try symbol(item)], optional: optional, gap: 0) }
        let choices = item.split(separator: UInt8(ascii: "|"))
        guard choices.count <= Self.longestChoice else { throw .tooManyChoices(choices.count) }
        var symbols: [Symbol] = []
        for choice in choices { symbols.append(try symbol(choice)) }
        guard !symbols.isEmpty else { throw .empty(Self.text(item)) }
        return Step(symbols: symbols, optional: optional, gap: 0)
    }

    private mutating func symbol(_ item: ArraySlice<UInt8>) throws(PatternProblem) -> Symbol {
        if item.first == UInt8(ascii: "@") {
            let name = Self.text(item.dropFirst())
            guard let symbol = concepts[name] else { throw .unknownConcept(name) }
            return symbol
        }
        if item.first == UInt8(ascii: "{") {
            guard item.last == UInt8(ascii: "}"), let slot = Slot(name: Substring(Self.text(item.dropFirst().dropLast()))) else {
                throw .unknownSlot(Self.text(item))
            }
            return slot.rawValue
        }
        return try literal(item)
    }

    /// The symbol of a literal word, defined once.
    private mutating func literal(_ word: ArraySlice<UInt8>) throws(PatternProblem) -> Symbol {
        let key = Self.isLowerCase(word) ? word : Folding.fold(utf8: word)[...]
        let (index, isNew) = literals.insert(key)
        let number = Slot.allCases.count + concepts.count + index
        guard number < Int(Symbol.max) else { throw .tooManyWords }
        let symbol = Symbol(number)
        if !isNew { return symbol }
        rarity.addWord(length: key.count)
        if Self.isOneWord(key) {
            words.add(key, symbol)
            return symbol
        }
        let parts = splitter.parts(folded: key)
        guard !parts.isEmpty, !parts.contains(where: isOnlyStars) else { throw .empty(Self.text(word)) }
        if parts.count == 1 {
            words.add(parts[0][...], symbol)
        } else {
            try addJoined(word, parts, symbol)
        }
        return symbol
    }

    /// A hyphenated word is also found written together.
    private mutating func addJoined(_ word: ArraySlice<UInt8>, _ parts: [[UInt8]], _ symbol: Symbol) throws(PatternProblem) {
        var steps: [Step] = []
        for part in parts { steps.append(Step(symbols: [try literal(part[...])], optional: false, gap: 0)) }
        add(symbol, steps)
        if word.contains(UInt8(ascii: "-")), parts.allSatisfy({ $0.allSatisfy { $0 > 0x39 || $0 == Self.star } }) {
            words.add(parts.flatMap(\.self)[...], symbol)
        }
    }

    /// Freezes what was collected; phrases that build on other concepts come after them.
    mutating func build() throws(PatternProblem) -> Grammar {
        raiseSmallWords()
        let order = try PhraseOrder(phrases, symbolCount: rarity.count)
        var ordered: [Phrase] = []
        ordered.reserveCapacity(phrases.count)
        for index in phrases.indices.sorted(by: { (order.levels[$0], $0) < (order.levels[$1], $1) }) {
            ordered.append(phrases[index])
            ordered[ordered.count - 1].needsSlots = order.slotted[index]
            ordered[ordered.count - 1].anchors = rarity.anchors(phrases[index].steps)
        }
        return Grammar(
            language: language, words: words, phrases: ordered, numbers: numbers, patterns: patterns, symbolCount: rarity.count,
            formCount: formCount, guards: guards, metrics: metrics)
    }

    /// The small words of the language are known once its lexicon is.
    private mutating func raiseSmallWords() {
        guard let small = concepts["function-word"] else { return }
        let first = Slot.allCases.count + concepts.count
        for index in 0..<literals.count where words.whole.has(small, literals.run(index)) {
            rarity.raise(Symbol(first + index))
        }
    }
}
