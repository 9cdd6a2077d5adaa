import RuleBook

/// Tells the language of a text by its small words: one pass for all languages.
struct LanguageGuess: Sendable {
    /// For each small word the languages that have it, as bits by their index.
    private let words: NameTable<UInt16>
    private let languages: [String]

    init(_ grammars: [Grammar], functionWord: Symbol) {
        languages = grammars.map(\.language)
        var found: [UInt64: UInt16] = [:]
        for (index, grammar) in grammars.enumerated() {
            for (word, symbols) in grammar.words where symbols.contains(functionWord) {
                found[nameHash(word), default: 0] |= 1 << UInt16(index)
            }
        }
        words = NameTable(found.map { ($0.key, $0.value) })
    }

    /// The declared language, unless the small words of the first 4,096 bytes say otherwise beyond doubt.
    func language(of text: [UInt8], declared: String) -> String {
        let count = self.count(text)
        let best = languages.indices.max { (count.hits[$0], languages[$1]) < (count.hits[$1], languages[$0]) }
        guard let best else { return declared }
        let hits = count.hits[best]
        if let own = languages.firstIndex(of: declared) {
            return hits >= 30 && hits > count.hits[own] * 3 ? languages[best] : declared
        }
        return hits > 0 && hits * 8 >= count.words ? languages[best] : declared
    }

    private func count(_ text: [UInt8]) -> (hits: [Int], words: Int) {
        var (hits, words) = ([Int](repeating: 0, count: languages.count), 0)
        var (hash, length) = (NameHash(), 0)
        var folded: [UInt8] = []
        var at = 0
        let end = min(text.count, 4096)
        while at <= end {
            let byte = at < end ? text[at] : 0x20
            if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7a {
                hash.add(byte)
                length += 1
                at += 1
            } else if byte >= 0x80 {
                let (scalar, width) = UTF8Text.scalar(text, at, end)
                folded.removeAll(keepingCapacity: true)
                Folding.fold(Unicode.Scalar(scalar) ?? "?", into: &folded)
                for letter in folded where letter != 0x20 { hash.add(letter) }
                length += folded.first == 0x20 ? 0 : 1
                at += width
            } else {
                if length > 0 {
                    words += 1
                    if let mask = self.words[hash.value] {
                        for index in hits.indices where mask >> UInt16(index) & 1 == 1 { hits[index] += 1 }
                    }
                    (hash, length) = (NameHash(), 0)
                }
                at += 1
            }
        }
        return (hits, words)
    }
}

enum UTF8Text {
    /// Decodes one scalar of valid UTF-8, with its width in bytes.
    @inline(__always)
    static func scalar(_ text: [UInt8], _ at: Int, _ end: Int) -> (UInt32, Int) {
        let byte = UInt32(text[at])
        if byte < 0x80 { return (byte, 1) }
        let width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
        guard at + width <= end else { return (0xfffd, max(1, end - at)) }
        var value = byte & (width == 2 ? 0x1f : width == 3 ? 0x0f : 0x07)
        for index in 1..<width { value = value << 6 | UInt32(text[at + index]) & 0x3f }
        return (value, width)
    }
}
