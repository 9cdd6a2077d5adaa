import Claims

/// At most five things to do: most pages first, then fewest sentences to change.
struct FixFirstSection {
    let frame: Frame
    let dossier: Dossier

    static let most = 5

    var html: HTML {
        let items = Self.choose(dossier.open).map(item)
        guard !items.isEmpty else { return .empty }
        let words = frame.words
        return frame.section(
            "fix", HTML(text: words[.fixTitle]), frame.lede(HTML(text: words[.fixLede])) + "<ol class=\"fix\">\(items)</ol>")
    }

    /// One for each promise or sentence: five ways to say the same would be one thing to do. Certain ones before judgements.
    static func choose(_ findings: [RankedFinding]) -> [RankedFinding] {
        let worth = findings.filter { $0.finding.severity > .note && $0.finding.type != .orphanPromise }
        let ordered = worth.sorted { left, right in
            let (a, b) = (key(left), key(right))
            return a == b ? left < right : a < b
        }
        var seen: Set<String> = []
        var chosen: [RankedFinding] = []
        for finding in ordered where chosen.count < most {
            let subject = finding.finding.claims.first?.quote ?? finding.finding.rule
            if seen.insert(subject).inserted { chosen.append(finding) }
        }
        return chosen
    }

    private static func key(_ finding: RankedFinding) -> (Int, Int) { (-finding.reach, finding.sentences) }

    private func item(_ ranked: RankedFinding) -> HTML {
        let (finding, words) = (ranked.finding, frame.words)
        let title = finding.advice.isEmpty ? finding.message : Self.firstSentence(finding.advice)
        let work = finding.claims.isEmpty ? words[.fixGap] : words.count(.sentences, ranked.sentences)
        let reach = ranked.reach > 0 ? words.count(.pages, ranked.reach) : ""
        return """
            <li>\(frame.subheading(##"<a href="#\##(ranked.anchor)">\##(title)</a>"##))\
            <p>\(finding.advice.isEmpty ? "" : finding.message)</p><div class="gain"><b>\(work)</b> \(reach)</div></li>

            """
    }

    /// What to do, without its explanation.
    static func firstSentence(_ text: String) -> String {
        for mark in [". ", "? ", "! ", ": "] {
            if let range = text.firstRange(of: mark), text.distance(from: text.startIndex, to: range.lowerBound) > 20 {
                return String(text[..<range.lowerBound]) + (mark == "? " ? "?" : "")
            }
        }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
