import Claims

/// A suppression that stands in a page, with offsets in its source.
struct WrittenSuppression: Sendable {
    var words: SuppressionWords
    /// Where it is written.
    var start: Int
    /// What it covers; empty until that is known.
    var covers: Range<Int> = 0..<0

    /// So many are read on one page.
    static let most = 200
}

/// What a suppression says: one rule, until when, whose, and why.
struct SuppressionWords: Sendable, Hashable {
    var rule = ""
    var reason = ""
    var owner: String?
    var until: String?
    /// What is wrong with it.
    var problem: String?

    private static let longest = 500
    private static let command = "belofte-disable-next"

    /// The text of a comment speaks to this program.
    static func isOne(_ comment: some Sequence<UInt8>) -> Bool {
        comment.lazy.drop(while: isSpace).starts(with: Array("belofte-".utf8))
    }

    /// `belofte-disable-next RULE until 2027-01-31 owner NAME -- reason`. What follows the dashes is for people and never parsed.
    init(comment: String) {
        let halves = Self.halves(comment)
        reason = Self.bounded(halves.reason)
        var words = halves.words
        guard words.first == Self.command else {
            problem =
                "there is no '\(Self.bounded(words.first ?? ""))'; a suppression is for the next element alone: '\(Self.command) RULE'"
            return
        }
        words.removeFirst()
        if let first = words.first, first != "until", first != "owner" { rule = Self.bounded(words.removeFirst()) }
        while words.count >= 2, let key = words.first, key == "until" || key == "owner" {
            if key == "until" { until = Self.bounded(words[1]) } else { owner = Self.bounded(words[1]) }
            words.removeFirst(2)
        }
        if let rest = words.first { problem = "'\(Self.bounded(rest))' is not understood; the reason stands behind '--'" }
        check()
    }

    /// The values of the attributes `data-belofte-ignore`, `-reason`, `-owner` and `-until`.
    init(rule: String, reason: String?, owner: String?, until: String?) {
        self.rule = Self.bounded(rule.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        self.reason = Self.bounded(reason ?? "")
        self.owner = owner.map(Self.bounded)
        self.until = until.map(Self.bounded)
        check()
    }

    private static func halves(_ comment: String) -> (words: [String], reason: String) {
        let lines = comment.split(whereSeparator: \.isWhitespace)
        guard let dashes = lines.firstIndex(of: "--") else { return (lines.map(String.init), "") }
        return (lines[..<dashes].map(String.init), lines[(dashes + 1)...].joined(separator: " "))
    }

    private static func bounded(_ text: String) -> String { String(text.prefix(longest)) }

    private mutating func check() {
        if problem != nil { return }
        if rule.isEmpty || rule == "*" || rule == "all" {
            problem = "it names no rule; a suppression is for one rule"
        } else if rule.contains(where: { $0 == "," || $0 == " " }) {
            problem = "it names more than one rule; write one for each"
        } else if let until, !Day.isOne(until) {
            problem = "'\(until)' is no day; write it as 2027-01-31"
        } else if !reason.contains(where: \.isLetter) {
            problem = "it gives no reason"
        }
    }
}

extension Document {
    /// A comment that speaks to this program, without its signs: it waits for the next text.
    mutating func addSuppression(comment: String, start: Int, end: Int) {
        guard suppressions.count < WrittenSuppression.most else { return }
        waiting.append(suppressions.count)
        suppressions.append(WrittenSuppression(words: SuppressionWords(comment: comment), start: start, covers: end..<end))
    }

    /// A block was recorded: it is what waiting suppressions are for, as far as it stands behind them.
    mutating func coverNext() {
        guard !waiting.isEmpty, let text = blocks.last?.text, !text.isEmpty else { return }
        let end = sourceOffset(of: Int(text.upperBound) - 1) + 1
        let start = sourceOffset(of: Int(text.lowerBound))
        for index in waiting where end > suppressions[index].covers.lowerBound {
            suppressions[index].covers = max(start, suppressions[index].covers.lowerBound)..<end
        }
        waiting.removeAll { !suppressions[$0].covers.isEmpty }
    }
}

/// Suppressions in the markup of a page.
extension MarkupBuilder {
    /// A comment that speaks to this program; `end` is the offset after it.
    mutating func comment(_ text: String, end: Int) {
        document.addSuppression(comment: text, start: max(0, end - text.utf8.count - "<!---->".utf8.count), end: end)
    }

    /// The attributes of a start tag that ends at `place`.
    mutating func readIgnore(_ frame: inout Frame, _ place: SourcePlace) {
        guard attributes.has(.ignore), document.suppressions.count < WrittenSuppression.most else { return }
        var words = SuppressionWords(
            rule: attributes.text(.ignore) ?? "", reason: attributes.text(.ignoreReason), owner: attributes.text(.ignoreOwner),
            until: attributes.text(.ignoreUntil))
        if Self.wide.contains(frame.name) {
            words.problem = words.problem ?? "it stands on an element that holds the whole page; put it on the one that it is for"
        }
        let start = tagStart(place).offset
        document.suppressions.append(WrittenSuppression(words: words, start: start, covers: start..<max(start, place.offset)))
        if !frame.element.isVoid { frame.suppression = Int32(document.suppressions.count - 1) }
    }

    private static let wide = Set(["html", "body", "head", "main"].map { nameHash($0.utf8) })

    /// An element with a suppression ends.
    mutating func closeIgnore(_ frame: Frame) {
        guard frame.suppression >= 0 else { return }
        let start = document.suppressions[Int(frame.suppression)].start
        document.suppressions[Int(frame.suppression)].covers = start..<max(start, reached)
    }
}
