/// Words with the symbols of each, laid out flat.
struct WordTable: Sendable {
    private struct Link {
        var symbol: Symbol
        var next: Int32
    }

    private var words = ByteTable()
    /// The last link of each word; each link names the one before it.
    private var heads: [Int32] = []
    private var links: [Link] = []

    mutating func add(_ word: ArraySlice<UInt8>, _ symbol: Symbol) {
        let (index, isNew) = words.insert(word)
        if isNew { heads.append(-1) }
        links.append(Link(symbol: symbol, next: heads[index]))
        heads[index] = Int32(links.count - 1)
    }

    /// Appends the symbols of a word, whose hash is known already.
    func look(_ word: ArraySlice<UInt8>, hash: UInt64, into symbols: inout [Symbol]) {
        guard let index = words.index(word, hash: hash) else { return }
        append(index, to: &symbols)
    }

    func has(_ symbol: Symbol, _ word: ArraySlice<UInt8>) -> Bool {
        guard let index = words.index(word) else { return false }
        var at = heads[index]
        while at >= 0 {
            if links[Int(at)].symbol == symbol { return true }
            at = links[Int(at)].next
        }
        return false
    }

    /// All words in the order in which they came.
    func each(_ body: (_ word: ArraySlice<UInt8>, _ symbols: [Symbol]) -> Void) {
        var symbols: [Symbol] = []
        for index in heads.indices {
            symbols.removeAll(keepingCapacity: true)
            append(index, to: &symbols)
            body(words.run(index), symbols)
        }
    }

    private func append(_ index: Int, to symbols: inout [Symbol]) {
        var at = heads[index]
        while at >= 0 {
            symbols.append(links[Int(at)].symbol)
            at = links[Int(at)].next
        }
    }
}

/// The words of a lexicon with their stars, for the question which symbols a word of a page has.
///
/// Pages bring new words all the time, and each has dozens of beginnings and ends. They are looked up by rolling hashes, and bytes are
/// compared only where a hash is known.
struct WordIndex: Sendable {
    private(set) var whole = WordTable()
    private var beginnings = WordTable()
    /// Written backwards.
    private var ends = WordTable()
    private var parts: [(word: [UInt8], symbol: Symbol)] = []
    /// Lengths that beginnings and ends have, as bits.
    private var beginningLengths: UInt64 = 0
    private var endLengths: UInt64 = 0
    private static let star = UInt8(ascii: "*")

    /// Adds a word of the lexicon, whose stars stand for anything.
    mutating func add(_ word: ArraySlice<UInt8>, _ symbol: Symbol) {
        guard word.contains(Self.star) else { return whole.add(word, symbol) }
        let core = word.filter { $0 != Self.star }
        switch (word.first == Self.star, word.last == Self.star) {
        case (true, true): parts.append((core, symbol))
        case (false, true):
            guard Self.isUsable(core) else { return }
            beginnings.add(core[...], symbol)
            beginningLengths |= 1 << UInt64(core.count)
        case (true, false):
            guard Self.isUsable(core) else { return }
            ends.add(core.reversed()[...], symbol)
            endLengths |= 1 << UInt64(core.count)
        case (false, false): whole.add(core[...], symbol)
        }
    }

    /// A star stands for something only beside two letters or more; no word has more than sixty.
    private static func isUsable(_ word: [UInt8]) -> Bool { word.count >= 2 && word.count < 64 }

    func symbols(of word: [UInt8]) -> [Symbol] {
        var result: [Symbol] = []
        let hash = Self.look(word[...], beginnings, beginningLengths, into: &result)
        whole.look(word[...], hash: hash, into: &result)
        _ = Self.look(word.reversed()[...], ends, endLengths, into: &result)
        for part in parts where contains(word, part.word) { result.append(part.symbol) }
        return result.count < 2 ? result : Array(Set(result)).sorted()
    }

    /// Looks up all beginnings of a word that have one of the lengths; gives the hash of the whole of it.
    private static func look(_ word: ArraySlice<UInt8>, _ table: WordTable, _ lengths: UInt64, into result: inout [Symbol]) -> UInt64 {
        var (hash, length) = (ByteTable.start, 0)
        for byte in word {
            hash = ByteTable.step(hash, byte)
            length += 1
            if length < 64, lengths >> UInt64(length) & 1 == 1 { table.look(word.prefix(length), hash: hash, into: &result) }
        }
        return hash
    }

    private func contains(_ word: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= word.count else { return false }
        return (0...(word.count - part.count)).contains { start in part.indices.allSatisfy { word[start + $0] == part[$0] } }
    }
}
