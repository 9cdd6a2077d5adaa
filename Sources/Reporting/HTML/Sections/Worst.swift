import Claims

/// The worst contradictions, open on the page: both quotes side by side, why, and what to do.
struct WorstSection {
    let frame: Frame
    let dossier: Dossier

    static let most = 5
    private var words: Words { frame.words }

    var html: HTML {
        let conflicts = dossier.open.filter(\.isConflict)
        guard !conflicts.isEmpty else { return .empty }
        let shown = Self.choose(conflicts)
        let all: HTML =
            conflicts.count > shown.count
            ? #" <a class="screen" href="\#(frame.filter([("kind", "contradiction")]))">\#(words.count(.allConflicts, conflicts.count))</a>"#
            : .empty
        let title: String =
            conflicts.count == 1
            ? words[.worstOne]
            : conflicts.count <= shown.count
                ? words.count(.worstMany, conflicts.count).replacing("{N}", with: words.number(conflicts.count).capitalised)
                : words.fill(.worstTitle, ["n": words.number(shown.count)])
        return frame.section(
            "clashes", HTML(text: title), frame.lede("\(words[.worstLede])\(all)") + #"<div class="cards">\#(shown.map(card))</div>"#)
    }

    /// Each promise once before any promise a second time.
    static func choose(_ conflicts: [RankedFinding]) -> [RankedFinding] {
        var seen: Set<String> = []
        var (first, second): ([RankedFinding], [RankedFinding]) = ([], [])
        for conflict in conflicts {
            let isFirst = seen.insert(conflict.finding.claims.first?.quote ?? conflict.finding.fingerprint).inserted
            if isFirst { first.append(conflict) } else if second.count < most { second.append(conflict) }
            if first.count == most { break }
        }
        return Array((first + second).prefix(most)).sorted()
    }

    private func card(_ ranked: RankedFinding) -> HTML {
        let finding = ranked.finding
        let id = "c-" + ranked.anchor
        let isNarrowing = finding.type == .narrowing
        return """
            <article class="card \(State(finding.type).style)" aria-labelledby="\(id)">
            <header>\(frame.subheading(HTML(text: finding.message), id: id))\(ranked.isNew ? #"<span class="tag fresh">\#(words[.isNew])</span> "# : HTML.empty)\
            <span class="small soft num">\(words.count(.pages, ranked.reach))</span></header>
            <div class="sides">\(side(finding, 0))
            <div class="versus"><svg width="38" height="38" aria-hidden="true"><use href="#\(isNarrowing ? "g-in" : "g-ne")"/></svg>\
            <span><span class="hide">\(words[isNarrowing ? .narrowedOn : .contradictedOn]) </span>\(frame.axis(finding))</span></div>
            \(side(finding, 1))</div>
            \(footer(ranked))
            </article>

            """
    }

    private func side(_ finding: Finding, _ index: Int) -> HTML {
        guard finding.claims.indices.contains(index) else { return "<div></div>" }
        let claim = finding.claims[index]
        let who = index == 0 ? frame.speaker(finding, claim) : frame.counterpart(finding, claim)
        let yields = finding.change == (index == 0 ? .first : .second)
        return """
            <div class="side\(yields ? " yields" : "")"><p class="who">\(who)\(yields ? #"<span class="hide"> – </span> <span class="tag is-part">\#(words[.changeThis])</span>"# : HTML.empty)</p>\
            <blockquote lang="\(claim.language)">\(Excerpt.marked(claim))</blockquote><p class="src">\(frame.place(claim))\
            \(claim.context.isEmpty ? .empty : #"<span class="soft"> · <span lang="\#(claim.language)">\#(claim.context.joined(separator: " › "))</span></span>"# as HTML)</p></div>
            """
    }

    private func footer(_ ranked: RankedFinding) -> HTML {
        let finding = ranked.finding
        let link: HTML =
            ##"<a href="#\##(ranked.anchor)">\##(words.fill(.findingLabel, ["id": String(ranked.anchor.dropFirst(2).prefix(8))]))</a>"##
        let further = ranked.further(than: 2).count
        let also = further > 0 ? " · " + words.count(.alsoOn, further) : ""
        return """
            <footer><dl><dt>\(words[.why])</dt><dd>\(frame.why(finding, inFull: false))</dd></dl><dl><dt>\(words[.how])</dt><dd>\(finding.advice)</dd></dl>\
            <p class="more">\(link)\(also)</p></footer>
            """
    }
}
