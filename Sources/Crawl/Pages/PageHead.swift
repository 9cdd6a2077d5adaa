/// What the first bytes of a page say of its own address. The page itself is parsed elsewhere.
struct PageHead {
    /// From HTTrack's comment: host and path, without a scheme.
    var mirroredFrom: String?
    /// From `<link rel="canonical">`, as written.
    var canonical: String?
    private static let length = 16_384

    init(_ bytes: [UInt8]) {
        let head = String(decoding: bytes.prefix(Self.length), as: UTF8.self)
        var rest = head[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[open...]
            if rest.hasPrefix("<!--") {
                guard let end = rest.firstRange(of: "-->") else { return }
                takeComment(rest[..<end.lowerBound])
                rest = rest[end.upperBound...]
            } else if rest.prefix(5).lowercased() == "<link" {
                let tag = rest.prefix { $0 != ">" }
                takeLink(tag)
                rest = rest[tag.endIndex...]
            } else if rest.prefix(5).lowercased() == "<body" {
                return
            } else {
                rest = rest.dropFirst()
            }
        }
    }

    private mutating func takeComment(_ comment: Substring) {
        let words = comment.dropFirst(4).drop(while: \.isWhitespace)
        guard mirroredFrom == nil, words.hasPrefix("Mirrored from "), let end = words.firstRange(of: " by HTTrack") else { return }
        let address = words[..<end.lowerBound].dropFirst("Mirrored from ".count)
        if address.contains("/") { mirroredFrom = String(address) }
    }

    private mutating func takeLink(_ tag: Substring) {
        let attributes = Self.attributes(tag)
        guard canonical == nil, attributes["rel"]?.lowercased() == "canonical", let href = attributes["href"], !href.isEmpty else { return }
        canonical = href.replacing("&amp;", with: "&")
    }

    private static func attributes(_ tag: Substring) -> [String: String] {
        var result: [String: String] = [:]
        var rest = tag.drop { !$0.isWhitespace }
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let name = rest.prefix { $0 != "=" && !$0.isWhitespace }
            if name.isEmpty { return result }
            rest = rest[name.endIndex...].drop(while: \.isWhitespace)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
            if quote != nil { rest = rest.dropFirst() }
            let value = rest.prefix { quote == nil ? !$0.isWhitespace : $0 != quote }
            if result[name.lowercased()] == nil { result[name.lowercased()] = String(value) }
            rest = rest[value.endIndex...].dropFirst()
        }
    }
}
