import Claims

/// A claim for tests: everything that is not asked for is the commonest case.
func claim(
    _ quote: String, kind: ClaimKind = .servicePromise, theme: String = "speed", rule: String = "response-within",
    metric: Metric? = .responseTime,
    _ value: Double? = nil, _ unit: Unit? = nil, op: BoundOperator = .atMost, hours: String? = nil, channel: String = "email",
    touchpoint: String? = "ask", topics: [String] = [], scope: Scope? = nil, stance: Stance = .affirms, commitment: Commitment = .firm,
    file: String, line: Int = 1, role: PageRole = .servicePolicy, organisation: String = "coolbank.example"
) -> Claim {
    let measure =
        value != nil || hours != nil
        ? Measure(metric: metric ?? .none, op: hours == nil ? op : nil, value: value, unit: unit, openingHours: hours) : nil
    return Claim(
        id: "c-" + file + "\(line)" + rule + quote.prefix(9), organisation: organisation, kind: kind, theme: theme, stance: stance,
        commitment: commitment,
        channel: channel, touchpoint: touchpoint, measure: measure, scope: scope, topics: topics, language: "en", quote: quote,
        source: Source(file: file, line: line, column: 1, endLine: line, endColumn: 9, pageRole: role), rule: "en." + rule)
}
