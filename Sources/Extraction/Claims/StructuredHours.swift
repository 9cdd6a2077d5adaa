import Claims

/// Opening hours from JSON-LD or microdata are written in OpenStreetMap's syntax already: no words need reading.
enum StructuredHours {
    /// The claim of a block of structured data, or nil where it holds no hours.
    static func claim(_ document: Document, _ block: Block, language: String) -> Claim? {
        guard block.kind == .structured, block.details >= 0 else { return nil }
        let property = document.properties[Int(block.details)]
        guard !property.hours.isEmpty || !property.days.isEmpty else { return nil }
        let isClosed = property.hours.isEmpty
        var claim = Claim(
            id: "", organisation: "", kind: isClosed ? .processConstraint : .servicePromise, theme: "reachability",
            stance: isClosed ? .denies : .affirms, channel: property.channel, touchpoint: property.touchpoint,
            measure: isClosed ? nil : Measure(metric: .openingHours, openingHours: property.hours), language: language, quote: "",
            marked: isClosed ? nil : property.hours,
            source: Source(file: "", line: 0, column: 0, endLine: 0, endColumn: 0, pageRole: .other),
            rule: language + (isClosed ? ".closed" : ".opening-hours"))
        if !property.days.isEmpty { claim.topics = property.days }
        if !isClosed, let day = property.days.first { claim.scope = Scope(period: day) }
        return claim
    }
}
