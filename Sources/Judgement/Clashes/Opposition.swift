import Claims
import RuleBook

/// When two claims cannot both describe one organisation, whatever their numbers.
extension ClashFinder {
    /// Day and night is every day of the year: a day on which nobody is there, or not for so long, breaks it.
    func leave(_ rule: ContradictionRule, _ first: Int, _ second: Int) -> ScopeLeave {
        // The day on which a charge is due or prices rise limits nobody: it is due to all.
        let isForAll = claims[second].isDue && claims[first].scope?.period == nil
        return isDayAndNight(first) || isDayAndNight(second) || isForAll ? rule.leave.union(.period) : rule.leave
    }

    func isDayAndNight(_ index: Int) -> Bool {
        (readings[index]?.week?.isAlways ?? false || claims[index].isOpenEveryDay)
            && (claims[index].scope?.period == nil || claims[index].scope?.universal ?? false)
    }

    func opposition(_ rule: ContradictionRule, _ first: Int, _ second: Int, _ own: Overlap) -> PairVerdict {
        var overlap = own
        let (a, b) = (claims[first], claims[second])
        // Seven days a week may leave out holidays; every day of the year may not.
        if a.isOpenEveryDay, isOfDatesOnly(second), !isYearRound(first) { return .explained }
        // Hours of all seven days are what was promised.
        if a.isOpenEveryDay, readings[second]?.week?.openDays.count == 7 { return .sameValue }
        if rule.sameThing, !isSameCase(first, second, overlap) { return .tooLittle(overlap) }
        // Free for some, at a price for the rest.
        if overlap.narrower == .first, b.measure?.metric == .price { return .betterForSome }
        if a.measure?.metric == .openingHours, !isUndone(first, by: second) { return .sameValue }
        // Nobody there on some days, or only for some calls.
        if isDayAndNight(first), b.theme == "reachability" { overlap.narrower = .second }
        // Hours that never end keep the promise that somebody is always there.
        if readings[second]?.week?.isAlways ?? false { return .sameValue }
        // A page that names both prices tells their cases apart.
        if a.source.file == b.source.file, a.measure?.metric == .price, b.measure?.metric == .price { return .samePage }
        return .clash(overlap)
    }

    /// For rules about one thing: both name it, or speak of the same line.
    func isSameCase(_ first: Int, _ second: Int, _ overlap: Overlap) -> Bool {
        let (a, b) = (claims[first], claims[second])
        if areShort(first, second) { return true }
        if a.measure?.metric == .price {
            return isPaidLine(first, second) && a.scope?.product == nil
                || isSamePrice(first, second, overlap) && match.isSameIncident(first, second)
                    && (overlap.evidence >= 1 || sharesPriceWords(first, second))
        }
        // Who is there day and night for everything is there on every line.
        if isDayAndNight(first), a.isUnlimited, b.measure == nil {
            if b.channel != "counter" { return true }
        }
        if a.isOpenEveryDay, a.source.pageRole == .marketing {
            return overlap.words > 0 || match.profiles.profiles[first].things.isEmpty && match.profiles.profiles[second].things.isEmpty
        }
        return (overlap.isSameThing || overlap.isSamePlace && b.measure?.metric == .openingHours) && overlap.evidence >= 1
    }

    /// Hours are undone by what closes the same desk though they never end, or by another way that alone is left for the thing they name.
    func isUndone(_ hours: Int, by other: Int) -> Bool {
        guard claims[other].measure == nil, !isEmergency(hours) || isEmergency(other) else { return false }
        if claims[other].theme == "reachability" {
            return isDayAndNight(hours) && !claims[hours].isStructured && (claims[other].isEverydayContact || isEmergency(other))
        }
        let named = match.profiles.profiles[hours].ownThings
        return match.profiles.sharedThings(hours, other).contains { named.contains($0) }
    }

    func isEmergency(_ index: Int) -> Bool { claims[index].touchpoint == "disturbance" }

    /// "Every day" against hours that leave out a day which nothing else on their page fills.
    func isShortOfDays(_ rule: ContradictionRule, _ full: Int, _ part: Int) -> Bool {
        guard rule.compare == .hours else { return false }
        // Hours of one date are not day and night.
        if isDayAndNight(full), claims[part].scope?.period != nil, readings[part]?.week?.isOfUnknownDays == true { return true }
        guard claims[full].scope?.universal == true, let week = readings[full]?.week, week.openDays.count == 7,
            !claims[part].isStructured, claims[part].scope?.period == nil, readings[part]?.week?.isOfUnknownDays == false
        else { return false }
        let desk = (byFile[match.profiles.profiles[part].file] ?? []).prefix(400).filter { claims[$0].channel == claims[part].channel }
        let days = desk.reduce(into: Set<Int>()) { days, index in days.formUnion(readings[index]?.week?.openDays ?? []) }
        return days.count == 5 || days.count == 6
    }
}
