import RuleBook

/// A rule that shows fewer examples in a language than it should.
struct ThinExamples {
    let rule: String
    let language: String
    let matching: Int
    let silent: Int
    let place: RulePlace

    /// By rule, then in the rule book's order of languages. A language in which the rule shows nothing counts too: it has no words for
    /// it, or they were never tried.
    static func all(in book: RuleBook) -> [ThinExamples] {
        book.claimRules.flatMap { rule in
            book.grammars.map(\.language).filter(rule.languages.contains).compactMap { language in
                let own = rule.examples.filter { $0.language == language }
                let matching = own.count(where: \.matches)
                let gap = ThinExamples(
                    rule: rule.id, language: language, matching: matching, silent: own.count - matching, place: rule.place)
                return matching < RuleDraft.matching || gap.silent < RuleDraft.silent ? gap : nil
            }
        }
    }

    var text: String {
        "\(place.file):\(place.line): [\(rule)] \(language): \(matching) of \(RuleDraft.matching) found, \(silent) of \(RuleDraft.silent) left alone\n"
    }
}
