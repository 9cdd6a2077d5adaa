/// Collects the words, phrases and patterns of one language and orders them.
struct GrammarBuilder {
    let language: String
    let concepts: [String: Symbol]
    private let splitter: WordSplitter
    private var literals: [String: Symbol] = [:]
    private var longLiterals: Set<Symbol> = []
    private let commonSymbols: Set<Symbol>
    private var next: Int
    private var words: [[UInt8]: [Symbol]] = [:]
    private var prefixes: [[UInt8]: [Symbol]] = [:]
    private var suffixes: [[UInt8]: [Symbol]] = [:]
    private var infixes: [[UInt8]: [Symbol]] = [:]
    private var phrases: [(symbol: Symbol, steps: [Step])] = []
    private var numbers: [Symbol: Double] = [:]
    var patterns: [Grammar.RulePattern] = []
    var guards: [Int: [Pattern]] = [:]
    var metrics = MetricTable()

    /// Concepts that stand in almost any sentence: a bad way to find a pattern.
    private static let common = ["we", "you", "not", "no", "within", "always", "everyone", "past", "if", "only", "someone", "help"]

    /// Longer choices are concepts; a step's cost grows with its choices.
    private static let longestChoice = 64

    init(language: String, concepts: [String: Symbol]) {
        self.language = language
        self.concepts = concepts
        splitter = WordSplitter(language: language)
        next = Slot.allCases.count + concepts.count
        commonSymbols = Set(Self.common.compactMap { concepts[$0] })
    }

    /// Adds one line of the lexicon to a concept.
    mutating func add(_ entry: String, to concept: Symbol) throws(PatternProblem) {
        // Most entries are one word. Only words inside phrases and patterns need symbols of their own.
        if !entry.utf8.contains(where: { Self.structure[Int($0)] }), !entry.hasPrefix("..") {
            let parts = splitter.parts(entry)
            guard !parts.isEmpty, !parts.contains(where: isOnlyStars) else { throw .empty(entry) }
            if parts.count == 1 { return addWord(parts[0], concept) }
        }
        phrases.append((concept, try steps(entry)))
    }

    private func isOnlyStars(_ part: [UInt8]) -> Bool { part.allSatisfy { $0 == UInt8(ascii: "*") } }

    /// Signs that make more than a word of an entry: spaces, choices, brackets, concepts and slots.
    private static let structure: [Bool] = (0..<256).map { " \t@{|[".utf8.contains(UInt8($0)) }

    mutating func addNumber(_ word: String, value: Double) throws(PatternProblem) {
        numbers[try literal(word)] = value
    }

