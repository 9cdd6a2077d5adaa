public import Claims

/// The report for a terminal: `path:line:column: severity: message [rule]`, then the quotes, then the advice.
public enum Text {
    /// - Parameters:
    ///   - language: of the fixed words, `nl` or `en`; messages and advice come with the findings.
    ///   - root: the input folder as it was named, before every path, so that an editor can open it; may be empty.
    /// - Returns: UTF-8, with a line break at its end.
    public static func lines(_ result: AuditResult, colour: Bool, language: String, root: String = "") -> [UInt8] {
        let page = TextPage(colour: colour, words: TextWords(language: language), root: root)
        return Array(page.text(result).utf8)
    }
}

/// One report in the making.
struct TextPage {
    let colour: Bool
    let words: TextWords
    let root: String
    /// After the first place of a finding so many more are shown: all of them are in the JSON.
    private static let furtherPlaces = 6

    func text(_ result: AuditResult) -> String {
        let organisations = result.organisations.map(organisation).joined()
        let found = result.totals.findings == 0 ? words.nothingFound + "\n" : ""
        return organisations + notJudged(result.notJudged) + found + words.total(result.totals) + "\n"
    }

    private func organisation(_ result: OrganisationResult) -> String {
        let head = paint(Plain.text(result.name), .bold) + ": " + words.organisation(result) + "\n\n"
        return head + result.findings.map { finding($0) + "\n" }.joined()
    }

    private func finding(_ finding: Finding) -> String {
        let head = finding.claims.first.map(place) ?? Plain.text(finding.organisation)
        var lines = [
            "\(paint(head, .bold)): \(severity(finding.severity)): \(Plain.text(finding.message)) "
                + paint("[\(Plain.text(finding.rule))]", .faint)
        ]
        if let first = finding.claims.first { lines.append("    " + quote(first)) }
        lines += otherPlaces(finding)
        if let href = finding.href { lines.append("    → " + Plain.quote(href)) }
        if !finding.advice.isEmpty { lines.append("    " + Plain.text(finding.advice)) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The other side, then further places, each once: a row of a table may make several claims.
    private func otherPlaces(_ finding: Finding) -> [String] {
        var shown = Set(finding.claims.first.map { [place($0)] } ?? [])
        var others: [String] = []
        for (index, claim) in finding.claims.dropFirst().enumerated() {
            let word = index == 0 && finding.type.hasTwoSides ? "vs" : words.also
            if shown.insert(place(claim)).inserted || word == "vs" { others.append("    \(word) \(place(claim)) \(quote(claim))") }
        }
        let hidden = others.count - Self.furtherPlaces
        return others.prefix(Self.furtherPlaces) + (hidden > 0 ? ["    " + words.more(hidden)] : [])
    }

    private func quote(_ claim: Claim) -> String {
        Plain.quote(claim.quote) + (claim.occurrences > 1 ? " (\(words.times(claim.occurrences)))" : "")
    }

    private func place(_ claim: Claim) -> String {
        "\(path(claim.source.file)):\(claim.source.line):\(claim.source.column)"
    }

    private func path(_ file: String) -> String {
        let folder = root.isEmpty || root.hasSuffix("/") ? root : root + "/"
        return Plain.text(folder + file)
    }

    /// By reason, with the first few names: all of them are in the JSON.
    private func notJudged(_ skipped: [NotJudged]) -> String {
        guard !skipped.isEmpty else { return "" }
        let shown = 3
        let groups = Dictionary(grouping: skipped, by: \.reason).sorted { $0.key < $1.key }
        let lines = groups.map { reason, files in
            let names = files.prefix(shown).map { Plain.text($0.file) }.joined(separator: ", ")
            let rest = files.count > shown ? " " + words.more(files.count - shown) : ""
            return "    \(Plain.text(reason)): \(names)\(rest)\n"
        }
        return words.notJudged + "\n" + lines.joined() + "\n"
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: paint("error", .red)
        case .warning: paint("warning", .yellow)
        case .note: paint("note", .cyan)
        }
    }

    private func paint(_ text: String, _ ink: Ink) -> String {
        colour ? "\u{1b}[\(ink.rawValue)m\(text)\u{1b}[0m" : text
    }
}

/// Colours of a terminal, as its codes.
private enum Ink: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
}

extension FindingType {
    /// Two claims that stand against each other, rather than places of one thing.
    var hasTwoSides: Bool { self == .contradiction || self == .narrowing || self == .drift }
}
