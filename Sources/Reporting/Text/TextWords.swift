import Claims

/// The fixed words of the text report. Severities stay English: editors and CI recognise them.
struct TextWords {
    let language: String
    private var isDutch: Bool { language == "nl" }

    var also: String { isDutch ? "ook" : "also" }
    var notJudged: String { isDutch ? "Niet beoordeeld:" : "Not judged:" }
    var nothingFound: String { isDutch ? "Niets gevonden om te melden." : "Nothing found to report." }

    func organisation(_ result: OrganisationResult) -> String {
        let promises = result.promises.count
        let kept = result.promises.count { $0.verdict == .kept }
        let head =
            counted(result.pages.count, "pagina", "pagina’s", "page", "pages")
            + ", " + counted(result.claims.count, "uitspraak", "uitspraken", "claim", "claims")
        guard promises > 0 else { return head }
        return head
            + (isDutch
                ? "; \(kept) van \(counted(promises, "merkbelofte", "merkbeloften", "", "")) waargemaakt"
                : "; \(kept) of \(counted(promises, "", "", "brand promise", "brand promises")) kept")
    }

    func total(_ totals: Totals, _ counts: FindingCounts) -> String {
        let found = found(counts)
        let read =
            isDutch
            ? "\(counted(totals.pagesRead, "pagina", "pagina’s", "", "")) gelezen, \(counted(totals.filesNotRead, "bestand", "bestanden", "", "")) niet"
            : "\(counted(totals.pagesRead, "", "", "page", "pages")) read, \(counted(totals.filesNotRead, "", "", "file", "files")) not read"
        return "\(read); \(found)."
    }

    /// What counts, by severity, then what does not: `2 errors introduced, 0 warnings, 0 notes; 12 were there before; 1 suppressed`.
    private func found(_ counts: FindingCounts) -> String {
        var parts = [
            [
                counted(counts.errors, "fout", "fouten", "error", "errors") + (counts.isCompared ? isDutch ? " erbij" : " introduced" : ""),
                counted(counts.warnings, "waarschuwing", "waarschuwingen", "warning", "warnings"),
                counted(counts.notes, "opmerking", "opmerkingen", "note", "notes"),
            ].joined(separator: ", ")
        ]
        if counts.unchanged > 0 { parts.append(before(counts.unchanged)) }
        if counts.fixed > 0 { parts.append(isDutch ? "\(counts.fixed) opgelost" : "\(counts.fixed) fixed") }
        if counts.suppressed > 0 { parts.append(isDutch ? "\(counts.suppressed) uitgezonderd" : "\(counts.suppressed) suppressed") }
        return parts.joined(separator: "; ")
    }

    private func before(_ count: Int) -> String {
        isDutch ? "\(count) \(count == 1 ? "was" : "waren") er al" : "\(count) \(count == 1 ? "was" : "were") there before"
    }

    var suppressed: String { isDutch ? "uitgezonderd" : "suppressed" }
    var fixed: String { isDutch ? "Opgelost:" : "Fixed:" }
    var unchanged: String { isDutch ? "was er al" : "was there before" }
    var introduced: String { isDutch ? "nieuw met deze wijziging" : "introduced by this change" }
    var new: String { isDutch ? "nieuw" : "new" }

    /// Why somebody lives with it, who, and until when.
    func suppressed(_ suppression: Suppression) -> String {
        let owner = suppression.owner.map { " (\(Plain.text($0)))" } ?? ""
        let until = suppression.until.map { (isDutch ? " tot en met " : " until ") + Plain.text($0) } ?? ""
        return suppressed + until + ": " + Plain.text(suppression.reason) + owner
    }

    func inSummary(_ count: Int) -> String {
        isDutch
            ? "Nog \(counted(count, "bevinding", "bevindingen", "", "")): zie de samenvatting."
            : "\(counted(count, "", "", "more finding", "more findings")): see the summary."
    }

    func more(_ count: Int) -> String { isDutch ? "en nog \(count)" : "and \(count) more" }

    func times(_ count: Int) -> String { isDutch ? "op \(count) pagina’s" : "on \(count) pages" }

    private func counted(_ count: Int, _ een: String, _ veel: String, _ one: String, _ many: String) -> String {
        "\(count) " + (isDutch ? (count == 1 ? een : veel) : (count == 1 ? one : many))
    }
}
