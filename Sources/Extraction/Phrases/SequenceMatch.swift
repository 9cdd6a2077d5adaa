import RuleBook

/// Finds sequences of steps in a reading. Linear in the sentence: a set of reachable places moves on, nothing is tried twice.
extension Reading {
    /// The places where the steps match: for each start the shortest match, at most `limit`.
    func matches(_ steps: [Step], limit: Int = 12) -> [Span] {
        var result: [Span] = []
        for start in starts(steps) {
            guard let end = end(of: steps, from: start), part[start] == part[end - 1] else { continue }
            result.append(Span(start: start, end: end))
            if result.count == limit { break }
        }
        return result
    }

    /// Tokens at which the first step (or, where that may be missing, a later one) stands, in order.
    private func starts(_ steps: [Step]) -> [Int] {
        var mask: UInt128 = 0
        for step in steps {
            for symbol in step.symbols where has(symbol) {
                for span in spans(symbol) { mask |= 1 << UInt128(span.start) }
            }
            if !step.optional { break }
        }
        var starts: [Int] = []
        while mask != 0 {
            let bit = mask.trailingZeroBitCount
            starts.append(bit)
            mask &= mask - 1
        }
        return starts
    }

    private func end(of steps: [Step], from start: Int) -> Int? {
        var reached: UInt128 = 1 << UInt128(start)
        var first = true
        for step in steps {
            var next: UInt128 = step.optional ? reached : 0
            let allowed = first ? reached : smear(reached, step.gap)
            for symbol in step.symbols where has(symbol) {
                for span in spans(symbol) where allowed >> UInt128(span.start) & 1 == 1 {
                    next |= 1 << UInt128(span.end)
                }
            }
            if next == 0 { return nil }
            if next != reached || !step.optional { first = false }
            reached = next
        }
        let end = (reached & ~(1 << UInt128(start))).trailingZeroBitCount
        return end <= tokens.count && end > start ? end : nil
    }

    private func smear(_ mask: UInt128, _ gap: UInt8) -> UInt128 {
        var result = mask
        for _ in 0..<gap { result |= result << 1 }
        return result
    }
}
