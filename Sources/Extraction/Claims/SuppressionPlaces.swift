import Claims
import RuleBook

/// Gives the suppressions of a page their lines and columns.
struct SuppressionPlaces {
    let page: Page
    let document: Document
    /// Identifiers of the rules that can be silenced.
    let rules: [String]

    var notes: [SuppressionNote] {
        guard !document.suppressions.isEmpty else { return [] }
        var places = Places()
        return document.suppressions.map { written in
            let start = places.place(written.start, in: document.source)
            var covers: Stretch?
            if !written.covers.isEmpty {
                let (first, last) = (
                    places.place(written.covers.lowerBound, in: document.source),
                    places.place(written.covers.upperBound, in: document.source)
                )
                covers = Stretch(line: first.line, column: first.column, endLine: last.line, endColumn: last.column)
            }
            return SuppressionNote(
                organisation: page.organisation, file: page.file, url: page.url, line: start.line, column: start.column, covers: covers,
                rule: written.words.rule, reason: written.words.reason, owner: written.words.owner, until: written.words.until,
                problem: written.words.problem ?? unknown(written.words.rule))
        }
    }

    private func unknown(_ rule: String) -> String? {
        rules.contains(rule) ? nil : "there is no rule '\(rule)' of judgement; " + suggestion(for: rule, among: rules)
    }
}
