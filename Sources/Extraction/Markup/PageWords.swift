import RuleBook

/// How much of a page is about how things work, and how little about those who are served.
enum PageTone: Sendable {
    case plain
    /// As many words of manuals as of customers: only what speaks of people counts as a promise there.
    case technical
    /// Hardly anything but words of manuals.
    case manual
}

/// Tells by single words what language a page is in and whether it is a manual: one pass for all languages.
struct PageWords: Sendable {
    /// One number for each language, so that a word counts in all of them at once. There are four languages.
    private typealias Lanes = SIMD4<UInt16>

    /// What a word counts for.
    private struct Meaning {
        var small = Lanes()
        var manual = Lanes()
        var service = Lanes()
    }

    /// What was counted in one language.
    struct Count: Sendable {
        /// Small words ("the", "of").
        var small = 0
        /// Words of manuals ("click", "parameter"), and of pages about customers ("we", "complaint").
        var manual = 0
        var service = 0
    }

    private let words: NameTable<Meaning>
    /// A bit for the beginnings of the hashes that are in `words`: most words of a page are in no list, and this is small enough to
    /// stay near while the list is not.
    private let known: [UInt64]
    private let languages: [String]
    /// Bytes of a text that are counted: some six hundred words.
    private static let length = 4096

    init(_ grammars: [Grammar], _ names: ConceptSymbols) {
        languages = grammars.map(\.language)
        var found: [UInt64: Meaning] = [:]
        let (small, manual, service) = (names["function-word"], names["manual-word"], names["service-word"])
        for (index, grammar) in grammars.enumerated() {
            grammar.eachWord { word, symbols in
                guard symbols.contains(where: { $0 == small || $0 == manual || $0 == service }) else { return }
                var meaning = found[WordHash(word).value, default: Meaning()]
                if symbols.contains(small) { meaning.small[index] = 1 }
                if symbols.contains(manual) { meaning.manual[index] = 1 }
                if symbols.contains(service) { meaning.service[index] = 1 }
                found[WordHash(word).value] = meaning
            }
        }
        words = NameTable(found.map { ($0.key, $0.value) })
        var known = [UInt64](repeating: 0, count: 1 << (Self.knownBits - 6))
        for hash in found.keys { known[Int(hash >> UInt64(70 - Self.knownBits))] |= 1 << (hash >> UInt64(64 - Self.knownBits) & 63) }
        self.known = known
    }

    /// 16 kilobytes.
    private static let knownBits = 17

    @inline(__always)
    private func mayKnow(_ hash: UInt64) -> Bool {
        known[Int(hash >> UInt64(70 - Self.knownBits))] >> (hash >> UInt64(64 - Self.knownBits) & 63) & 1 == 1
    }

    /// The declared language, unless the small words say otherwise beyond doubt; and the tone of the page.
    func look(at text: [UInt8], declared: String) -> (language: String, tone: PageTone) {
        let (counts, words) = count(text)
        guard let index = language(counts, words, declared) else { return (declared, .plain) }
        return (languages[index], tone(counts[index], words))
    }

    /// A language without rules shares small words with its neighbours, so that a quarter of the words at least must fit.
    private func language(_ counts: [Count], _ words: Int, _ declared: String) -> Int? {
        guard let best = counts.indices.max(by: { (counts[$0].small, languages[$1]) < (counts[$1].small, languages[$0]) }) else {
            return nil
        }
        let hits = counts[best].small
        if let own = languages.firstIndex(of: declared) { return hits >= 30 && hits > counts[own].small * 3 ? best : own }
        return hits > 0 && hits * 4 >= words ? best : nil
    }

    /// Hardly any page about customers has more than half as many words of manuals as of customers; manuals have many times as many.
    private func tone(_ count: Count, _ words: Int) -> PageTone {
        if count.manual >= 6, count.manual * 50 >= words, count.manual >= count.service * 6 { return .manual }
        return count.manual >= 3 && count.manual >= count.service ? .technical : .plain
    }

    private func count(_ text: [UInt8]) -> (counts: [Count], words: Int) {
        var (found, words) = (Meaning(), 0)
        var (hash, length, at) = (WordHash(), 0, 0)
        var folded: [UInt8] = []
        let end = min(text.count, Self.length)
        while at <= end {
            let byte = at < end ? text[at] : 0x20
            if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7a {
                hash.add(byte | 0x20)
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
                at += 1
                guard length > 0 else { continue }
                words += 1
                if mayKnow(hash.value), let meaning = self.words[hash.value] {
                    found.small &+= meaning.small
                    found.manual &+= meaning.manual
                    found.service &+= meaning.service
                }
                (hash, length) = (WordHash(), 0)
            }
        }
        let counts = languages.indices.map { language in
            Count(small: Int(found.small[language]), manual: Int(found.manual[language]), service: Int(found.service[language]))
        }
        return (counts, words)
    }
}

/// A hash for single words of a text, which takes two quick steps a letter. Words of up to twelve letters have all different ones.
private struct WordHash {
    private var letters: UInt64 = 0

    init() {}

    init(_ word: ArraySlice<UInt8>) {
        for byte in word { add(byte) }
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) { letters = (letters << 5 | letters >> 59) ^ UInt64(byte) }

    /// Spread over all bits.
    var value: UInt64 {
        let product = letters &* 0x9e37_79b9_7f4a_7c15
        return product ^ product >> 32
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
