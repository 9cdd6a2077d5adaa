import RuleBook

/// Looks around a match for what makes a sentence no claim: a question, the past, a duty of the customer …
struct Guarding {
    let reading: Reading
    let names: GuardNames
    let above: Context

    /// The guards that hold for a match, so that a rule that lifts none of them stays silent.
    func guards(_ match: PatternMatch) -> Set<Guard> {
        var result = Set<Guard>()
        let clauses = clauses(of: match.span)
        if isQuestion { result.insert(.question) }
        if isPast(match, clauses) { result.insert(.past) }
        if stands(names.wish, in: clauses, outside: match) { result.insert(.wish) }
        if stands(names.reported, outside: match) || isQuoted(match) { result.insert(.reported) }
        if isCondition(match) { result.insert(.condition) }
        if isDuty(match, clauses) || isCustomersDoing(match) { result.insert(.duty) }
        if stands(names.others, in: clauses) || goesOnAboutOthers(clauses), !isOurs(clauses) { result.insert(.others) }
        if names.strangers.contains(where: { reading.has($0) || above.contains($0) }) { result.insert(.others) }
        if stands(names.readerCustomers, in: clauses), !isOurs(clauses) { result.insert(.others) }
        return result
    }

    var language: String { above.language }

    /// The match stands between quotation marks, and words of the sentence stand outside them or it is nothing but the quotation.
    private func isQuoted(_ match: PatternMatch) -> Bool {
        let marks = reading.tokens.indices.filter { reading.tokens[$0].isSign("\"") }
        guard marks.count >= 2 else { return false }
        if match.parts.contains(where: { isInside($0, marks) }), isAttributed(marks) { return true }
        return marks.count { $0 < match.span.start } % 2 == 1 && marks.contains { $0 >= match.span.end }
    }

    private func isInside(_ part: Span, _ marks: [Int]) -> Bool {
        marks.count { $0 < part.start } % 2 == 1 && marks.contains { $0 >= part.end }
    }

    /// Outside the quotation marks stands who said it, or that it was said.
    private func isAttributed(_ marks: [Int]) -> Bool {
        [names.reported, names.past].contains { symbol in
            reading.has(symbol) && reading.spans(symbol).contains { !isInside($0, marks) }
        }
    }

    /// "We" acts in the clauses, and not only as the owner of somebody else: "onze leverancier" is not us.
    private func isOurs(_ clauses: Set<UInt8>) -> Bool {
        guard reading.has(names.we) else { return false }
        return reading.spans(names.we).contains { own in
            clauses.contains(reading.clause[own.start]) && !reading.spans(names.others).contains { $0.start == own.end }
        }
    }

    /// "You ring your grid operator; they are there within two hours": the clause takes up whom the one before it named.
    private func goesOnAboutOthers(_ clauses: Set<UInt8>) -> Bool {
        guard reading.has(names.others), reading.has(names.thatOne),
            let first = reading.tokens.indices.first(where: { clauses.contains(reading.clause[$0]) && reading.tokens[$0].kind == .word }),
            reading.spans(names.thatOne).contains(where: { $0.start == first }),
            let before = reading.tokens.indices.last(where: { $0 < first && !clauses.contains(reading.clause[$0]) })
        else { return false }
        return stands(names.others, in: [reading.clause[before]])
    }

    private var isQuestion: Bool { reading.tokens.last?.isSign("?") ?? false }

    func clauses(of span: Span) -> Set<UInt8> { Set(reading.clause[span.start..<span.end]) }

    /// The symbol stands in one of the clauses (anywhere without), and not only inside the words that matched.
    func stands(_ symbol: Symbol, in clauses: Set<UInt8>? = nil, outside match: PatternMatch? = nil) -> Bool {
        guard reading.has(symbol) else { return false }
        return reading.spans(symbol).contains { span in
            (clauses?.contains(reading.clause[span.start]) ?? true) && !(match?.parts.contains { $0.overlaps(span) } ?? false)
        }
    }

    /// The quantity (or the whole match) stands in a clause that begins with "if".
    private func isCondition(_ match: PatternMatch) -> Bool {
        let at = match.quantity.map { reading.quantities[$0].span.start } ?? match.span.start
        if opensCondition([reading.clause[at]]) { return true }
        guard reading.has(names.condition) else { return false }
        return reading.spans(names.condition).contains {
            $0.start <= at && reading.clause[$0.start] == reading.clause[at] && !isMainClause(at, after: $0)
                && !isPart($0, of: match)
        }
    }

    /// A verb with its subject behind it ends the condition where no comma does: "als u ons belt krijgt u binnen een minuut …".
    private func isMainClause(_ at: Int, after condition: Span) -> Bool {
        guard reading.has(names.nominative) else { return false }
        return reading.spans(names.nominative).contains { subject in
            subject.start > condition.end + 2 && subject.start <= at + 2 && reading.tokens[subject.start - 1].kind == .word
                && !reading.has(names.relative, in: (subject.start - 1)..<subject.start)
        }
    }

    private func isPart(_ span: Span, of match: PatternMatch) -> Bool { match.parts.contains { $0.overlaps(span) } }

    /// The word opens one of the clauses, as a verb does that tells the reader what to do, or that asks "what if".
    func opensClause(_ symbol: Symbol, _ clauses: Set<UInt8>) -> Bool {
        reading.spans(symbol).contains { span in
            guard clauses.contains(reading.clause[span.start]), !reading.tokens[span.start].hyphenBefore else { return false }
            // "…, kommen Sie gleich dran": behind a comma German says with the same words what the customer gets.
            if symbol == names.imperative, language == "de", span.start > 0, reading.has(names.gets, in: span.start..<span.end) {
                return false
            }
            guard span.start > 0 else { return true }
            let before = reading.tokens[span.start - 1]
            return before.kind == .sign && !before.isSign("'") || span.start == 1 && before.kind == .number
        }
    }

    /// The verb opens a clause that sets a condition. In Dutch a verb behind a comma follows a clause before it, and so begins what
    /// happens: "een matras dat tegenvalt, halen we op".
    private func opensCondition(_ clauses: Set<UInt8>) -> Bool {
        guard language == "nl" else { return opensClause(names.inverted, clauses) }
        return reading.spans(names.inverted).contains { span in
            guard clauses.contains(reading.clause[span.start]) else { return false }
            guard span.start > 0 else { return true }
            let before = reading.tokens[span.start - 1]
            return before.kind == .sign && !before.isSign("'") && !before.isSign(",")
        }
    }

    /// Words that soften, in the sentence or in what stands directly above it.
    func isHedged(_ match: PatternMatch) -> Bool {
        let part = reading.part[match.span.start]
        let clauses = clauses(of: match.span)
        if let quantity = match.quantity, stands(names.firm, in: [reading.clause[reading.quantities[quantity].span.start]]) { return false }
        if reading.has(names.hedge),
            reading.spans(names.hedge).contains(where: { span in
                reading.part[span.start] == part && (clauses.contains(reading.clause[span.start]) || span.start < match.span.start)
            })
        {
            return true
        }
        return above.readings.suffix(max(2, above.near)).contains { $0.has(names.hedge) }
    }

    /// A condition or an exception stands in the sentence.
    var isConditional: Bool {
        reading.has(names.condition) || reading.has(names.except) || opensClause(names.inverted, Set(reading.clause))
    }
}
