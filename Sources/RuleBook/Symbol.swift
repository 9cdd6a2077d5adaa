/// A number for anything a pattern can ask for at a place in a sentence: a slot, a concept, or a literal word.
public typealias Symbol = UInt16

/// Typed slots, filled by the quantity reader. Their raw values are their symbols.
public enum Slot: UInt16, CaseIterable, Sendable {
    case duration, short, clock, days, hours, time, money, percent, count, date, phone, number
    /// A duration that is all (or nearly all) a cell or list item says.
    case bare
    /// A duration beyond which something happens ("more than five minutes"), or a share of a longer time ("four hours a year").
    case threshold
    /// The same day, the next day or working day: a promise even where no "within" stands before it.
    case near
    /// A length of time of days or longer that may also be the age or the term of something: a guarantee, a contract.
    case term
    /// Never filled: stands for a concept that a rule book lacks.
    case nothing

    public var name: String { "{\(self)}" }

    /// True for a step that a quantity can take.
    public static func fills(_ step: Step) -> Bool { step.symbols.contains { $0 < Slot.nothing.rawValue } }

    init?(name: Substring) {
        guard let slot = Slot.allCases.first(where: { $0.name == "{\(name)}" }) else { return nil }
        self = slot
    }
}

/// One place of a sequence: any of the symbols, perhaps left out, after at most `gap` other words.
public struct Step: Sendable, Hashable {
    public var symbols: [Symbol]
    public var optional: Bool
    public var gap: UInt8
}

/// Several words in a row that make a concept.
public struct Phrase: Sendable {
    public var symbol: Symbol
    public var steps: [Step]
    /// Every sentence with this phrase has one of these symbols; chosen to be rare.
    public var anchors: [Symbol]
    /// The phrase asks for a slot, so it is looked for after the quantities.
    public var needsSlots: Bool
}

/// Where a term of a pattern may stand.
public enum TermPlace: Sendable, Hashable {
    case sentence, either, above
}

/// A part of a pattern.
public struct Term: Sendable {
    public var place: TermPlace
    public var negated: Bool
    /// Terms of the same group stand in the same clause.
    public var group: Int
    public var steps: [Step]
}

/// One `when` or `unless` line of a rule, for one language.
public struct Pattern: Sendable {
    public var terms: [Term]
    /// Every sentence that matches has one of these symbols.
    public var anchors: [Symbol]
    public var source: String
    /// Patterns of one language that are written alike have the same number, below `Grammar.formCount`.
    public var form: Int

    public init(terms: [Term], anchors: [Symbol], source: String, form: Int) {
        self.terms = terms
        self.anchors = anchors
        self.source = source
        self.form = form
    }

    /// How many things the pattern asks for in the sentence, and half of those above it: the more, the more specific.
    public var weight: Double {
        terms.reduce(0) { sum, term in
            term.negated ? sum : sum + (term.place == .sentence ? 1 : 0.6) * Double(term.steps.filter { !$0.optional }.count)
        }
    }
}
