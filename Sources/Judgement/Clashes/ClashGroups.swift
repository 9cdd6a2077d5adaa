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
    let values: ValueConflict

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
        if compare != .opposition, values.promisesMore(claims[best.second], than: claims[best.first]) == true {
            (best.first, best.second) = (best.second, best.first)
            best.overlap.narrower = best.overlap.narrower.map { $0 == .first ? .second : .first }
        }
        var (firsts, seconds) = ([Int](), [Int]())
        for clash in clashes {
            if !firsts.contains(clash.first), clash.first != best.first, clash.first != best.second { firsts.append(clash.first) }
            if !seconds.contains(clash.second), clash.second != best.second, clash.second != best.first { seconds.append(clash.second) }
        }
        var order = [best.first, best.second]
        for index in firsts.sorted() + seconds.sorted() where !order.contains(index) { order.append(index) }
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
