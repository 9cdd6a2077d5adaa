import Claims
import RuleBook

/// The names by which a page speaks of its own organisation: words of its host or folder and of its title, folded.
struct OwnNames: Sendable {
    /// Nil where nothing is known of the page, as for a sentence on its own: then nobody is a stranger.
    private let words: Set<String>?
    private let host: String

    static let unknown = OwnNames()

    private init() { (words, host) = (nil, "") }

    init(organisation: String, title: String?) {
        host = Self.folded(organisation)
        words = Set((title ?? "").split { !$0.isLetter && !$0.isNumber }.map { Self.folded(String($0)) })
    }

    private static func folded(_ text: String) -> String { String(decoding: Folding.fold(text), as: UTF8.self) }

    /// The word is none of the organisation's own names.
    func isStrange(_ word: String) -> Bool {
        guard let words else { return false }
        let folded = Self.folded(word)
        return folded.utf8.count >= 3 && !words.contains(folded) && host.firstRange(of: folded) == nil
    }
}

/// "Ziekenhuis Merwelanden stuurt de overdracht binnen vier uur": a sentence whose subject has a name that is not ours promises nothing of
/// ours; nor does the next one that goes on about it ("It inspects within three weeks").
struct NamedStrangers {
    let names: OwnNames
    let functionWord, we, staff, chatbot, others: Symbol
    let vocabulary: Vocabulary
    let text: [UInt8]

    /// Languages that write common nouns small.
    private static let languages: Set<String> = ["nl", "en", "fr"]
    private static let articles: Set<String> = ["de", "het", "een", "the", "a", "an", "le", "la", "les", "l", "un", "une"]
    private static let pronouns: Set<String> = ["it", "they", "he", "she", "zij", "hij", "elle", "ils", "elles"]

    func areSubject(_ reading: Reading, _ above: Context) -> Bool {
        guard Self.languages.contains(above.language), !reading.has(we), let first = reading.tokens.first, first.kind == .word else {
            return false
        }
        if Self.pronouns.contains(word(first).lowercased()) {
            // Whom it goes on about was named before, and was not us.
            return above.previous.map { previous in ![we, staff].contains { previous.has($0) } && holdsName(previous) } ?? false
        }
        return opensWithName(reading)
    }

    /// A name right at the start: behind an article or a noun ("the Department for Ferries", "Ziekenhuis Merwelanden"), or set apart by a
    /// clause of its own ("Varndale, whose engineer").
    private func opensWithName(_ reading: Reading) -> Bool {
        let tokens = reading.tokens
        guard tokens.count > 3, tokens[0].kind == .word, tokens[0].capital else { return false }
        if tokens[1].isSign(","), isFunction(tokens[2]) { return isName(tokens[0]) }
        let opening = word(tokens[0]).lowercased()
        guard Self.articles.contains(opening) || !isFunction(tokens[0]) else { return false }
        var at = 1
        while at < tokens.count, tokens[at].kind == .word, tokens[at].capital { at += 1 }
        // Behind a name goes a verb, written small; where all words have capitals they say nothing.
        guard at > 1, at < tokens.count, tokens[at].kind == .word || tokens[at].isSign(",") else { return false }
        let run = tokens[(Self.articles.contains(opening) ? 1 : 0)..<at]
        // "Nurse Anya", "Chatbot Kees": who serves has a name, and is ours.
        if run.contains(where: { isOneOfUs($0) }) { return false }
        return run.contains { isName($0) } && !run.contains { !names.isStrange(word($0)) && word($0).utf8.count >= 4 }
    }

    /// A name behind the first word, or somebody said to be another.
    private func holdsName(_ reading: Reading) -> Bool {
        reading.has(others) || reading.tokens.dropFirst().contains { $0.kind == .word && isName($0) }
    }

    /// A word with a capital that the lexicon does not know and that is no name of ours.
    private func isName(_ token: Token) -> Bool {
        token.capital && vocabulary.symbols(token.word).isEmpty && names.isStrange(word(token))
    }

    private func isOneOfUs(_ token: Token) -> Bool {
        let symbols = vocabulary.symbols(token.word)
        return symbols.contains(staff) || symbols.contains(chatbot)
    }

    private func isFunction(_ token: Token) -> Bool { vocabulary.symbols(token.word).contains(functionWord) }

    private func word(_ token: Token) -> String { String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self) }
}
