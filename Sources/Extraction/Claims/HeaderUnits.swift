import Claims
import RuleBook

/// A cell that holds nothing but a number or a range takes its unit from what stands above it: "Termijn (in werkdagen)", "10".
struct HeaderUnits: Sendable {
    let readers: [String: QuantityReader]

    /// True for "10", "1-3", "5 à 10".
    func wants(_ reading: Reading) -> Bool {
        guard reading.tokens.count <= 4, reading.tokens.contains(where: { $0.kind == .number }) else { return false }
        return reading.quantities.allSatisfy { if case .count = $0.value { true } else { false } }
            && reading.tokens.count { $0.kind == .word } <= 1
    }

    func complete(_ reading: inout Reading, _ above: Context) {
        guard let reader = readers[above.language] else { return }
        for context in above.readings.suffix(above.near).reversed() {
            guard let unit = bareUnit(context, reader) else { continue }
            let numbers = reader.numbers(reading)
            guard let largest = numbers.map(\.value).max(), let last = numbers.last else { return }
            let span = Span(start: numbers[0].span.start, end: last.span.end)
            reading.quantities.removeAll { $0.span.overlaps(span) }
            reader.add(reader.duration(reading, span, largest, unit), to: &reading)
            reader.markBare(&reading)
            return
        }
    }

    /// A single letter is a unit in brackets only: "(u)", and not "U vraagt een polis aan".
    private func isUnit(_ at: Int, _ header: Reading) -> Bool {
        header.tokens[at].end - header.tokens[at].start > 1 || at > 0 && header.tokens[at - 1].isSign("(")
    }

    /// The unit of a header that has no number of its own.
    private func bareUnit(_ context: Reading, _ reader: QuantityReader) -> Unit? {
        guard !context.tokens.contains(where: { $0.kind == .number }) else { return nil }
        return context.tokens.indices.reversed().lazy.filter { isUnit($0, context) }.compactMap { reader.unit(context, $0)?.0 }.first
    }
}
