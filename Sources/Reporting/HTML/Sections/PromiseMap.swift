import Claims

/// What each promise rests on: a drawing, and the same as a list.
struct PromiseMapSection {
    let frame: Frame
    let dossier: Dossier

    /// Promises drawn, and claims drawn opposite them.
    static let most = 30
    /// Promises in the list.
    static let mostListed = 60
    private static let (width, box, row) = (980, 400, 46)

    private var words: Words { frame.words }

    var html: HTML {
        guard !dossier.promises.isEmpty else { return .empty }
        let drawing = Drawing(Array(dossier.promises.prefix(Self.most)), most: Self.most)
        let figure: HTML = """
            <div class="scroll map" role="region" aria-label="\(frame.label(words[.mapLabel]))" tabindex="0">\(svg(drawing))</div>
            <details class="alt"><summary>\(words[.mapList])</summary>\(list)</details>
            """
        return frame.section("map", HTML(text: words[.mapTitle]), frame.lede(HTML(text: words[.mapLede])) + figure)
    }

    /// Promises on the left, what they are tied to on the right.
    struct Drawing {
        struct Tie {
            var promise, claim: Int
            var isConflict: Bool
        }

        let promises: [Promise]
        let claims: [Claim]
        let ties: [Tie]

        /// At most two lines from a promise, what contradicts it first; claims stand near the promises that they are tied to.
        init(_ promises: [Promise], most: Int) {
            self.promises = promises
            var tied: [String: (claim: Claim, ties: [(promise: Int, isConflict: Bool)])] = [:]
            for (index, promise) in promises.enumerated() {
                let linked =
                    promise.opponents.prefix(2).map { ($0, true) }
                    + promise.support.prefix(promise.opponents.isEmpty ? 2 : 1).map { ($0, false) }
                for (claim, isConflict) in linked where tied[claim.id] != nil || tied.count < most {
                    tied[claim.id, default: (claim, [])].ties.append((index, isConflict))
                }
            }
            func middle(_ ties: [(promise: Int, isConflict: Bool)]) -> Double {
                Double(ties.reduce(0) { $0 + $1.promise }) / Double(ties.count)
            }
            let ordered = tied.values.sorted { (middle($0.ties), $0.claim.id) < (middle($1.ties), $1.claim.id) }
            claims = ordered.map(\.claim)
            ties = ordered.enumerated().flatMap { place, entry in
                entry.ties.map { Tie(promise: $0.promise, claim: place, isConflict: $0.isConflict) }
            }
        }

        var rows: Int { max(promises.count, claims.count) }
    }

    private func svg(_ drawing: Drawing) -> HTML {
        let height = 50 + drawing.rows * Self.row
        let (left, right) = (12, Self.width - 12 - Self.box)
        return """
            <svg width="\(Self.width)" height="\(height)" viewBox="0 0 \(Self.width) \(height)" font-size="13" role="group" aria-labelledby="\(frame.prefix)mp-t">\
            <title id="\(frame.prefix)mp-t">\(frame.label(words[.mapLabel]))</title>
            <text class="h" x="\(left)" y="26">\(words[.mapLeft])</text><text class="h" x="\(right)" y="26">\(words[.mapRight])</text>
            \(drawing.ties.map { line($0) })
            \(crosses(drawing))
            \(drawing.promises.enumerated().map { node($1, $0, left) })
            \(drawing.claims.enumerated().map { node($1, $0, right) })
            </svg>
            """
    }

    private func middle(_ index: Int) -> Int { 40 + index * Self.row + Self.row / 2 - 6 }

