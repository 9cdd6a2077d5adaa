import Claims
import RuleBook

/// Two claims, by index, that a rule holds against each other.
struct Clash: Hashable {
    var first: Int
    var second: Int
    var overlap: Overlap
    /// How well the two sides illustrate the conflict; the best pair comes first in a finding.
    var weight: Double
}

/// Finds the clashes of one rule among the claims of one organisation.
///
/// Pairs are looked at where something speaks for the same case, never all against all; the work for a rule is bounded.
struct ClashFinder {
    let claims: [Claim]
    let match: ScopeMatch
    let index: ClaimIndex
    /// By index, as `claims`.
    let readings: [MeasureReading?]
    let desks: DeskHours
    let named: NamedHours
    let versions: LanguageVersions
    let priceWords: [Int: PriceWords]
    let byFile: [Int32: [Int]]
    /// Two versions of one page speak of the same cases, though they share no words.
    private static let versionEvidence = 1.4

    init(claims: [Claim], match: ScopeMatch, index: ClaimIndex, readings: [MeasureReading?], versions: LanguageVersions) {
        self.claims = claims
        self.match = match
        self.index = index
        self.readings = readings
        self.versions = versions
        desks = DeskHours(claims, readings)
        named = NamedHours(claims, readings)
        let prices = claims.indices.filter { claims[$0].measure?.metric == .price || claims[$0].theme == "low-price" }
        priceWords = Dictionary(uniqueKeysWithValues: prices.map { ($0, PriceWords(claims[$0].quote)) })
        byFile = Dictionary(grouping: claims.indices.filter { claims[$0].measure != nil }) { [match] in match.profiles.profiles[$0].file }
    }

    /// - Returns: the clashes, and how many pairs were left out because there were too many.
    func clashes(_ rule: ContradictionRule) -> (found: [Clash], unseen: Int) {
        let left = index.indices(rule.first).filter { canPromise(claims[$0]) }
        let right = index.indices(rule.second).filter { rule.isOfTwoKinds || canPromise(claims[$0]) }
        guard !left.isEmpty, !right.isEmpty else { return ([], 0) }
        let pairs = CandidatePairs(claims: claims, profiles: match.profiles, versions: versions)
        let isAttitude = rule.compare == .opposition && !rule.sameThing
        let candidates =
            isAttitude ? pairs.everyKind(left, right) : pairs.near(left, right, isSame: rule.first == rule.second, by: rule.compare)
        let found = candidates.pairs.compactMap { first, second -> Clash? in
            guard case .clash(let overlap) = verdict(rule, first, second) else { return nil }
            return Clash(first: first, second: second, overlap: overlap, weight: weight(rule, first, second, overlap))
        }
        return (found, candidates.unseen)
    }

    /// A vacancy promises the applicant, not the customer; what an internal policy thinks of customers promises nobody anything;
    /// and the rule that takes whatever other rules left knows too little of its case to be held against another.
    private func canPromise(_ claim: Claim) -> Bool {
        claim.source.pageRole != .other && !claim.isFallback
            && !(claim.kind == .brandPromise && claim.source.pageRole == .internalPolicy)
    }

    /// How well a pair illustrates the conflict: marketing against something firm, and what the rule names first.
    private func weight(_ rule: ContradictionRule, _ first: Int, _ second: Int, _ overlap: Overlap) -> Double {
        let (a, b) = (claims[first], claims[second])
        var weight = overlap.evidence
        if a.source.pageRole == .marketing { weight += 0.5 }
        if a.commitment == .firm { weight += 0.3 }
        if b.commitment == .firm { weight += 0.3 }
        if a.source.file != b.source.file { weight += 0.2 }
        if rule.compare == .opposition {
            weight -= (rank(a, rule.first) + rank(b, rule.second)) * 0.4
            if a.theme == rule.theme { weight += 0.8 }
        }
        return weight
    }

    private func rank(_ claim: Claim, _ selectors: [ClaimSelector]) -> Double {
        Double(selectors.firstIndex { $0.matches(claim) } ?? 0)
    }

    // MARK: one pair

