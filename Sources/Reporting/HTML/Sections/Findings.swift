import Claims

/// The list of all findings: filters, and the first page of the list, which is there without scripts too.
struct FindingsSection {
    /// Frame of the page, not of one organisation.
    let frame: Frame
    let findings: [RankedFinding]
    /// Names of the organisations, in order.
    let organisations: [String]
    /// How many findings are in the data of the page.
    let embedded: Int

    static let pageSize = 25

    private var words: Words { frame.words }

    var html: HTML {
        guard !findings.isEmpty else {
            return frame.section("findings", HTML(text: words[.listTitle]), #"<p class="lede">\#(words[.noFindings])</p>"#)
        }
        let rows = findings.prefix(Self.pageSize).map { FindingRow(frame: frame, ranked: $0, organisations: organisations).html }
        let cut: HTML =
            embedded < findings.count
            ? #"<p class="note">\#(words.fill(.moreInFile, ["n": words.digits(embedded), "total": words.digits(findings.count)]))</p>"#
            : .empty
        return frame.section(
            "findings", HTML(text: words[.listTitle]),
            """
            <p class="lede">\(words[.listLede]) <span class="screen" data-js hidden>\(keys)</span></p>
            \(cut)
            \(form)
            <div class="count"><p id="status" role="status" tabindex="-1" class="num">\(status)</p>
            <div data-js hidden><button class="btn" type="button" id="csv">\(words[.csv])</button> <button class="btn" type="button" id="printfull">\(words[.printFull])</button></div></div>
            <p class="chips" id="chips" hidden></p>
            <p id="none" hidden>\(words[.noneFound])</p>
            <ol class="finds" id="list">
            \(rows)</ol>
            <nav class="pager" id="pager" aria-label="\(words[.pagesOfList])" data-pager hidden><button class="btn" type="button" id="prev">\(words[.previousPage])</button>
            <span id="pageno" class="num"></span> <button class="btn" type="button" id="next">\(words[.nextPage])</button></nav>
            <p class="hide" id="say" role="status"></p>
            """)
    }

    private var status: String {
        findings.count > Self.pageSize
            ? words.fill(.noScript, ["n": words.digits(Self.pageSize), "total": words.digits(findings.count)])
            : words.count(.findings, findings.count)
    }

    private var keys: HTML { words.html(.keys, ["j": "<kbd>j</kbd>", "k": "<kbd>k</kbd>", "o": "<kbd>o</kbd>"]) }

    private var form: HTML {
        """
        <form class="tools" data-js hidden id="filters" role="search" aria-label="\(words[.navFindings])">
        <label class="q">\(words[.search]) <input type="search" name="q" autocomplete="off" spellcheck="false"></label>
        <button class="btn" type="button" id="clear">\(words[.clear])</button>
        \(select("kind", .kind, .allKinds, kinds))
        \(select("theme", .theme, .allThemes, themes))
        \(select("severity", .severity, .allSeverities, severities))
        \(languages.count > 1 ? select("language", .quoteLanguage, .allLanguages, languages) : .empty)
        \(organisations.count > 1 ? select("organisation", .organisation, .allOrganisations, organisations.enumerated().map { (String($0), $1) }) : .empty)
        \(frame.knowsNew ? select("since", .since, .anyTime, [("new", words[.onlyNew])]) : .empty)
        \(hasExceptions ? select("status", .status, .anyStatus, [("open", words[.onlyOpen]), ("excepted", words[.excepted])]) : .empty)
        <label>\(words[.sort]) <select name="sort">\(orders.map { #"<option value="\#($0.0)">\#($0.1)</option>"# as HTML })</select></label>
        <input type="hidden" name="promise"><input type="hidden" name="touchpoint">
        </form>
        """
    }

    private func select(_ name: String, _ label: Word, _ all: Word, _ options: [(String, String)]) -> HTML {
        let items = options.map { #"<option value="\#($0.0)">\#($0.1)</option>"# as HTML }
        return #"<label>\#(words[label]) <select name="\#(name)"><option value="">\#(words[all])</option>\#(items)</select></label>"#
    }

    private var hasExceptions: Bool { findings.contains { $0.finding.suppression != nil } }

    private var kinds: [(String, String)] {
        let present = Set(findings.map(\.finding.type))
        return FindingType.ordered.filter(present.contains).map { ($0.rawValue, frame.type($0)) }
    }

    private var themes: [(String, String)] {
        Set(findings.map(\.finding.theme)).map { ($0, frame.theme($0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    private var severities: [(String, String)] {
        let present = Set(findings.map(\.finding.severity))
        return Severity.allCases.reversed().filter(present.contains).map { ($0.rawValue, words[Word.of($0)]) }
    }

    private var languages: [(String, String)] {
        let present = Set(findings.flatMap { $0.finding.claims.map(\.language) })
        return present.sorted().map { ($0, words.language(named: $0)) }
    }

    private var orders: [(String, String)] {
        [
            ("priority", words[.byPriority]), ("reach", words[.byReach]), ("severity", words[.bySeverity]), ("page", words[.byPage]),
            ("rule", words[.byRule]),
        ]
    }
}
