import RuleBook

/// What the customer must do, or does, and is no promise of ours.
extension Guarding {
    /// The customer must do something, or is told to: "you must return it within 14 days", "Report it within 24 hours".
    func isDuty(_ match: PatternMatch, _ clauses: Set<UInt8>) -> Bool {
        if isOwed(match, clauses) { return true }
        // "Please allow two weeks": the reader is told how long it takes, and need do nothing.
        if stands(names.expects, in: clauses) { return false }
        let act = stands(names.customerAct, in: clauses) || opensClause(names.imperative, clauses)
        let we = speaks(names.we, in: clauses) || speaks(names.staff, in: clauses) || isLedInByUs
        if stands(names.duty, in: clauses), !we, act || isObliged(clauses) { return true }
        if opensClause(names.imperative, clauses), !weAct(clauses), !isLedInByUs, !isConsequence(match, clauses) { return true }
        guard act, !we, !isConsequence(match, clauses) else { return false }
        return opensClause(names.imperative, clauses) || opensClause(names.customerAct, clauses) || stands(names.you, in: clauses)
    }

    /// "Ring before nine and an engineer is with you by noon": behind the "and" of a verb-first condition stands what follows from it,
    /// and no second thing to do ("fill it in and send it").
    private func isConsequence(_ match: PatternMatch, _ clauses: Set<UInt8>) -> Bool {
        guard reading.has(names.imperative), let first = match.parts.map(\.start).min() else { return false }
        return reading.spans(names.imperative).contains { order in
            guard clauses.contains(reading.clause[order.start]), order.start == 0 || reading.tokens[order.start - 1].kind == .sign else {
                return false
            }
            return reading.spans(names.joint).contains { and in
                and.start > order.start && and.end <= first && and.end < reading.tokens.count
                    && !reading.has(names.imperative, in: and.end..<(and.end + 1))
                    && !reading.spans(names.customerAct).contains { $0.start == and.end }
            }
        }
    }

    /// Words by themselves say that the customer owes something, and are no part of what was matched; sharing a word with it is no part.
    private func isOwed(_ match: PatternMatch, _ clauses: Set<UInt8>) -> Bool {
        guard reading.has(names.customerDuty) else { return false }
        return reading.spans(names.customerDuty).contains { owed in
            clauses.contains(reading.clause[owed.start]) && !match.parts.contains { $0.start <= owed.start && owed.end <= $0.end }
        }
    }

    /// The item of a list under "We will:" or "Our drivers:" says what we do, not what the reader must do.
    private var isLedInByUs: Bool {
        guard let lead = above.readings.last, lead.tokens.last?.isSign(":") ?? false else { return false }
        return (lead.has(names.we) || lead.has(names.staff)) && !lead.has(names.customerDuty)
    }

    /// "U moet", "moet u", "you must": the customer and the duty stand side by side.
    private func isObliged(_ clauses: Set<UInt8>) -> Bool {
        reading.spans(names.duty).contains { duty in
            clauses.contains(reading.clause[duty.start]) && reading.spans(names.you).contains { $0.distance(duty) == 0 }
        }
    }

    /// "We" is the subject of one of the clauses, where the language tells a subject from an object ("wij", not "ons").
    private func weAct(_ clauses: Set<UInt8>) -> Bool {
        reading.spans(names.we).contains { span in
            clauses.contains(reading.clause[span.start])
                && reading.has(names.nominative, in: span.start..<span.end)
        }
    }

    /// "U lost de storing binnen vier uur op": the customer opens the clause and does what the rule is about, where to get, hear
    /// or wait is no doing.
    func isCustomersDoing(_ match: PatternMatch) -> Bool {
        guard match.quantity != nil, reading.has(names.customerSubject) else { return false }
        return reading.spans(names.customerSubject).contains { you in
            let opens = you.start == 0 || reading.tokens[you.start - 1].kind == .sign
            return opens && !reading.has(names.gets, in: you.end..<(you.end + 1))
                && match.parts.contains { $0.start == you.end || $0 == you }
        }
    }

    /// We or our people stand in the clauses, and not as those whom the customer must tell: "nous informer", "uns melden".
    private func speaks(_ symbol: Symbol, in clauses: Set<UInt8>) -> Bool {
        guard reading.has(symbol) else { return false }
        return reading.spans(symbol).contains { span in
            clauses.contains(reading.clause[span.start])
                && !reading.spans(names.customerAct).contains { $0.start <= span.start && span.end <= $0.end }
        }
    }
}
