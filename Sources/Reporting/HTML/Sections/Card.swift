import Claims

/// CX² = 2E × 4E: six dimensions, each with what was found and the sentences that it rests on.
struct CardSection {
    let frame: Frame
    let dossier: Dossier

    private static let people = ["enablement", "engagement"]
    private static let customer = ["effectivity", "effortless", "efficiency", "experience"]
    /// Sentences shown of each sort.
    private static let most = 3

    private var words: Words { frame.words }

    var html: HTML {
        let claims = Dictionary(grouping: dossier.organisation.claims) { frame.dimension($0.theme) ?? "" }
        guard !dossier.organisation.claims.isEmpty else { return .empty }
        let findings = Dictionary(grouping: dossier.findings) { frame.dimension($0.finding.theme) ?? "" }
        func cells(_ names: [String]) -> [HTML] { names.map { cell($0, claims[$0] ?? [], findings[$0] ?? []) } }
        return frame.section(
            "card", HTML(text: words[.cardTitle]),
            """
            \(frame.lede(HTML(text: words[.cardLede])))
            <div class="cx"><div class="band two">\(frame.subheading(HTML(text: words[.twoE])))<div class="cells">\(cells(Self.people))</div></div>
            <p class="times" aria-hidden="true">×</p>
            <div class="band four">\(frame.subheading(HTML(text: words[.fourE])))<div class="cells">\(cells(Self.customer))</div></div></div>
            """)
    }

    private func cell(_ dimension: String, _ claims: [Claim], _ findings: [RankedFinding]) -> HTML {
        let name = words[Word(rawValue: dimension) ?? .theme]
        let question = words[Word(rawValue: "ask" + dimension.capitalised) ?? .theme]
        let heading: HTML = """
            <p class="cx-name"><b>\(name)</b>\(dimension == "effectivity" ? #" <span class="small soft">\#(words[.weighsMost])</span>"# : HTML.empty)</p><p class="small soft">\(question)</p>
            """
        guard !claims.isEmpty || !findings.isEmpty else {
            return #"<div class="cell-box">\#(heading)<p class="small soft">\#(words[.cellEmpty])</p></div>"#
        }
        return
            #"<div class="cell-box">\#(heading)\#(verdicts(dimension))\#(counts(claims, findings))\#(evidence(name, claims, findings))</div>"#
    }

    /// The promises of the dimension by state, as glyphs that can be counted.
    private func verdicts(_ dimension: String) -> HTML {
        let promises = dossier.promises.filter { frame.dimension($0.theme) == dimension }
        guard !promises.isEmpty else { return .empty }
        let parts = PromiseVerdict.ordered.compactMap { verdict -> HTML? in
            let count = promises.count { $0.verdict == verdict }
            return count == 0 ? nil : frame.tag(State(verdict), "\(words.digits(count)) \(frame.verdict(verdict).lowercased())")
        }
        return #"<p class="tags">\#(parts.joined(" "))</p>"#
    }

    private func counts(_ claims: [Claim], _ findings: [RankedFinding]) -> HTML {
        func count(_ kind: ClaimKind) -> Int { claims.count { $0.kind == kind } }
        let parts: [(Word, Int)] = [
            (.cellPromises, count(.brandPromise)), (.cellServices, count(.servicePromise)), (.cellConstraints, count(.processConstraint)),
            (.cellFindings, findings.count),
        ]
        return #"<ul class="small">\#(parts.filter { $0.1 > 0 }.map { "<li>\(words.count($0.0, $0.1))</li>" as HTML })</ul>"#
    }

    private func evidence(_ name: String, _ claims: [Claim], _ findings: [RankedFinding]) -> HTML {
        let quotes = ClaimKind.allCases.flatMap { kind in
            claims.filter { $0.kind == kind }.sorted { ($1.occurrences, $0.id) < ($0.occurrences, $1.id) }.prefix(Self.most)
        }
        let items = quotes.map { claim -> HTML in
            "<li>\(frame.quote(Excerpt.short(claim, limit: 120), claim.language)) <span class=\"src\">\(frame.place(claim))</span></li>"
        }
        let links = findings.prefix(Self.most).map { ##"<li><a href="#\##($0.anchor)">\##($0.finding.message)</a></li>"## as HTML }
        return """
            <details class="more"><summary>\(words[.cellEvidence])<span class="hide">: \(name)</span></summary><ul class="evidence small">\(links)\(items)</ul></details>
            """
    }
}
