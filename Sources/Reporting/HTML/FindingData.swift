import Claims

/// The findings as columns of numbers and one pool of strings, for the script of the page.
struct FindingData {
    let frame: Frame
    let findings: ArraySlice<RankedFinding>
    let organisations: [String]

    /// Beyond this many the page holds the first ones and says so.
    static let most = 25_000
    /// Places of one finding in the page.
    private static let mostPlaces = 50

    /// Values, each once.
    private struct Pool<Value: Hashable> {
        private(set) var values: [Value] = []
        private var places: [Value: Int] = [:]

        mutating func place(_ value: Value) -> Int {
            if let place = places[value] { return place }
            places[value] = values.count
            values.append(value)
            return values.count - 1
        }
    }

    func write() -> JSONText {
        var (strings, pages, claims) = (Pool<String>(), Pool<[String]>(), ClaimTable())
        var json = JSONText()
        let rows = findings.map { row($0, &strings, &pages, &claims) }
        json.object([
            ("words", { $0.object(texts) }), ("types", { $0.array(types) { $0.strings($1) } }),
            ("severities", { $0.array(Severity.allCases) { $0.strings([$1.rawValue, frame.words[Word.of($1)]]) } }),
            ("themes", { $0.object(themes) }), ("organisations", { $0.strings(organisations) }),
            ("findings", { $0.array(rows) { $0.numbers($1) } }), ("places", { $0.array(claims.lists) { $0.numbers($1) } }),
            ("claims", { $0.array(claims.rows) { $0.numbers($1) } }),
            ("pages", { $0.array(pages.values) { $0.strings($1) } }),
            ("strings", { $0.strings(strings.values) }),
        ])
        return json
    }

    private struct ClaimTable {
        var rows: [[Int]] = []
        var lists: [[Int]] = []
        var places: [String: Int] = [:]
    }

    /// Fields of a finding, in the order that the script knows.
    private func row(_ ranked: RankedFinding, _ strings: inout Pool<String>, _ pages: inout Pool<[String]>, _ claims: inout ClaimTable)
        -> [Int]
    {
        let finding = ranked.finding
        let list = finding.claims.prefix(Self.mostPlaces + 2).map { place($0, &strings, &pages, &claims) }
        claims.lists.append(list + (finding.claims.count > list.count ? [-(finding.claims.count - list.count)] : []))
        let change = finding.change.map { $0 == .first ? 1 : 2 } ?? 0
        return [
            strings.place(finding.fingerprint), finding.type.rank, Severity.allCases.firstIndex(of: finding.severity) ?? 0,
            strings.place(finding.rule),
            strings.place(finding.theme), strings.place(finding.message), strings.place(finding.advice),
            strings.place(frame.why(finding)), strings.place(finding.href ?? ""), strings.place(touchpoint(finding)),
            ranked.isNew ? 1 : 0, ranked.organisation, change, ranked.reach,
            strings.place(finding.suppression.map(frame.exception) ?? ""),
        ]
    }

    private func touchpoint(_ finding: Finding) -> String {
        let column = MatrixSection.column(finding)
        return column.isEmpty ? MatrixSection.general : column
    }

    /// A claim once, however many findings rest on it.
    private func place(_ claim: Claim, _ strings: inout Pool<String>, _ pages: inout Pool<[String]>, _ claims: inout ClaimTable) -> Int {
        if let place = claims.places[claim.id] { return place }
        let others = claim.places?.flatMap { [pages.place(Self.page($0.file, $0.url)), $0.line] } ?? []
        claims.rows.append(
            [
                strings.place(claim.id), pages.place(Self.page(claim.source.file, claim.source.url)), claim.source.line,
                claim.source.column,
                strings.place(claim.language), strings.place(claim.quote), strings.place(claim.marked ?? ""),
                strings.place(claim.context.joined(separator: " › ")), claim.occurrences, claim.kind == .processConstraint ? 1 : 0,
                Self.voice(claim.source.pageRole),
            ] + others)
        claims.places[claim.id] = claims.rows.count - 1
        return claims.rows.count - 1
    }

    /// File and address; an address that may not be a link is left out.
    private static func page(_ file: String, _ url: String?) -> [String] {
        [file, url.flatMap { Address.isWeb($0) ? $0 : nil } ?? ""]
    }

    private static func voice(_ role: PageRole) -> Int {
        switch role {
        case .internalPolicy, .servicePolicy: 1
        case .legal: 2
        default: 0
        }
    }

    private var types: [[String]] { FindingType.ordered.map { [$0.rawValue, frame.type($0), State($0).rawValue] } }

    private var themes: [(String, (inout JSONText) -> Void)] {
        Set(findings.map(\.finding.theme)).sorted().map { id in (id, { $0.string(frame.theme(id)) }) }
    }

    /// What the script says itself.
    private var texts: [(String, (inout JSONText) -> Void)] {
        let used: [Word] = [
            .findings, .pages, .shownOf, .pageOf, .onlyPromise, .onlyTouchpoint, .onlyGeneral, .showAll, .notHere, .separator, .copied,
            .notCopied, .why, .how, .rule,
            .suppressIn,
            .copySuppression, .copyLink, .reason, .otherPlaces, .linkTarget, .andMore, .andMorePages, .isNew, .excepted, .atLine,
            .youPromise,
            .yourRule,
            .butElsewhere,
            .butPolicy, .butTerms, .butOnly, .before, .now, .firstPrinted,
        ]
        let touchpoints = MatrixSection.touchpoints.compactMap(Word.init(rawValue:))
        return (used + touchpoints).map { word in (word.rawValue, { $0.string(frame.words[word]) }) }
            + [("locale", { $0.string(frame.words.language == .nl ? "nl-NL" : "en-GB") })]
    }
}
