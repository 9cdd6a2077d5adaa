import Claims

/// Every brand promise against every touchpoint, as a table whose cells lead to the evidence.
struct MatrixSection {
    let frame: Frame
    let dossier: Dossier

    static let most = 40
    /// Steps of the customer journey, in order; the empty one is for what names none.
    static let touchpoints = ["orient", "order", "deliver", "use", "ask", "disturbance", "complain", "pay", "cancel"]

    private var words: Words { frame.words }

    /// What a cell rests on.
    struct Cell {
        var conflicts: [RankedFinding] = []
        var support: [Claim] = []

        var state: State? {
            if !conflicts.isEmpty { return conflicts.contains { $0.finding.type == .contradiction } ? .clash : .part }
            guard !support.isEmpty else { return nil }
            return support.contains { $0.measure != nil } ? .kept : .part
        }
    }

    var html: HTML {
        let promises = Array(dossier.promises.prefix(Self.most))
        guard !promises.isEmpty else { return .empty }
        let rows = promises.map { ($0, Self.cells($0)) }
        let columns = (Self.touchpoints + [""]).filter { column in rows.contains { $0.1[column] != nil } }
        let silent = Self.touchpoints.filter { !columns.contains($0) }.map { name($0).lowercased() }
        let more = dossier.promises.count - promises.count
        let quiet: HTML =
            silent.isEmpty || columns.isEmpty
            ? .empty : #"<p class="small soft after">\#(words.fill(.silentTouchpoints, ["list": words.list(silent)]))</p>"#
        let rest: HTML = more > 0 ? #"<p class="small soft">\#(words.count(.moreRows, more))</p>"# : .empty
        return frame.section(
            "matrix", HTML(text: heading(rows, columns)),
            frame.lede(HTML(text: words[.matrixLede])) + key + table(rows, columns.isEmpty ? [""] : columns) + quiet + rest)
    }

    /// By touchpoint: conflicts where they are, support where it is given.
    static func cells(_ promise: Promise) -> [String: Cell] {
        var cells: [String: Cell] = [:]
        for conflict in promise.conflicts {
            cells[column(conflict.finding), default: Cell()].conflicts.append(conflict)
        }
        for claim in promise.support { cells[touchpoint(claim.touchpoint), default: Cell()].support.append(claim) }
        return cells
    }

    /// The touchpoint at which a finding is met: its own, else that of what stands against the brand promise. Empty: none.
    static func column(_ finding: Finding) -> String {
        touchpoint(finding.touchpoint ?? finding.claims.first { $0.kind != .brandPromise && $0.touchpoint != nil }?.touchpoint)
    }

    /// How the filter of the list names the column of what belongs to no touchpoint.
    static let general = "general"

    private static func touchpoint(_ name: String?) -> String { name.flatMap { touchpoints.contains($0) ? $0 : nil } ?? "" }

    private func name(_ touchpoint: String) -> String {
        touchpoint.isEmpty ? words[.inGeneral] : words[Word(rawValue: touchpoint) ?? .inGeneral]
    }

    private func heading(_ rows: [(Promise, [String: Cell])], _ columns: [String]) -> String {
        let counts = columns.filter { !$0.isEmpty }.map { column in (column, rows.count { $0.1[column]?.state == .clash }) }
        guard let worst = counts.max(by: { $0.1 < $1.1 }), worst.1 > 1 else { return words[.matrixCalm] }
        return words.fill(.matrixWorst, ["touchpoint": name(worst.0)])
    }

    private var key: HTML {
        let entries: [(State, Word)] = [(.kept, .keyKept), (.part, .keyPart), (.clash, .keyClash)]
        return #"<ul class="key">\#(entries.map { "<li>\($0.0.glyph) \(words[$0.1])</li>" as HTML })<li>– \#(words[.keyNone])</li></ul>"#
    }

    private func table(_ rows: [(Promise, [String: Cell])], _ columns: [String]) -> HTML {
        """
        <div class="scroll" role="region" aria-labelledby="\(frame.prefix)matrix-c" tabindex="0">
        <table class="matrix"><caption id="\(frame.prefix)matrix-c">\(frame.label(words[.matrixCaption]))</caption>
        <thead><tr><th scope="col">\(words[.brandPromise])</th>\(columns.map { #"<th scope="col">\#(name($0))</th>"# as HTML })</tr></thead>
        <tbody>\(rows.map { row($0.0, $0.1, columns) })</tbody></table></div>
        """
    }

    private func row(_ promise: Promise, _ cells: [String: Cell], _ columns: [String]) -> HTML {
        let name = Excerpt.short(promise.claim, limit: 90)
        let start: HTML = """
            <tr><th scope="row"><a href="#\(frame.prefix)p-\(promise.claim.id)">\(State(promise.verdict).glyph)\
            <span class="hide">\(frame.verdict(promise.verdict)): </span><span>\(frame.quote(name, promise.claim.language))<br><span class="small soft">\(frame.theme(promise.theme))</span></span></a></th>
            """
        if cells.isEmpty {
            let target = promise.findings.first.map { "#" + $0.anchor } ?? "#\(frame.prefix)p-\(promise.claim.id)"
            let state = State(promise.verdict)
            let text = promise.verdict == .nothingBehind ? words[.nothingAnywhere] : frame.verdict(promise.verdict)
            return
                #"\#(start)<td class="all" colspan="\#(columns.count)"><a class="tag \#(state.style)" href="\#(target)">\#(state.glyph) \#(text)</a></td></tr>"#
        }
        return "\(start)\(columns.map { cell(promise, $0, cells[$0]) })</tr>\n"
    }

    private func cell(_ promise: Promise, _ touchpoint: String, _ cell: Cell?) -> HTML {
        guard let cell, let state = cell.state else {
            return #"<td><span class="none"><span aria-hidden="true">–</span><span class="hide">\#(words[.nothingSaid])</span></span></td>"#
        }
        let text = cell.conflicts.isEmpty ? words[state == .kept ? .kept : .noNorm] : words[state == .clash ? .contradicted : .narrowed]
        return
            #"<td><a class="cell \#(state.style)" href="\#(target(promise, touchpoint, cell))">\#(state.glyph) <span>\#(text)</span></a></td>"#
    }

    /// One conflict is opened; several are listed; support stands with the promise.
    private func target(_ promise: Promise, _ touchpoint: String, _ cell: Cell) -> String {
        if cell.conflicts.count == 1 { return "#" + cell.conflicts[0].anchor }
        if cell.conflicts.isEmpty { return "#\(frame.prefix)p-\(promise.claim.id)" }
        return frame.filter([("promise", promise.claim.id), ("touchpoint", touchpoint.isEmpty ? Self.general : touchpoint)])
    }
}
