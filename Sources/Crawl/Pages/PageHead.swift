/// What the first bytes of a page say of its own address. The page itself is parsed elsewhere.
struct PageHead {
    /// From HTTrack's comment: host and path, without a scheme.
    private(set) var mirroredFrom: String?
    /// From `<link rel="canonical">`, as written.
    private(set) var canonical: String?
    private static let length = 16_384
    private static let comment = Array("!--".utf8)
    private static let link = Array("link".utf8)
    private static let canonicalWord = Array("canonical".utf8)
    private static let body = Array("body".utf8)
    private static let mirrored = Array("mirrored from ".utf8)

    init(_ bytes: [UInt8]) {
        let end = min(bytes.count, Self.length)
        var at = 0
        while let open = bytes[at..<end].firstIndex(of: 0x3c) {
            at = open + 1
            if bytes.holds(Self.comment, at: at) {
                guard let close = Self.commentEnd(bytes, at + 3, end) else { return }
                takeComment(bytes, at + 3, close)
                at = close
            } else if bytes.holds(Self.link, at: at) {
                let close = bytes[at..<end].firstIndex(of: 0x3e) ?? end
                // Most links are to styles and icons, and attributes as strings cost more than the rest of the page.
                if (at..<close).contains(where: { bytes.holds(Self.canonicalWord, at: $0) }) {
                    takeLink(String(decoding: bytes[at..<close], as: UTF8.self))
                }
                at = close
            } else if bytes.holds(Self.body, at: at) {
                return
            }
        }
    }

    private static func commentEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var at = start
        while let dash = bytes[at..<end].firstIndex(of: 0x2d) {
            if dash + 2 < end, bytes[dash + 1] == 0x2d, bytes[dash + 2] == 0x3e { return dash }
            at = dash + 1
        }
        return nil
    }

    private mutating func takeComment(_ bytes: [UInt8], _ start: Int, _ end: Int) {
        guard mirroredFrom == nil, let first = bytes[start..<end].firstIndex(where: { $0 > 0x20 }), bytes.holds(Self.mirrored, at: first)
        else { return }
        let words = String(decoding: bytes[first..<end], as: UTF8.self).split(separator: " ", maxSplits: 3)
        if words.count > 3, words[3].hasPrefix("by HTTrack"), words[2].contains("/") { mirroredFrom = String(words[2]) }
    }

    private mutating func takeLink(_ tag: String) {
        let attributes = Self.attributes(tag[...])
        guard canonical == nil, attributes["rel"]?.lowercased() == "canonical", let href = attributes["href"], !href.isEmpty else { return }
        canonical = href.replacing("&amp;", with: "&")
    }

    private static func attributes(_ tag: Substring) -> [String: String] {
        var result: [String: String] = [:]
        var rest = tag.drop { !$0.isWhitespace }
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            let name = rest.prefix { $0 != "=" && !$0.isWhitespace }
            guard !name.isEmpty else { return result }
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

extension [UInt8] {
    /// A word of lower-case ASCII stands at a place, in any case of its letters.
    func holds(_ word: [UInt8], at start: Int) -> Bool {
        guard start + word.count <= count else { return false }
        for index in word.indices {
            let byte = self[start + index]
            guard (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) == word[index] else { return false }
        }
        return true
    }
}
