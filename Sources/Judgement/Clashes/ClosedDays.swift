import Claims
import RuleBook

/// When something is said to be open on a day on which it is said to be closed.
extension ClashFinder {
    /// - Parameters:
    ///   - open: says on which days somebody is there: by dates, by hours with days, or every day.
    ///   - closed: says on which nobody is.
    func closing(_ open: Int, _ closed: Int, _ own: Overlap) -> PairVerdict {
        var overlap = own
        let (a, b) = (claims[open], claims[closed])
        guard let evidence = meeting(open, closed, &overlap) else { return .sameValue }
        if a.isOpenEveryDay || a.isEveryDay { overlap.narrower = .second }
        guard isEmergency(open) == isEmergency(closed), a.scope?.condition == nil, b.scope?.condition == nil, !a.isOnline,
            desk(a).isEmpty || desk(b).isEmpty || !desk(a).isDisjoint(with: desk(b))
        else { return .tooLittle(overlap) }
        // A page that tells of its days tells them apart; only its structured data speaks of the page as a whole.
        if a.source.file == b.source.file { return a.isStructured != b.isStructured ? .clash(overlap) : .samePage }
        return isFar(a, b) || overlap.evidence + evidence < 1 ? .tooLittle(overlap) : .clash(overlap)
    }

    /// What it says for one case that both name a day: nil where they name none in common.
    private func meeting(_ open: Int, _ closed: Int, _ overlap: inout Overlap) -> Double? {
        let (one, two) = (match.profiles.profiles[open], match.profiles.profiles[closed])
        let dates = match.profiles.sharedDates(open, closed)
        if !dates.isEmpty {
            overlap.shared += dates.map { String(match.profiles.names[Int($0)].dropFirst("date-".count)) }
            return 1
        }
        guard one.dates.isEmpty, two.dates.isEmpty, two.closedDays != 0, claims[closed].scope?.period == nil else { return nil }
        if claims[open].isOpenEveryDay { return claims[open].source.pageRole == .marketing ? 1 : 0 }
        guard let week = readings[open]?.week, !week.isOfUnknownDays,
            week.openDays.contains(where: { two.closedDays >> UInt8($0) & 1 == 1 })
        else { return nil }
        return 0
    }

    /// Which desk is named, where one is: the shop, the help desk, the telephone.
    private func desk(_ claim: Claim) -> Set<String> {
        Set(claim.topics ?? []).intersection(["thing-support", "thing-chat", "thing-call", "thing-shop"])
    }

    func isOfDatesOnly(_ index: Int) -> Bool {
        let profile = match.profiles.profiles[index]
        return !profile.dates.isEmpty && profile.closedDays == 0
    }

    func isYearRound(_ index: Int) -> Bool { claims[index].topics?.contains("year-round") ?? false }
}

extension Claim {
    /// Hours on all seven days.
    fileprivate var isEveryDay: Bool { measure?.week?.openDays.count == 7 }

    /// What can be done online at any time is no desk.
    fileprivate var isOnline: Bool { ["web", "app"].contains(channel) }
}
