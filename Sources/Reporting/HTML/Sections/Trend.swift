/// How many promises were kept and contradicted in each audit, as a line drawing with its sentence.
struct TrendFigure {
    let words: Words
    let id: String
    /// Oldest first, with the present audit as the last.
    let history: [AuditHistory]

    private static let (left, right, top, bottom) = (8.0, 206.0, 14.0, 124.0)

    var html: HTML {
        guard history.count > 1, let now = history.last else { return .empty }
        let ends = labelHeights(now)
        return """
            <figure class="trend"><figcaption>\(headline)</figcaption>
            <svg width="360" height="150" viewBox="0 0 360 150" role="img" aria-labelledby="\(id)-t"><title id="\(id)-t">\(description)</title>
            \([Self.top, 69, Self.bottom].map { #"<line stroke="currentColor" class="axis" x1="8" x2="206" y1="\#(Self.text($0))" y2="\#(Self.text($0))"/>"# as HTML })
            \(line(\.contradicted, "clash"))\(line(\.kept, "kept"))
            <text class="now d-clash" x="216" y="\(Self.text(ends.clash))">\(words.count(.trendClash, now.contradicted))</text>
            <text class="now d-kept" x="216" y="\(Self.text(ends.kept))">\(words.count(.trendKept, now.kept))</text>
            <text x="8" y="144">\(words.date(history[0].date, short: true))</text><text x="206" y="144" text-anchor="end">\(words.date(now.date, short: true))</text></svg></figure>
            """
    }

    private var highest: Int { max(1, history.map { max($0.promises, $0.contradicted, $0.kept) }.max() ?? 1) }

    private func x(_ index: Int) -> Double { Self.left + (Self.right - Self.left) * Double(index) / Double(history.count - 1) }

    private func y(_ value: Int) -> Double { Self.bottom - (Self.bottom - Self.top) * Double(value) / Double(highest) }

    /// One decimal is enough for a screen.
    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }

    private func line(_ value: KeyPath<AuditHistory, Int>, _ style: StaticString) -> HTML {
        let places = history.indices.map { (x($0), y(history[$0][keyPath: value])) }
        let points = places.map { Self.text($0.0) + "," + Self.text($0.1) }.joined(separator: " ")
        let name = HTML(stringLiteral: style)
        let dots = places.enumerated().map { index, place -> HTML in
            let radius = index == places.count - 1 ? 5 : 3
            return #"<circle class="d-\#(name)" cx="\#(Self.text(place.0))" cy="\#(Self.text(place.1))" r="\#(radius)"/>"#
        }
        return #"<polyline fill="none" stroke="currentColor" class="l-\#(name)" points="\#(points)"/>\#(dots)"#
    }

    /// Labels at the ends of the lines, kept apart.
    private func labelHeights(_ now: AuditHistory) -> (clash: Double, kept: Double) {
        var (clash, kept) = (y(now.contradicted) + 5, y(now.kept) + 5)
        let gap = 19 - abs(clash - kept)
        if gap > 0 {
            let up = clash <= kept ? -1.0 : 1.0
            clash += up * gap / 2
            kept -= up * gap / 2
        }
        return (clash, kept)
    }

    private var headline: String {
        let (first, last) = (history[0], history[history.count - 1])
        return words.fill(
            .trendSince, ["date": words.date(first.date, short: true), "change": words.change(from: first, to: last)])
    }

    private var description: String {
        func list(_ value: KeyPath<AuditHistory, Int>) -> String { history.map { String($0[keyPath: value]) }.joined(separator: ", ") }
        return words.fill(
            .trendText,
            [
                "kept": list(\.kept), "clash": list(\.contradicted), "from": words.date(history[0].date),
                "to": words.date(history[history.count - 1].date),
            ])
    }
}
