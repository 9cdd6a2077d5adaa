import Claims
import RuleBook

/// Clashes that are one conflict: one finding with all its places, the best pair first.
struct ClashGroup {
    /// Claims in the order in which they are shown: best promise, best breach, then the other promises and breaches.
    var claims: [Claim]
    var overlap: Overlap
}

struct ClashGroups {
    let claims: [Claim]
    /// By index, as `claims`.
    let readings: [MeasureReading?]

    /// Oppositions of one rule are one conflict, unless they must be about the same thing; conflicting values are one by the chain that joins them.
    func make(_ clashes: [Clash], _ rule: ContradictionRule) -> [ClashGroup] {
        if rule.compare == .opposition, !rule.sameThing { return clashes.isEmpty ? [] : [group(clashes, by: rule.compare)] }
        var root: [Int: Int] = [:]
        func find(_ index: Int) -> Int {
            var at = index
            while let next = root[at], next != at { at = next }
            return at
        }
        for clash in clashes {
            let (a, b) = (find(clash.first), find(clash.second))
            root[max(a, b)] = min(a, b)
            root[min(a, b)] = min(a, b)
        }
        let components = Dictionary(grouping: clashes) { find($0.first) }
        return components.sorted { $0.key < $1.key }.map { group($0.value, by: rule.compare) }
    }

    private func group(_ clashes: [Clash], by compare: Comparison) -> ClashGroup {
        var best = clashes.max { rank($0) < rank($1) }!
        // Of two values the one that promises more is the promise, the other what undoes it.
        if compare != .opposition, ValueConflict.promisesMore(readings[best.second], than: readings[best.first]) == true {
            (best.first, best.second) = (best.second, best.first)
            best.overlap.narrower = best.overlap.narrower.map { $0 == .first ? .second : .first }
        }
        let shown: Set<Int> = [best.first, best.second]
        let firsts = Set(clashes.map(\.first)).subtracting(shown)
        let seconds = Set(clashes.map(\.second)).subtracting(shown).subtracting(firsts)
        let order = [best.first, best.second] + firsts.sorted() + seconds.sorted()
        return ClashGroup(claims: order.map { claims[$0] }, overlap: best.overlap)
    }

    private struct Rank: Comparable {
        var weight: Double
        var first: Int
        var second: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.weight, right.first, right.second) < (right.weight, left.first, left.second)
        }
    }

    private func rank(_ clash: Clash) -> Rank { Rank(weight: clash.weight, first: clash.first, second: clash.second) }
}
