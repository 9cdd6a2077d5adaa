import RuleBook

/// The words met so far in one language with their symbols, so that stems and compounds are worked out once a word.
///
/// Bounded: when full it starts anew, which costs time and changes nothing else.
struct Vocabulary {
    private struct Entry {
        var hash: UInt64
        var key: Range<Int32>
        var symbols: Range<Int32>
        /// Where its mask begins in `masks`, or -1.
        var mask: Int32
    }

    let grammar: Grammar
    let sieve: Sieve
    private var masks: [UInt64] = []
    private var slots: [Int32]
    private var entries: [Entry] = []
    private var keys: [UInt8] = []
    private var pool: [Symbol] = []
    private static let capacity = 1 << 16

    init(grammar: Grammar, sieve: Sieve) {
        self.grammar = grammar
        self.sieve = sieve
        slots = [Int32](repeating: -1, count: Self.capacity * 2)
    }

    /// The entry of a folded word.
    mutating func entry(_ word: [UInt8]) -> Int32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, matches(entry.key, word) { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return insert(word, hash, slot)
    }

    /// True when the next page should start with `reset`.
    var isFull: Bool { entries.count > Self.capacity }

    mutating func reset() {
        slots = [Int32](repeating: -1, count: Self.capacity * 2)
        entries.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        pool.removeAll(keepingCapacity: true)
        masks.removeAll(keepingCapacity: true)
    }

    /// Adds to a sentence's mask what a word can help to.
    @inline(__always)
    func add(_ entry: Int32, to mask: inout [UInt64]) {
        let start = Int(entries[Int(entry)].mask)
        guard start >= 0 else { return }
        for word in 0..<sieve.width { mask[word] |= masks[start + word] }
    }

    func symbols(_ entry: Int32) -> ArraySlice<Symbol> {
        let range = entries[Int(entry)].symbols
        return pool[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    func hasSymbols(_ entry: Int32) -> Bool { !entries[Int(entry)].symbols.isEmpty }

    private func matches(_ key: Range<Int32>, _ word: [UInt8]) -> Bool {
        guard key.count == word.count else { return false }
        let start = Int(key.lowerBound)
        for index in word.indices where keys[start + index] != word[index] { return false }
        return true
    }

    private mutating func insert(_ word: [UInt8], _ hash: UInt64, _ slot: Int) -> Int32 {
        // A hostile page can hold more different words than there is room for; the last places are never filled.
        guard entries.count < Self.capacity * 3 / 2 else { return 0 }
        let start = Int32(keys.count)
        keys.append(contentsOf: word)
        let first = Int32(pool.count)
        if word.count <= 64 { pool.append(contentsOf: grammar.symbols(of: word)) }
        let mask = sieve.mask(of: pool[Int(first)...])
        entries.append(
            Entry(
                hash: hash, key: start..<Int32(keys.count), symbols: first..<Int32(pool.count), mask: mask.isEmpty ? -1 : Int32(masks.count)
            ))
        masks.append(contentsOf: mask)
        slots[slot] = Int32(entries.count - 1)
        return slots[slot]
    }
}
