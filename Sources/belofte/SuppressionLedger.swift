import Claims
import Configuration
import Judgement
import Reporting
import RuleBook

/// All suppressions of an audit: those on pages and those of the configuration. Which hold today, and what became of each.
struct SuppressionLedger {
    private let today: String
    private let notes: [SuppressionNote]
    private let exceptions: [StandingException]

    init(notes: [SuppressionNote], settings: Settings, today: String) {
        self.today = today
        self.notes = notes.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
        exceptions = (settings.exceptions?.value ?? []).map { StandingException($0) }
    }

    /// What the judge is to go by. An exception that is past or wrong suppresses nothing.
    func holding(in organisation: String) -> Suppressions {
        Suppressions(
            notes: notes.filter { $0.organisation == organisation && $0.problem == nil && !isPast($0.until) },
            exceptions: exceptions.filter { !isPast($0.suppression.until) })
    }

    private func isPast(_ until: String?) -> Bool { until.map { $0 < today } ?? false }

    // MARK: what became of them

    /// In the order of their places; nil where there is none.
    func states(_ findings: [Finding]) -> [SuppressionState]? {
        guard !notes.isEmpty || !exceptions.isEmpty else { return nil }
        let suppressed = findings.filter { $0.suppression != nil }
        return notes.map { state($0, suppressed) } + exceptions.map { state($0, suppressed) }
    }

    private func state(_ note: SuppressionNote, _ suppressed: [Finding]) -> SuppressionState {
        let found = suppressed.filter { $0.rule == note.rule && $0.suppression == note.suppression }
        var state = state(note.suppression, found)
        state.rule = note.rule
        if let problem = note.problem { (state.standing, state.problem) = (.malformed, problem) }
        return state
    }

    private func state(_ exception: StandingException, _ suppressed: [Finding]) -> SuppressionState {
        var state = state(exception.suppression, suppressed.filter { $0.suppression == exception.suppression })
        switch exception.subject {
        case .finding(let fingerprint): state.subject = [fingerprint]
        case .pair(let one, let two): state.subject = [one, two]
        }
        return state
    }

    private func state(_ suppression: Suppression, _ found: [Finding]) -> SuppressionState {
        let standing: SuppressionState.Standing = isPast(suppression.until) ? .expired : found.isEmpty ? .unused : .used
        return SuppressionState(
            standing: standing, suppression: suppression, findings: found.isEmpty ? nil : found.map(\.fingerprint).sorted())
    }
}

extension StandingException {
    init(_ setting: ExceptionSetting) {
        let subject: Subject =
            switch setting.subject {
            case .finding(let fingerprint): .finding(fingerprint)
            case .pair(let one, let two): .pair(one, two)
            }
        self.init(
            subject: subject,
            suppression: Suppression(
                source: .configuration, reason: setting.reason, owner: setting.owner, until: setting.until, file: setting.place.file,
                line: setting.place.line))
    }
}

extension SuppressionState {
    /// For people who run the program: what they should look at. Nil where all is well.
    /// - Parameter paths: where the inputs are.
    func remark(_ paths: InputPaths) -> String? {
        let file = suppression.file ?? "?"
        let place = "\(suppression.source == .page ? paths.named(file) : file):\(suppression.line ?? 0): "
        let what = (subject ?? [rule ?? ""]).joined(separator: " and ")
        switch standing {
        case .used: return nil
        case .unused: return place + "note: there is nothing to suppress for \(what); this can go."
        case .expired: return place + "warning: the suppression of \(what) ended on \(suppression.until ?? "?"); it counts again."
        case .malformed: return place + "warning: this suppresses nothing: \(problem ?? "it is not understood")."
        }
    }
}
