import Claims

/// The eight points of a good service promise, after ISO 10001: how many of the service promises have each.
struct QualitySection {
    let frame: Frame
    let dossier: Dossier

    private var words: Words { frame.words }

    /// One point: its name, what it asks, which promises have it, and sentences that show it.
    struct Point {
        let name, question: Word
        let has: [Claim]
        var shows: [Claim]
    }

    var html: HTML {
        let promises = dossier.organisation.claims.filter { $0.kind == .servicePromise && $0.stance == .affirms }
        guard !promises.isEmpty else { return .empty }
        let points = Self.points(promises, all: dossier.organisation.claims)
        let total = promises.count
        let table: HTML = """
            <div class="scroll" role="region" aria-labelledby="\(frame.prefix)quality-c" tabindex="0">
            <table class="quality"><caption id="\(frame.prefix)quality-c">\(frame.label(words.count(.qualityCaption, total)))</caption>
            <thead><tr><th scope="col">\(words[.qualityPoint])</th><th scope="col" class="num">\(words[.qualityShare])</th>\
            <th scope="col" class="wide"><span class="hide">\(words[.chart])</span></th><th scope="col">\(words[.qualityExample])</th></tr></thead>
            <tbody>\(zip(points, Self.examples(points)).map { row($0, $1, total) })</tbody></table></div>
            """
        return frame.section("quality", HTML(text: heading(points, total)), frame.lede(HTML(text: words[.qualityLede])) + table)
    }

    static func points(_ promises: [Claim], all: [Claim]) -> [Point] {
        func own(_ name: Word, _ question: Word, _ has: (Claim) -> Bool) -> Point {
            let found = promises.filter(has)
            return Point(name: name, question: question, has: found, shows: found)
        }
        /// What may stand beside the promise, on the same page.
        func beside(_ name: Word, _ question: Word, _ theme: String) -> Point {
            let shows = all.filter { $0.theme == theme && $0.kind == .servicePromise && $0.stance == .affirms }
            let files = Set(shows.map(\.source.file))
            return Point(name: name, question: question, has: promises.filter { files.contains($0.source.file) }, shows: shows)
        }
        return [
            own(.action, .askAction) { $0.topics?.isEmpty == false || $0.measure != nil }, own(.measure, .askMeasure) { $0.measure != nil },
            own(.firmness, .askFirmness) { $0.commitment == .firm }, own(.channel, .askChannel) { $0.channel != "any" },
            own(.scope, .askScope) { $0.scope?.isEmpty == false }, beside(.remedy, .askRemedy, "guarantee"),
            beside(.route, .askRoute, "complaint-care"), beside(.proof, .askProof, "feedback-loop"),
        ]
    }

    /// A different sentence for each point where there are enough.
    private static func examples(_ points: [Point]) -> [Claim?] {
        var used: Set<String> = []
        return points.map { point in
            let ranked = point.shows.sorted { ($1.occurrences, $0.quote.count, $0.id) < ($0.occurrences, $1.quote.count, $1.id) }
            let example = ranked.first { !used.contains($0.quote) } ?? ranked.first
            if let example { used.insert(example.quote) }
            return example
        }
    }

    private func heading(_ points: [Point], _ total: Int) -> String {
        guard let least = points.min(by: { $0.has.count < $1.has.count }), least.has.count < total else { return words[.qualityBest] }
        return words.fill(.qualityTitle, ["point": words[least.name].lowercased()])
    }

    private func row(_ point: Point, _ example: Claim?, _ total: Int) -> HTML {
        let share = point.has.count * 1000 / total
        let cell: HTML =
            example.map {
                "\(frame.quote(Excerpt.short($0, limit: 90), $0.language)) <span class=\"src\">\(frame.place($0))</span>" as HTML
            }
            ?? #"<span class="soft">–</span>"#
        return """
            <tr><th scope="row">\(words[point.name])<br><span class="small soft">\(words[point.question])</span></th>\
            <td class="num">\(words.fill(.qualityOf, ["n": words.digits(point.has.count), "total": words.digits(total)]))</td>\
            <td class="wide"><svg class="bar" width="160" height="14" aria-hidden="true"><rect fill="none" class="t" width="100%" height="100%" rx="3"/>\
            <rect class="k" width="\(share / 10).\(share % 10)%" height="100%" rx="3"/></svg></td><td class="small">\(cell)</td></tr>

            """
    }
}
