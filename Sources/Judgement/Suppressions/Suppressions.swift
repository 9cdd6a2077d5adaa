public import Claims

/// Decisions to live with a finding, as far as they hold on the day of the audit.
public struct Suppressions: Sendable {
    /// Beside a sentence: it silences one rule there.
    public var notes: [SuppressionNote]
    /// In the configuration.
    public var exceptions: [StandingException]

    public init(notes: [SuppressionNote] = [], exceptions: [StandingException] = []) {
        self.notes = notes
        self.exceptions = exceptions
    }

    /// Puts the exceptions of the configuration on findings that are not suppressed where they stand.
    func applied(to findings: [Finding]) -> [Finding] {
        guard !exceptions.isEmpty else { return findings }
        return findings.map { finding in
            guard finding.suppression == nil, let exception = exceptions.first(where: { $0.matches(finding) }) else { return finding }
            var finding = finding
            finding.suppression = exception.suppression
            return finding
        }
    }
}

/// An exception for one finding, or for two claims.
public struct StandingException: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        /// A fingerprint.
        case finding(String)
        /// Identifiers of two claims: every finding that sets these two against each other.
        case pair(String, String)
    }

    public var subject: Subject
    public var suppression: Suppression

    public init(subject: Subject, suppression: Suppression) {
        self.subject = subject
        self.suppression = suppression
    }

    public func matches(_ finding: Finding) -> Bool {
        switch subject {
        case .finding(let fingerprint): finding.fingerprint == fingerprint
        case .pair(let one, let two): finding.claims.count > 1 && Set(finding.claims.prefix(2).map(\.id)) == [one, two]
        }
    }
}

/// Which rules are silenced at which places of an organisation's pages.
struct SilencedPlaces: Sendable {
    private var byFile: [String: [SuppressionNote]] = [:]

    init(_ notes: [SuppressionNote]) {
        for note in notes where note.problem == nil { byFile[note.file, default: []].append(note) }
    }

    var isEmpty: Bool { byFile.isEmpty }

    /// The suppression that silences a rule at a claim.
    func suppression(_ rule: String, _ claim: Claim) -> Suppression? {
        suppression(rule, file: claim.source.file, line: claim.source.line, column: claim.source.column)
    }

    func suppression(_ rule: String, file: String, line: Int, column: Int) -> Suppression? {
        byFile[file]?.first { $0.rule == rule && $0.covers?.contains(line: line, column: column) ?? false }?.suppression
    }

    /// Rules that are silenced at a claim; the same sentence where they are not is another claim.
    func rules(at claim: Claim) -> [String] {
        guard let notes = byFile[claim.source.file] else { return [] }
        return notes.filter { $0.covers?.contains(line: claim.source.line, column: claim.source.column) ?? false }.map(\.rule).sorted()
    }
}

extension Finding {
    func suppressed(by suppression: Suppression?) -> Finding {
        var finding = self
        finding.suppression = suppression
        return finding
    }
}
