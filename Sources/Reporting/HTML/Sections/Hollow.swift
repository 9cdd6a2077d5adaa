import Claims

/// Promises that nothing makes concrete.
struct HollowSection {
    let frame: Frame
    let dossier: Dossier

    static let most = 9

    var html: HTML {
        let promises = dossier.promises.filter { $0.verdict == .nothingBehind }
        guard !promises.isEmpty else { return .empty }
        let words = frame.words
        let title = promises.count == 1 ? words[.hollowOne] : words.fill(.hollowTitle, ["n": words.number(promises.count).capitalised])
        let more = promises.count - Self.most
        let rest: HTML =
            more > 0
            ? #"<p class="small"><a href="\#(frame.filter([("kind", "missing-link")]))">\#(words.count(.moreHollow, more))</a></p>"#
            : .empty
        return frame.section(
            "hollow", HTML(text: title),
            frame.lede(HTML(text: words[.hollowLede])) + #"<ul class="hollow">\#(promises.prefix(Self.most).map(item))</ul>\#(rest)"#)
    }

    private func item(_ promise: Promise) -> HTML {
        let words = frame.words
        let missing = promise.findings.first
        let reach = promise.claim.occurrences == 1 ? words[.onOnePage] : words.count(.onPages, promise.claim.occurrences)
        let advice: HTML = missing.map { #"<p class="small">\#($0.finding.advice)</p>"# } ?? .empty
        let link: HTML =
            missing.map {
                ##"<p class="small"><a href="#\##($0.anchor)">\##(words.fill(.findingLabel, ["id": String($0.anchor.dropFirst(2).prefix(8))]))</a></p>"##
            } ?? .empty
        return """
            <li class="is-empty">\(frame.tag(.empty, frame.theme(promise.theme)))<blockquote lang="\(promise.claim.language)">\
            \(Excerpt.marked(promise.claim))</blockquote><p class="small soft">\(reach) \(frame.place(promise.claim))</p>\(advice)\(link)</li>

            """
    }
}