    /// What a rule makes of one pair, which its selectors know.
    func verdict(_ rule: ContradictionRule, _ first: Int, _ second: Int) -> PairVerdict {
        let (a, b) = (claims[first], claims[second])
        if !canPromise(a) || !rule.isOfTwoKinds && !canPromise(b) { return .noPromise }
        if isSameSentence(a, b) { return .sameSentence }
        if !rule.isOfTwoKinds, !ValueConflict.differ(readings[first], readings[second], by: rule.compare),
            !isShortOfDays(rule, first, second), !isShortOfDays(rule, second, first)
        {
            return .sameValue
        }
        switch match.compare(first, second, leaving: leave(rule, first, second)) {
        case .failure(let reason): return .apart(reason)
        case .success(var overlap):
            if versions.areVersions(a, b) {
                overlap.evidence += Self.versionEvidence
                overlap.isOfVersions = true
            }
            switch rule.compare {
            case .opposition: return opposition(rule, first, second, overlap)
            case .attendance: return attendance(first, second, overlap)
            case .days: return closing(first, second, overlap)
            default: return conflict(rule, first, second, overlap)
            }
        }
    }

    /// All that is said of the desk's hours counts, so that a second line about the weekend clears the promise.
    private func attendance(_ answer: Int, _ hours: Int, _ overlap: Overlap) -> PairVerdict {
        guard desks.areOfOneDesk(claims[answer], claims[hours], readings[hours]?.week) else { return .tooLittle(overlap) }
        guard let bound = readings[answer], let week = desks.week(of: claims[hours]), ValueConflict.isUnattended(bound, week) else {
            return .explained
        }
        return .clash(overlap)
    }

    /// Structured data speaks of its own page, and of another page only where both name the same line.
    func isFar(_ a: Claim, _ b: Claim) -> Bool {
        a.isStructured != b.isStructured && (a.channel != b.channel || !["phone", "chat", "whatsapp"].contains(a.channel))
    }

    /// Some page says in words what the structured data says: it speaks of that line, and of no other.
    private func isSpokenFor(_ structured: Int) -> Bool {
        guard let week = readings[structured]?.week else { return false }
        return claims.indices.lazy.filter { claims[$0].measure?.metric == .openingHours }.prefix(400).contains { index in
            guard !claims[index].isStructured, let said = readings[index]?.week, !said.isOfUnknownDays, said.isAlways == week.isAlways,
                said.on(week.openDays) == week
            else { return false }
            // Hours of a desk are its own; day and night may be any line's.
            guard week.isAlways, case .failure = match.compare(structured, index) else { return true }
            return false
        }
    }

    /// Of several hours on a page its structured data means those that it is most like.
    private func isLikest(_ structured: Int, _ text: Int) -> Bool {
        guard let own = readings[structured]?.week, let other = readings[text]?.week else { return true }
        let likeness = own.intersection(other).minutes * 2 - other.minutes
        return !(byFile[match.profiles.profiles[text].file] ?? []).prefix(400).contains { index in
            guard index != text, let rival = readings[index]?.week, !claims[index].isStructured,
                case .success = match.compare(structured, index)
            else { return false }
            return own.intersection(rival).minutes * 2 - rival.minutes > likeness
        }
    }

    private func conflict(_ rule: ContradictionRule, _ first: Int, _ second: Int, _ overlap: Overlap) -> PairVerdict {
        let (a, b) = (claims[first], claims[second])
        if let one = readings[first]?.downtime, let two = readings[second]?.downtime, one.isTolerated != two.isTolerated {
            return .clash(overlap)
        }
        if a.isStructured != b.isStructured, isSpokenFor(a.isStructured ? first : second) { return .explained }
        // A line for emergencies has hours of its own.
        if rule.compare == .hours, isEmergency(first) != isEmergency(second) { return .tooLittle(overlap) }
        if a.source.file == b.source.file {
            // One page tells apart what it lists; only its structured data speaks of the page as a whole.
            guard a.isStructured != b.isStructured else { return .samePage }
            guard a.isStructured ? isLikest(first, second) : isLikest(second, first) else { return .explained }
        } else if isFar(a, b)
            || !isBroken(first, by: second) && !isBroken(second, by: first) && !areShort(first, second)
                && !isCutShort(first, by: second) && !isCutShort(second, by: first) && !areOfReturns(first, second)
                && (overlap.evidence < needed(rule, a, b)
                    || rule.compare == .price && overlap.words < 1.8 && !(overlap.isOfVersions && overlap.hasThings)
                    || rule.sameThing && !overlap.isSameThing)
        {
            return .tooLittle(overlap)
        }
        if a.measure?.metric == .changeDeadline, !match.isSameAct(first, second) { return .tooLittle(overlap) }
        // Hours "if you are in danger" are those of another line.
        if rule.compare == .hours, a.scope?.condition != nil || b.scope?.condition != nil { return .tooLittle(overlap) }
        // A part of the customers may be promised more than the rest.
        if overlap.narrower == .first, ValueConflict.promisesMore(readings[first], than: readings[second]) == true { return .betterForSome }
        if overlap.narrower == .second, ValueConflict.promisesMore(readings[second], than: readings[first]) == true {
            return .betterForSome
        }
        return isExplained(rule, first, second, overlap) || isExplained(rule, second, first, overlap) ? .explained : .clash(overlap)
    }

