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

    func total(_ totals: Totals) -> String {
        let found = [
            counted(totals.errors, "fout", "fouten", "error", "errors"),
            counted(totals.warnings, "waarschuwing", "waarschuwingen", "warning", "warnings"),
            counted(totals.notes, "opmerking", "opmerkingen", "note", "notes"),
        ].joined(separator: ", ")
        let read =
            isDutch
            ? "\(counted(totals.pagesRead, "pagina", "pagina’s", "", "")) gelezen, \(counted(totals.filesNotRead, "bestand", "bestanden", "", "")) niet"
            : "\(counted(totals.pagesRead, "", "", "page", "pages")) read, \(counted(totals.filesNotRead, "", "", "file", "files")) not read"
        return "\(read); \(found)."
    }

    func more(_ count: Int) -> String { isDutch ? "en nog \(count)" : "and \(count) more" }

    func times(_ count: Int) -> String { isDutch ? "op \(count) pagina’s" : "on \(count) pages" }

    private func counted(_ count: Int, _ een: String, _ veel: String, _ one: String, _ many: String) -> String {
        "\(count) " + (isDutch ? (count == 1 ? een : veel) : (count == 1 ? one : many))
    }
}
