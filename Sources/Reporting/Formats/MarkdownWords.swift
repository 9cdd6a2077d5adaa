import Claims

/// The fixed words of the summary.
struct MarkdownWords {
    let language: String
    private var isDutch: Bool { language == "nl" }

    func title(_ counts: FindingCounts) -> String {
        if counts.open == 0 { return isDutch ? "Belofte: niets nieuws te melden" : "Belofte: nothing new to report" }
        let number = counts.open
        if isDutch {
            return "Belofte: \(number) \(counts.isCompared ? "nieuwe " : "")\(number == 1 ? "bevinding" : "bevindingen")"
        }
        return "Belofte: \(number) \(counts.isCompared ? "new " : "")\(number == 1 ? "finding" : "findings")"
    }

    func overview(_ counts: FindingCounts) -> [String] {
        let new = counts.isCompared
        return isDutch
            ? [
                new ? "Nieuwe fouten" : "Fouten", new ? "Nieuwe waarschuwingen" : "Waarschuwingen",
                new ? "Nieuwe opmerkingen" : "Opmerkingen", "Opgelost", "Waren er al", "Uitgezonderd",
            ]
            : [
                new ? "New errors" : "Errors", new ? "New warnings" : "Warnings", new ? "New notes" : "Notes", "Fixed",
                "Were there before", "Suppressed",
            ]
    }

    func toDo(_ counts: FindingCounts) -> String {
        if counts.isCompared { return isDutch ? "Nieuw" : "New" }
        return isDutch ? "Bevindingen" : "Findings"
    }

    var columns: [String] {
        isDutch
            ? ["", "Wat er is", "Deze pagina zegt", "Daartegenover staat", "Wat te doen"]
            : ["", "What it is", "This page says", "Against it stands", "What to do"]
    }

    var suppressionColumns: [String] {
        isDutch ? ["Tot en met", "Bevinding", "Reden", "Van wie"] : ["Until", "Finding", "Reason", "Owner"]
    }

    var fixed: String { isDutch ? "Opgelost" : "Fixed" }
    var rule: String { isDutch ? "Regel" : "Rule" }
    var finding: String { isDutch ? "Bevinding" : "Finding" }
    var endingSoon: String { isDutch ? "Uitgezonderd, en dat eindigt binnenkort" : "Suppressed, and ending soon" }
    var thisChange: String { isDutch ? "door deze wijziging" : "touched by this change" }

    func before(_ count: Int) -> String {
        isDutch
            ? "\(count) \(count == 1 ? "bevinding was" : "bevindingen waren") er al"
            : "\(count) \(count == 1 ? "finding was" : "findings were") there before"
    }

    func authority(_ file: String) -> String {
        isDutch ? "Het meeste gezag heeft \(file): pas de andere pagina aan." : "\(file) has the authority: change the other page."
    }

    var nobody: String {
        isDutch ? "Geen van beide pagina’s heeft meer gezag: kies zelf." : "Neither page has more authority: choose one."
    }

    /// Severities are words that a Dutch reader of a pull request expects in Dutch.
    func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: isDutch ? "fout" : "error"
        case .warning: isDutch ? "waarschuwing" : "warning"
        case .note: isDutch ? "opmerking" : "note"
        }
    }

    func read(_ totals: Totals) -> String {
        isDutch
            ? "\(totals.pagesRead) \(totals.pagesRead == 1 ? "pagina" : "pagina’s") gelezen, \(totals.filesNotRead) \(totals.filesNotRead == 1 ? "bestand" : "bestanden") niet."
            : "\(totals.pagesRead) \(totals.pagesRead == 1 ? "page" : "pages") read, \(totals.filesNotRead) \(totals.filesNotRead == 1 ? "file" : "files") not."
    }
}
