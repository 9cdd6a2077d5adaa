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

    /// Both sentences name the act and its object: changing an address.
    func sharesPriceWords(_ first: Int, _ second: Int) -> Bool {
        claims[first].measure?.metric == .price && Self.sharedStems(claims[first].quote, claims[second].quote) >= 2
    }

    private static let lines: Set<String> = ["phone", "email", "chat", "whatsapp", "post", "callback"]

    /// Beginnings of words that stand in both sentences, also inside a compound: "adres wijzigen" and "Adreswijziging".
    private static func sharedStems(_ one: String, _ other: String) -> Int {
        let (left, right) = (words(one), words(other))
        return Set(left.map { $0.prefix(5) }).count { stem in right.contains { $0.hasPrefix(stem) || $0.count > 9 && $0.contains(stem) } }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.filter { $0.count >= 5 }.map(String.init)
    }
}