    /// The steps of an entry or of a term.
    mutating func steps(_ text: String) throws(PatternProblem) -> [Step] {
        var steps: [Step] = []
        var gap: UInt8 = 0
        for item in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
            if item.starts(with: Self.gap) {
                gap = try gapLength(Substring(item.dropFirst(2)))
                continue
            }
            steps.append(try step(item, gap: gap))
            gap = 0
        }
        guard steps.contains(where: { !$0.optional }) else { throw PatternProblem.empty(text) }
        guard steps.count <= 12 else { throw PatternProblem.tooLong(text) }
        return steps
    }

    private func gapLength(_ digits: Substring) throws(PatternProblem) -> UInt8 {
        if digits.isEmpty { return 5 }
        guard let length = UInt8(digits), length <= 20 else { throw .gap(String(digits)) }
        return length
    }

    private static let gap = Array("..".utf8)

    private mutating func step(_ item: Substring.UTF8View, gap: UInt8) throws(PatternProblem) -> Step {
        var item = item
        let optional = item.first == UInt8(ascii: "[")
        if optional {
            guard item.last == UInt8(ascii: "]") else { throw .bracket(String(Substring(item))) }
            item = item.dropFirst().dropLast()
        }
        var symbols: [Symbol] = []
        let choices = item.split(separator: UInt8(ascii: "|"))
        guard choices.count <= Self.longestChoice else { throw .tooManyChoices(choices.count) }
        for choice in choices { symbols.append(try symbol(choice)) }
        guard !symbols.isEmpty else { throw .empty(String(Substring(item))) }
        return Step(symbols: symbols, optional: optional, gap: gap)
    }

    private mutating func symbol(_ item: Substring.UTF8View) throws(PatternProblem) -> Symbol {
        let text = String(Substring(item))
        if item.first == UInt8(ascii: "@") {
            let name = String(text.dropFirst())
            guard let symbol = concepts[name] else { throw .unknownConcept(name) }
            return symbol
        }
        if item.first == UInt8(ascii: "{") {
            guard item.last == UInt8(ascii: "}"), let slot = Slot(name: Substring(item.dropFirst().dropLast())) else {
                throw .unknownSlot(text)
            }
            return slot.rawValue
        }
        return try literal(text)
    }

    /// The symbol of a literal word, defined once.
    private mutating func literal(_ word: String) throws(PatternProblem) -> Symbol {
        let key = String(decoding: Folding.fold(word), as: UTF8.self)
        if let symbol = literals[key] { return symbol }
        guard next < Int(Symbol.max) else { throw .tooManyWords }
        let symbol = Symbol(next)
        next += 1
        literals[key] = symbol
        if key.utf8.count > 4 { longLiterals.insert(symbol) }
        let parts = splitter.parts(word)
        guard !parts.isEmpty, !parts.contains(where: isOnlyStars) else { throw .empty(word) }
        if parts.count == 1 {
            addWord(parts[0], symbol)
        } else {
            try addJoined(word, parts, symbol)
        }
        return symbol
    }

    /// A hyphenated word is also found written together.
    private mutating func addJoined(_ word: String, _ parts: [[UInt8]], _ symbol: Symbol) throws(PatternProblem) {
        var steps: [Step] = []
        for part in parts {
            let sub = try literal(String(decoding: part, as: UTF8.self))
            steps.append(Step(symbols: [sub], optional: false, gap: 0))
        }
        phrases.append((symbol, steps))
        if word.contains("-"), parts.allSatisfy({ $0.allSatisfy { $0 > 0x39 || $0 == 0x2a } }) {
            addWord(parts.flatMap(\.self), symbol)
        }
    }

    private mutating func addWord(_ word: [UInt8], _ symbol: Symbol) {
        let star = UInt8(ascii: "*")
        let (open, close) = (word.last == star, word.first == star)
        let core = word.filter { $0 != star }
        switch (close, open) {
        case (true, true): infixes[core, default: []].append(symbol)
        case (false, true): prefixes[core, default: []].append(symbol)
        case (true, false): suffixes[core, default: []].append(symbol)
        default: words[core, default: []].append(symbol)
        }
    }

    /// Freezes what was collected; phrases that build on other concepts come after them.
    func build() throws(PatternProblem) -> Grammar {
        let (levels, slotted) = try order()
        let frozen = phrases.enumerated().map { index, phrase in
            Phrase(
                symbol: phrase.symbol, steps: phrase.steps, anchors: anchors(phrase.steps),
                needsSlots: slotted.contains(index))
        }
        let ordered = frozen.indices.sorted { (levels[$0], $0) < (levels[$1], $1) }.map { frozen[$0] }
        return Grammar(
            language: language, words: words, prefixes: prefixes, suffixes: suffixes,
            infixes: infixes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) },
            phrases: ordered, numbers: numbers, patterns: patterns, symbolCount: next, guards: guards, metrics: metrics)
    }

    /// The symbols of the step that is rarest in texts: a long word before a slot before a concept before a short word.
    func anchors(_ steps: [Step]) -> [Symbol] {
        let ranked = steps.filter { !$0.optional }.map { step in (step.symbols, step.symbols.map(rank).max() ?? 9) }
        return ranked.min { $0.1 < $1.1 }?.0 ?? []
    }

    func rank(_ symbol: Symbol) -> Int {
        if symbol < Slot.allCases.count { return 1 }
        if Int(symbol) < Slot.allCases.count + concepts.count { return commonSymbols.contains(symbol) ? 4 : 2 }
        return longLiterals.contains(symbol) ? 0 : 3
    }

    /// The level of each phrase, and which phrases stand on a slot.
    private func order() throws(PatternProblem) -> (levels: [Int], slotted: Set<Int>) {
        var producers = [[Int]](repeating: [], count: next)
        for (index, phrase) in phrases.enumerated() { producers[Int(phrase.symbol)].append(index) }
        let uses = phrases.map { $0.steps.flatMap(\.symbols) }
        var levels = [Int](repeating: 0, count: phrases.count)
        var slotted = Set<Int>()
        for round in 0...16 {
            var changed = false
            for (index, phrase) in phrases.enumerated() {
                for symbol in uses[index] {
                    if symbol < Slot.allCases.count, slotted.insert(index).inserted { changed = true }
                    for producer in producers[Int(symbol)] where producer != index || phrase.symbol == symbol {
                        if phrase.symbol == symbol { throw .circular(index) }
                        if levels[index] <= levels[producer] {
                            levels[index] = levels[producer] + 1
                            changed = true
                        }
                        if slotted.contains(producer), slotted.insert(index).inserted { changed = true }
                    }
                }
            }
            if !changed { return (levels, slotted) }
            if round == 16 { throw .circular(0) }
        }
        return (levels, slotted)
    }
}
