import RuleBook

/// Finds where sentences end in a run of tokens.
struct SentenceSplitter {
    let abbreviation: Symbol
    /// Months: "am 24. Dezember" is no end.
    let months: Set<Symbol>

    /// Ranges of token indices; a sentence longer than a reading can hold is cut at a comma or where it must.
    func split(_ tokens: [Token], _ vocabulary: Vocabulary) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in tokens.indices where ends(tokens, index, start, vocabulary) {
            append(start..<(index + 1), tokens, to: &ranges)
            start = index + 1
        }
        if start < tokens.count { append(start..<tokens.count, tokens, to: &ranges) }
        return ranges
    }

    private func append(_ range: Range<Int>, _ tokens: [Token], to ranges: inout [Range<Int>]) {
        var start = range.lowerBound
        while range.upperBound - start > Reading.longest {
            let limit = start + Reading.longest
            let cut = (start + Reading.longest / 2..<limit).last { tokens[$0].isSign(",") || tokens[$0].isSign(";") } ?? limit - 1
            ranges.append(start..<(cut + 1))
            start = cut + 1
        }
        if start < range.upperBound { ranges.append(start..<range.upperBound) }
    }

    private func ends(_ tokens: [Token], _ index: Int, _ start: Int, _ vocabulary: Vocabulary) -> Bool {
        let token = tokens[index]
        guard token.kind == .sign else { return false }
        if token.isSign("!") || token.isSign("?") || token.value == 0x2026 {
            return index + 1 == tokens.count || tokens[index + 1].spaceBefore
        }
        guard token.isSign("."), index + 1 < tokens.count else { return false }
        var next = tokens[index + 1]
        if next.isSign("\"") || next.isSign(")"), index + 2 < tokens.count, !next.spaceBefore { next = tokens[index + 2] }
        guard next.spaceBefore, next.capital || next.kind != .word else { return false }
        return !isAbbreviation(tokens, index, start, vocabulary)
    }

    private func isAbbreviation(_ tokens: [Token], _ index: Int, _ start: Int, _ vocabulary: Vocabulary) -> Bool {
        guard index > 0, !tokens[index].spaceBefore else { return false }
        let before = tokens[index - 1]
        if before.digits > 0, before.digits <= 2 { return vocabulary.symbols(tokens[index + 1].word).contains { months.contains($0) } }
        guard before.kind == .word else { return false }
        let isKnown = vocabulary.symbols(before.word).contains(abbreviation)
        guard isLetter(before) else { return isKnown }
        // "J. Smit", "a. Complaints", "z. B.", "5 p.m."; but "wij bellen u. Uw brief", "de 9 h à 18 h. Le samedi".
        if before.capital || index - 1 == start || isLetter(tokens[index + 1]) || !before.spaceBefore { return true }
        return isKnown && tokens[index - 2].kind != .number
    }

    private func isLetter(_ token: Token) -> Bool { token.kind == .word && token.end - token.start == 1 }
}
