import Claims
import RuleBook

/// A claim found in a passage, before it has a place.
struct FoundClaim {
    var claim: Claim
    /// The sentence, as a range of the document's text.
    var sentence: Range<Int32>
}

/// Why a rule that was near did not speak; for `rules explain`.
public struct RuleNote: Sendable, Hashable {
    public var rule: String
    public var matched: Bool
    public var words: String
    public var reason: String
}

/// Reads the sentences of a passage and makes claims of them.
struct PassageReader {
    let book: RuleBook
    let guardNames: GuardNames
    let scopes: ScopeReader
    let limits: LimitReader
    let hours: HoursContext
    let calendar: CalendarDays
    let units: HeaderUnits

    /// The claims of the reader's current sentence.
    func claims(
        _ reader: inout LanguageReader, _ text: [UInt8], role: PageRole?, tone: PageTone = .plain, isLabel: Bool = false,
        names: OwnNames = .unknown, above: (inout LanguageReader) -> Context, around: (inout LanguageReader) -> [Reading] = { _ in [] },
        notes: inout [RuleNote]?
    ) -> [Claim] {
        var known: Context?
        if units.wants(reader.reading) {
            let context = above(&reader)
            units.complete(&reader.reading, context)
            known = context
        }
        let candidates = reader.candidates()
        if candidates.isEmpty { return [] }
        var context = known ?? above(&reader)
        hours.complete(&reader.reading, context)
        let manner = Manner(role: role, tone: tone, isLabel: isLabel)
        var passed = passed(candidates, reader, text, manner, context, notes: &notes)
        if passed.isEmpty, let leaned = leaning(context, reader.reading, text) {
            context = leaned
            passed = self.passed(candidates, reader, text, manner, context, notes: &notes)
        }
        let guarding = Guarding(reading: reader.reading, names: guardNames, above: context)
        let strangers = NamedStrangers(
            names: names, functionWord: scopes.functionWord, we: guardNames.we, staff: guardNames.staff, chatbot: guardNames.chatbot,
            others: guardNames.others, vocabulary: reader.vocabulary, text: text)
        if passed.contains(where: { isOfService($0) }), strangers.areSubject(reader.reading, context) {
            passed.removeAll { isOfService($0) }
        }
        let chosen = Choosing.choose(passed, book.claimRules)
        var claims = chosen.map { claim($0, reader, text, role, context, guarding) }
        let open = claims.indices.filter { isWithoutChannel(claims[$0], book.claimRules[chosen[$0].match.rule]) }
        if !open.isEmpty, let channel = scopes.channel(around: around(&reader)) {
            for index in open { claims[index].channel = channel }
        }
        return claims
    }

    /// What somebody does for a customer; a brand has products with names, and hours are of places with names.
    private func isOfService(_ candidate: Candidate) -> Bool {
        let rule = book.claimRules[candidate.match.rule]
        return rule.kind != .brandPromise && rule.metric != .openingHours && rule.theme != "reachability"
    }

    /// Hours and answers belong to some channel, which may stand beside them: "Rufen Sie uns an", "Mo-Fr 9-17 Uhr". Deliveries do not.
    private func isWithoutChannel(_ claim: Claim, _ rule: ClaimRule) -> Bool {
        claim.channel == "any" && rule.channel == nil && claim.measure.map { Self.reached.contains($0.metric) } ?? false
    }

    private static let reached: Set<Metric> = [.openingHours, .waitTime, .answerTime, .responseTime]

    /// What the page and the block are like.
    private struct Manner {
        var role: PageRole?
        var tone: PageTone
        var isLabel: Bool
    }

    /// The matches of the patterns that nothing speaks against.
    private func passed(
        _ patterns: [Int], _ reader: LanguageReader, _ text: [UInt8], _ manner: Manner, _ context: Context, notes: inout [RuleNote]?
    ) -> [Candidate] {
        let matcher = PatternMatcher(reading: reader.reading, above: context)
        let guarding = Guarding(reading: reader.reading, names: guardNames, above: context)
        var (passed, answers): ([Candidate], Answers) = ([], Answers(matcher: matcher, guarding: guarding))
        for index in patterns {
            let entry = reader.grammar.patterns[index]
            for candidate in answers.candidates(entry) {
                let reason =
                    isImpersonal(entry.rule, manner.tone, reader.reading)
                    ? "a technical text that speaks of nobody"
                    : objection(candidate, &answers, reader.grammar, manner.role, isLabel: manner.isLabel)
                if reason == nil { passed.append(candidate) }
                notes?.append(note(candidate, reader, text, reason))
            }
        }
        return passed
    }

    /// "Lekkage? Binnen vier uur.", "Warteschleife? Gibt es bei uns nicht.": a short sentence around a length of time, or behind a
    /// question, that promises nothing by itself leans on a short one before it, which then stands above it like a lead-in.
    private func leaning(_ above: Context, _ reading: Reading, _ text: [UInt8]) -> Context? {
        guard reading.tokens.count <= Self.shortest, let previous = above.previous, previous.tokens.count <= Self.shortest,
            isAboutTime(reading) || previous.tokens.last?.isSign("?") ?? false, !isAboutTime(previous),
            let first = previous.tokens.first, let last = previous.tokens.last
        else { return nil }
        var context = above
        context.readings.append(previous)
        context.texts.append(String(decoding: text[Int(first.start)..<Int(last.end)], as: UTF8.self))
        context.near += 1
        return context
    }

    private static let shortest = 9

    private func isAboutTime(_ reading: Reading) -> Bool { reading.quantities.contains { $0.slots.contains(.duration) } }

