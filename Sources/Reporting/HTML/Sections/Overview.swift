import Claims

/// Several organisations in one result: a table to choose from.
struct OverviewSection {
    let frame: Frame
    let dossiers: [Dossier]
    /// Organisations that have a part of their own below.
    let detailed: Set<Int>
    let options: HTMLReportOptions

    private var words: Words { frame.words }

    var html: HTML {
        let promises = dossiers.reduce(0) { $0 + $1.promises.count }
        let kept = dossiers.reduce(0) { $0 + $1.count(.kept) }
        let clash = dossiers.reduce(0) { $0 + $1.count(.contradicted) }
        let sentences = [
            words.fill(
                .manyVerdict,
                ["n": words.number(dossiers.count).capitalised, "total": words.digits(promises), "kept": words.digits(kept)]),
            clash == 0
                ? words[.verdictClashNone]
                : clash == 1 ? words[.verdictClashOne] : words.fill(.verdictClash, ["clash": words.digits(clash)]),
        ]
        let more = dossiers.count - detailed.count
        return """
            <div class="verdict"><p class="eyebrow">\(eyebrow)</p>
            <h1>\(sentences.map { "<span>\($0)</span>" as HTML }.joined(" "))</h1>
            <p class="delta">\(words[.manyLede])</p>
            <div class="scroll" role="region" aria-labelledby="overview-c" tabindex="0"><table class="themes" id="overview">
            <caption id="overview-c">\(words[.manyCaption])</caption><thead><tr><th scope="col">\(words[.organisation])</th>\
            \(PromiseVerdict.ordered.map { #"<th scope="col" class="num">\#(State($0).glyph) \#(frame.verdict($0))</th>"# as HTML })\
            <th scope="col" class="num">\(words[.navFindings])</th></tr></thead>
            <tbody>\(dossiers.map(row))</tbody></table></div>\(more > 0 ? #"<p class="small soft">\#(words.count(.manyMore, more))</p>"# : HTML.empty)</div>

            """
    }

    private var eyebrow: HTML {
        let pages = dossiers.reduce(0) { $0 + $1.organisation.pages.count }
        let date = options.date.map { #"<time datetime="\#($0)">\#(words.date($0))</time>"# as HTML }
        return [HTML(text: words.count(.titleMany, dossiers.count)), date, HTML(text: words.count(.pages, pages))]
            .compactMap(\.self).joined(" · ")
    }

    private func row(_ dossier: Dossier) -> HTML {
        let name = dossier.organisation.name
        let label: HTML = detailed.contains(dossier.index) ? ##"<a href="#o\##(dossier.index + 1)-top">\##(name)</a>"## : HTML(text: name)
        let findings: HTML =
            dossier.findings.isEmpty
            ? "0" : ##"<a href="#findings?organisation=\##(dossier.index)">\##(words.digits(dossier.findings.count))</a>"##
        return """
            <tr><th scope="row">\(label)</th>\(PromiseVerdict.ordered.map { #"<td class="num">\#(dossier.count($0))</td>"# as HTML })<td class="num">\(findings)</td></tr>

            """
    }
}
