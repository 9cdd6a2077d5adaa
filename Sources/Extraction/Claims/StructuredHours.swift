import Claims

/// Opening hours from JSON-LD or microdata are written in OpenStreetMap's syntax already: no words need reading.
enum StructuredHours {
    /// The claim of a block of structured data, or nil where it holds no hours.
    static func claim(_ document: Document, _ block: Block, language: String) -> Claim? {
        guard block.kind == .structured, block.details >= 0 else { return nil }
        let property = document.properties[Int(block.details)]
        guard !property.hours.isEmpty else { return nil }
        return Claim(
            id: "", organisation: "", kind: .servicePromise, theme: "reachability", channel: property.channel,
            touchpoint: property.touchpoint,
            measure: Measure(metric: .openingHours, openingHours: property.hours), language: language, quote: "",
            marked: property.hours, source: Source(file: "", line: 0, column: 0, endLine: 0, endColumn: 0, pageRole: .other),
            rule: language + ".opening-hours")
    }
}
