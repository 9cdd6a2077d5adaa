public import Claims
public import RuleBook

/// Weighs the claims of one organisation against each other. Sees no markup, no file and no clock; the order of its input changes nothing.
public struct Judge: Sendable {
    let book: RuleBook
    let language: String
    let spans: WorkingSpans

    /// - Parameters:
    ///   - language: of messages and advice, `nl` or `en`; quotes keep their own.
    ///   - spans: what working days come to under the organisation's calendar; worked out once and shared by many judges.
    public init(ruleBook: RuleBook, language: String, spans: WorkingSpans = .usual) {
        book = ruleBook
        self.language = language
        self.spans = spans
    }

    /// - Parameters:
    ///   - claims: all claims of the organisation, in any order.
    ///   - pages: its pages with their links.
    ///   - notJudged: files of the same input that were not read; a link to one of them is not broken.
    ///   - suppressions: those that hold today. What they suppress is found all the same, and marked.
    public func judge(
        organisation: String, claims: [Claim], pages: [PageRecord], notJudged: [NotJudged], suppressions: Suppressions = Suppressions()
    ) -> OrganisationResult {
        let silenced = SilencedPlaces(suppressions.notes)
        let words = FindingWords(language: language, organisation: organisation)
        let pages = pages.sorted { $0.file < $1.file }
        let (graph, (claims, index, match)) = atOnce(
            { LinkGraph(pages: pages, notJudged: notJudged) },
            {
                let once = Repetition.collapse(claims, silenced)
                return (once, ClaimIndex(once), ScopeMatch(once))
            })
        let (broken, (conflicts, notCompared)) = atOnce(
            { brokenReferences(graph, claims, words, silenced) },
            { self.conflicts(claims, index, match, LanguageVersions(graph, claims), words, silenced) })
        let standing = Standing(
            book: book, claims: claims, index: index, graph: graph, contradicted: promised(in: conflicts), silenced: silenced,
            profiles: match.profiles)
        var findings = conflicts + standing.absences(words) + broken
        findings = suppressions.applied(to: Fingerprint.apart(findings.map(Fingerprint.of).sorted(by: Self.precedes)))
        var result = OrganisationResult(
            name: organisation, pages: pages.map(PageSummary.init), claims: claims, promises: standing.promises,
            coverage: coverage(claims, findings), findings: findings, quality: QualityCard(claims).points)
        result.notCompared = notCompared
        return result
    }

    private func conflicts(
        _ claims: [Claim], _ index: ClaimIndex, _ match: ScopeMatch, _ versions: LanguageVersions, _ words: FindingWords,
        _ silenced: SilencedPlaces
    ) -> ([Finding], [NotJudged]) {
        let readings = MeasureReading.all(claims, spans)
        let finder = ClashFinder(claims: claims, match: match, index: index, readings: readings, versions: versions)
        let groups = ClashGroups(claims: claims, readings: readings)
        var told = Set<Set<String>>()
        var notCompared: [NotJudged] = []
        let findings = book.contradictions.flatMap { rule in
            let clashes = finder.clashes(rule)
            if clashes.unseen > 0 { notCompared.append(words.notCompared(clashes.unseen, rule)) }
            return conflicts(rule, clashes.found, groups, words, silenced)
        }.filter { finding in
            // Two rules that see the same pair tell it once.
            told.insert(Set(finding.claims.prefix(2).map { "\($0.source.file) \($0.source.line) \($0.quote)" })).inserted
        }
        return (findings, notCompared)
    }

    /// A clash with a side where the rule is silenced is a finding apart, so that it hides no other.
    private func conflicts(
        _ rule: ContradictionRule, _ clashes: [Clash], _ groups: ClashGroups, _ words: FindingWords, _ silenced: SilencedPlaces
    ) -> [Finding] {
        func silence(_ clash: Clash) -> Suppression? {
            silenced.suppression(rule.id, groups.claims[clash.first]) ?? silenced.suppression(rule.id, groups.claims[clash.second])
        }
        let live = silenced.isEmpty ? clashes : clashes.filter { silence($0) == nil }
        let quiet = silenced.isEmpty ? [] : clashes.compactMap { clash in silence(clash).map { (clash, $0) } }
        let hidden = Dictionary(grouping: quiet) { $0.1 }.values.flatMap { group in
            groups.make(group.map(\.0), rule).map { words.conflict($0, rule).suppressed(by: group[0].1) }
        }
        return groups.make(live, rule).map { words.conflict($0, rule) } + hidden.sorted(by: Self.precedes)
    }

    /// Promises that a conflict undoes: brand promises among them are not reported as missing a link as well, nor are others as orphans.
    private func promised(in conflicts: [Finding]) -> Set<String> {
        Set(conflicts.flatMap { $0.claims.filter { $0.kind != .processConstraint }.map(\.id) })
    }

    private func brokenReferences(
        _ graph: LinkGraph, _ claims: [Claim], _ words: FindingWords, _ silenced: SilencedPlaces
    ) -> [Finding] {
        guard let rule = book.links.first(where: { $0.type == .brokenReference }) else { return [] }
        return BrokenReferences(
            graph: graph, claims: claims, silence: { silenced.suppression(rule.id, file: $0, line: $1.line, column: $1.column) }
        )
        .broken().map { words.broken($0, rule).suppressed(by: $0.suppression) }
    }

    /// Errors first, then by type, rule and identity.
    private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        let types = FindingType.allCases
        let (a, b) = (types.firstIndex(of: left.type)!, types.firstIndex(of: right.type)!)
        if left.severity != right.severity { return left.severity > right.severity }
        if a != b { return a < b }
        if left.rule != right.rule { return left.rule < right.rule }
        return (left.fingerprint, left.claims.first?.id ?? "", left.href ?? "") < (
            right.fingerprint, right.claims.first?.id ?? "", right.href ?? ""
        )
    }

    private func coverage(_ claims: [Claim], _ findings: [Finding]) -> [ThemeCoverage] {
        let byTheme = Dictionary(grouping: claims, by: \.theme)
        let found = Dictionary(grouping: findings, by: \.theme)
        return book.themes.map(\.id).filter { byTheme[$0] != nil || found[$0] != nil }.map { theme in
            let own = byTheme[theme] ?? []
            return ThemeCoverage(
                theme: theme, brandPromises: own.count { $0.kind == .brandPromise },
                servicePromises: own.count { $0.kind == .servicePromise },
                processConstraints: own.count { $0.kind == .processConstraint }, findings: found[theme]?.count ?? 0)
        }
    }
}
