extension Region {
    private static let cookieWords = ["cookie", "consent", "gdpr"]
    private static let quotationWords = [
        "testimonial", "review", "quote", "ervaring", "beoordeling", "avis-client", "temoignage", "kundenstimme", "bewertung",
    ]
    private static let navigationWords = ["breadcrumb", "kruimel", "skip-link", "pagination"]

    /// The region that a role, class or id names, or nil.
    static func of(name: UInt64, value: String, inContent: Bool) -> Region? {
        if name == Attribute.role {
            switch value {
            case "navigation": return .navigation
            case "banner": return inContent ? nil : .header
            case "contentinfo": return inContent ? nil : .footer
            default: return nil
            }
        }
        if name == Attribute.itemprop { return value == "reviewbody" ? .quotation : nil }
        if contains(value, navigationWords) { return .navigation }
        if name == Attribute.label { return nil }
        if contains(value, cookieWords) { return .cookies }
        if contains(value, quotationWords) { return .quotation }
        return nil
    }

    private static func contains(_ value: String, _ words: [String]) -> Bool {
        value.split { $0 == " " }.contains { name in
            words.contains { word in
                name.hasPrefix(word) || String(name).firstRange(of: "-" + word) != nil || String(name).firstRange(of: "_" + word) != nil
            }
        }
    }
}
