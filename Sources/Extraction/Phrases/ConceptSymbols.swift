import RuleBook

/// The symbols of the concepts that the reading itself relies on.
struct ConceptSymbols: Sendable {
    private let symbols: [String: Symbol]

    init(_ book: RuleBook) {
        symbols = book.concepts
        clauseStart = book.concepts["clause-start"]
    }

    let clauseStart: Symbol?

    /// The symbol of a concept; one that the rule book lacks never stands anywhere.
    subscript(_ name: String) -> Symbol { symbols[name] ?? Slot.nothing.rawValue }
}
