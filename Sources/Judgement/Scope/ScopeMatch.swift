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
    /// Weight of the telling words that both have.
    var words: Double
    var hasThings = false
    /// They speak of one step at one channel: checking in at the desk.
    var isSamePlace = false
    /// They stand on two language versions of one page.
    var isOfVersions = false
}

/// What a comparison of scopes leaves out of account.
struct ScopeLeave: OptionSet, Sendable {
    let rawValue: Int
    static let channel = ScopeLeave(rawValue: 1)
    static let touchpoint = ScopeLeave(rawValue: 2)
    static let stage = ScopeLeave(rawValue: 4)
    static let period = ScopeLeave(rawValue: 8)
    /// Customers of a kind, such as businesses, may be meant where nobody is named.
    static let customers = ScopeLeave(rawValue: 16)
}

/// Compares scopes: channel, stage, audience, product, region, period, touchpoint, thing.
struct ScopeMatch: Sendable {
    let profiles: CaseProfiles
    /// Channels of which an organisation mostly has one, unlike counters and web pages.
    private let lines: Set<Int32>
    /// Steps with lines, teams and terms of their own.
    private let steps: Set<Int32>
    private let ask: Int32
    private let incidents: Set<Int32>
    private let consumer: Int32
    /// Things that a refund may name whatever it is for.
    private let purses: Set<Int32>

    init(_ claims: [Claim]) {
        profiles = CaseProfiles(claims)
        lines = Set(["phone", "email", "chat", "whatsapp", "post", "callback"].map { [profiles] in profiles.known("c " + $0) })
        steps = Set(["complain", "disturbance"].map { [profiles] in profiles.known("t " + $0) })
        ask = profiles.known("t ask")
        consumer = profiles.known("a consumer")
        purses = Set(["refund", "return", "account", "card", "order"].map { [profiles] in profiles.known("thing-" + $0) })
        incidents = Set(["lost", "damage", "fault"].map { [profiles] in profiles.known("thing-" + $0) })
    }

    /// Overlap of two claims (by index), or why they are apart.
    func compare(_ first: Int, _ second: Int, leaving: ScopeLeave = []) -> Result<Overlap, Apart> {
        if let reason = apart(profiles.profiles[first], profiles.profiles[second], leaving) { return .failure(reason) }
        let words = profiles.sharedWords(first, second)
        let things = profiles.sharedThings(first, second)
        var overlap = Overlap(
            narrower: nil, evidence: min(words, 3) * 0.4, shared: [], isSameThing: !things.isEmpty || words >= 1.5, words: words)
        if !things.isEmpty {
            overlap.hasThings = true
            // What is done, and to what: to cancel an appointment.
            overlap.evidence += things.count > 1 ? 1.4 : 1
            overlap.shared = things.map { String(profiles.names[Int($0)].dropFirst("thing-".count)) }
        }
        add(profiles.profiles[first], profiles.profiles[second], leaving, hasThings: !things.isEmpty, &overlap)
        return .success(overlap)
    }

    private func add(_ one: CaseProfile, _ two: CaseProfile, _ leaving: ScopeLeave, hasThings: Bool, _ overlap: inout Overlap) {
        if !leaving.contains(.channel), one.channel >= 0, one.channel == two.channel {
            overlap.evidence += 1
            overlap.shared.append(profiles.name(one.channel))
            if lines.contains(one.channel) { overlap.isSameThing = true }
        }
        if !leaving.contains(.touchpoint), one.touchpoint >= 0, one.touchpoint == two.touchpoint, one.touchpoint != ask {
            overlap.evidence += 1
            overlap.shared.append(profiles.name(one.touchpoint))
            if !leaving.contains(.channel), one.channel >= 0, one.channel == two.channel { overlap.isSamePlace = true }
        }
        if one.section >= 0, one.section == two.section { overlap.evidence += 0.6 }
        let isOneStage = !leaving.contains(.stage) && one.stage >= 0 && one.stage == two.stage
        if isOneStage, hasThings || isOneLine(one, two, leaving) { overlap.evidence += 0.4 }
        if !hasThings, !one.things.isEmpty, !two.things.isEmpty { overlap.evidence -= 1 }
        let limits = [(one, two), (two, one)].map { own, other in
            own.isLimited || own.region >= 0 && !own.regionWords.contains { other.words.contains($0) }
                || leaving.contains(.period) && one.period != two.period && own.period >= 0
        }
        if limits[0] != limits[1] { overlap.narrower = limits[0] ? .first : .second }
    }

