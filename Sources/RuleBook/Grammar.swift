/// The words, phrases and patterns of one language, frozen.
public struct Grammar: Sendable {
    public let language: String
    /// Phrases in the order in which they must be looked for.
    public let phrases: [Phrase]
    /// Values of the symbols that are number words.
    public let numbers: [Symbol: Double]
    public let patterns: [RulePattern]
    public let symbolCount: Int
    /// How many different patterns there are, those of `unless` and of metrics among them.
    public let formCount: Int
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

    private let words: WordIndex

    init(
        language: String, words: WordIndex, phrases: [Phrase], numbers: [Symbol: Double], patterns: [RulePattern], symbolCount: Int,
        formCount: Int, guards: [Int: [Pattern]], metrics: MetricTable
    ) {
        self.language = language
        self.words = words
        self.phrases = phrases
        self.numbers = numbers
        self.patterns = patterns
        self.symbolCount = symbolCount
        self.formCount = formCount
        self.guards = guards
        self.metrics = metrics
    }

    /// All symbols of a folded word, in order.
    public func symbols(of word: [UInt8]) -> [Symbol] {
        var symbols = words.symbols(of: word)
        if language == "de", let verb = SeparableVerb.plain(word) { symbols = Array(Set(symbols + words.symbols(of: verb))).sorted() }
        guard word == Folding.stressed.word else { return symbols }
        let plain = Folding.stressed.plain[...]
        words.whole.look(plain, hash: ByteTable.hash(plain), into: &symbols)
        return Array(Set(symbols)).sorted()
    }

    /// Every word without stars (folded UTF-8) with its symbols.
    public func eachWord(_ body: (_ word: ArraySlice<UInt8>, _ symbols: [Symbol]) -> Void) { words.whole.each(body) }
}
