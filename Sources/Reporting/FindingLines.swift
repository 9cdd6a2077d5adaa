import Claims

/// What every format for people says of one finding, as plain lines: nothing in them is obeyed by a terminal or a page.
struct FindingLines {
    let finding: Finding
    let paths: InputPaths
    let words: TextWords
    /// Beyond the other side so many further places are shown: all of them are in the JSON.
    static let furtherPlaces = 6

    var lead: Claim? { finding.lead.map { finding.claims[$0] } }

    /// Everything but the claim that leads; the other side of a pair comes first.
    var others: [Claim] {
        guard let lead = finding.lead else { return [] }
        return finding.claims.enumerated().filter { $0.offset != lead }.map(\.element)
    }

    /// `path:line:column`, or the organisation where there is no sentence to point at.
    var place: String { lead.map(place) ?? Plain.text(finding.organisation) }

    func place(_ claim: Claim) -> String {
        "\(Plain.text(paths.named(claim.source.file))):\(claim.source.line):\(claim.source.column)"
    }

    func quote(_ claim: Claim) -> String {
        Plain.quote(claim.quote) + (claim.occurrences > 1 ? " (\(words.times(claim.occurrences)))" : "")
    }

    /// The leading quote, the other side, further places each once, the link, the advice, and why it is suppressed.
    var body: [String] {
        var lines = lead.map { [quote($0)] } ?? []
        lines += otherPlaces
        if let href = finding.href { lines.append("→ " + Plain.quote(href)) }
        if !finding.advice.isEmpty { lines.append(Plain.text(finding.advice)) }
        if let suppression = finding.suppression { lines.append(words.suppressed(suppression)) }
        return lines
    }

    /// A row of a table may make several claims: each place is shown once.
    private var otherPlaces: [String] {
        var shown = Set(lead.map { [place($0)] } ?? [])
        var lines: [String] = []
        for (index, claim) in others.enumerated() {
            let word = index == 0 && finding.type.hasTwoSides ? "vs" : words.also
            if shown.insert(place(claim)).inserted || word == "vs" { lines.append("\(word) \(place(claim)) \(quote(claim))") }
        }
        let hidden = lines.count - Self.furtherPlaces
        return lines.prefix(Self.furtherPlaces) + (hidden > 0 ? [words.more(hidden)] : [])
    }
}

extension FindingType {
    /// Two claims that stand against each other, rather than places of one thing.
    var hasTwoSides: Bool { self == .contradiction || self == .narrowing || self == .drift }
}