    /// A blanket promise of the brand holds for every channel: what any of them promises less breaks it.
    private func isBroken(_ blanket: Int, by other: Int) -> Bool {
        let profiles = match.profiles.profiles
        return claims[blanket].isBlanket && profiles[blanket].things.isEmpty && profiles[other].things.isEmpty
            && (!profiles[other].isLimited && profiles[other].region < 0 || profiles[blanket].isUniversal)
            && claims[other].isEverydayContact && ValueConflict.promisesMore(readings[blanket], than: readings[other]) == true
    }

    /// A guarantee on everything: on whatever it is shorter, the promise is broken.
    private func isCutShort(_ promise: Int, by other: Int) -> Bool {
        guard claims[promise].measure?.metric == .guaranteePeriod, match.profiles.profiles[promise].isUniversal,
            match.profiles.profiles[promise].things.isEmpty, claims[promise].commitment == .firm,
            let own = readings[promise]?.lapse, let shorter = readings[other]?.lapse
        else { return false }
        return own.shortest > shorter.longest
    }

    /// Money that comes back, for nothing that the one names and the other does not: what was sent back is paid back.
    private func areOfReturns(_ first: Int, _ second: Int) -> Bool {
        claims[first].measure?.metric == .refundPeriod && match.isSameRefund(first, second)
    }

    /// One promises to be there longer than any hours that the organisation names, and the other are the longest of those.
    func areShort(_ first: Int, _ second: Int) -> Bool {
        named.areShort(of: claims[first], readings[first], by: claims[second], readings[second])
            || named.areShort(of: claims[second], readings[second], by: claims[first], readings[first])
    }

    /// How much must speak for the same case. An organisation mostly has one set of hours a line, and many terms a channel.
    private func needed(_ rule: ContradictionRule, _ a: Claim, _ b: Claim) -> Double {
        // Of a share of the time it works an organisation mostly has one.
        if a.measure?.metric == .availability { return 0 }
        // Of hours before which customers order too, where a page that sells names it for everything.
        if rule.compare == .number, a.isForEverything || b.isForEverything { return 1 }
        return rule.compare == .hours && a.isStructured == b.isStructured ? 1 : 1.4
    }

    /// The other side's page says the same value for a case at least as near: the two belong to different cases.
    private func isExplained(_ rule: ContradictionRule, _ own: Int, _ other: Int, _ overlap: Overlap) -> Bool {
        (byFile[match.profiles.profiles[other].file] ?? []).prefix(400).contains { index in
            guard index != own, index != other,
                rule.compare == .hours
                    ? ValueConflict.agreeOnHours(readings[own], readings[index])
                    : !ValueConflict.differ(readings[own], readings[index], by: rule.compare),
                rule.compare != .hours || isEmergency(own) == isEmergency(index),
                rule.second.contains(where: { $0.matches(claims[index]) }),
                case .success(let nearer) = match.compare(own, index, leaving: rule.leave.union(.customers))
            else { return false }
            return nearer.evidence >= overlap.evidence - 0.5
        }
    }

    private func isSameSentence(_ a: Claim, _ b: Claim) -> Bool {
        a.source.line == b.source.line && a.source.file == b.source.file && a.quote == b.quote
    }
}

extension ContradictionRule {
    /// The one side promises, the other closes or limits: no values of one kind.
    var isOfTwoKinds: Bool { compare == .opposition || compare == .days }

    /// An attitude holds for every channel and step; a rule that names several stages compares across them.
    var leave: ScopeLeave {
        if compare == .opposition { return sameThing ? .stage : [.stage, .channel, .touchpoint] }
        return first.contains { $0.stages.count > 1 } ? .stage : []
    }
}
