import Claims

/// One state is one colour, one glyph and one word, never colour alone.
enum State: String, CaseIterable, Sendable {
    case clash, empty, part, kept

    init(_ verdict: PromiseVerdict) {
        self =
            switch verdict {
            case .contradicted: .clash
            case .nothingBehind: .empty
            case .noNorm: .part
            case .kept: .kept
            }
    }

    init(_ type: FindingType) {
        self =
            switch type {
            case .contradiction: .clash
            case .narrowing, .weakPromise, .drift: .part
            case .missingLink, .orphanPromise, .brokenReference, .gap: .empty
            }
    }

    var style: HTML {
        switch self {
        case .clash: "is-clash"
        case .empty: "is-empty"
        case .part: "is-part"
        case .kept: "is-kept"
        }
    }

    var glyph: HTML {
        ##"<svg width="16" height="16" class="glyph \##(style)" aria-hidden="true"><use href="#g-\##(rawValue)"/></svg>"##
    }

    /// The shapes, once a page.
    static let symbols: HTML = #"""
        <svg class="hide" aria-hidden="true" focusable="false" width="0" height="0">
        <symbol id="g-clash" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" fill="currentColor"/><path class="in" stroke="#fff" fill="none" d="M5 5l6 6M11 5l-6 6" stroke-width="2" stroke-linecap="round"/></symbol>
        <symbol id="g-empty" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 2.2"/></symbol>
        <symbol id="g-part" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/></symbol>
        <symbol id="g-kept" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" fill="currentColor"/><path class="in" stroke="#fff" d="M4.6 8.3l2.4 2.4 4.5-5" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></symbol>
        <symbol id="g-ne" viewBox="0 0 40 40"><path d="M9 15h22M9 25h22M26 7L14 33" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round"/></symbol>
        <symbol id="g-in" viewBox="0 0 40 40"><path d="M7 20h26M14 12l-7 8 7 8M26 12l7 8-7 8" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></symbol>
        </svg>

        """#
}
