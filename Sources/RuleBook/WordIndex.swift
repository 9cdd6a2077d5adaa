/// The words of a lexicon with their stars, for the question which symbols a word of a page has.
///
/// Pages bring new words all the time, and each has dozens of beginnings and ends. They are looked up by rolling hashes, and bytes are
/// compared only where a hash is known.
struct WordIndex: Sendable {
    private struct Entry {
        var word: [UInt8]
        var symbols: [Symbol]
    }

    private var whole: [UInt64: [Entry]] = [:]
    private var beginnings: [UInt64: [Entry]] = [:]
    private var ends: [UInt64: [Entry]] = [:]
    private var parts: [Entry] = []
    /// Lengths that beginnings and ends have, as bits.
    private var beginningLengths: UInt64 = 0
    private var endLengths: UInt64 = 0

    init(words: [[UInt8]: [Symbol]], prefixes: [[UInt8]: [Symbol]], suffixes: [[UInt8]: [Symbol]], infixes: [([UInt8], [Symbol])]) {
        for (word, symbols) in words { whole[Self.hash(word), default: []].append(Entry(word: word, symbols: symbols)) }
        for (word, symbols) in prefixes where Self.isUsable(word) {
            beginnings[Self.hash(word), default: []].append(Entry(word: word, symbols: symbols))
            beginningLengths |= 1 << UInt64(word.count)
        }
        for (word, symbols) in suffixes where Self.isUsable(word) {
            ends[Self.hash(word.reversed()), default: []].append(Entry(word: word, symbols: symbols))
            endLengths |= 1 << UInt64(word.count)
        }
        parts = infixes.map { Entry(word: $0.0, symbols: $0.1) }
    }

    /// A star stands for something only beside two letters or more; no word has more than sixty.
    private static func isUsable(_ word: [UInt8]) -> Bool { word.count >= 2 && word.count < 64 }

    func symbols(of word: [UInt8]) -> [Symbol] {
        var result: [Symbol] = []
        var hash = Self.start
        for (at, byte) in word.enumerated() {
            hash = Self.step(hash, byte)
            if at < 63, beginningLengths >> UInt64(at + 1) & 1 == 1, let entries = beginnings[hash] {
                for entry in entries where entry.word.count == at + 1 && word.starts(with: entry.word) { result += entry.symbols }
            }
        }
        for entry in whole[hash] ?? [] where entry.word == word { result += entry.symbols }
        hash = Self.start
        for (at, byte) in word.reversed().enumerated() {
            hash = Self.step(hash, byte)
            if at < 63, endLengths >> UInt64(at + 1) & 1 == 1, let entries = ends[hash] {
                for entry in entries where entry.word.count == at + 1 && word.suffix(at + 1).elementsEqual(entry.word) {
                    result += entry.symbols
                }
            }
        }
        for entry in parts where contains(word, entry.word) { result += entry.symbols }
        return result.count < 2 ? result : Array(Set(result)).sorted()
    }

    private func contains(_ word: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= word.count else { return false }
        return (0...(word.count - part.count)).contains { start in part.indices.allSatisfy { word[start + $0] == part[$0] } }
    }

    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    private static func hash(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(start, step) }
}
