import Claims

/// When what is free and what costs are one and the same.
extension ClashFinder {
    /// Both speak of one line, or the promise names the thing that is charged, or they share telling words.
    ///
    /// A row of a price list that says nothing is due states one case among others, and what is paid by the month is not what is free once.
    func isSamePrice(_ first: Int, _ second: Int, _ overlap: Overlap) -> Bool {
        let (free, charge) = (claims[first], claims[second])
        let recurring: Set<String> = ["month", "year", "week"]
        if free.isRow || charge.measure?.per.map(recurring.contains) ?? false { return false }
        // Due only if something happens, and nobody says how much: too vague to break a promise.
        if charge.commitment == .conditional, charge.measure?.value == nil { return false }
        if free.channel == charge.channel, Self.lines.contains(free.channel) { return true }
        let named = match.profiles.profiles[first].ownThings
        let isNamed = match.profiles.sharedThings(first, second).contains { named.contains($0) }
        return isNamed || overlap.words >= 2 || sharesPriceWords(first, second)
    }

    /// Both sentences name the act and its object (changing an address), or a fee by its long name, or the charge names nothing else.
    func sharesPriceWords(_ first: Int, _ second: Int) -> Bool {
        guard claims[first].measure?.metric == .price else { return false }
        let charge = words(second)
        let shared = words(first).shared(with: charge)
        return shared >= 2 || shared == 1 && charge.count <= 2 || words(first).sharesFee(with: charge)
    }

    /// A call that is free and a call that is paid for, whatever it is about.
    func isPaidLine(_ first: Int, _ second: Int) -> Bool {
        let (free, charge) = (claims[first], claims[second])
        guard charge.kind == .processConstraint, charge.measure?.per == "minute", Self.lines.contains(charge.channel), !free.isRow else {
            return false
        }
        return free.channel == charge.channel || free.channel == "any" && isAboutAsking(first)
    }

    /// To ask something is free, by whatever way: nothing else is named that costs nothing.
    private func isAboutAsking(_ index: Int) -> Bool {
        claims[index].touchpoint == "ask" && claims[index].topics?.contains("thing-message") == true
            && match.profiles.profiles[index].ownThings.isEmpty
    }

    private func words(_ index: Int) -> PriceWords { priceWords[index] ?? PriceWords(claims[index].quote) }

    private static let lines: Set<String> = ["phone", "email", "chat", "whatsapp", "post", "callback"]
}

/// The longer words of a sentence about a price, ready for many comparisons: runs of five bytes, each as one number.
struct PriceWords: Sendable {
    /// Beginnings of its words.
    private let stems: Set<UInt64>
    /// Words so long that they name one fee: administratiekosten.
    private let long: Set<String>
    /// Beginnings of its words, and every run of five within a compound.
    private let runs: Set<UInt64>

    init(_ quote: String) {
        let words = quote.lowercased().split { !$0.isLetter }.filter { $0.count >= 5 }.map { Array($0.utf8) }
        let beginnings = Set(words.map { Self.run($0, 0) })
        stems = beginnings.subtracting(Self.times)
        count = beginnings.count
        long = Set(words.filter { $0.count >= Self.feeLength }.map { String(decoding: $0, as: UTF8.self) })
        runs = stems.union(words.filter { $0.count > 9 }.flatMap { word in (0...word.count - 5).map { Self.run(word, $0) } })
    }

    private static func run(_ word: [UInt8], _ start: Int) -> UInt64 {
        word[start..<start + 5].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static let feeLength = 12

    /// Beginnings of units of time in all languages: an hour that is free is not what is paid by the hour.
    private static let times = Set(
        ["heure", "stund", "minut", "maand", "month", "monat", "semai", "woche", "kwart", "quart"].map { run(Array($0.utf8), 0) })

    /// How many words, lengths of time among them.
    let count: Int

    func sharesFee(with other: PriceWords) -> Bool { !long.isDisjoint(with: other.long) }

    /// Beginnings of words that stand in the other sentence too, also inside a compound: "adres wijzigen" and "Adreswijziging".
    func shared(with other: PriceWords) -> Int { stems.count { other.runs.contains($0) } }
}
