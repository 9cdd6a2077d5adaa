import Claims
import RuleBook

/// What a claim is about, prepared for many comparisons: names and words as sorted numbers.
struct CaseProfile: Sendable {
    /// Numbers of names, or -1 where the claim says nothing (for a channel: any).
    var channel, touchpoint, stage, region, period: Int32
    var audience: [Int32]
    var product: [Int32]
    /// It holds for a part of the customers or products only.
    var isLimited: Bool
    /// Beginnings of the words of its region: whoever names them too speaks of the same place.
    var regionWords: [Int32] = []
    /// It speaks to staff, applicants, press or suppliers: another world.
    var isSpecial: Bool
    /// It says that it holds for everybody.
    var isUniversal: Bool
    /// Named things that tell cases apart (not the channels).
    var things: [Int32]
    /// Those of them that its own sentence names, not only a heading above it.
    var ownThings: [Int32] = []
    /// What customers do to something booked: they cancel it, or they move it.
    var acts: [Int32] = []
    /// Those that its own sentence names.
    var ownActs: [Int32] = []
    /// Days of the year that it names, by the names that all languages share.
    var dates: [Int32] = []
    /// Days of the week on which it says that nobody is there, Monday the lowest bit.
    var closedDays: UInt8 = 0
    /// Beginnings of its words.
    var words: [Int32]
    /// The folder of its page below the site's root, or -1.
    var section: Int32
    var file: Int32
}

/// Profiles of all claims of one organisation, and how much each word says.
///
/// That two claims share a rare word of the organisation says much, that they share a common one nothing.
struct CaseProfiles: Sendable {
    private(set) var profiles: [CaseProfile] = []
    private var weights: [Double] = []
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    init(_ claims: [Claim]) {
        profiles.reserveCapacity(claims.count)
        var counts: [Int] = []
        for claim in claims {
            var profile = self.profile(claim)
            profile.regionWords = regionWords(claim.scope?.region)
            for topic in claim.topics ?? [] {
                if topic.hasPrefix("~") {
                    profile.words.append(number(topic))
                } else if topic.hasPrefix("date-") {
                    profile.dates.append(number(topic))
                } else if topic.hasPrefix("weekday-") {
                    Self.weekdays.firstIndex(of: topic).map { profile.closedDays |= 1 << UInt8($0) }
                } else if topic != "year-round" {
                    add(topic, to: &profile)
                }
            }
            if !profile.ownActs.isEmpty { profile.acts = profile.ownActs }
            profile.things.sort()
            profile.dates.sort()
            profile.words.sort()
            counts.append(contentsOf: repeatElement(0, count: max(0, names.count - counts.count)))
            for word in profile.words { counts[Int(word)] += 1 }
            profiles.append(profile)
        }
        // A word in more than a twentieth of the claims tells nothing about which claim it is.
        let total = Double(max(claims.count, 1))
        weights = counts.map { count in
            let share = Double(count) / total
            return count <= 3 ? 1 : share > 0.05 ? 0.25 : share > 0.02 ? 0.6 : 1
        }
        weights.append(contentsOf: repeatElement(1, count: names.count - weights.count))
        dropCommonThings(total)
    }

    private static let weekdays = ["mo", "tu", "we", "th", "fr", "sa", "su"].map { "weekday-" + $0 }

    private mutating func add(_ thing: String, to profile: inout CaseProfile) {
        let isOwn = !thing.hasSuffix("^")
        var name = isOwn ? thing : String(thing.dropLast())
        // The engineer is who comes on a call-out: one case.
        if name == "thing-engineer" { name = "thing-home-call" }
        guard !Self.channelThings.contains(name) else { return }
        if Self.actThings.contains(name) { addAct(number(name), isOwn: isOwn, to: &profile) }
        // That two bookings can be moved makes them no one booking.
        if name == "thing-rebooking" { return }
        profile.things.append(number(name))
        if isOwn { profile.ownThings.append(profile.things[profile.things.count - 1]) }
    }

    /// What the sentence itself says to be done outweighs the heading ("Changing or cancelling").
    private func addAct(_ act: Int32, isOwn: Bool, to profile: inout CaseProfile) {
        if isOwn {
            profile.ownActs.append(act)
        } else {
            profile.acts.append(act)
        }
    }

