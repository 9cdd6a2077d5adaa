import Claims

/// Why two claims are not about the same case.
enum Apart: Error, Hashable, Sendable {
    case channel(String, String)
    case stage(String, String)
    case audience
    case product
    case region
    case period
    case touchpoint(String, String)
    case thing
    case notEnough
    case sameTable
}

/// How two claims that can be about the same case overlap.
struct Overlap: Hashable, Sendable {
    /// Which of the two is limited to a part of the other's cases.
    var narrower: Side?
    /// How much speaks for the same case: 0 nothing but that nothing speaks against it.
    var evidence: Double
    /// What speaks for it, for the trace.
    var shared: [String]
    /// They name the same thing, or share telling words, or speak of the same line.
    var isSameThing: Bool
}

/// Compares scopes: organisation, channel, stage, audience, product, region, period, touchpoint, thing.
struct ScopeMatch: Sendable {
    let weights: TopicWeights

    /// Overlap of two claims, or why they are apart.
    func compare(_ first: Claim, _ second: Claim) -> Result<Overlap, Apart> {
        if let reason = channelsApart(first, second) ?? limitsApart(first, second) { return .failure(reason) }
        let words = weights.shared(first, second)
        let things = first.distinctThings.intersection(second.distinctThings).sorted()
        var overlap = Overlap(
            narrower: narrower(first, second), evidence: min(words, 3) * 0.4, shared: things.map { String($0.dropFirst("thing-".count)) },
            isSameThing: !things.isEmpty || words >= 1.5)
        if !things.isEmpty { overlap.evidence += 1 }
        if first.channel == second.channel, first.channel != "any" {
            overlap.evidence += 1
            overlap.shared.append(first.channel)
            if Self.lines.contains(first.channel) { overlap.isSameThing = true }
        }
        if let touchpoint = first.touchpoint, touchpoint == second.touchpoint, touchpoint != "ask" {
            overlap.evidence += 1
            overlap.shared.append(touchpoint)
        }
        if let section = first.section, section == second.section { overlap.evidence += 0.6 }
        if things.isEmpty, !first.distinctThings.isEmpty, !second.distinctThings.isEmpty { overlap.evidence -= 1 }
        return .success(overlap)
    }

    /// Channels of which an organisation mostly has one, unlike counters and web pages.
    private static let lines: Set<String> = ["phone", "email", "chat", "whatsapp", "post", "callback"]

    private func channelsApart(_ first: Claim, _ second: Claim) -> Apart? {
        guard first.channel != "any", second.channel != "any", first.channel != second.channel else { return nil }
        return .channel(first.channel, second.channel)
    }

    private func limitsApart(_ first: Claim, _ second: Claim) -> Apart? {
        let (one, two) = (first.scope ?? Scope(), second.scope ?? Scope())
        if let a = one.stage, let b = two.stage, a != b { return .stage(a, b) }
        if let a = one.audience, let b = two.audience, Set(a).isDisjoint(with: b) { return .audience }
        if let a = one.product, let b = two.product, Set(a).isDisjoint(with: b) { return .product }
        if let a = one.region, let b = two.region, a != b { return .region }
        if one.period != two.period { return .period }
        if isSpecial(one.audience) != isSpecial(two.audience) { return .audience }
        if let a = first.touchpoint, let b = second.touchpoint, a != b, !Self.steps.isDisjoint(with: [a, b]) { return .touchpoint(a, b) }
        return nil
    }

    /// Steps with lines, teams and terms of their own.
    private static let steps: Set<String> = ["complain", "disturbance"]

    /// Words to staff, applicants, press and suppliers are another world.
    private func isSpecial(_ audience: [String]?) -> Bool {
        audience.map { !Set($0).isDisjoint(with: ["employee", "applicant", "press", "supplier"]) } ?? false
    }

    /// A claim with an audience, product or region is narrower than one without.
    private func narrower(_ first: Claim, _ second: Claim) -> Side? {
        let (one, two) = (limits(first), limits(second))
        if one.isEmpty == two.isEmpty { return nil }
        return one.isEmpty ? .second : .first
    }

    private func limits(_ claim: Claim) -> [String] {
        (claim.scope?.audience ?? []).filter { $0 != "consumer" } + (claim.scope?.product ?? []) + [claim.scope?.region].compactMap(\.self)
    }
}
