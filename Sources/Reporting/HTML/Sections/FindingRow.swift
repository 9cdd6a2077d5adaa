import Claims

/// One finding in the list, with its details. The script builds the same from the data of the page.
struct FindingRow {
    let frame: Frame
    let ranked: RankedFinding
    let organisations: [String]

    private var words: Words { frame.words }
    private var finding: Finding { ranked.finding }

    var html: HTML {
        let state = State(finding.type)
        return """
            <li id="\(ranked.anchor)"><details><summary><span class="kind">\
            \(frame.tag(state, frame.type(finding.type)))</span><span class="what">\(finding.message)</span><span class="where mono">\(place)</span>\
            <span class="reach">\(mark)<span>\(ranked.reach > 0 ? words.count(.pages, ranked.reach) : "–")</span></span></summary>
            <div class="body \(state.style)"><div>\(quotes)\(explanation)</div><div>\(facts)</div></div></details></li>

            """
    }

    /// Excepted says more than new.
    private var mark: HTML {
        if finding.suppression != nil { return #"<b class="new off">\#(words[.excepted])</b> "# }
        return ranked.isNew ? #"<b class="new">\#(words[.isNew])</b> "# : .empty
    }

    private var place: String {
        guard let claim = finding.claims.first else { return frame.theme(finding.theme) }
        return Frame.path(claim) + ":" + String(claim.source.line)
    }

    private var isPair: Bool { ranked.isConflict || finding.type == .drift }

    private var quotes: HTML {
        let shown = finding.claims.prefix(isPair ? 2 : 1)
        let blocks = shown.enumerated().map { index, claim -> HTML in
            let who = index == 1 ? frame.counterpart(finding, claim) : isPair ? frame.speaker(finding, claim) : ""
            let label: HTML = who.isEmpty ? .empty : "<h3>\(who)</h3>"
            let above: HTML =
                claim.context.isEmpty
                ? .empty
                : #"<span class="soft"> · <span lang="\#(claim.language)">\#(claim.context.joined(separator: " › "))</span></span>"#
            return
                #"\#(label)<blockquote lang="\#(claim.language)">\#(Excerpt.marked(claim))</blockquote><p class="small">\#(frame.place(claim))\#(above)</p>"#
        }
        return "\(blocks)\(others(ranked.further(than: shown.count), of: Array(shown)))"
    }

    /// Further claims of the finding, and the other pages of its sentences.
    private func others(_ claims: [Claim], of shown: [Claim]) -> HTML {
        var items = claims.prefix(Claim.mostPlaces).map {
            "<li>\(frame.place($0)): \(frame.quote(Excerpt.start($0.quote, limit: 90), $0.language))</li>" as HTML
        }
        for claim in shown where claim.occurrences > 1 {
            let places = (claim.places ?? []).map { frame.place($0, quote: claim.quote) }
            let more = claim.occurrences - 1 - places.count
            let rest: HTML = more > 0 ? HTML(text: (places.isEmpty ? "" : ", ") + words.count(.andMorePages, more)) : .empty
            items.append("<li>\(frame.quote(Excerpt.start(claim.quote, limit: 60), claim.language)): \(places.joined(", "))\(rest)</li>")
        }
        let more = claims.count - Claim.mostPlaces
        if more > 0 { items.append("<li>\(words.count(.andMore, more))</li>") }
        return items.isEmpty ? .empty : "<h3>\(words[.otherPlaces])</h3><ul class=\"small\">\(items)</ul>"
    }

    private var explanation: HTML {
        """
        <h3>\(words[.why])</h3><p class="small">\(frame.why(finding))</p>\
        \(finding.advice.isEmpty ? .empty : "<h3>\(words[.how])</h3><p class=\"small\">\(finding.advice)</p>" as HTML)
        """
    }

    private var facts: HTML {
        let location = finding.claims.first.map { "\($0.source.file):\($0.source.line):\($0.source.column)" }
        let href: HTML = finding.href.map { "<h3>\(words[.linkTarget])</h3><p class=\"small\"><code>\($0)</code></p>" } ?? .empty
        let organisation: HTML = organisations.count > 1 ? #"<p class="small">\#(organisations[ranked.organisation])</p>"# : .empty
        return """
            <h3>\(words[.rule])</h3>\(organisation)<p class="small">\(words[Word.of(finding.severity)]) · \(frame.theme(finding.theme)) · <code>\(finding.rule)</code><br>\
            <code>\(finding.fingerprint)</code>\(location.map { "<br><code>\($0)</code>" as HTML })</p>\(href)\
            \(finding.suppression.map { "<h3>\(words[.excepted])</h3><p class=\"small\">\(frame.exception($0))</p>" as HTML })
            """
    }
}
