/// The words, phrases and patterns of one language, frozen.
public struct Grammar: Sendable {
    public let language: String
    /// Symbols of each whole word (folded UTF-8).
    public let words: [[UInt8]: [Symbol]]
    /// Phrases in the order in which they must be looked for.
    public let phrases: [Phrase]
    /// Values of the symbols that are number words.
    public let numbers: [Symbol: Double]
    public let patterns: [RulePattern]
    public let symbolCount: Int
    /// What speaks for which metric.
    public let metrics: MetricTable

    /// A pattern and the rule that it belongs to.
    public struct RulePattern: Sendable {
        /// Index into `RuleBook.claimRules`.
        public var rule: Int
        public var pattern: Pattern
    }

    /// `unless` patterns by rule index.
    public let guards: [Int: [Pattern]]

    private let index: WordIndex

    init(
        language: String, words: [[UInt8]: [Symbol]], prefixes: [[UInt8]: [Symbol]], suffixes: [[UInt8]: [Symbol]],
        infixes: [([UInt8], [Symbol])], phrases: [Phrase], numbers: [Symbol: Double], patterns: [RulePattern], symbolCount: Int,
        guards: [Int: [Pattern]], metrics: MetricTable
    ) {
        self.language = language
        self.words = words
        self.phrases = phrases
        self.numbers = numbers
        self.patterns = patterns
        self.symbolCount = symbolCount
        self.guards = guards
        self.metrics = metrics
        index = WordIndex(words: words, prefixes: prefixes, suffixes: suffixes, infixes: infixes)
    }

    /// All symbols of a folded word, in order.
    public func symbols(of word: [UInt8]) -> [Symbol] {
        var symbols = index.symbols(of: word)
        if language == "de", let verb = SeparableVerb.plain(word) { symbols = Array(Set(symbols + index.symbols(of: verb))).sorted() }
        guard word == Folding.stressed.word, let plain = words[Folding.stressed.plain] else { return symbols }
        return Array(Set(symbols + plain)).sorted()
    }
}
