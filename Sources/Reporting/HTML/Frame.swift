import Claims
import RuleBook

/// What every section needs to write: the wording, the names of themes, how deep its heading stands and what its anchors begin with.
struct Frame: Sendable {
    let words: Words
    private let themes: [String: Theme]
    /// Why a rule matters, by its identifier.
    private let reasons: [String: String]
    /// 2 where the report is about one organisation, 3 where organisations follow each other.
    let level: Int
    /// Nothing, or `o2-`: anchors are unique in the page.
    let prefix: String
    /// Place and name of the organisation in a result that has several.
    let organisation: Int?
    private let name: String?
    /// There is an earlier audit to compare with.
    let knowsNew: Bool

    init(words: Words, ruleBook: RuleBook, level: Int = 2, organisation: Dossier? = nil, knowsNew: Bool = false) {
        self.words = words
        themes = Dictionary(ruleBook.themes.map { ($0.id, $0) }) { first, _ in first }
        let texts = ruleBook.contradictions.map { ($0.id, $0.why) } + ruleBook.links.map { ($0.id, $0.why) }
        reasons = Dictionary(texts.map { ($0.0, $0.1.text(words.language.rawValue)) }) { first, _ in first }
        self.level = level
        self.organisation = organisation?.index
        name = organisation?.organisation.name
        self.knowsNew = knowsNew
        prefix = organisation.map { "o\($0.index + 1)-" } ?? ""
    }

    func theme(_ id: String) -> String { themes[id]?.name(words.language.rawValue) ?? id }

    func dimension(_ theme: String) -> String? { themes[theme]?.dimension }

    /// Why a finding matters, in the words of its rule, and in full what the judge noted about it.
    func why(_ finding: Finding, inFull: Bool = true) -> String {
        let reason = reasons[finding.rule] ?? ""
        let text = ([reason] + (inFull || reason.isEmpty ? finding.trace : [])).filter { !$0.isEmpty }.joined(separator: " ")
        if !text.isEmpty { return text }
        switch (finding.type, finding.certainty) {
        case (.narrowing, _): return words[.whyNarrow]
        case (.contradiction, .exact): return words[.whyExact]
        case (.contradiction, _): return words[.whyRule]
        default: return finding.message
        }
    }

    /// What is a landmark of the page is named, and by a name of its own: where there are several organisations, with theirs.
    func label(_ text: String) -> String { name.map { text + ": " + $0 } ?? text }

    /// A section with its heading, named by it where it is the only one of its kind.
    func section(_ id: String, _ heading: HTML, _ content: HTML) -> HTML {
        """
        <section\(organisation == nil ? #" aria-labelledby="\#(id)-h""# as HTML : .empty) id="\(prefix)\(id)">
        <h\(level) id="\(prefix)\(id)-h">\(heading)</h\(level)>
        \(content)
        </section>

        """
    }

    /// A heading below that of the section.
    func subheading(_ content: HTML, id: String? = nil) -> HTML {
        "<h\(level + 1)\(attribute("id", id))>\(content)</h\(level + 1)>"
    }

    func lede(_ text: HTML) -> HTML { #"<p class="lede">\#(text)</p>"# }

    func attribute(_ name: StaticString, _ value: String?) -> HTML {
        value.map { #" \#(HTML(stringLiteral: name))="\#($0)""# } ?? .empty
    }

    /// Text of the organisation, in its own language.
    func quote(_ text: String, _ language: String) -> HTML { #"<span lang="\#(language)">\#(text)</span>"# }

    func verdict(_ verdict: PromiseVerdict) -> String { words[Word.of(verdict)] }

    func type(_ type: FindingType) -> String { words[Word.of(type)] }

    func tag(_ state: State, _ text: String) -> HTML { #"<span class="tag \#(state.style)">\#(state.glyph) \#(text)</span>"# }

    /// What two claims differ on: their metric, else their theme.
    func axis(_ finding: Finding) -> String {
        let metrics = Set(finding.claims.prefix(2).compactMap { $0.measure?.metric })
        if let metric = metrics.first, metrics.count == 1, metric != .none {
            return words[Word.of(metric)]
        }
        return theme(finding.theme)
    }

    /// The address that filters the list of findings.
    func filter(_ values: [(String, String)]) -> String {
        let own = organisation.map { [("organisation", String($0))] } ?? []
        return "#findings?" + (values + own).map { $0 + "=" + $1 }.joined(separator: "&")
    }

    /// Why a finding may stay, whose decision that is, and until when.
    func exception(_ suppression: Suppression) -> String {
        let owner = suppression.owner.map { words[.owner] + " " + $0 }
        let until = suppression.until.map { words.fill(.suppressedUntil, ["date": words.date($0)]) }
        return [suppression.reason, owner, until].compactMap(\.self).joined(separator: " · ")
    }
}
