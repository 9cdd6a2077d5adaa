public import Claims

/// How the promises of one organisation stood on one day: a line of the history file, from which trends are drawn.
public struct AuditHistory: Codable, Sendable, Hashable {
    /// ISO 8601: `2026-11-20`.
    public var date: String
    public var organisation: String
    public var promises: Int
    public var kept: Int
    public var noNorm: Int
    public var nothingBehind: Int
    public var contradicted: Int
    public var findings: Int
    /// What was said that day, from which drift is told; nil in lines of earlier versions.
    public var said: SaidChange?

    enum CodingKeys: String, CodingKey {
        case date, organisation, promises, kept, contradicted, findings, said
        case noNorm = "no_norm"
        case nothingBehind = "nothing_behind"
    }

    public init(_ organisation: OrganisationResult, date: String) {
        func count(_ verdict: PromiseVerdict) -> Int { organisation.promises.count { $0.verdict == verdict } }
        self.date = date
        self.organisation = organisation.name
        promises = organisation.promises.count
        kept = count(.kept)
        noNorm = count(.noNorm)
        nothingBehind = count(.nothingBehind)
        contradicted = count(.contradicted)
        findings = organisation.findings.count
    }
}