    private func names(_ tie: Drawing.Tie) -> HTML { #"data-a="\#(frame.prefix)b\#(tie.promise)" data-b="\#(frame.prefix)s\#(tie.claim)""# }

    private func line(_ tie: Drawing.Tie) -> HTML {
        let (x1, x2) = (12 + Self.box, Self.width - 12 - Self.box)
        let (y1, y2, bend) = (middle(tie.promise), middle(tie.claim), (12 + Self.width - 12) / 2)
        let style: HTML = tie.isConflict ? "x" : "k"
        return
            #"<path fill="none" stroke="currentColor" class="\#(style)" \#(names(tie)) d="M\#(x1) \#(y1)C\#(bend) \#(y1) \#(bend) \#(y2) \#(x2) \#(y2)"/>"#
    }

    private func crosses(_ drawing: Drawing) -> [HTML] {
        var steps: [Int: Int] = [:]
        return drawing.ties.filter(\.isConflict).map { tie in
            let step = steps[tie.claim, default: 0]
            steps[tie.claim] = step + 1
            return cross(tie, step: step)
        }
    }

    /// A cross on its line near the right end, where lines have parted; the next one to the same claim a step to the left.
    private func cross(_ tie: Drawing.Tie, step: Int) -> HTML {
        let (x1, x2) = (Double(12 + Self.box), Double(Self.width - 12 - Self.box))
        let (part, bend) = (0.86 - 0.13 * Double(min(step, 3)), Double(Self.width) / 2)
        let (rest, far, near) = (1 - part, part * part * part, 3 * part * part * (1 - part))
        let first = rest * rest * (1 + 2 * part)
        let x = Int((rest * rest * rest * x1 + (3 * rest * rest * part + near) * bend + far * x2).rounded())
        let y = Int((first * Double(middle(tie.promise)) + (near + far) * Double(middle(tie.claim))).rounded())
        return """
            <g class="xg" \(names(tie))><circle cx="\(x)" cy="\(y)" r="10" class="xm" fill="none" stroke="currentColor"/>\
            <path class="xm" fill="none" stroke="currentColor" d="M\(x - 4) \(y - 4)l8 8m0-8l-8 8"/></g>
            """
    }

    private func node(_ promise: Promise, _ index: Int, _ x: Int) -> HTML {
        let (y, state) = (middle(index) - 17, State(promise.verdict))
        return """
            <a href="#\(frame.prefix)p-\(promise.claim.id)" data-n="\(frame.prefix)b\(index)" class="\(state.style)"><title>\(frame.verdict(promise.verdict)): \(promise.claim.quote)</title>\
            <rect x="\(x)" y="\(y)" width="\(Self.box)" height="34" rx="8" fill="none" stroke="currentColor"/>\
            <svg x="\(x + 10)" y="\(y + 9)" width="16" height="16" class="glyph"><use href="#g-\(state.rawValue)"/></svg>\
            \(label(promise.claim, x: x + 36, y: y, limit: 50))</a>
            """
    }

    private func node(_ claim: Claim, _ index: Int, _ x: Int) -> HTML {
        let y = middle(index) - 17
        return """
            <a href="#\(frame.prefix)q-\(claim.id)" data-n="\(frame.prefix)s\(index)"><title>\(claim.quote)</title>\
            <rect x="\(x)" y="\(y)" width="\(Self.box)" height="34" rx="8" fill="none" stroke="currentColor"/>\
            \(label(claim, x: x + 14, y: y, limit: 53))</a>
            """
    }

    /// SVG does not wrap: the quote is set in one line or two, and what does not fit is cut.
    private func label(_ claim: Claim, x: Int, y: Int, limit: Int) -> HTML {
        let lines = Self.lines(Excerpt.short(claim, limit: 2 * limit - 12), limit: limit)
        let first = lines.count == 1 ? y + 22 : y + 15
        let spans = lines.enumerated().map { #"<tspan x="\#(x)" y="\#(first + 14 * $0)">\#($1)</tspan>"# as HTML }
        return #"<text lang="\#(claim.language)">\#(spans.joined(" "))</text>"#
    }

    /// At most two lines of at most `limit` characters, parted between words.
    static func lines(_ text: String, limit: Int) -> [String] {
        guard text.count > limit else { return [text] }
        let start = text.prefix(limit + 1)
        let cut = start.lastIndex(of: " ") ?? start.index(before: start.endIndex)
        let rest = String(text[cut...].drop { $0 == " " })
        return [String(text[..<cut]), rest.count <= limit ? rest : String(rest.prefix(limit - 1)) + "…"]
    }

    private var list: HTML {
        var anchored: Set<String> = []
        let listed = dossier.listed(Self.mostListed)
        let items = listed.map { promise -> HTML in
            var ties =
                promise.opponents.prefix(3).map { tie($0, .contradictedBy, &anchored) }
                + promise.support.prefix(2).map { tie($0, .supportedBy, &anchored) }
            let unnamed = max(0, promise.opponents.count - 3) + max(0, promise.support.count - 2)
            if unnamed > 0 { ties.append(#"<li class="soft">\#(words.count(.andMore, unnamed))</li>"#) }
            let content: HTML = ties.isEmpty ? #" <span class="soft">\#(words[.restsOnNothing])</span>"# : "<ul>\(ties)</ul>"
            return """
                <li id="\(frame.prefix)p-\(promise.claim.id)" tabindex="-1">\(frame.tag(State(promise.verdict), frame.verdict(promise.verdict))) \
                <b lang="\(promise.claim.language)">\(Excerpt.marked(promise.claim))</b> <span class="small">\(frame.place(promise.claim))</span>\(content)</li>

                """
        }
        let more = dossier.promises.count - listed.count
        return "<ul>\(items)\(more > 0 ? #"<li class="soft">\#(words.count(.mapMore, more))</li>"# : HTML.empty)</ul>"
    }

    private func tie(_ claim: Claim, _ word: Word, _ anchored: inout Set<String>) -> HTML {
        let anchor: HTML = anchored.insert(claim.id).inserted ? #" id="\#(frame.prefix)q-\#(claim.id)" tabindex="-1""# : .empty
        return
            #"<li\#(anchor)><span class="soft">\#(words[word])</span> \#(frame.quote(claim.quote, claim.language)) <span class="small">\#(frame.place(claim))</span></li>"#
    }
}