    /// One line, or one step with lines of its own: there an organisation mostly has one term for each stage.
    private func isOneLine(_ one: CaseProfile, _ two: CaseProfile, _ leaving: ScopeLeave) -> Bool {
        one.channel == two.channel && lines.contains(one.channel) && !leaving.contains(.channel) && isEveryday(one) == isEveryday(two)
            || one.touchpoint == two.touchpoint && steps.contains(one.touchpoint) && !leaving.contains(.touchpoint)
    }

    /// About asking something, as far as is said.
    private func isEveryday(_ profile: CaseProfile) -> Bool { profile.touchpoint < 0 || profile.touchpoint == ask }

    /// What happened to a thing makes another case of it: a card that is lost is no second card.
    func isSameIncident(_ first: Int, _ second: Int) -> Bool {
        incidents.allSatisfy { thing in
            profiles.profiles[first].things.contains(thing) == profiles.profiles[second].things.contains(thing)
        }
    }

    /// Whoever moves a booking does not cancel it: the two have deadlines of their own.
    func isSameAct(_ first: Int, _ second: Int) -> Bool {
        !disjoint(profiles.profiles[first].acts, profiles.profiles[second].acts)
    }

    /// Neither refund is of something that the other is not of; where the money goes, and that it comes back, tells no cases apart.
    func isSameRefund(_ first: Int, _ second: Int) -> Bool {
        let (own, other) = (profiles.profiles[first], profiles.profiles[second])
        let named = [own, other].map { Set($0.things).subtracting(purses) }
        return named[0] == named[1] && own.acts == other.acts && !own.isLimited && !other.isLimited
    }

    private func apart(_ one: CaseProfile, _ two: CaseProfile, _ leaving: ScopeLeave) -> Apart? {
        if !leaving.contains(.channel), differ(one.channel, two.channel) {
            return .channel(profiles.name(one.channel), profiles.name(two.channel))
        }
        if !leaving.contains(.touchpoint), differ(one.touchpoint, two.touchpoint),
            steps.contains(one.touchpoint) || steps.contains(two.touchpoint)
        {
            return .touchpoint(profiles.name(one.touchpoint), profiles.name(two.touchpoint))
        }
        if !leaving.contains(.stage), differ(one.stage, two.stage) { return .stage(profiles.name(one.stage), profiles.name(two.stage)) }
        if !leaving.contains(.customers), isOfOtherCustomers(one, two) || isOfOtherCustomers(two, one) { return .audience }
        if disjoint(one.audience, two.audience) || one.isSpecial != two.isSpecial { return .audience }
        if disjoint(one.product, two.product) || isOfOtherPart(one, two) || isOfOtherPart(two, one) { return .product }
        if differ(one.region, two.region) { return .region }
        // Christmas Eve is 24 December, in whatever words.
        if !one.dates.isEmpty, !two.dates.isEmpty { return disjoint(one.dates, two.dates) ? .period : nil }
        return one.period == two.period || leaving.contains(.period) ? nil : .period
    }

    /// One holds for a product, the other for an audience of its own, such as businesses: neither is the other's general case.
    private func isOfOtherPart(_ one: CaseProfile, _ two: CaseProfile) -> Bool {
        !one.product.isEmpty && two.product.isEmpty && one.audience.isEmpty && two.audience.contains { $0 != consumer }
    }

    /// One holds for an audience of its own, such as businesses, and the other does not say that it holds for everybody.
    private func isOfOtherCustomers(_ one: CaseProfile, _ two: CaseProfile) -> Bool {
        one.audience.contains { $0 != consumer } && !one.audience.contains(consumer) && two.audience.isEmpty && !two.isUniversal
    }

    private func differ(_ one: Int32, _ two: Int32) -> Bool { one >= 0 && two >= 0 && one != two }

    private func disjoint(_ one: [Int32], _ two: [Int32]) -> Bool {
        !one.isEmpty && !two.isEmpty && !one.contains { two.contains($0) }
    }
}
