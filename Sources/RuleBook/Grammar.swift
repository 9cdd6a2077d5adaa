/// The words, phrases and patterns of one language, frozen.
public struct Grammar: Sendable {
    public let language: String
    /// Symbols of each whole word (folded UTF-8).
    public let words: [[UInt8]: [Symbol]]
    /// Symbols by the beginning, the end or a part of a word.
    public let prefixes: [[UInt8]: [Symbol]]
    public let suffixes: [[UInt8]: [Symbol]]
    public let infixes: [([UInt8], [Symbol])]
    /// Phrases in the order in which they must be looked for.
    public let phrases: [Phrase]
    /// Values of the symbols that are number words.
    public let numbers: [Symbol: Double]
    public let patterns: [RulePattern]
    public let symbolCount: Int

    /// A pattern and the rule that it belongs to.
    public struct RulePattern: Sendable {
        /// Index into `RuleBook.claimRules`.
        public var rule: Int
        public var pattern: Pattern
    }

    /// `unless` patterns by rule index.
    public let guards: [Int: [Pattern]]

    /// All symbols of a folded word.
    public func symbols(of word: [UInt8]) -> [Symbol] {
        var result = words[word] ?? []
        if word == Folding.stressed.word { result += words[Folding.stressed.plain] ?? [] }
        let shortest = 2
        if word.count >= shortest {
            for length in shortest...word.count {
                if let symbols = prefixes[Array(word[..<length])] { result += symbols }
                if let symbols = suffixes[Array(word[(word.count - length)...])] { result += symbols }
            }
        }
        for (infix, symbols) in infixes where contains(word, infix) { result += symbols }
        return Array(Set(result)).sorted()
    }

    private func contains(_ word: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= word.count else { return false }
        return (0...(word.count - part.count)).contains { Array(word[$0..<($0 + part.count)]) == part }
    }
}
