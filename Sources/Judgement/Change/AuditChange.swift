public import Claims

/// An earlier version of what is audited, with the name that somebody gave it.
public struct EarlierAudit: Sendable {
    public var name: String
    public var result: AuditResult

    public init(name: String, result: AuditResult) {
        self.name = name
        self.result = result
    }
}

/// A baseline with the name of its file.
public struct NamedBaseline: Sendable {
    public var file: String
    public var baseline: Baseline

    public init(file: String, baseline: Baseline) {
        self.file = file
        self.baseline = baseline
    }
}

extension AuditResult {
    /// The same result with the state of each finding, the sentences that the change touched, and what is fixed.
    ///
    /// What either the base or the baseline knows was there before.
    /// - Parameter drift: how promises that drifted are told; nil: they are not.
    public func compared(with base: EarlierAudit?, baseline: NamedBaseline?, drift: DriftOptions? = nil) -> AuditResult {
        guard base != nil || baseline != nil else { return self }
        let earlier = base.map { KnownFindings($0.result.lasting.map(KnownFinding.init), in: organisations) }
        let accepted = baseline.map { KnownFindings($0.baseline.findings, in: organisations) }
        let touched = base.map { TouchedClaims($0.result, now: self) }
        var (result, index) = (self, 0)
        for organisation in result.organisations.indices {
            for finding in result.organisations[organisation].findings.indices {
                let isKnown = earlier?.matched[index] != nil || accepted?.matched[index] != nil
                result.organisations[organisation].findings[finding].state = isKnown ? .unchanged : .introduced
                result.organisations[organisation].findings[finding].touched = touched?.places(
                    in: self.organisations[organisation].findings[finding])
                index += 1
            }
        }
        result.comparison = AuditComparison(
            base: base?.name, baseline: baseline?.file, fixed: earlier?.gone ?? accepted?.gone ?? [], stale: accepted?.gone ?? [])
        if let base, let drift {
            result.add(driftFrom: Dictionary(base.result.organisations.map { ($0.name, $0.claims) }) { first, _ in first }, drift)
        }
        return result
    }

    /// The same result with findings about promises that drifted, where it has none yet.
    /// - Parameter earlier: what each organisation claimed before; one that is not there is not compared.
    public func drifted(from earlier: [String: [Claim]], _ options: DriftOptions) -> AuditResult {
        var result = self
        let told = organisations.filter { $0.findings.contains { $0.type == .drift } }.map(\.name)
        result.add(driftFrom: earlier.filter { !told.contains($0.key) }, options)
        return result
    }

    /// Drift is of one comparison: it is neither fixed nor known later.
    private var lasting: [Finding] { organisations.flatMap(\.findings).filter { $0.type != .drift } }

    private mutating func add(driftFrom earlier: [String: [Claim]], _ options: DriftOptions) {
        for index in organisations.indices {
            guard let old = earlier[organisations[index].name] else { continue }
            let found = Drift.findings(old, organisations[index], options)
            organisations[index].findings += found
            totals.findings += found.count
            totals.errors += found.count { $0.severity == .error }
            totals.warnings += found.count { $0.severity == .warning }
            totals.notes += found.count { $0.severity == .note }
        }
    }
}

/// Which sentences a change added or altered: those that the earlier version does not have under the same headings.
struct TouchedClaims {
    private struct Sentence: Hashable {
        var organisation: String
        var quote: String
        var context: [String]

        init(_ claim: Claim) { (organisation, quote, context) = (claim.organisation, claim.quote, claim.context) }
    }

    private let before: [Sentence: Set<String>]
    private let now: [Sentence: Set<String>]

    init(_ earlier: AuditResult, now: AuditResult) {
        before = Self.pages(earlier)
        self.now = Self.pages(now)
    }

    func places(in finding: Finding) -> [Int] { finding.claims.indices.filter { isTouched(finding.claims[$0]) } }

    /// A sentence that moved along with its page is not touched; one that was copied to another page is.
    private func isTouched(_ claim: Claim) -> Bool {
        let sentence = Sentence(claim)
        guard let before = before[sentence] else { return true }
        let stays = before.contains { now[sentence]?.contains($0) ?? false }
        return stays && before.isDisjoint(with: claim.pages)
    }

    private static func pages(_ result: AuditResult) -> [Sentence: Set<String>] {
        Dictionary(result.organisations.flatMap(\.claims).map { (Sentence($0), Set($0.pages)) }) { $0.union($1) }
    }
}
