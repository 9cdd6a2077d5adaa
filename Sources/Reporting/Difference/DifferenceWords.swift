import Claims

/// The fixed words of a difference between two audits.
struct DifferenceWords {
    let language: String
    private var isDutch: Bool { language == "nl" }

    var added: String { isDutch ? "Erbij gekomen beloften" : "Promises added" }
    var dropped: String { isDutch ? "Verdwenen beloften" : "Promises dropped" }
    var changed: String { isDutch ? "Veranderde beloften" : "Promises changed" }
    var introduced: String { isDutch ? "Nieuwe bevindingen" : "New findings" }
    var fixed: String { isDutch ? "Opgeloste bevindingen" : "Findings fixed" }
    var nothing: String { isDutch ? "Er is geen verschil." : "There is no difference." }

    func title(_ difference: AuditDifference) -> String {
        isDutch ? "Van \(difference.old) naar \(difference.new)" : "From \(difference.old) to \(difference.new)"
    }

    func direction(_ direction: PromiseChange.Direction) -> String {
        switch direction {
        case .weaker: isDutch ? "zwakker" : "weaker"
        case .stronger: isDutch ? "sterker" : "stronger"
        case .different: isDutch ? "anders" : "different"
        }
    }

    func reworded(_ count: Int) -> String {
        isDutch
            ? "\(count) \(count == 1 ? "uitspraak zegt" : "uitspraken zeggen") hetzelfde in andere woorden."
            : "\(count) \(count == 1 ? "claim says" : "claims say") the same in other words."
    }
}
