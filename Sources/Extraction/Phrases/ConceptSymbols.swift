import RuleBook

/// The symbols of the concepts that the reading itself relies on.
struct ConceptSymbols: Sendable {
    private let symbols: [String: Symbol]

    init(_ book: RuleBook) {
        symbols = book.concepts
        clauseStart = book.concepts["clause-start"]
        clauseJoint = book.concepts["clause-joint"]
        subjects = ["we", "you", "nobody", "someone", "clause-subject"].compactMap { book.concepts[$0] }
    }

    let clauseStart: Symbol?
    let clauseJoint: Symbol?
    /// Words that, after a joint, are the subject of a new clause.
    let subjects: [Symbol]

    /// The concepts whose names begin so, by name.
    func group(_ prefix: String) -> [(Symbol, String)] {
        symbols.filter { $0.key.hasPrefix(prefix) }.map { ($0.value, $0.key) }.sorted { $0.1 < $1.1 }
    }

    /// The symbol of a concept; one that the rule book lacks never stands anywhere.
    subscript(_ name: String) -> Symbol { symbols[name] ?? Slot.nothing.rawValue }
}
