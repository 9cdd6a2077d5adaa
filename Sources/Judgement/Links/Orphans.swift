import Claims
import RuleBook

/// Service promises about a matter of their own: nothing else that the organisation says shares their telling words, and no brand
/// promise asks for them.
struct Orphans {
    let book: RuleBook
    let claims: [Claim]
    /// By index, as `claims`.
    let profiles: CaseProfiles
    private let brandQuotes: Set<String>
    private let brandFiles: Set<String>
    /// Numbers of the words of brand promises.
    private let brandWords: Set<Int32>
    /// Sentences in which each word stands, by its number.
    private let sentences: [Int]
    /// Concepts of times: their words tell no matter.
    private let commonplace: Set<Symbol>

    /// A choice to make is put to somebody who has time for a few of them.
    static let most = 4
    /// With fewer brand promises than these nobody can say what the brand asks for.
    private static let fewestPromises = 3
    /// So many words must be the promise's own; one more for what is free, which is much.
    private static let fewestWords = 2
    /// Every organisation pays, cancels, mends and delivers: promises there are seldom a choice.
    private static let expected: Set<String> = ["pay", "cancel", "disturbance", "deliver"]

    init(book: RuleBook, claims: [Claim], profiles: CaseProfiles) {
        self.book = book
        self.claims = claims
        self.profiles = profiles
        let brand = claims.filter { $0.kind == .brandPromise && $0.stance == .affirms && $0.source.pageRole != .other }
        brandQuotes = Set(brand.map(\.quote))
        brandFiles = Set(brand.map(\.source.file))
        let quotes = brandQuotes
        brandWords = Set(zip(claims, profiles.profiles).lazy.filter { quotes.contains($0.0.quote) }.flatMap(\.1.words))
        sentences = Self.sentences(claims, profiles)
        let names = book.conceptNames.filter { name in ["unit-", "day-", "time-"].contains { name.hasPrefix($0) } }
        commonplace = Set(names.compactMap { book.concepts[$0] })
    }

    /// In how many sentences each word stands. Claims of one sentence are neighbours, as claims come in the order of their places.
    private static func sentences(_ claims: [Claim], _ profiles: CaseProfiles) -> [Int] {
        var counts = [Int](repeating: 0, count: profiles.names.count)
        var last: Claim?
        for (claim, profile) in zip(claims, profiles.profiles) {
            defer { last = claim }
            if let last, last.quote == claim.quote, last.source.file == claim.source.file { continue }
            for word in profile.words { counts[Int(word)] += 1 }
        }
        return counts
    }

    /// The strongest of the candidates (indices), at most `count`, strongest first; one for each sentence.
    func strongest(_ candidates: [Int], count: Int) -> [Int] {
        guard brandQuotes.count >= Self.fewestPromises, count > 0 else { return [] }
        var best: [String: (index: Int, strength: Int)] = [:]
        for index in candidates {
            guard let strength = strength(index), strength > best[claims[index].quote]?.strength ?? .min else { continue }
            best[claims[index].quote] = (index, strength)
        }
        let ranked = best.values.sorted { ($1.strength, $0.index) < ($0.strength, $1.index) }
        return ranked.lazy.map(\.index).filter { addressesSomebody(claims[$0]) }.prefix(count).map { $0 }
    }

    /// How much a promise stands alone; nil where something else speaks of its matter, or every organisation owes it.
    private func strength(_ index: Int) -> Int? {
        let (claim, profile) = (claims[index], profiles.profiles[index])
        let alone = profile.words.filter { sentences[Int($0)] <= 1 }
        let own = alone.isEmpty ? 0 : Set(alone.map { profiles.names[Int($0)] }).subtracting(commonplaces(claim)).count
        guard own >= Self.fewestWords + (claim.measure?.metric == .price ? 1 : 0), !claim.isRow, !brandQuotes.contains(claim.quote),
            claim.touchpoint != "complain",
            !(claim.isFallback && claim.commitment == .conditional), !isAskedFor(index)
        else { return nil }
        var strength = own
        if claim.touchpoint.map(Self.expected.contains) ?? false { strength -= 1 }
        if brandFiles.contains(claim.source.file) { strength -= 1 }
        if claim.commitment == .conditional { strength -= 1 }
        // That somebody answers is no choice; that a quotation comes may be one.
        if claim.scope?.stage == "answer", profile.ownThings.isEmpty { strength -= 2 }
        return strength
    }

    /// It says "we", or "you" where it names nobody else: what couriers, landlords and machines do is promised by somebody else.
    private func addressesSomebody(_ claim: Claim) -> Bool {
        let symbols = Set(words(claim.quote, claim.language).joined())
        func names(_ concept: String) -> Bool { book.concepts[concept].map(symbols.contains) ?? false }
        return names("we") || names("you") && !names("others")
    }

    /// A brand promise names its matter: a word of its sentence that the lexicon does not know, as every service has those that it knows.
    private func isAskedFor(_ index: Int) -> Bool {
        let (claim, shared) = (claims[index], profiles.profiles[index].words.filter(brandWords.contains))
        guard !shared.isEmpty, let grammar = book.grammar(claim.language) else { return false }
        let names = Set(shared.map { profiles.names[Int($0)] })
        return claim.quote.split { !$0.isLetter }.map { Folding.fold(String($0)) }.contains { word in
            names.contains("~" + String(decoding: word.prefix(7), as: UTF8.self)) && grammar.symbols(of: word).isEmpty
        }
    }

    /// Beginnings of words that tell no matter: numbers and times.
    private func commonplaces(_ claim: Claim) -> Set<String> {
        guard let grammar = book.grammar(claim.language) else { return [] }
        return Set(
            ([claim.quote] + claim.context).flatMap { $0.split { !$0.isLetter } }.map { Folding.fold(String($0)) }.filter { word in
                grammar.symbols(of: word).contains { grammar.numbers[$0] != nil || commonplace.contains($0) }
            }.map { "~" + String(decoding: $0.prefix(7), as: UTF8.self) })
    }

    /// The symbols of each word of a sentence.
    private func words(_ sentence: String, _ language: String) -> [[Symbol]] {
        guard let grammar = book.grammar(language) else { return [] }
        return sentence.split { !$0.isLetter }.map { grammar.symbols(of: Folding.fold(String($0))) }
    }
}
