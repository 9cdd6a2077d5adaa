import Claims
import RuleBook

/// Reads what a length of time measures from the words around it; which words and where is in `Rules/metrics.yaml`.
struct MetricReader {
    let table: MetricTable
    let reading: Reading
    let above: Context

    /// The evidence that outweighs the rule, or nil where the rule's own metric stands.
    func evidence(_ rule: ClaimRule, _ match: PatternMatch) -> MetricEvidence? {
        guard let metric = rule.metric, table.metrics.contains(where: { $0.metric == metric }), let index = match.quantity,
            case .duration = reading.quantities[index].value
        else { return nil }
        let at = reading.quantities[index].span
        if let found = best(\.decides, in: .clause, at) { return found.metric == metric && !rule.metricFromWords ? nil : found }
        guard rule.metricFromWords else { return nil }
        for list in [\MetricEvidence.suggests, \MetricEvidence.topics] {
            for place in table.order {
                if let found = best(list, in: place, at) { return found }
            }
        }
        return nil
    }

    private func best(_ list: KeyPath<MetricEvidence, [Pattern]>, in place: EvidencePlace, _ at: Span) -> MetricEvidence? {
        switch place {
        case .clause, .sentence: nearest(list, at, inClause: place == .clause)
        case .header: above.readings.suffix(above.near).reversed().lazy.compactMap { heaviest(list, $0) }.first
        case .heading: above.readings.dropLast(above.near).reversed().lazy.compactMap { heaviest(list, $0) }.first
        }
    }

    /// More words outweigh fewer, then the nearest counts, then what stands first in the table.
    private func nearest(_ list: KeyPath<MetricEvidence, [Pattern]>, _ at: Span, inClause: Bool) -> MetricEvidence? {
        let matcher = PatternMatcher(reading: reading, above: Context())
        var best: (weight: Double, distance: Int, evidence: MetricEvidence)?
        for evidence in table.metrics {
            for pattern in evidence[keyPath: list] {
                for match in matcher.matches(0, pattern) where !inClause || isInClause(match, at) {
                    let distance = match.parts.map { $0.distance(at) }.max() ?? 0
                    guard best.map({ (-pattern.weight, distance) < (-$0.weight, $0.distance) }) ?? true else { continue }
                    best = (pattern.weight, distance, evidence)
                }
            }
        }
        return best?.evidence
    }

    private func isInClause(_ match: PatternMatch, _ at: Span) -> Bool {
        match.parts.allSatisfy {
            reading.stretch[$0.start] == reading.stretch[at.start] || reading.stretch[$0.end - 1] == reading.stretch[at.start]
        }
    }

    /// The evidence in a header or heading.
    private func heaviest(_ list: KeyPath<MetricEvidence, [Pattern]>, _ header: Reading) -> MetricEvidence? {
        let matcher = PatternMatcher(reading: header, above: Context())
        var best: (weight: Double, evidence: MetricEvidence)?
        for evidence in table.metrics {
            for pattern in evidence[keyPath: list] where matcher.holds(pattern) && pattern.weight > best?.weight ?? 0 {
                best = (pattern.weight, evidence)
            }
        }
        return best?.evidence
    }
}
