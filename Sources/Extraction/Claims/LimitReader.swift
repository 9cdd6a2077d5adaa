import RuleBook

/// Reads the plan, region and period that limit a claim, from its sentence and from what stands above it.
struct LimitReader: Sendable {
    private let planName, planHeader, region, period, except, closed, not, orderAbove, orderBelow, firstStretch, after: Symbol

    init(_ names: ConceptSymbols) {
        (planName, planHeader, region) = (names["plan-name"], names["plan-header"], names["region"])
        (period, except) = (names["period"], names["except"])
        (closed, not) = (names["closed"], names["not"])
        (firstStretch, after) = (names["first-stretch"], names["after-event"])
        (orderAbove, orderBelow) = (names["order-above"], names["order-below"])
    }

    /// Plans, priorities and tiers, lower case: named in the sentence, else the header of the row where the rows are plans, else the
    /// nearest heading that names one.
    func products(_ reading: Reading, _ above: Context, text: [UInt8]) -> [String]? {
        let own = reading.sorted(planName).map { words($0, reading, text) }
        if !own.isEmpty { return Array(Set(own)).sorted() }
        if let row = above.rowHeader, above.readings[row].has(planName) || above.rowKind?.has(planHeader) ?? false {
            return [above.texts[row].lowercased()]
        }
        return fromAbove(planName, above).map { [$0] }
    }

    /// The amount is one from which or up to which something holds, and no price: "free from € 50", "orders under £40: £3.95".
    func isThreshold(_ quantity: Quantity, _ reading: Reading) -> Bool {
        guard case .money = quantity.value else { return false }
        return threshold(quantity.span, reading) != nil
    }

    /// "over £50", where the sentence names such an amount beside what is free, or beside a price.
    func orders(_ reading: Reading, beside price: Int?, text: [UInt8]) -> String? {
        for (index, quantity) in reading.quantities.enumerated() where index != price {
            guard case .money = quantity.value, let span = threshold(quantity.span, reading) else { continue }
            return words(span, reading, text)
        }
        return nil
    }

    private func threshold(_ amount: Span, _ reading: Reading) -> Span? {
        for symbol in [orderAbove, orderBelow] where reading.has(symbol) {
            for span in reading.spans(symbol) {
                if span.end == amount.start { return Span(start: span.start, end: amount.end) }
                if symbol == orderAbove, span.start == amount.end { return Span(start: amount.start, end: span.end) }
            }
        }
        return nil
    }

    func region(_ reading: Reading, _ above: Context, text: [UInt8]) -> String? {
        if let own = reading.sorted(region).first { return words(own, reading, text) }
        return fromAbove(region, above)
    }

    /// A holiday, season or date that the claim is about; not one that it excepts or on which nobody works.
    func period(_ reading: Reading, _ match: Span, _ above: Context, text: [UInt8]) -> String? {
        let own = (reading.sorted(period) + Self.dates(reading)).first {
            reading.part[$0.start] == reading.part[match.start] && !isExcepted($0, reading)
        }
        return own.map { words($0, reading, text) } ?? fromAbove(period, above, nearest: above.near + 1)
    }

    /// "In the first two years", "after two years": a price holds for a stretch of time only.
    func stretch(_ reading: Reading, text: [UInt8]) -> String? {
        for symbol in [firstStretch, after] where reading.has(symbol) {
            for quantity in reading.quantities {
                guard case .duration = quantity.value, let span = reading.spans(symbol).first(where: { $0.end == quantity.span.start })
                else { continue }
                return words(Span(start: span.start, end: quantity.span.end), reading, text)
            }
        }
        return nil
    }

    /// "24 december", "24 t/m 31 december", "tweede kerstdag".
    private static func dates(_ reading: Reading) -> [Span] {
        reading.quantities.filter { if case .days = $0.value { true } else { false } }.map(\.span)
    }

    func isExcepted(_ span: Span, _ reading: Reading) -> Bool {
        let around = max(0, span.start - 5)..<min(reading.tokens.count, span.end + 4)
        return [except, closed, not].contains { reading.has($0, in: around) }
    }

    private func fromAbove(_ symbol: Symbol, _ above: Context, nearest: Int = .max) -> String? {
        for index in above.readings.indices.reversed().prefix(nearest) {
            guard let span = above.readings[index].sorted(symbol).first else { continue }
            return words(span, above.readings[index], Array(above.texts[index].utf8), from: above.readings[index].tokens[0].start)
        }
        return nil
    }

    private func words(_ span: Span, _ reading: Reading, _ text: [UInt8], from origin: Int32 = 0) -> String {
        let bytes = text[Int(reading.tokens[span.start].start - origin)..<Int(reading.tokens[span.end - 1].end - origin)]
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }
}
