import RuleBook

/// German and Dutch put the verb first to set a condition ("Melden Sie sich bis 12 Uhr, liefern wir heute") and to tell the reader
/// what to do ("Melden Sie sich bis 12 Uhr."). The clause behind the comma tells which of the two it is.
struct VerbFirst: Sendable {
    private let inverted, imperative, customerSubject, gets, nominative, relative, condition, functionWord, plainVerb: Symbol
    private let clauseStart: Symbol?
    private let articles: Symbol
    private let isGerman, isDutch: Bool

    init(_ names: ConceptSymbols, language: String) {
        (isGerman, isDutch) = (language == "de", language == "nl")
        (inverted, imperative) = (names["if-inverted"], names["imperative"])
        (customerSubject, gets, nominative) = (names["customer-subject"], names["gets"], names["nominative"])
        (relative, condition, functionWord) = (names["relative"], names["if"], names["function-word"])
        (plainVerb, articles, clauseStart) = (names["plain-verb"], names["clause-subject"], names.clauseStart)
    }

    /// Marks the verb as one that sets a condition, or as an imperative.
    func mark(_ reading: inout Reading) {
        guard isGerman || isDutch, reading.tokens.count > 3 else { return }
        if let verb = conditionalVerb(reading) {
            reading.add(inverted, verb, verb + 1)
        } else if isGerman, isImperative(reading) {
            reading.add(imperative, 0, 1)
        }
    }

    /// The verb that opens a clause, where the clause behind its comma opens with a verb and its subject too.
    private func conditionalVerb(_ reading: Reading) -> Int? {
        let tokens = reading.tokens
        for comma in tokens.indices where tokens[comma].isSign(",") && comma + 2 < tokens.count && comma > 1 {
            guard let first = tokens.indices.first(where: { reading.clause[$0] == reading.clause[comma - 1] && tokens[$0].kind == .word }),
                first == 0 || tokens[first - 1].kind == .sign, !isSmallWord(reading, first), isSubject(reading, first + 1),
                isVerb(reading, comma + 1), tokens[comma + 1].word != tokens[first].word, isMainSubject(reading, comma + 2)
            else { continue }
            return first
        }
        return nil
    }

    /// "Tragen Sie beides ein": a verb that is none of getting, and "Sie".
    private func isImperative(_ reading: Reading) -> Bool {
        reading.tokens[0].kind == .word && reading.tokens[0].capital && reading.tokens[1].capital
            && reading.has(customerSubject, in: 1..<2) && !reading.has(functionWord, in: 0..<1) && !reading.has(gets, in: 0..<1)
            && !isBound(reading, 0)
    }

    /// No noun and no small word but "is" and "gets".
    private func isVerb(_ reading: Reading, _ at: Int) -> Bool {
        reading.tokens[at].kind == .word && !reading.tokens[at].capital && !isSmallWord(reading, at)
    }

    /// A preposition, an article, a pronoun, a conjunction: any small word that is no verb.
    private func isSmallWord(_ reading: Reading, _ at: Int) -> Bool {
        let word = at..<(at + 1)
        if isBound(reading, at) { return true }
        return reading.has(functionWord, in: word) && !reading.has(gets, in: word) && !reading.has(plainVerb, in: word)
    }

    /// A pronoun or an article; in German a noun as well.
    private func isSubject(_ reading: Reading, _ at: Int) -> Bool {
        isPronoun(reading, at) || reading.has(articles, in: at..<(at + 1))
            || isGerman && reading.tokens[at].kind == .word && reading.tokens[at].capital
    }

    /// Dutch tells verbs from adjectives by the pronoun behind them only.
    private func isMainSubject(_ reading: Reading, _ at: Int) -> Bool { isDutch ? isPronoun(reading, at) : isSubject(reading, at) }

    private func isPronoun(_ reading: Reading, _ at: Int) -> Bool {
        reading.has(nominative, in: at..<(at + 1)) || reading.has(customerSubject, in: at..<(at + 1))
    }

    private func isBound(_ reading: Reading, _ at: Int) -> Bool {
        let word = at..<(at + 1)
        if let clauseStart, reading.has(clauseStart, in: word) { return true }
        return reading.has(relative, in: word) || reading.has(condition, in: word) || isPronoun(reading, at)
            || reading.has(articles, in: word)
    }
}
