import RuleBook

enum TokenKind: UInt8, Sendable {
    case word, number, sign
}

/// A word, a run of digits or a sign, as a range of the document's text.
struct Token: Sendable {
    var start: Int32
    var end: Int32
    var kind: TokenKind
    var spaceBefore: Bool
    /// Joined to the word before it by a hyphen.
    var hyphenBefore: Bool
    /// For a sign its folded scalar (`"`, `-`, `€`), for a number its value, else 0.
    var value: UInt32
    /// How many digits a number is written with.
    var digits: UInt8
    var capital: Bool
    /// Entry of the vocabulary.
    var word: Int32

    func isSign(_ character: Unicode.Scalar) -> Bool { kind == .sign && value == character.value }
}
