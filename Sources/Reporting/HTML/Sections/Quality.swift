import Claims

/// The eight points of a good service promise, after ISO 10001: how many of the service promises have each.
struct QualitySection {
    let frame: Frame
    let dossier: Dossier

    private var words: Words { frame.words }

    var html: HTML {
        guard let points = dossier.organisation.quality, let total = points.first?.promises, total > 0 else { return .empty }
        let table: HTML = """
            <div class="scroll" role="region" aria-labelledby="\(frame.prefix)quality-c" tabindex="0">
            <table class="quality"><caption id="\(frame.prefix)quality-c">\(frame.label(words.count(.qualityCaption, total)))</caption>
            <thead><tr><th scope="col">\(words[.qualityPoint])</th><th scope="col" class="num">\(words[.qualityShare])</th>\
            <th scope="col" class="wide"><span class="hide">\(words[.chart])</span></th><th scope="col">\(words[.qualityExample])</th></tr></thead>
            <tbody>\(zip(points, examples(points)).map { row($0, $1, total) })</tbody></table></div>
            """
        return frame.section("quality", HTML(text: heading(points, total)), frame.lede(HTML(text: words[.qualityLede])) + table)
    }

    /// A different sentence for each point where there are enough.
    private func examples(_ points: [QualityPoint]) -> [Claim?] {
        let wanted = Set(points.flatMap(\.shown))
        let byID = Dictionary(dossier.organisation.claims.filter { wanted.contains($0.id) }.map { ($0.id, $0) }) { first, _ in first }
        var used: Set<String> = []
        return points.map { point in
            let ranked = point.shown.compactMap { byID[$0] }
            let example = ranked.first { !used.contains($0.quote) } ?? ranked.first
            if let example { used.insert(example.quote) }
            return example
        }
    }

    /// What the point is called, and what it asks.
    private func names(_ point: PromisePoint) -> (name: Word, question: Word) {
        switch point {
        case .action: (.action, .askAction)
        case .measure: (.measure, .askMeasure)
        case .firmness: (.firmness, .askFirmness)
        case .channel: (.channel, .askChannel)
        case .scope: (.scope, .askScope)
        case .remedy: (.remedy, .askRemedy)
        case .route: (.route, .askRoute)
        case .proof: (.proof, .askProof)
        }
    }

    private func heading(_ points: [QualityPoint], _ total: Int) -> String {
        guard let least = points.min(by: { $0.count < $1.count }), least.count < total else { return words[.qualityBest] }
        return words.fill(.qualityTitle, ["point": words[names(least.point).name].lowercased()])
    }

    private func row(_ point: QualityPoint, _ example: Claim?, _ total: Int) -> HTML {
        let share = point.count * 1000 / total
        let cell: HTML =
            example.map {
                "\(frame.quote(Excerpt.short($0, limit: 90), $0.language)) <span class=\"src\">\(frame.place($0))</span>" as HTML
            }
            ?? #"<span class="soft">–</span>"#
        return """
            <tr><th scope="row">\(words[names(point.point).name])<br><span class="small soft">\(words[names(point.point).question])</span></th>\
            <td class="num">\(words.fill(.qualityOf, ["n": words.digits(point.count), "total": words.digits(total)]))</td>\
            <td class="wide"><svg class="bar" width="160" height="14" aria-hidden="true"><rect fill="none" class="t" width="100%" height="100%" rx="3"/>\
            <rect class="k" width="\(share / 10).\(share % 10)%" height="100%" rx="3"/></svg></td><td class="small">\(cell)</td></tr>

            """
    }
}
