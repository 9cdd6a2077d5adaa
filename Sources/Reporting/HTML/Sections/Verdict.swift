import Claims

/// The answer in one sentence, what changed, and every promise by its state.
struct VerdictSection {
    let frame: Frame
    let dossier: Dossier
    let options: HTMLReportOptions
    /// Pages that were read of this organisation.
    var pages: Int { dossier.organisation.pages.count }

    private var words: Words { frame.words }

    /// - Parameter isMain: the only organisation: the sentence is the heading of the page.
    func html(isMain: Bool) -> HTML {
        let heading: HTML = isMain ? "<h1>\(spoken)</h1>" : #"<h2 id="\#(frame.prefix)h">\#(spoken)</h2>"#
        return """
            <div class="verdict">
            <p class="eyebrow">\(eyebrow)</p>
            <div class="grid\(history.isEmpty ? " alone" : "")"><div>
            \(heading)
            \(delta)
            </div>\(TrendFigure(words: words, id: frame.prefix + "tr", history: history).html)</div>
            \(strip)
            </div>

            """
    }

    private var eyebrow: HTML {
        var parts: [HTML] = [words.html(.eyebrow, ["name": "<strong>\(dossier.organisation.name)</strong>"])]
        if let date = options.date { parts.append(#"<time datetime="\#(date)">\#(words.date(date))</time>"#) }
        parts.append(HTML(text: words.count(.pages, pages)))
        return parts.joined(" · ")
    }

    private var spoken: HTML { sentences.map { "<span>\($0)</span>" as HTML }.joined(" ") }

    /// The verdict, which anyone can count again.
    var sentences: [String] {
        let total = dossier.promises.count
        guard total > 0 else { return [words[pages == 0 ? .verdictNothing : .verdictNoPromise]] }
        if total == 1 { return [words[.verdictSingle], words[Self.single(dossier.promises[0].verdict)]] }
        let (kept, clash) = (dossier.count(.kept), dossier.count(.contradicted))
        let inLetters = total <= 12
        func number(_ value: Int) -> String { inLetters ? words.number(value) : words.digits(value) }
        let keptWord: Word = kept == total ? .verdictKeptAll : kept == 0 ? .verdictKeptNone : kept == 1 ? .verdictKeptOne : .verdictKept
        let clashWord: Word = clash == 0 ? .verdictClashNone : clash == 1 ? .verdictClashOne : .verdictClash
        let values = ["total": number(total), "kept": number(kept), "clash": number(clash)]
        return [words.fill(keptWord, values).capitalised, words.fill(clashWord, values).capitalised]
    }

    private static func single(_ verdict: PromiseVerdict) -> Word {
        switch verdict {
        case .contradicted: .singleClash
        case .nothingBehind: .singleNothing
        case .noNorm: .singleNoNorm
        case .kept: .singleKept
        }
    }

    private var delta: HTML {
        guard !dossier.promises.isEmpty else {
            let key: Word = pages == 0 ? .nothingRead : .noPromiseMeaning
            let meaning = HTML(text: words.fill(key, ["pages": words.count(.pages, pages)]))
            let sentences = [meaning, change, dossier.conflicts.isEmpty ? nil : settle].compactMap(\.self)
            return #"<p class="delta">\#(sentences.joined(" "))</p>"#
        }
        let sentences = [change, settle].compactMap(\.self)
        return sentences.isEmpty ? .empty : #"<p class="delta">\#(sentences.joined(" "))</p>"#
    }

    /// How few sentences settle every contradiction: distinct texts of the sides that yield.
    private var settle: HTML? {
        let conflicts = dossier.conflicts
        guard !conflicts.isEmpty else { return HTML(text: words.fill(.noConflictMeaning, ["pages": words.count(.pages, pages)])) }
        var texts: Set<String> = []
        for conflict in conflicts where conflict.finding.claims.count > 1 {
            let kept = conflict.finding.change == .first ? conflict.finding.claims[1] : conflict.finding.claims[0]
            texts.formUnion(conflict.finding.claims.map(\.quote).filter { $0 != kept.quote })
        }
        let sentences: HTML = "<strong>\(words.count(.sentences, max(1, texts.count)))</strong>"
        return words.html(
            conflicts.count == 1 ? .settleOne : .settle, ["n": HTML(text: words.digits(conflicts.count)), "sentences": sentences])
    }

    private var history: [AuditHistory] {
        guard let date = options.date else { return [] }
        let earlier = options.history.filter { $0.organisation == dossier.organisation.name && $0.date < date }
        return earlier.isEmpty ? [] : earlier.suffix(11) + [AuditHistory(dossier.organisation, date: date)]
    }

    /// What changed since the audit before this one.
    private var change: HTML? {
        guard history.count > 1 else { return newAndGone }
        let (last, now) = (history[history.count - 2], history[history.count - 1])
        let since = words.fill(.deltaSince, ["date": words.date(last.date), "change": words.change(from: last, to: now)])
        return [HTML(text: since), newAndGone].compactMap(\.self).joined(" ")
    }

    private var newAndGone: HTML? {
        guard let previous = options.previous else { return nil }
        let new = dossier.findings.count(where: \.isNew)
        let gone = previous.subtracting(dossier.findings.map(\.finding.fingerprint)).count
        let link: HTML = #"<a href="\#(frame.filter([("since", "new")]))">\#(words.count(.deltaNew, new))</a>"#
        // What is gone is known of all organisations together, not of one.
        let parts: [HTML] =
            (new > 0 ? [link] : []) + (gone > 0 && frame.organisation == nil ? [HTML(text: words.count(.deltaGone, gone))] : [])
        if parts.isEmpty { return frame.organisation == nil ? HTML(text: words[.deltaNoneNew]) : nil }
        return parts.joined(", ") + "."
    }

    /// No organisation at all: nothing was read.
    static func nothing(_ words: Words) -> HTML {
        "<div class=\"verdict\"><h1>\(words[.verdictNothing])</h1><p class=\"delta\">\(words[.nothingRead])</p></div>\n"
    }

    /// Promises named in each tile; the others are a link away.
    static let named = 5

    private var strip: HTML {
        guard !dossier.promises.isEmpty else { return .empty }
        let tiles = PromiseVerdict.ordered.map(tile)
        return #"<ul class="strip">\#(tiles)</ul>"#
    }

    private func tile(_ verdict: PromiseVerdict) -> HTML {
        let promises = dossier.promises.filter { $0.verdict == verdict }
        // The tile is as wide as its share: the strip is a bar as well.
        let share = (promises.count * 8 + dossier.promises.count / 2) / dossier.promises.count
        let label: Word =
            switch verdict {
            case .contradicted: .tileClash
            case .nothingBehind: .tileEmpty
            case .noNorm: .tilePart
            case .kept: .tileKept
            }
        let items = promises.prefix(Self.named).map { promise -> HTML in
            let text = Excerpt.short(promise.claim, limit: 96)
            return ##"<li><a href="#\##(frame.prefix)p-\##(promise.claim.id)" lang="\##(promise.claim.language)">\##(text)</a></li>"##
        }
        let more = promises.count - Self.named
        let rest: HTML = more > 0 ? ##"<li><a href="#\##(frame.prefix)map">\##(words.count(.andMore, more))</a></li>"## : .empty
        return """
            <li class="\(State(verdict).style) s\(share)"><p class="t"><b class="n num">\(promises.count)</b> \(State(verdict).glyph) \(words.count(label, promises.count))</p>\
            \(promises.isEmpty ? .empty : "<ul>\(items)\(rest)</ul>")</li>

            """
    }
}
