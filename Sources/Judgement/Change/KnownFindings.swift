public import Claims

extension KnownFinding {
    public init(_ finding: Finding) {
        let identity = FindingIdentity(finding)
        let quotes = finding.claims.prefix(2).map { "“" + $0.quote.prefix(80) + ($0.quote.count > 80 ? "…" : "") + "”" }
        self.init(
            fingerprint: finding.fingerprint, core: identity.core, rule: finding.rule, severity: finding.severity,
            organisation: finding.organisation, pages: identity.pages,
            says: ([finding.message] + (quotes.isEmpty ? [] : [quotes.joined(separator: " ↔ ")])).joined(separator: " "))
    }
}

/// Which findings of an audit were known, and which known findings are gone.
///
/// A finding is known by its fingerprint; else by its core, where each page that is named still has it or is itself gone: a page that got another
/// address takes its findings along, and two findings that trade places are seen as two changes.
struct KnownFindings {
    /// The known finding that each finding stands for, by its place among the findings.
    private(set) var matched: [Int: KnownFinding] = [:]
    /// In their order. Those of organisations that were not audited are left out.
    private(set) var gone: [KnownFinding] = []

    /// - Parameter organisations: what was audited.
    init(_ known: [KnownFinding], in organisations: [OrganisationResult]) {
        let audited = Set(organisations.map(\.name))
        let known = known.filter { audited.contains($0.organisation) }
        let findings = organisations.flatMap(\.findings)
        var used = Set<Int>()
        match(findings, known, &used, by: \.fingerprint, \.fingerprint, where: { _, _ in true })
        let sites = Dictionary(organisations.map { ($0.name, Set($0.pages.map { $0.url ?? $0.path })) }) { $0.union($1) }
        match(
            findings, known, &used, by: \.core, { FindingIdentity($0).core },
            where: { FindingIdentity($0).holds(on: $1.pages, site: sites[$0.organisation] ?? []) })
        gone = known.indices.filter { !used.contains($0) }.map { known[$0] }
    }

    /// Gives every finding that has none yet the first free entry with the same key that fits.
    private mutating func match(
        _ findings: [Finding], _ known: [KnownFinding], _ used: inout Set<Int>, by entryKey: KeyPath<KnownFinding, String>,
        _ key: (Finding) -> String, where fits: (Finding, KnownFinding) -> Bool
    ) {
        let places = Dictionary(grouping: known.indices.filter { !used.contains($0) }) {
            known[$0].organisation + " " + known[$0][keyPath: entryKey]
        }
        guard !places.isEmpty else { return }
        for (index, finding) in findings.enumerated() where matched[index] == nil {
            let candidates = places[finding.organisation + " " + key(finding)] ?? []
            guard let place = candidates.first(where: { !used.contains($0) && fits(finding, known[$0]) }) else { continue }
            used.insert(place)
            matched[index] = known[place]
        }
    }
}

extension Baseline {
    /// All findings of an audit that nobody suppressed: a suppression that ends shall be seen.
    public init(_ result: AuditResult) {
        self.init(findings: result.organisations.flatMap(\.findings).filter { $0.suppression == nil }.map(KnownFinding.init))
    }

    /// Without what is gone; what moved is written as it is now.
    public func pruned(by result: AuditResult) -> Baseline {
        let findings = result.organisations.flatMap(\.findings)
        let known = KnownFindings(self.findings, in: result.organisations)
        let audited = Set(result.organisations.map(\.name))
        let kept = known.matched.map { index, entry in
            entry.fingerprint == findings[index].fingerprint ? entry : KnownFinding(findings[index])
        }
        return Baseline(findings: kept + self.findings.filter { !audited.contains($0.organisation) })
    }
}
