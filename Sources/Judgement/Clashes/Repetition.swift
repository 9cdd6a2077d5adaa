import Claims

/// The same sentence in the template of many pages is one claim, with the number of its pages and its first place.
enum Repetition {
    static func collapse(_ claims: [Claim], _ silenced: SilencedPlaces = SilencedPlaces([])) -> [Claim] {
        var known = KnownClaims(silenced: silenced)
        var others: [Int: (count: Int, places: [Place])] = [:]
        for claim in claims.sorted(by: precedes) {
            guard let index = known.find(claim) else {
                known.add(claim)
                continue
            }
            let (first, source) = (known.claims[index].source, claim.source)
            guard source.file != first.file || source.line == first.line else {
                known.claims.append(claim)
                continue
            }
            var other = others[index] ?? (0, [])
            other.count += claim.occurrences
            if source.file != first.file, other.places.count < Claim.mostPlaces { other.places.append(Place(source)) }
            others[index] = other
        }
        return counted(known.claims, others)
    }

    /// At the end, since every change of a claim copies all of it.
    private static func counted(_ claims: [Claim], _ others: [Int: (count: Int, places: [Place])]) -> [Claim] {
        var result = claims
        for (index, other) in others {
            result[index].edit { claim in
                claim.occurrences += other.count
                let all = (claim.places ?? []) + other.places
                claim.places = all.isEmpty ? nil : Array(all.prefix(Claim.mostPlaces))
            }
        }
        return result
    }

    /// By file, line, column, rule and identifier. What decides for most comes first, as a site has tens of thousands.
    private static func precedes(_ one: Claim, _ two: Claim) -> Bool {
        let (first, second) = (one.source, two.source)
        if first.file != second.file { return first.file < second.file }
        if first.line != second.line { return first.line < second.line }
        if first.column != second.column { return first.column < second.column }
        return (one.rule, one.id) < (two.rule, two.id)
    }
}

/// Claims, and which of them say the same: looked up by a hash of their words, so that no key of many texts is held for each.
private struct KnownClaims {
    let silenced: SilencedPlaces
    var claims: [Claim] = []
    /// The last claim with a hash, and for each claim that can be found the one before it.
    private var last: [Int: Int] = [:]
    private var before: [Int: Int] = [:]

    init(silenced: SilencedPlaces) { self.silenced = silenced }

    func find(_ claim: Claim) -> Int? {
        var next = last[hash(claim)]
        while let index = next {
            if isSame(claims[index], claim) { return index }
            next = before[index]
        }
        return nil
    }

    mutating func add(_ claim: Claim) {
        if let other = last.updateValue(claims.count, forKey: hash(claim)) { before[claims.count] = other }
        claims.append(claim)
    }

    private func hash(_ claim: Claim) -> Int {
        var hasher = Hasher()
        hasher.combine(claim.quote)
        hasher.combine(claim.rule)
        return hasher.finalize()
    }

    private func isSame(_ one: Claim, _ two: Claim) -> Bool {
        one.quote == two.quote && one.rule == two.rule && one.channel == two.channel && one.measure == two.measure && one.scope == two.scope
            && (silenced.isEmpty || silenced.rules(at: one) == silenced.rules(at: two))
    }
}
