import Claims

/// How much stands behind each theme, as numbers and bars.
struct ThemesSection {
    let frame: Frame
    let dossier: Dossier

    private var words: Words { frame.words }

    var html: HTML {
        let rows = dossier.organisation.coverage.filter { $0.total > 0 || $0.findings > 0 }.sorted(by: Self.order)
        guard !rows.isEmpty else { return .empty }
        let longest = max(1, rows.map(\.total).max() ?? 1)
        let content: HTML = """
            <div class="scroll" role="region" aria-labelledby="\(frame.prefix)theme-c" tabindex="0">
            <table class="themes"><caption id="\(frame.prefix)theme-c">\(frame.label(words[.themeCaption]))</caption>
            <thead><tr><th scope="col">\(words[.theme])</th><th scope="col" class="num">\(words[.brandPromises])</th>\
            <th scope="col" class="num">\(words[.servicePromises])</th><th scope="col" class="num">\(words[.constraints])</th>\
            <th scope="col" class="num">\(words[.navFindings])</th>\
            <th scope="col" class="wide"><span class="hide">\(words[.chart])</span></th></tr></thead>
            <tbody>\(rows.prefix(Self.most).map { row($0, longest) })</tbody></table></div>
            <ul class="key wide">\(Self.bars.map { #"<li><svg width="14" height="14" class="bar one" aria-hidden="true"><rect class="\#($0.style)" width="14" height="14" rx="3"/></svg>\#(words[$0.word])</li>"# as HTML })</ul>
            """
        return frame.section(
            "themes", HTML(text: heading(rows)),
            frame.lede(HTML(text: words[.themeLede])) + content + others(Array(rows.dropFirst(Self.most))))
    }

    /// Themes with a row of their own; the others are named with their numbers.
    private static let most = 12

    private func others(_ rows: [ThemeCoverage]) -> HTML {
        guard !rows.isEmpty else { return .empty }
        let items = rows.map { coverage -> HTML in
            let parts = [
                (.cellPromises, coverage.brandPromises), (.cellServices, coverage.servicePromises),
                (.cellConstraints, coverage.processConstraints), (.cellFindings, coverage.findings),
            ]
            .filter { (_: Word, count: Int) in count > 0 }.map { words.count($0, $1) }
            return "<li>\(label(coverage)): \(parts.joined(separator: ", "))</li>"
        }
        return #"<details class="others"><summary>\#(words.count(.moreThemes, rows.count))</summary><ul>\#(items)</ul></details>"#
    }

    private func label(_ coverage: ThemeCoverage) -> HTML {
        let name = frame.theme(coverage.theme)
        return coverage.findings > 0 ? #"<a href="\#(frame.filter([("theme", coverage.theme)]))">\#(name)</a>"# : HTML(text: name)
    }

    private static let bars: [(style: HTML, word: Word, value: @Sendable (ThemeCoverage) -> Int)] = [
        ("b", .brandPromises, { $0.brandPromises }), ("k", .servicePromises, { $0.servicePromises }),
        ("p", .constraints, { $0.processConstraints }),
    ]

    /// What is promised first: that is what the audit is about. Then what there is most of.
    private static func order(_ left: ThemeCoverage, _ right: ThemeCoverage) -> Bool {
        func key(_ row: ThemeCoverage) -> (Int, Int, Int, String) {
            (row.brandPromises > 0 ? 0 : 1, -row.servicePromises, -row.total, row.theme)
        }
        return key(left) < key(right)
    }

    /// The theme with most promises, all of which have nothing behind them, whatever theme their support might have had.
    private var hollow: String? {
        let themes = Dictionary(grouping: dossier.promises, by: \.theme).filter { $0.value.allSatisfy { $0.verdict == .nothingBehind } }
        return themes.min { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }?.key
    }

    /// The story of the table: what is well founded, and what is only said.
    private func heading(_ rows: [ThemeCoverage]) -> String {
        let most = rows.prefix(Self.most).filter { $0.servicePromises > 1 && $0.theme != hollow }
            .min { (-$0.servicePromises, $0.theme) < (-$1.servicePromises, $1.theme) }
        let much = most.map { frame.theme($0.theme).lowercased() }
        let nothing = hollow.map { frame.theme($0).lowercased() }
        return switch (much, nothing) {
        case (let much?, let nothing?): words.fill(.themeMuchNothing, ["much": much, "nothing": nothing])
        case (let much?, nil): words.fill(.themeMuch, ["much": much])
        case (nil, let nothing?): words.fill(.themeNothing, ["nothing": nothing])
        case (nil, nil): words[.themePlain]
        }
    }

    private func row(_ coverage: ThemeCoverage, _ longest: Int) -> HTML {
        let numbers = Self.bars.map { #"<td class="num">\#($0.value(coverage))</td>"# as HTML }
        return """
            <tr><th scope="row">\(label(coverage))</th>\(numbers)<td class="num">\(coverage.findings)</td>\
            <td class="wide">\(bar(coverage, longest))</td></tr>

            """
    }

    private func bar(_ coverage: ThemeCoverage, _ longest: Int) -> HTML {
        var (start, parts) = (0, [HTML]())
        for bar in Self.bars where bar.value(coverage) > 0 {
            let width = bar.value(coverage) * 1000 / longest
            parts.append(
                #"<rect class="\#(bar.style)" x="\#(Self.percent(start))" width="\#(Self.percent(max(5, width - 4)))" height="100%" rx="3"/>"#
            )
            start += width
        }
        return
            #"<svg class="bar" width="240" height="14" aria-hidden="true"><rect fill="none" class="t" width="100%" height="100%" rx="3"/>\#(parts)</svg>"#
    }

    private static func percent(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)%" }
}

extension ThemeCoverage {
    var total: Int { brandPromises + servicePromises + processConstraints }
}
