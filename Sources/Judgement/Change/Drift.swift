public import Claims
import RuleBook

/// How promises that changed are told.
public struct DriftOptions: Sendable {
    /// `nl` or `en`.
    public var language: String
    /// Of a promise that got weaker; any other change is a note.
    public var weaker: Severity

    public init(language: String, weaker: Severity = .warning) {
        self.language = language
        self.weaker = weaker
    }
}

/// Promises that the change altered, as findings: the earlier claim first, the present one second.
enum Drift {
    /// - Parameter old: what was claimed before.
    static func findings(_ old: [Claim], _ new: OrganisationResult, _ options: DriftOptions) -> [Finding] {
        let changes = PromiseChanges(old, new.claims).changed.filter { $0.before.kind != .processConstraint }
        return Fingerprint.apart(changes.map { finding($0, new.name, options) }.map(Fingerprint.of))
    }

    private static func finding(_ change: PromiseChange, _ organisation: String, _ options: DriftOptions) -> Finding {
        let language = options.language
        var finding = Finding(
            rule: RuleChoices.driftRule, type: .drift, severity: change.direction == .weaker ? options.weaker : .note, certainty: .exact,
            organisation: organisation, theme: change.after.theme, message: message(change, language), advice: advice(change, language),
            claims: [change.before, change.after], touchpoint: change.after.touchpoint, fingerprint: "", state: .introduced)
        finding.touched = [1]
        return finding
    }

    private static func message(_ change: PromiseChange, _ language: String) -> String {
        let values = ValueWords(language: language)
        let (one, two) = (values.text(change.before), values.text(change.after))
        let isDutch = language == "nl"
        let how =
            switch change.direction {
            case .weaker: isDutch ? "De belofte is zwakker dan zij was" : "The promise is weaker than it was"
            case .stronger: isDutch ? "De belofte is sterker dan zij was" : "The promise is stronger than it was"
            case .different: isDutch ? "De belofte is een andere dan zij was" : "The promise is another than it was"
            }
        guard let one, let two, one != two else { return how + "." }
        return how + (isDutch ? ": eerst \(one), nu \(two)." : ": \(one) before, \(two) now.")
    }

    private static func advice(_ change: PromiseChange, _ language: String) -> String {
        let isDutch = language == "nl"
        switch change.direction {
        case .weaker:
            return isDutch
                ? "Zeg het de klanten die op de oude belofte rekenen, of laat haar staan."
                : "Tell the customers who rely on it, or keep it."
        case .stronger:
            return isDutch ? "Ga na of wie haar moet waarmaken dat weet." : "See that those who must keep it know of it."
        case .different:
            return isDutch ? "Ga na of dit zo bedoeld is." : "See that this is meant."
        }
    }
}
