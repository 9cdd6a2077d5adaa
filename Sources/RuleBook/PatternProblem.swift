/// What can be wrong with a line of the lexicon or a pattern, before its place is known.
enum PatternProblem: Error {
    case empty(String)
    case tooLong(String)
    case tooManyChoices(Int)
    case tooManyTerms(Int)
    case gap(String)
    case bracket(String)
    case unknownConcept(String)
    case unknownSlot(String)
    case tooManyWords
    case circular(Int)
    case onlyNegative
    case literalInShared(String)

    /// The problem and its cure in words.
    func words(concepts: [String]) -> (problem: String, cure: String) {
        switch self {
        case .empty(let text): ("'\(text)' asks for nothing", "write at least one word, concept or slot")
        case .tooLong(let text): ("'\(text.prefix(40))…' has more than 12 parts", "split it, or use a concept")
        case .tooManyTerms(let count): ("a pattern of \(count) terms is longer than 12", "make two rules of it")
        case .tooManyChoices(let count): ("a choice of \(count) is longer than 64", "make them the words of a concept")
        case .gap(let digits): ("the gap '..\(digits)' is no number from 0 to 20", "write .. or ..8")
        case .bracket(let text): ("'\(text)' lacks its closing bracket", "brackets hold one word: [a]")
        case .unknownConcept(let name): ("no concept is called '\(name)'", suggestion(for: name, among: concepts))
        case .unknownSlot(let name):
            ("no slot is called '\(name)'", "slots are " + Slot.allCases.map(\.name).joined(separator: " "))
        case .tooManyWords: ("the lexicon of this language has more than 65,000 words", "use stems with a star")
        case .circular: ("a concept is defined by itself", "take the reference out of the phrase")
        case .onlyNegative: ("the pattern only says what must not be there", "add a term without !")
        case .literalInShared(let word):
            ("'\(word)' is a word of one language in a rule for all", "make it a concept, or add `languages: [nl]`")
        }
    }
}