    /// "When you ring us we will:": the list below says what is promised.
    private func isOpening(_ match: PatternMatch, _ reading: Reading) -> Bool {
        match.quantity == nil && reading.tokens.last?.isSign(":") ?? false && reading.has(guardNames.condition, in: 0..<2)
    }

    /// One concept of a word or two in a short label: "Privacy", "Onze garantie" name a subject and claim nothing about it.
    private func isMereName(_ match: PatternMatch, _ reading: Reading) -> Bool {
        match.quantity == nil && match.pattern.weight <= 1 && match.span.end - match.span.start <= 2
            && reading.tokens.prefix { !$0.isSign("|") && !$0.isSign("-") }.count { $0.kind == .word } <= 4
    }

    /// Where a page is mostly about how something works, a promise names who makes it or to whom.
    private func isImpersonal(_ rule: Int, _ tone: PageTone, _ reading: Reading) -> Bool {
        // Hours need no "we": manuals have none.
        if book.claimRules[rule].metric == .openingHours { return false }
        return tone != .plain && book.claimRules[rule].kind != .processConstraint
            && ![guardNames.we, guardNames.staff, guardNames.customer].contains { reading.has($0) }
    }

    /// Terms and conditions praise nobody, and a vacancy speaks to applicants: there rules of the work count, and what is said of
    /// customers.
    private func isOutOfPlace(_ rule: ClaimRule, _ role: PageRole?, _ reading: Reading) -> Bool {
        switch role {
        case .legal: rule.kind == .brandPromise
        case .other: rule.kind == .servicePromise || rule.kind == .brandPromise && !reading.has(guardNames.customer)
        default: false
        }
    }

    /// Why a candidate is no claim, or nil where it is one.
    private func objection(
        _ candidate: Candidate, _ answers: inout Answers, _ grammar: Grammar, _ role: PageRole?, isLabel: Bool
    ) -> String? {
        let rule = book.claimRules[candidate.match.rule]
        let matcher = answers.matcher
        if isLabel, isMereName(candidate.match, matcher.reading) { return "a heading or label" }
        if isLabel, isOpening(candidate.match, matcher.reading) { return "the lead-in of a list" }
        if isOutOfPlace(rule, role, matcher.reading) { return "not on a page like this" }
        if isLowerBound(candidate.match, rule, matcher.reading) { return "a lower bound" }
        if isTooLong(candidate.match, rule, matcher.reading) { return "a term of years" }
        if isTooShort(candidate.match, rule, matcher.reading) { return "too short for a guarantee" }
        if isThreshold(candidate.match, matcher.reading) { return "an amount of the order, and no price" }
        let raised = candidate.guards.subtracting(rule.allow)
        if !raised.isEmpty { return "guard: " + raised.map(\.rawValue).sorted().joined(separator: ", ") }
        if candidate.isNegated, rule.negation == .skip { return "negated" }
        for pattern in grammar.guards[candidate.match.rule] ?? [] where answers.holds(pattern) { return "unless: " + pattern.source }
        return nil
    }

    /// "At least fifteen working days" promises no speed.
    private func isLowerBound(_ match: PatternMatch, _ rule: ClaimRule, _ reading: Reading) -> Bool {
        guard let index = match.quantity else { return false }
        if rule.metric == .availability, rule.op == .atMost { return reading.quantities[index].op == .greater }
        guard rule.op == nil, let metric = rule.metric, Self.speeds.contains(metric) else { return false }
        return reading.quantities[index].op == .atLeast || reading.quantities[index].op == .greater
    }

    /// Nobody answers, delivers or repairs within two years: such a term is a guarantee or a contract.
    private func isTooLong(_ match: PatternMatch, _ rule: ClaimRule, _ reading: Reading) -> Bool {
        guard let index = match.quantity, let metric = rule.metric, Self.speeds.contains(metric) else { return false }
        if case .duration(let number, .year) = reading.quantities[index].value { return number >= 1 }
        return false
    }

    /// No guarantee ends within days: "covered from the day you buy it".
    private func isTooShort(_ match: PatternMatch, _ rule: ClaimRule, _ reading: Reading) -> Bool {
        guard rule.metric == .guaranteePeriod, let index = match.quantity,
            case .duration(let number, let unit) = reading.quantities[index].value
        else { return false }
        return unit == .day && number < Self.shortestGuarantee
    }

    private static let shortestGuarantee = 7.0

    /// "Orders under £40: £3.95": the first amount says for which orders the second is due.
    private func isThreshold(_ match: PatternMatch, _ reading: Reading) -> Bool {
        guard let index = match.quantity, limits.isThreshold(reading.quantities[index], reading) else { return false }
        return reading.quantities.contains { quantity in
            if case .money = quantity.value { !limits.isThreshold(quantity, reading) } else { false }
        }
    }

    private static let speeds: Set<Metric> = [
        .answerTime, .responseTime, .resolutionTime, .deliveryTime, .waitTime, .refundPeriod,
    ]

    private func note(_ candidate: Candidate, _ reader: LanguageReader, _ text: [UInt8], _ reason: String?) -> RuleNote {
        RuleNote(
            rule: book.claimRules[candidate.match.rule].id, matched: reason == nil,
            words: words(candidate.match.span, reader.reading, text),
            reason: reason ?? candidate.match.pattern.source)
    }

    func words(_ span: Span, _ reading: Reading, _ text: [UInt8]) -> String {
        let bytes = text[Int(reading.tokens[span.start].start)..<Int(reading.tokens[span.end - 1].end)]
        return String(decoding: bytes, as: UTF8.self)
    }
}
