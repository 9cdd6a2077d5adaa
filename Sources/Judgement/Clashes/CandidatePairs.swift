import Claims
import RuleBook

/// Pairs of claims by index, and how many more there were than a rule may look at.
struct Candidates {
    var pairs: [(Int, Int)] = []
    var unseen = 0
}

/// Which pairs of claims are worth a comparison: those that share a channel, a step, a thing or a section.
struct CandidatePairs {
    let claims: [Claim]
    let profiles: CaseProfiles
    let versions: LanguageVersions
    /// Claims with the same value under one key: more of them show nothing new.
    private static let repeats = 3
    /// Claims of one kind of scope, for attitudes: more of them show nothing new.
    private static let examples = 40
    /// Most pairs that one rule looks at in one organisation.
    private static let budget = 400_000
    /// Most of them that one key gives, so that every key has its turn.
    private static let share = 20_000

    /// For attitudes: claims that stand for every kind of scope on either side.
    func everyKind(_ left: [Int], _ right: [Int]) -> Candidates {
        let (left, right) = (examples(left), examples(right))
        var pairs: [(Int, Int)] = []
        for first in left {
            for second in right where pairs.count < Self.budget { pairs.append((first, second)) }
        }
        return Candidates(pairs: pairs, unseen: left.count * right.count - pairs.count)
    }

    private func examples(_ indices: [Int]) -> [Int] {
        guard indices.count > Self.examples else { return indices }
        var counts: [Scope: Int] = [:]
        return indices.filter { index in
            let own = claims[index].scope
            let scope = own.map { Scope(audience: $0.audience, product: $0.product, region: $0.region, period: $0.period) }
            counts[scope ?? Scope(), default: 0] += 1
            return counts[scope ?? Scope()]! <= Self.examples
        }
    }

    /// For values: pairs with a key in common, each once; where both sides are chosen alike, in one order only.
    func near(_ left: [Int], _ right: [Int], isSame: Bool, by compare: Comparison) -> Candidates {
        let (lefts, rights) = (postings(left, compare), isSame ? [:] : postings(right, compare))
        var seen = Set<UInt64>()
        var found = Candidates()
        for key in lefts.keys.sorted() {
            let end = min(Self.budget, found.pairs.count + Self.share)
            let (own, others) = (lefts[key]!, (isSame ? lefts[key] : rights[key]) ?? [])
            var looked = 0
            for (first, second) in crossed(own, others, isSame: isSame) {
                guard found.pairs.count < end else { break }
                looked += 1
                if seen.insert(UInt64(first) << 32 | UInt64(second)).inserted { found.pairs.append((first, second)) }
            }
            if found.pairs.count == end { found.unseen += (isSame ? own.count * (own.count - 1) / 2 : own.count * others.count) - looked }
        }
        return found
    }

    private func crossed(_ left: [Int], _ right: [Int], isSame: Bool) -> some Sequence<(Int, Int)> {
        left.lazy.flatMap { first in right.lazy.filter { isSame ? first < $0 : first != $0 }.map { (first, $0) } }
    }

    /// Claims by key, at most a few of each value.
    private func postings(_ indices: [Int], _ compare: Comparison) -> [String: [Int]] {
        var postings: [String: [Int]] = [:]
        var counts: [String: Int] = [:]
        for index in indices {
            let value = self.value(index)
            for key in keys(index, compare) {
                let own = key + "\u{1f}" + value
                counts[own, default: 0] += 1
                if counts[own]! <= Self.repeats { postings[key, default: []].append(index) }
            }
        }
        return postings
    }

    private func keys(_ index: Int, _ compare: Comparison) -> [String] {
        let (claim, profile) = (claims[index], profiles.profiles[index])
        var keys = claim.isEverydayContact && claim.measure?.metric != .price ? ["everyday"] : []
        if claim.measure?.metric == .price {
            keys += Set(profile.words.prefix(12).map { String(profiles.names[Int($0)].prefix(6)) }).sorted()
        }
        // Whoever is there day and night is held against every desk that is closed.
        if claim.theme == "reachability", claim.measure == nil || claim.measure?.openingHours == "24/7" { keys.append("always") }
        keys += profile.things.map { profiles.names[Int($0)] }
        if claim.channel != "any" { keys.append("c " + claim.channel) }
        if let touchpoint = claim.touchpoint, touchpoint != "ask" { keys.append("t " + touchpoint) }
        if profile.section >= 0 { keys.append(profiles.names[Int(profile.section)]) }
        if compare == .days { keys += days(claim, profile) }
        if let name = versions.name(of: claim) { keys.append("v " + name) }
        if compare == .number, let metric = claim.measure?.metric { keys.append("m " + metric.rawValue) }
        if compare == .attendance || claim.isStructured || claim.measure?.metric == .openingHours { keys.append("f \(profile.file)") }
        return keys
    }

    /// Days that are open or closed: dates by name, days of the week that are closed, and those that hours name.
    private func days(_ claim: Claim, _ profile: CaseProfile) -> [String] {
        let open = claim.measure?.week.map { $0.isOfUnknownDays ? [] : $0.openDays } ?? (claim.isOpenEveryDay ? Set(0..<7) : [])
        let closed = (0..<7).filter { profile.closedDays >> UInt8($0) & 1 == 1 }
        return profile.dates.map { profiles.names[Int($0)] } + open.union(closed).sorted().map { "w \($0)" }
    }

    /// What must differ to make another claim worth looking at: the value, and what limits it.
    private func value(_ index: Int) -> String {
        let (claim, measure) = (claims[index], claims[index].measure)
        let scope = claim.scope
        return "\(measure?.value ?? -1) \(measure?.unit?.rawValue ?? "") \(measure?.openingHours ?? "") \(claim.channel) \(claim.ruleName) "
            + "\(scope?.stage ?? "") \(scope?.audience?.joined() ?? "") \(scope?.product?.joined() ?? "") \(scope?.period ?? "")"
    }
}
