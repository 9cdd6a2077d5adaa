public import Claims
public import RuleBook

/// The audit as one HTML page that needs nothing else: no request, no script to be read, no place on the network.
public enum HTMLReport {
    /// Organisations that get a part of their own; the others are in the table and the list.
    static let mostDetailed = 12

    /// The page in UTF-8. The same result and options give the same bytes.
    public static func render(_ result: AuditResult, ruleBook: RuleBook, options: HTMLReportOptions = HTMLReportOptions()) -> [UInt8] {
        let words = Words(options.language)
        let knowsNew = options.previous != nil
        let dossiers = result.organisations.enumerated().map { Dossier($1, index: $0, previous: options.previous) }
        let frame = Frame(words: words, ruleBook: ruleBook, knowsNew: knowsNew)
        let findings = dossiers.count == 1 ? dossiers[0].findings : dossiers.flatMap(\.findings).sorted()
        let organisations = dossiers.map(\.organisation.name)
        let embedded = findings.prefix(FindingData.most)
        let body: HTML
        if let only = dossiers.first, dossiers.count == 1 {
            body = VerdictSection(frame: frame, dossier: only, options: options).html(isMain: true) + sections(frame, only)
        } else {
            body = several(dossiers, words: words, ruleBook: ruleBook, options: options)
        }
        let list = FindingsSection(frame: frame, findings: findings, organisations: organisations, embedded: embedded.count).html
        let about = AboutSection(frame: frame, result: result, dossiers: dossiers).html
        let data = FindingData(frame: frame, findings: embedded, organisations: organisations).write()
        let page = Page(words: words, result: result, options: options, dossiers: dossiers)
        return page.html(body + list + about, data: data).bytes
    }

    /// The last day on which a page was fetched, where the dump tells.
    public static func crawlDay(_ result: AuditResult) -> String? {
        result.organisations.flatMap(\.claims).compactMap(\.source.fetched).max().map { String($0.prefix(10)) }
    }

    private static func sections(_ frame: Frame, _ dossier: Dossier) -> HTML {
        FixFirstSection(frame: frame, dossier: dossier).html + WorstSection(frame: frame, dossier: dossier).html
            + HollowSection(frame: frame, dossier: dossier).html + MatrixSection(frame: frame, dossier: dossier).html
            + PromiseMapSection(frame: frame, dossier: dossier).html + ThemesSection(frame: frame, dossier: dossier).html
            + CardSection(frame: frame, dossier: dossier).html + QualitySection(frame: frame, dossier: dossier).html
    }

    /// A table of all, then the worst ones each in full.
    private static func several(_ dossiers: [Dossier], words: Words, ruleBook: RuleBook, options: HTMLReportOptions) -> HTML {
        let worst = dossiers.sorted {
            ($1.count(.contradicted), $1.findings.count, $0.index) < ($0.count(.contradicted), $0.findings.count, $1.index)
        }
        let detailed = Set(worst.prefix(mostDetailed).map(\.index))
        let knowsNew = options.previous != nil
        let table = OverviewSection(
            frame: Frame(words: words, ruleBook: ruleBook), dossiers: dossiers, detailed: detailed, options: options
        ).html
        let parts = dossiers.filter { detailed.contains($0.index) }.map { dossier -> HTML in
            let frame = Frame(words: words, ruleBook: ruleBook, level: 3, organisation: dossier, knowsNew: knowsNew)
            return """
                <article class="org" id="\(frame.prefix)top" aria-labelledby="\(frame.prefix)h">
                \(VerdictSection(frame: frame, dossier: dossier, options: options).html(isMain: false))\(sections(frame, dossier))
                <p class="small"><a href="#overview">\(words[.backToTop])</a></p></article>

                """
        }
        return dossiers.isEmpty ? VerdictSection.nothing(words) : "\(table)\(parts)"
    }
}
