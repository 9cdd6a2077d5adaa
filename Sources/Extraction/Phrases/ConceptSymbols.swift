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

    /// The symbol of a concept; one that the rule book lacks never stands anywhere.
    subscript(_ name: String) -> Symbol { symbols[name] ?? Slot.nothing.rawValue }
}
