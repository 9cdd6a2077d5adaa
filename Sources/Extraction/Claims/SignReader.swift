import RuleBook

/// A sentence that looks like a promise and that no rule took.
public struct UnclaimedPromise: Sendable, Hashable {
    public var language: String
    /// What it is made of, in the order of the sentence: `@we @deliver {duration}`.
    public var shape: String
    public var text: String
    public var file: String
    /// Where the sentence begins; 1-based.
    public var line: Int
    public var column: Int
}

/// Tells sentences that look like promises: somebody of us, something done for customers, a bound or a word without limits.
struct SignReader: Sendable {
    private let who, acts, absolutes: [(symbol: Symbol, name: String)]

    init(_ table: SignTable, _ names: ConceptSymbols) {
        func symbols(_ concepts: [String]) -> [(symbol: Symbol, name: String)] { concepts.map { (names[$0], "@" + $0) } }
        (who, acts, absolutes) = (symbols(table.who), symbols(table.acts), symbols(table.absolutes))
    }

    private struct Part {
        var name: String
        var span: Span
    }

    /// What the sentence is made of, or nil where it promises nothing.
    func shape(_ reading: Reading, _ names: GuardNames, _ above: Context) -> String? {
        guard reading.tokens.count >= 4, let parts = promise(reading) else { return nil }
        let spans = parts.map(\.span)
        let whole = Span(start: spans.map(\.start).min() ?? 0, end: spans.map(\.end).max() ?? 0)
        let match = PatternMatch(
            rule: 0, pattern: Pattern(terms: [], anchors: [], source: "", form: 0), span: whole, parts: spans, weight: 0)
        guard Guarding(reading: reading, names: names, above: above).guards(match).isEmpty else { return nil }
        return parts.map(\.name).joined(separator: " ")
    }

    /// Who, the deed and the bound, in the order of the sentence. Beside a length of time or hours the deed may go without saying.
    private func promise(_ reading: Reading) -> [Part]? {
        var parts: [Part] = []
        if let (subject, act) = deed(reading) {
            guard let bound = bound(reading, [subject, act]) else { return nil }
            parts = [subject, act, bound]
        } else {
            guard let bound = quantity(reading, [.duration, .hours]),
                let subject = self.parts(who, reading).min(by: { $0.span.distance(bound.span) < $1.span.distance(bound.span) })
            else { return nil }
            parts = [subject, bound]
        }
        return parts.sorted { ($0.span.start, $0.name) < ($1.span.start, $1.name) }
    }

    /// Who does what: the two that stand nearest together in one clause.
    private func deed(_ reading: Reading) -> (Part, Part)? {
        var best: (distance: Int, who: Part, act: Part)?
        for subject in parts(who, reading) {
            for act in parts(acts, reading) where reading.clause[act.span.start] == reading.clause[subject.span.start] {
                let distance = subject.span.distance(act.span)
                if !subject.span.overlaps(act.span), best.map({ distance < $0.distance }) ?? true { best = (distance, subject, act) }
            }
        }
        return best.map { ($0.who, $0.act) }
    }

    /// A quantity, or else a word without limits.
    private func bound(_ reading: Reading, _ taken: [Part]) -> Part? {
        quantity(reading, [.duration, .hours, .money, .percent])
            ?? parts(absolutes, reading).first { part in !taken.contains { $0.span.overlaps(part.span) } }
    }

    private func quantity(_ reading: Reading, _ slots: Set<Slot>) -> Part? {
        reading.quantities.filter { !$0.isThreshold }.lazy.compactMap { quantity in
            quantity.slots.first { slots.contains($0) }.map { Part(name: $0.name, span: quantity.span) }
        }.first
    }

    private func parts(_ group: [(symbol: Symbol, name: String)], _ reading: Reading) -> [Part] {
        group.filter { reading.has($0.symbol) }.flatMap { entry in reading.sorted(entry.symbol).map { Part(name: entry.name, span: $0) } }
    }
}
