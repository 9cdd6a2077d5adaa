/// What the first bytes of a page say of its own address. The page itself is parsed elsewhere.
struct PageHead {
    /// From HTTrack's comment: host and path, without a scheme.
    private(set) var mirroredFrom: String?
    /// From the same comment: when HTTrack fetched the page (ISO 8601).
    private(set) var mirroredAt: String?
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
                    takeLink(bytes[at..<close])
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
        guard words.count > 3, words[3].hasPrefix("by HTTrack"), words[2].contains("/") else { return }
        mirroredFrom = String(words[2])
        // `…, Sun, 22 Nov 2026 02:41:24 GMT`
        mirroredAt = TransferHeaders.iso(words[3].trimmed.split(separator: " ").suffix(6).joined(separator: " "))
    }

    private mutating func takeLink(_ tag: ArraySlice<UInt8>) {
        guard canonical == nil, let rel = Self.value(of: "rel", in: tag), rel.lowercased() == "canonical",
            let href = Self.value(of: "href", in: tag), !href.isEmpty
        else { return }
        canonical = href.utf8.contains(UInt8(ascii: "&")) ? href.replacing("&amp;", with: "&") : href
    }

    /// The value of the first attribute of a name, in any case of its letters.
    private static func value(of name: String, in tag: ArraySlice<UInt8>) -> String? {
        var rest = tag.drop { $0 > 0x20 }
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == 0x2f }
            let found = rest.prefix { $0 != 0x3d && $0 > 0x20 }
            guard !found.isEmpty else { return nil }
            rest = rest[found.endIndex...].drop { $0 <= 0x20 }
            guard rest.first == 0x3d else { continue }
            rest = rest.dropFirst().drop { $0 <= 0x20 }
            let quote = rest.first.flatMap { $0 == 0x22 || $0 == 0x27 ? $0 : nil }
            if quote != nil { rest = rest.dropFirst() }
            let value = rest.prefix { quote == nil ? $0 > 0x20 : $0 != quote }
            if found.count == name.utf8.count, zip(found, name.utf8).allSatisfy({ $0 | 0x20 == $1 }) {
                return String(decoding: value, as: UTF8.self)
            }
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
