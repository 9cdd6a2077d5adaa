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
            <span class="reach">\(ranked.isNew ? #"<b class="new">\#(words[.isNew])</b> "# : HTML.empty)<span>\(ranked.reach > 0 ? words.count(.pages, ranked.reach) : "–")</span></span></summary>
            <div class="body \(state.style)"><div>\(quotes)\(explanation)</div><div>\(facts)</div></div></details></li>

            """
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
        let others = finding.claims.dropFirst(shown.count)
        guard !others.isEmpty else { return "\(blocks)" }
        let items = others.prefix(50).map {
            "<li>\(frame.place($0)): \(frame.quote(Excerpt.short($0, limit: 90), $0.language))</li>" as HTML
        }
        let more = others.count - 50
        return
            "\(blocks)<h3>\(words[.otherPlaces])</h3><ul class=\"small\">\(items)\(more > 0 ? "<li>\(words.count(.andMore, more))</li>" : HTML.empty)</ul>"
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
            <code>\(finding.fingerprint)</code>\(location.map { "<br><code>\($0)</code>" as HTML })</p>\(href)
            """
    }
}
