import Claims
import RuleBook

/// Reads what a claim is limited to: channel, touchpoint, audience, topics; `LimitReader` reads plan, region and period.
struct ScopeReader: Sendable {
    private let channels: [(Symbol, String)]
    private let touchpoints: [(Symbol, String)]
    private let audiences: [(Symbol, String)]
    private let things: [(Symbol, String)]
    let functionWord: Symbol
    private let everyone, always: Symbol
    private let condition, except: Symbol

    init(_ book: RuleBook, _ names: ConceptSymbols) {
        func group(_ prefix: String) -> [(Symbol, String)] {
            book.conceptNames.filter { $0.hasPrefix(prefix) }.map { (names[$0], String($0.dropFirst(prefix.count))) }
        }
        channels = group("channel-")
        touchpoints = group("touch-")
        audiences = group("audience-")
        things = group("thing-").map { ($0.0, "thing-" + $0.1) }
        (everyone, always, functionWord) = (names["everyone"], names["always"], names["function-word"])
        (condition, except) = (names["if"], names["except"])
    }

    /// The channel that is named nearest: in the sentence, by a link in it, in its headers and lead-in, in the rest of its row, in the
    /// sentence before, in a heading. Else `any`.
    func channel(_ reading: Reading, _ match: PatternMatch, _ above: Context) -> String {
        if let own = own(reading, match) ?? only(above.contacts) { return own }
        for reading in above.readings.suffix(above.near).reversed() {
            if let found = first(channels, in: reading) { return found }
        }
        if let found = only(above.beside.flatMap(named)) ?? only(above.previous.map(named) ?? []) { return found }
        for reading in above.readings.dropLast(above.near).reversed() {
            if let found = first(channels, in: reading) { return found }
        }
        return "any"
    }

    /// The only channel that the nearest of some texts names, for a claim that names none itself.
    func channel(around: [Reading]) -> String? { around.lazy.compactMap { only(named($0)) }.first }

    /// The channel, where all say the same.
    private func only(_ channels: [String]) -> String? {
        guard let first = channels.first, channels.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private func named(_ reading: Reading) -> [String] { channels.filter { reading.has($0.0) }.map(\.1) }

    /// The channel that the sentence itself names: in the clause of the quantity, where several lengths of time stand side by side
    /// ("calls within a minute, e-mails within a day"), else nearest to the match.
    private func own(_ reading: Reading, _ match: PatternMatch) -> String? {
        let (part, stretch) = (reading.part[match.span.start], own(stretchOf: match, reading))
        var best: (distance: Int, start: Int, name: String)?
        for (symbol, name) in channels where reading.has(symbol) {
            for span in reading.spans(symbol) {
                // Another part of the sentence counts only where this one names no channel.
                let strays = stretch.map { reading.stretch[span.start] != $0 } ?? false
                let distance =
                    span.distance(match.span) + (strays ? Reading.longest : 0) + (reading.part[span.start] == part ? 0 : Reading.longest)
                if best.map({ (distance, span.start) < ($0.distance, $0.start) }) ?? true { best = (distance, span.start, name) }
            }
        }
        // "Dial in the app", "ring us in the app": the app is where it happens.
        if let found = best, found.name == "phone", isInApp(reading, after: found.start) { return "app" }
        return best?.name
    }

    /// The stretch of the quantity, where the sentence has more than one length of time and their stretches differ: "two days for e-mails
    /// and eight days for letters".
    private func own(stretchOf match: PatternMatch, _ reading: Reading) -> UInt8? {
        guard let index = match.quantity else { return nil }
        let stretches = reading.quantities.filter { $0.slots.contains(.duration) }.map { reading.stretch[$0.span.start] }
        return Set(stretches).count > 1 ? reading.stretch[reading.quantities[index].span.start] : nil
    }

    /// "In the app" right after the word: a place, and no second way beside it ("ring us or use the app").
    private func isInApp(_ reading: Reading, after start: Int) -> Bool {
        guard let app = channels.first(where: { $0.1 == "app" }), reading.has(app.0) else { return false }
        return reading.spans(app.0).contains { $0.end - $0.start >= 3 && $0.start > start && $0.start - start <= 2 }
    }

    func touchpoint(_ reading: Reading, _ above: Context) -> String? {
        if let found = first(touchpoints, in: reading) { return found }
        for reading in above.readings.reversed() {
            if let found = first(touchpoints, in: reading) { return found }
        }
        return nil
    }

    func audience(_ reading: Reading, _ above: Context) -> [String]? {
        var found = audiences.filter { reading.has($0.0) }.map(\.1)
        if found.isEmpty {
            for reading in above.readings.reversed() where found.isEmpty {
                found = audiences.filter { reading.has($0.0) }.map(\.1)
            }
        }
        return found.isEmpty ? nil : found.sorted()
    }

    func isUniversal(_ reading: Reading) -> Bool { reading.has(everyone) || reading.has(always) }

    /// Names of things in the sentence, of things named above it only (with a `^` behind), and the folded beginnings of words of both.
    func topics(_ reading: Reading, _ above: Context, _ vocabulary: Vocabulary, text: [UInt8]) -> [String] {
        var result = Set(
            things.compactMap { symbol, name in
                reading.has(symbol) ? name : above.readings.contains { $0.has(symbol) } ? name + "^" : nil
            })
        for own in [reading] + above.readings.suffix(2) {
            for token in own.tokens where token.kind == .word && token.end - token.start >= 4 {
                guard !vocabulary.symbols(token.word).contains(functionWord) else { continue }
                let word = Folding.fold(String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self))
                result.insert("~" + String(decoding: word.prefix(7), as: UTF8.self))
            }
        }
        return result.sorted()
    }

    /// The words of the clause with "if" or "except", where there is one.
    func condition(_ reading: Reading, text: [UInt8]) -> String? {
        for symbol in [except, condition] where reading.has(symbol) {
            guard let span = reading.sorted(symbol).first else { continue }
            let clause = reading.clause[span.start]
            let last = reading.clause.lastIndex(of: clause) ?? span.end - 1
            let bytes = text[Int(reading.tokens[span.start].start)..<Int(reading.tokens[last].end)]
            return String(decoding: bytes, as: UTF8.self)
        }
        return nil
    }

    private func first(_ group: [(Symbol, String)], in reading: Reading) -> String? {
        var best: (Int, String)?
        for (symbol, name) in group where reading.has(symbol) {
            let start = reading.sorted(symbol)[0].start
            if best.map({ start < $0.0 }) ?? true { best = (start, name) }
        }
        return best?.1
    }
}
