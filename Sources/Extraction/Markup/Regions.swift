/// What the names that authors give to parts of a page say about them.
extension Region {
    private struct Word {
        var bytes: [UInt8]
        var region: Region
    }

    /// Beginnings of class names and identifiers, or of their parts after a hyphen or an underscore.
    private static let words: [Word] = [
        (Region.navigation, "breadcrumb kruimel skip-link pagination"), (.cookies, "cookie consent gdpr"),
        (.quotation, "testimonial review quote ervaring beoordeling avis-client temoignage kundenstimme bewertung"),
    ].flatMap { (region: Region, words: String) in words.split(separator: " ").map { Word(bytes: Array($0.utf8), region: region) } }

    /// Words by their first letter, so that most positions cost one look.
    private static let byLetter: [[Word]] = (0..<256).map { letter in words.filter { Int($0.bytes[0]) == letter } }

    /// First parts of a class name that speak of the state of something else: `has-cookie-bar` is no cookie bar.
    private static let modifiers: [[UInt8]] = ["has-", "no-", "is-", "with-", "without-", "js-", "u-", "hide-", "show-"].map {
        Array($0.utf8)
    }

    /// The region that a `role` names, or nil.
    static func role(_ value: ArraySlice<UInt8>, inContent: Bool) -> Region? {
        switch String(decoding: value, as: UTF8.self).lowercased() {
        case "navigation": .navigation
        case "banner": inContent ? nil : .header
        case "contentinfo": inContent ? nil : .footer
        default: nil
        }
    }

    /// The region that a class, an identifier or a label names, or nil.
    static func named(_ value: ArraySlice<UInt8>) -> Region? {
        var at = value.startIndex
        while at < value.endIndex {
            let end = value[at...].firstIndex(of: 0x20) ?? value.endIndex
            if let region = named(value, at..<end) { return region }
            at = end + 1
        }
        return nil
    }

    private static func named(_ value: ArraySlice<UInt8>, _ name: Range<Int>) -> Region? {
        var isStart = true
        for index in name {
            let byte = value[index]
            if isStart {
                for word in byLetter[Int(byte | 0x20)] where matches(value, index, name.upperBound, word.bytes) {
                    return modifiers.contains { matches(value, name.lowerBound, name.upperBound, $0) } ? nil : word.region
                }
            }
            isStart = byte == 0x2d || byte == 0x5f
        }
        return nil
    }

    private static func matches(_ value: ArraySlice<UInt8>, _ start: Int, _ end: Int, _ word: [UInt8]) -> Bool {
        guard end - start >= word.count else { return false }
        for index in word.indices where lower(value[start + index]) != word[index] { return false }
        return true
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte }
}