    /// In a hotel everything is about a room: a thing that half of the claims name tells no cases apart.
    private mutating func dropCommonThings(_ total: Double) {
        var counts: [Int32: Int] = [:]
        for profile in profiles {
            for thing in profile.things { counts[thing, default: 0] += 1 }
        }
        let common = Set(counts.filter { $0.value > 8 && Double($0.value) > total / 2 }.keys)
        if common.isEmpty { return }
        for index in profiles.indices { profiles[index].things.removeAll { common.contains($0) } }
    }

    private mutating func profile(_ claim: Claim) -> CaseProfile {
        let scope = claim.scope ?? Scope()
        // What staff are told to do is done to customers.
        let isInstruction = claim.kind == .processConstraint && claim.source.pageRole == .internalPolicy
        let audience = (scope.audience ?? []).filter { !isInstruction || $0 != "employee" }
        return CaseProfile(
            channel: claim.channel == "any" || claim.isOnlyWay ? -1 : number("c " + claim.channel),
            touchpoint: optional("t ", claim.touchpoint),
            stage: optional("g ", scope.stage), region: optional("r ", scope.region), period: optional("p ", scope.period),
            audience: audience.map { number("a " + $0) }, product: (scope.product ?? []).map { number("x " + $0) },
            isLimited: scope.product != nil || audience.contains { $0 != "consumer" },
            isSpecial: audience.contains { ["employee", "applicant", "press", "supplier"].contains($0) },
            isUniversal: scope.universal == true, things: [], words: [],
            section: optional("s ", claim.section), file: number("f " + claim.source.file))
    }

    /// The longer words of a region, as topics have them.
    private mutating func regionWords(_ region: String?) -> [Int32] {
        Folding.fold(region ?? "").split { !(0x61...0x7a).contains($0) }.filter { $0.count > 4 }.map {
            number("~" + String(decoding: $0.prefix(7), as: UTF8.self))
        }
    }

    private mutating func optional(_ prefix: String, _ name: String?) -> Int32 { name.map { number(prefix + $0) } ?? -1 }

    /// The number of a name that some claim has, or -2.
    func known(_ name: String) -> Int32 { numbers[name] ?? -2 }

    /// The name of a number, without its prefix.
    func name(_ number: Int32) -> String { number < 0 ? "any" : String(names[Int(number)].dropFirst(2)) }

    /// Things that are channels or that any service has: they tell no cases apart.
    private static let channelThings: Set<String> = [
        "thing-email", "thing-message", "thing-call", "thing-chat", "thing-support", "thing-price", "thing-shop", "thing-invoice",
        "thing-received",
    ]

    private static let actThings: Set<String> = ["thing-cancellation", "thing-rebooking"]

    private mutating func number(_ name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }

    /// Sum of the weights of the words that both have.
    func sharedWords(_ first: Int, _ second: Int) -> Double {
        var sum = 0.0
        Self.forEachShared(profiles[first].words, profiles[second].words) { sum += weights[Int($0)] }
        return sum
    }

    /// Names of the things that both are about.
    func sharedThings(_ first: Int, _ second: Int) -> [Int32] {
        var result: [Int32] = []
        Self.forEachShared(profiles[first].things, profiles[second].things) { result.append($0) }
        return result
    }

    /// Days of the year that both name.
    func sharedDates(_ first: Int, _ second: Int) -> [Int32] {
        var result: [Int32] = []
        Self.forEachShared(profiles[first].dates, profiles[second].dates) { result.append($0) }
        return result
    }

    private static func forEachShared(_ first: [Int32], _ second: [Int32], _ take: (Int32) -> Void) {
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            if first[i] == second[j] {
                take(first[i])
                i += 1
                j += 1
            } else if first[i] < second[j] {
                i += 1
            } else {
                j += 1
            }
        }
    }
}

extension Claim {
    /// The folder of the page below the site's root: pages of one section are about one subject.
    var section: String? {
        let path = source.url.map(Address.path) ?? "/" + source.path
        let slash = UInt8(ascii: "/")
        let folders = path.utf8.split(separator: slash).dropLast(path.utf8.last == slash ? 0 : 1)
        return folders.first.map { String(Substring($0)) }
    }

    /// It leaves customers one way: the channel that it names is that way, and what it bars is every other.
    var isOnlyWay: Bool { kind == .processConstraint && theme == "self-service" && ["web", "app"].contains(channel) }

    /// The claim comes from a table row, whose cells are joined by bars.
    var isRow: Bool { quote.contains(" | ") }
}
