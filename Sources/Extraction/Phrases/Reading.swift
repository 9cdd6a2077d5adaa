import RuleBook

/// A place of a symbol: tokens `start..<end` of the sentence.
struct Span: Sendable, Hashable {
    var start: Int
    var end: Int

    func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// The two cannot both be parts of one match. A verb in two pieces may hold the other: "rufen Sie binnen einer Stunde zurück".
    func collides(_ other: Span) -> Bool { overlaps(other) && !encloses(other) && !other.encloses(self) }

    private func encloses(_ other: Span) -> Bool { start < other.start && other.end < end }

    func distance(_ other: Span) -> Int { overlaps(other) ? 0 : start >= other.end ? start - other.end : other.start - end }
}

/// One sentence with everything found in it: which symbol stands where.
struct Reading {
    /// More tokens than this are cut off into a sentence of their own.
    static let longest = 126

    private(set) var tokens: [Token] = []
    /// Part of the sentence between `;`, `|` and dashes, by token.
    private(set) var part: [UInt8] = []
    /// Clause by token: parts, cut at commas and conjunctions as well.
    private(set) var clause: [UInt8] = []
    /// Clauses, cut between two bounds as well: "a receipt within a day and an answer within a week".
    private(set) var stretch: [UInt8] = []
    var quantities: [Quantity] = []
    /// Empty between two searches; here so that its memory is kept.
    var pending = PendingPhrases()

    fileprivate struct Link {
        var span: Span
        var next: Int32
    }

    private var heads: [Int32]
    private var links: [Link] = []
    private(set) var touched: [Symbol] = []

    init(symbolCount: Int) {
        heads = [Int32](repeating: -1, count: symbolCount)
    }

    mutating func begin(_ tokens: ArraySlice<Token>) {
        for symbol in touched { heads[Int(symbol)] = -1 }
        touched.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        quantities.removeAll(keepingCapacity: true)
        self.tokens.removeAll(keepingCapacity: true)
        self.tokens.append(contentsOf: tokens)
    }

    mutating func add(_ symbol: Symbol, _ start: Int, _ end: Int) {
        let head = heads[Int(symbol)]
        if head < 0 { touched.append(symbol) }
        links.append(Link(span: Span(start: start, end: end), next: head))
        heads[Int(symbol)] = Int32(links.count - 1)
    }

    func has(_ symbol: Symbol) -> Bool { heads[Int(symbol)] >= 0 }

    /// All places of a symbol, the last found first.
    func spans(_ symbol: Symbol) -> SpanSequence { SpanSequence(links: links, at: heads[Int(symbol)]) }

    func sorted(_ symbol: Symbol) -> [Span] { spans(symbol).sorted { ($0.start, $0.end) < ($1.start, $1.end) } }

    /// True where the symbol stands at a token of the range.
    func has(_ symbol: Symbol, in range: Range<Int>) -> Bool {
        var at = heads[Int(symbol)]
        while at >= 0 {
            let link = links[Int(at)]
            if link.span.start >= range.lowerBound, link.span.end <= range.upperBound { return true }
            at = link.next
        }
        return false
    }

    struct SpanSequence: Sequence, IteratorProtocol {
        fileprivate let links: [Link]
        var at: Int32

        mutating func next() -> Span? {
            guard at >= 0 else { return nil }
            let link = links[Int(at)]
            at = link.next
            return link.span
        }
    }

    /// Numbers parts and clauses; `clauseStart` are conjunctions, `joint` words such as "and" that begin a clause before a subject.
    mutating func divide(clauseStart: Symbol?, joint: Symbol?, subjects: [Symbol]) {
        part.removeAll(keepingCapacity: true)
        clause.removeAll(keepingCapacity: true)
        var (partNumber, clauseNumber): (UInt8, UInt8) = (0, 0)
        for index in tokens.indices {
            let token = tokens[index]
            if token.kind == .sign, breaksPart(index) {
                partNumber &+= 1
                clauseNumber &+= 1
            } else if token.kind == .sign, breaksClause(index) {
                clauseNumber &+= 1
            } else if let clauseStart, token.kind == .word, has(clauseStart, in: index..<(index + 1)) {
                clauseNumber &+= 1
            } else if let joint, token.kind == .word, has(joint, in: index..<(index + 1)),
                subjects.contains(where: { has($0, in: (index + 1)..<(index + 2)) })
            {
                clauseNumber &+= 1
            }
            part.append(partNumber)
            clause.append(clauseNumber)
        }
        joinApposition()
    }

    /// Cuts the stretches at the last joint between two bounds of one clause. The first keep the numbers of their clauses.
    /// `days` are bounds without "within": the same day, the next day.
    mutating func divideStretches(within: Symbol, days: [Symbol], joint: Symbol?) {
        stretch = clause
        guard let joint, has(joint) else { return }
        let bounds = ([within] + days).filter { has($0) }.flatMap { sorted($0) }.sorted { $0.start < $1.start }
        var next = clause.max() ?? 0
        for (first, second) in zip(bounds, bounds.dropFirst()) where clause[first.start] == clause[second.start] {
            guard let cut = (first.end..<max(first.end, second.start)).last(where: { has(joint, in: $0..<($0 + 1)) }) else { continue }
            next &+= 1
            for index in cut..<tokens.count where clause[index] == clause[first.start] { stretch[index] = next }
        }
    }

    /// "Our printer, Ink & Sons, delivers …", "Holloway, for one, answers …": a few words between commas right after the subject belong
    /// to its clause.
    private mutating func joinApposition() {
        guard let first = tokens.firstIndex(where: { $0.isSign(",") }), (1...5).contains(first),
            let second = tokens[(first + 1)...].firstIndex(where: { $0.isSign(",") }), (2...7).contains(second - first),
            !tokens[..<second].contains(where: { $0.kind == .number }), second + 2 < tokens.count, tokens[second + 1].kind == .word,
            !tokens[second + 1].capital, part[second + 1] == part[0],
            clause[first - 1] == clause[0], clause[second - 1] == clause[first]
        else { return }
        let merged = clause[second + 1]
        for index in first...second + 1 { clause[index] = clause[0] }
        var index = second + 1
        while index < tokens.count, clause[index] == merged || index == second + 1 {
            clause[index] = clause[0]
            index += 1
        }
    }

    private func breaksPart(_ index: Int) -> Bool {
        let sign = tokens[index].value
        return sign == 0x3b || sign == 0x7c  // ; |
    }

    private func breaksClause(_ index: Int) -> Bool {
        switch tokens[index].value {
        case 0x3a, 0x28, 0x29, 0x22, 0x3f, 0x21: true  // : ( ) " ? !
        case 0x2e: index + 1 < tokens.count && tokens[index + 1].spaceBefore
        case 0x2d:
            tokens[index].spaceBefore && index + 1 < tokens.count && tokens[index + 1].spaceBefore
                && !betweenNumbers(index)
        case 0x2c: index + 1 < tokens.count && tokens[index + 1].spaceBefore
        default: false
        }
    }

    private func betweenNumbers(_ index: Int) -> Bool {
        index > 0 && index + 1 < tokens.count && tokens[index - 1].kind != .sign && tokens[index + 1].kind == .number
    }
}
