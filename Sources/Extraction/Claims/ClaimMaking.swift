import Claims
import RuleBook

extension PassageReader {
    /// The claim of a candidate that was chosen.
    func claim(
        _ candidate: Candidate, _ reader: LanguageReader, _ text: [UInt8], _ role: PageRole?, _ context: Context, _ guarding: Guarding
    ) -> Claim {
        let rule = book.claimRules[candidate.match.rule]
        let reading = reader.reading
        let hedged = guarding.isHedged(candidate.match)
        let evidence = MetricReader(table: reader.grammar.metrics, reading: reading, above: context).evidence(rule, candidate.match)
        var claim = Claim(
            id: "", organisation: "", kind: role.flatMap { rule.kindOn[$0] } ?? rule.kind,
            theme: evidence.flatMap { rule.metricFromWords && $0.metric != rule.metric ? $0.theme : nil } ?? rule.theme,
            stance: candidate.isNegated && rule.negation == .deny ? (rule.stance == .denies ? .affirms : .denies) : rule.stance,
            commitment: hedged ? .hedged : guarding.isConditional ? .conditional : .firm,
            channel: rule.channel ?? scopes.channel(reading, candidate.match, context),
            touchpoint: rule.touchpoint ?? scopes.touchpoint(reading, context), language: reader.grammar.language, quote: "",
            marked: words(candidate.match.span, reading, text), context: context.texts,
            source: Source(file: "", line: 0, column: 0, endLine: 0, endColumn: 0, pageRole: .other),
            rule: reader.grammar.language + "." + rule.id)
        claim.measure = measure(rule, evidence, candidate.match, reading, reader.grammar.language)
        claim.topics = scopes.topics(reading, context, reader.vocabulary, text: text)
        if rule.theme == "reachability" {
            let days = calendar.topics(reading, candidate.match.span, context, isClosed: rule.stance == .denies, limits)
            claim.topics = ((claim.topics ?? []) + days).sorted()
        }
        let isPrice = claim.measure?.metric == .price
        let orders = isPrice ? limits.orders(reading, beside: candidate.match.quantity, text: text) : nil
        let stretch = isPrice ? limits.stretch(reading, text: text) : nil
        let scope = Scope(
            audience: scopes.audience(reading, context), product: limits.products(reading, context, text: text) ?? orders.map { [$0] },
            region: limits.region(reading, context, text: text), condition: scopes.condition(reading, text: text),
            period: limits.period(reading, candidate.match.span, context, text: text) ?? stretch, stage: stage(rule, evidence),
            universal: scopes.isUniversal(reading) ? true : nil)
        claim.scope = scope.isEmpty ? nil : scope
        return claim
    }

    /// The step that a customer waits for: not the rule's, where something else is measured than the rule says.
    private func stage(_ rule: ClaimRule, _ evidence: MetricEvidence?) -> String? {
        guard let evidence, evidence.metric != rule.metric else { return rule.stage }
        return evidence.stage
    }

    private func measure(
        _ rule: ClaimRule, _ evidence: MetricEvidence?, _ match: PatternMatch, _ reading: Reading, _ language: String
    ) -> Measure? {
        if rule.free { return Measure(metric: .price, op: .equal, value: 0, unit: currency(reading, language)) }
        guard let index = match.quantity else { return nil }
        if rule.metric == Metric.none, let time = deadline(reading.quantities[index]) { return time }
        guard var measure = reading.quantities[index].measure else { return nil }
        // "Bis 12 Uhr bestellt, heute geliefert": the hour before which customers order is no closing time.
        if case .closing = reading.quantities[index].value, rule.metric != .openingHours { return nil }
        if measure.metric == .none || rule.metric == .availability {
            measure.metric = evidence?.metric ?? rule.metric ?? .none
        }
        if measure.metric != .price, measure.metric != .availability, measure.metric != .openingHours { measure.per = nil }
        // "No later than a day before" and "within a day before" draw one line from its two sides.
        if measure.metric == .changeDeadline { measure.op = .atLeast }
        if let op = evidence?.op ?? rule.op, measure.op == .atMost || measure.op == .equal { measure.op = op }
        return measure
    }

    /// "Ordered before 3 pm": a time of the day, in hours since midnight, for rules that measure nothing else.
    private func deadline(_ quantity: Quantity) -> Measure? {
        switch quantity.value {
        case .time(let minutes), .closing(let minutes, _):
            Measure(metric: .none, op: .atMost, value: Double(minutes) / 60, unit: .hour)
        default: nil
        }
    }

    /// The currency of the sentence, else that of the language's own country.
    private func currency(_ reading: Reading, _ language: String) -> Unit {
        for quantity in reading.quantities {
            if case .money(_, let unit, _) = quantity.value, unit != .cent { return unit }
        }
        return language == "en" ? .pound : .euro
    }
}
