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

    /// The past tense, a measurement, or a year.
    private func isPast(_ match: PatternMatch, _ clauses: Set<UInt8>) -> Bool {
        if toldInThePast(match, clauses) || isMeasuredRow { return true }
        for symbol in [names.ago, names.statistic] where stands(symbol, in: clauses, outside: match) { return true }
        if beginsWithYear(clauses) { return true }
        guard reading.has(names.yearWord) else { return false }
        return reading.spans(names.yearWord).contains { word in
            word.end < reading.tokens.count && clauses.contains(reading.clause[word.start]) && reading.tokens[word.end].digits == 4
                && (1900...2099).contains(reading.tokens[word.end].value)
        }
    }

    /// "1952 lieferte der Gründer …": in German a verb follows the year, where a noun that it counts has a capital.
    private func beginsWithYear(_ clauses: Set<UInt8>) -> Bool {
        guard language == "de", let first = reading.tokens.first, first.digits == 4, (1900...2099).contains(first.value),
            clauses.contains(where: { isInFirstPart($0) }), reading.tokens.count > 1
        else { return false }
        return reading.tokens[1].kind == .word && !reading.tokens[1].capital
    }

    private func isInFirstPart(_ clause: UInt8) -> Bool {
        reading.clause.firstIndex(of: clause).map { reading.part[$0] == reading.part[0] } ?? false
    }

    /// A cell whose row holds two shares or more reports how it went: "Answered within 30 s | 71 % | 68 %".
    private var isMeasuredRow: Bool {
        above.beside.count { cell in cell.quantities.contains { $0.slots.contains(.percent) } } > 1
    }

    /// A verb in the past, which may be the very word that a rule found by its stem ("antwoordden") or stand within the words that
    /// it found ("an engineer was with you"), but does not belong to a set phrase: "when we said" is a time to come.
    private func toldInThePast(_ match: PatternMatch, _ clauses: Set<UInt8>) -> Bool {
        guard reading.has(names.past) else { return false }
        return reading.spans(names.past).contains { span in
            clauses.contains(reading.clause[span.start]) && !isNoun(span) && !isParticiple(span) && !isBehindFuture(span)
                && !match.parts.contains { isEdge(span, of: $0) }
        }
    }

    /// "We will refund what you paid": behind a word of things to come the past belongs to a relative clause, as it does behind the
    /// customer ("the fees you paid").
    private func isBehindFuture(_ word: Span) -> Bool {
        if reading.has(names.customerPast), reading.spans(names.customerPast).contains(where: { $0.overlaps(word) }) { return true }
        guard reading.has(names.future) else { return false }
        return reading.spans(names.future).contains { $0.start < word.start && reading.clause[$0.start] == reading.clause[word.start] }
    }

    /// The word begins or ends a longer phrase that was matched, as it would not where the phrase runs over it. A past of several words
    /// ("waren sicher", "stand fest") is meant.
    private func isEdge(_ word: Span, of part: Span) -> Bool {
        word.end - word.start == 1 && part != word && part.start <= word.start && word.end <= part.end
            && (part.start == word.start || part.end == word.end)
    }

    /// "Are passed on": behind a passive of the present a form of the past tells of no past.
    private func isParticiple(_ word: Span) -> Bool {
        word.start > 0 && reading.has(names.passive, in: (word.start - 1)..<word.start)
            && !reading.has(names.past, in: (word.start - 1)..<word.start)
    }

    /// German writes its nouns with a capital: "Waren" are goods, "waren" is the past.
    private func isNoun(_ word: Span) -> Bool {
        language == "de" && word.end - word.start == 1 && word.start > 0 && reading.tokens[word.start].capital
    }

    private var language: String { above.language }

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

    private func clauses(of span: Span) -> Set<UInt8> { Set(reading.clause[span.start..<span.end]) }

    /// The symbol stands in one of the clauses (anywhere without), and not only inside the words that matched.
    private func stands(_ symbol: Symbol, in clauses: Set<UInt8>? = nil, outside match: PatternMatch? = nil) -> Bool {
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

    /// The customer must do something, or is told to: "you must return it within 14 days", "Report it within 24 hours".
    private func isDuty(_ match: PatternMatch, _ clauses: Set<UInt8>) -> Bool {
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
    private func isCustomersDoing(_ match: PatternMatch) -> Bool {
        guard match.quantity != nil, reading.has(names.customerSubject) else { return false }
        return reading.spans(names.customerSubject).contains { you in
            let opens = you.start == 0 || reading.tokens[you.start - 1].kind == .sign
            return opens && !reading.has(names.gets, in: you.end..<(you.end + 1))
                && match.parts.contains { $0.start == you.end || $0 == you }
        }
    }

    /// The word opens one of the clauses, as a verb does that tells the reader what to do, or that asks "what if".
    private func opensClause(_ symbol: Symbol, _ clauses: Set<UInt8>) -> Bool {
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

    /// We or our people stand in the clauses, and not as those whom the customer must tell: "nous informer", "uns melden".
    private func speaks(_ symbol: Symbol, in clauses: Set<UInt8>) -> Bool {
        guard reading.has(symbol) else { return false }
        return reading.spans(symbol).contains { span in
            clauses.contains(reading.clause[span.start])
                && !reading.spans(names.customerAct).contains { $0.start <= span.start && span.end <= $0.end }
        }
    }

    /// A word of denial near the match that is not part of a set phrase ("not more than").
    func isNegated(_ match: PatternMatch) -> Bool {
        if let quantity = match.quantity, reading.quantities[quantity].usesDenial { return false }
        let clauses = clauses(of: match.span)
        for symbol in [names.not, names.no, names.never, names.nobody] where reading.has(symbol) {
            for span in reading.spans(symbol) {
                guard clauses.contains(reading.clause[span.start]), !match.parts.contains(where: { $0.overlaps(span) }),
                    span.start >= match.span.start - 4, span.start <= match.span.end + 2, !isInPhrase(span)
                else { continue }
                return true
            }
        }
        return false
    }

    /// True where a longer phrase of another concept covers the word, and that phrase refuses nothing.
    private func isInPhrase(_ word: Span) -> Bool {
        reading.touched.contains { symbol in
            !names.refusals.contains(symbol) && symbol != names.not && symbol != names.no && symbol != names.never
                && names.isConcept(symbol)
                && reading.spans(symbol).contains { $0.end - $0.start > 1 && $0.start <= word.start && word.end <= $0.end }
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

/// The symbols that the guards look for.
struct GuardNames: Sendable {
    let past, ago, wish, reported, condition, except, duty, customerAct, others, we, you, staff, not, no, never, nobody, hedge, firm,
        passive, chatbot: Symbol
    let thatOne: Symbol
    let statistic, yearWord, customerDuty, customer, imperative, inverted, nominative, relative, gets, customerSubject, expects: Symbol
    /// Words of things to come, and phrases of what a customer has done.
    let future, customerPast: Symbol
    /// Words that join two clauses.
    let joint: Symbol
    /// Phrases of refusal, whose "no" denies what stands beside them as well.
    let refusals: Set<Symbol>
    /// Audiences that are no customers.
    let strangers: [Symbol]
    /// Whom the reader serves, not we: "treat your customers to an answer within the hour".
    let readerCustomers: Symbol
    private let conceptRange: Range<Symbol>

    init(_ names: ConceptSymbols, conceptCount: Int) {
        (past, ago, wish, reported, condition) = (names["past"], names["ago"], names["wish"], names["reported"], names["if"])
        (except, duty, customerAct, others) = (names["except"], names["duty"], names["customer-act"], names["others"])
        (we, you, staff, not, no) = (names["we"], names["you"], names["staff"], names["not"], names["no"])
        (never, hedge, firm) = (names["never"], names["hedge"], names["firm"])
        (nobody, passive, chatbot) = (names["nobody"], names["passive"], names["chatbot"])
        (statistic, yearWord, customerDuty) = (names["statistic"], names["year-word"], names["customer-duty"])
        (customer, imperative, inverted) = (names["customer"], names["imperative"], names["if-inverted"])
        (customerSubject, expects) = (names["customer-subject"], names["expects"])
        (future, customerPast, joint) = (names["future"], names["customer-past"], names["clause-joint"])
        (nominative, relative, gets) = (names["nominative"], names["relative"], names["gets"])
        refusals = Set(
            ["no-rights", "excluded", "not-handled", "no-phone", "no-deviation", "closed", "no-change", "cannot-be-done", "unable"].map {
                names[$0]
            })
        strangers = ["audience-applicant", "audience-press", "audience-supplier"].map { names[$0] }
        readerCustomers = names["reader-customers"]
        thatOne = names["that-one"]
        let first = Symbol(Slot.allCases.count)
        conceptRange = first..<(first + Symbol(conceptCount))
    }

    func isConcept(_ symbol: Symbol) -> Bool { conceptRange.contains(symbol) }
}
