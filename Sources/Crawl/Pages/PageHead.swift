/// What the first bytes of a page say of its own address. The page itself is parsed elsewhere.
struct PageHead {
    /// From HTTrack's comment: host and path, without a scheme.
    var mirroredFrom: String?
    /// From `<link rel="canonical">`, as written.
    var canonical: String?
    private static let length = 16_384

    init(_ bytes: [UInt8]) {
        let head = bytes.prefix(Self.length)
        var at = 0
        while let open = head[at...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = head[open...]
            at = open + 1
            if rest.starts(with: "<!--".utf8) {
                guard let end = Self.commentEnd(head, from: open + 4) else { return }
                takeComment(String(decoding: head[open..<end], as: UTF8.self)[...])
                at = end
            } else if Self.begins(rest, "<link") {
                let tag = rest.prefix { $0 != UInt8(ascii: ">") }
                takeLink(String(decoding: tag, as: UTF8.self)[...])
                at = tag.endIndex
            } else if Self.begins(rest, "<body") {
                return
            }
        }
    }

    private static func commentEnd(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var at = start
        while let dash = bytes[min(at, bytes.endIndex)...].firstIndex(of: UInt8(ascii: "-")) {
            if bytes[dash...].starts(with: "-->".utf8) { return dash }
            at = dash + 1
        }
        return nil
    }

    private static func begins(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
        let word = word.utf8
        return bytes.count >= word.count && zip(bytes, word).allSatisfy { $0 | 0x20 == $1 | 0x20 }
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
