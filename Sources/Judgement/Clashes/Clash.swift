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
struct ClashFinder {
    let claims: [Claim]
    let match: ScopeMatch
    /// In a group of claims with the same value only so many are compared; the rest are further places.
    private static let representatives = 24

    func clashes(_ rule: ContradictionRule) -> [Clash] {
        let left = claims.indices.filter { index in rule.first.contains { $0.matches(claims[index]) } && canPromise(claims[index]) }
        let right = claims.indices.filter { index in
            rule.second.contains { $0.matches(claims[index]) } && (rule.compare == .opposition || canPromise(claims[index]))
        }
        guard !left.isEmpty, !right.isEmpty else { return [] }
        return rule.compare == .opposition ? oppositions(rule, left, right) : conflicts(rule, left, right)
    }

    /// A vacancy promises the applicant, not the customer; what an internal policy thinks of customers promises nobody anything.
    private func canPromise(_ claim: Claim) -> Bool {
        claim.source.pageRole != .other && !(claim.kind == .brandPromise && claim.source.pageRole == .internalPolicy)
    }

    // MARK: attitude against process

    private func oppositions(_ rule: ContradictionRule, _ left: [Int], _ right: [Int]) -> [Clash] {
        var result: [Clash] = []
        for first in representatives(left) {
            for second in representatives(right) where !isSameSentence(first, second) {
                guard let overlap = opposed(rule, claims[first], claims[second]) else { continue }
                result.append(Clash(first: first, second: second, overlap: overlap, weight: overlap.evidence + roleWeight(first, second)))
            }
        }
        return result
    }

    private func opposed(_ rule: ContradictionRule, _ first: Claim, _ second: Claim) -> Overlap? {
        // An attitude holds for every channel and stage, so those are taken out of the comparison.
        var (one, two) = (first, second)
        if !rule.sameThing {
            (one.channel, two.channel) = ("any", "any")
            (one.touchpoint, two.touchpoint) = (nil, nil)
        }
        one.scope?.stage = nil
        two.scope?.stage = nil
        guard case .success(let overlap) = match.compare(one, two) else { return nil }
        if rule.sameThing, !overlap.isSameThing || overlap.evidence < 1 { return nil }
        return overlap
    }

    private func roleWeight(_ first: Int, _ second: Int) -> Double {
        let (a, b) = (claims[first], claims[second])
        return (a.source.pageRole == .marketing ? 0.5 : 0) + (a.commitment == .firm ? 0.3 : 0) + (b.commitment == .firm ? 0.3 : 0)
            + (a.source.file != b.source.file ? 0.2 : 0)
    }

    // MARK: value against value

    private func conflicts(_ rule: ContradictionRule, _ left: [Int], _ right: [Int]) -> [Clash] {
        var result: [Clash] = []
        let (left, right) = (representatives(left), representatives(right))
        let byMetric = Dictionary(grouping: right) { claims[$0].measure?.metric }
        for first in left {
            for second in byMetric[claims[first].measure?.metric] ?? []
            where isOrdered(first, second, rule) && !isSameSentence(first, second) {
                guard ValueConflict.differ(claims[first], claims[second], by: rule.compare),
                    let overlap = sameCase(rule, first, second), !isExplained(rule, first, second, overlap, right),
                    !isExplained(rule, second, first, overlap, left)
                else { continue }
                result.append(Clash(first: first, second: second, overlap: overlap, weight: overlap.evidence + roleWeight(first, second)))
            }
        }
        return result
    }

    /// Where both sides are chosen by the same words, each pair is looked at once.
    private func isOrdered(_ first: Int, _ second: Int, _ rule: ContradictionRule) -> Bool {
        rule.first == rule.second ? first < second : first != second
    }

    private func sameCase(_ rule: ContradictionRule, _ first: Int, _ second: Int) -> Overlap? {
        let (a, b) = (claims[first], claims[second])
        guard case .success(let overlap) = match.compare(a, b) else { return nil }
        if isStructured(a) != isStructured(b), a.source.file == b.source.file { return overlap }
        // One page tells apart what it lists: its values belong to different cases.
        if a.source.file == b.source.file { return nil }
        if rule.sameThing, !overlap.isSameThing { return nil }
        return overlap.evidence >= needed(rule, a, b) ? overlap : nil
    }

    /// How much must speak for the same case. An organisation mostly has one set of hours a line, and many terms a channel.
    private func needed(_ rule: ContradictionRule, _ a: Claim, _ b: Claim) -> Double {
        if rule.compare == .hours, isStructured(a) == isStructured(b) { return 1 }
        return isFallback(a) || isFallback(b) ? 2 : 1.4
    }

    /// The rule that takes whatever other rules left knows least about its case.
    private func isFallback(_ claim: Claim) -> Bool { claim.ruleName == "within-bound" }

    private func isStructured(_ claim: Claim) -> Bool { claim.quote.hasPrefix("openingHours") || claim.quote.hasPrefix("hoursAvailable") }

    /// The other side's page says the same value for a case at least as near: the two belong to different cases.
    private func isExplained(_ rule: ContradictionRule, _ own: Int, _ other: Int, _ overlap: Overlap, _ candidates: [Int]) -> Bool {
        candidates.contains { index in
            guard index != own, index != other, claims[index].source.file == claims[other].source.file,
                claims[index].measure?.metric == claims[own].measure?.metric,
                !ValueConflict.differ(claims[own], claims[index], by: rule.compare),
                case .success(let nearer) = match.compare(claims[own], claims[index])
            else { return false }
            return nearer.evidence >= overlap.evidence - 0.5
        }
    }

    private func isSameSentence(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (claims[first], claims[second])
        return a.source.file == b.source.file && a.source.line == b.source.line && a.quote == b.quote
    }

    /// The first claims of each value and page, so that a thousand repetitions cost no more than a few.
    private func representatives(_ indices: [Int]) -> [Int] {
        guard indices.count > Self.representatives * 8 else { return indices }
        var counts: [String: Int] = [:]
        return indices.filter { index in
            let claim = claims[index]
            let key =
                "\(claim.ruleName) \(claim.channel) \(claim.measure?.value ?? -1) \(claim.measure?.unit?.rawValue ?? "") \(claim.measure?.openingHours ?? "") \(claim.scope?.stage ?? "")"
            counts[key, default: 0] += 1
            return counts[key]! <= Self.representatives
        }
    }
}
