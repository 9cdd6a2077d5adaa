import Claims

/// The result of one organisation, put in the order in which a report needs it. It counts and sorts; it judges nothing.
struct Dossier: Sendable {
    let organisation: OrganisationResult
    /// Place among the organisations of the result.
    let index: Int
    let claims: [String: Claim]
    /// Worst first.
    let promises: [Promise]
    /// What to look at first, first.
    let findings: [RankedFinding]

    init(_ organisation: OrganisationResult, index: Int, previous: Set<String>?) {
        self.organisation = organisation
        self.index = index
        claims = Dictionary(organisation.claims.map { ($0.id, $0) }) { first, _ in first }
        findings = organisation.findings.map { RankedFinding($0, organisation: index, previous: previous) }.sorted()
        promises = Self.promises(organisation, claims: claims, findings: findings)
    }

    func count(_ verdict: PromiseVerdict) -> Int { promises.count { $0.verdict == verdict } }

    /// The first `most` promises, and the first of every verdict, which other sections point at.
    func listed(_ most: Int) -> [Promise] {
        let rest = promises.dropFirst(most)
        return promises.prefix(most)
            + PromiseVerdict.ordered.flatMap { verdict in
                rest.filter { $0.verdict == verdict }.prefix(
                    max(0, VerdictSection.named - promises.prefix(most).count { $0.verdict == verdict }))
            }
    }

    /// Contradictions and narrowings, worst first.
    var conflicts: [RankedFinding] { findings.filter(\.isConflict) }

    /// What nobody decided to live with.
    var open: [RankedFinding] { findings.filter { $0.finding.suppression == nil } }

    private static func promises(
        _ organisation: OrganisationResult, claims: [String: Claim], findings: [RankedFinding]
    ) -> [Promise] {
        var about: [String: [RankedFinding]] = [:]
        for finding in findings {
            for id in Set(finding.finding.claims.map(\.id)) { about[id, default: []].append(finding) }
        }
        let promises = organisation.promises.compactMap { state -> Promise? in
            guard let claim = claims[state.claim] else { return nil }
            return Promise(
                claim: claim, theme: state.theme, verdict: state.verdict, support: state.support.compactMap { claims[$0] },
                findings: about[state.claim] ?? [])
        }
        return promises.sorted()
    }
}

/// A brand promise with everything that was found about it.
struct Promise: Sendable, Comparable {
    let claim: Claim
    let theme: String
    let verdict: PromiseVerdict
    let support: [Claim]
    let findings: [RankedFinding]

    /// Findings that contradict or narrow it.
    var conflicts: [RankedFinding] { findings.filter(\.isConflict) }

    /// What stands against it, once each: the other side of every conflict.
    var opponents: [Claim] {
        var seen: Set<String> = [claim.id]
        return conflicts.flatMap { Self.others($0.finding, than: claim) }.filter { seen.insert($0.id).inserted }
    }

    /// A finding has its sides first and then further places, each of the side whose rule it shares.
    private static func others(_ finding: Finding, than claim: Claim) -> [Claim] {
        guard finding.claims.count > 1 else { return [] }
        let (first, second) = (finding.claims[0], finding.claims[1])
        let isFirst = claim.id == first.id || claim.id != second.id && claim.kind == first.kind && claim.theme == first.theme
        let side = isFirst ? second : first
        return [side] + finding.claims.dropFirst(2).filter { $0.kind == side.kind && $0.theme == side.theme && $0.kind != .brandPromise }
    }

    private var key: (Int, Int, String) { (verdict.rank, -claim.occurrences, claim.id) }

    static func < (left: Promise, right: Promise) -> Bool { left.key < right.key }
    static func == (left: Promise, right: Promise) -> Bool { left.key == right.key }
}

extension PromiseVerdict {
    /// Worst first.
    static let ordered: [PromiseVerdict] = [.contradicted, .nothingBehind, .noNorm, .kept]

    var rank: Int { Self.ordered.firstIndex(of: self) ?? 0 }
}

/// A finding with what decides its place in the list.
struct RankedFinding: Sendable, Comparable {
    let finding: Finding
    let organisation: Int
    let isNew: Bool

    init(_ finding: Finding, organisation: Int, previous: Set<String>?) {
        self.finding = finding
        self.organisation = organisation
        isNew = previous.map { !$0.contains(finding.fingerprint) } ?? false
    }

    var isConflict: Bool { finding.type == .contradiction || finding.type == .narrowing }

    /// Pages on which a visitor meets it: those of its most repeated sentence.
    var reach: Int { finding.claims.map(\.occurrences).max() ?? 0 }

    /// Sentences that have to change, counted: those of the side that yields and every further place, or the one that is there.
    var sentences: Int {
        guard isConflict, finding.claims.count > 1 else { return 1 }
        let kept = finding.change == .first ? finding.claims[1] : finding.claims[0]
        return max(1, Set(finding.claims.map(\.quote)).subtracting([kept.quote]).count)
    }

    /// Claims beyond the first `shown`, once each: what two rules read in one sentence is one place.
    func further(than shown: Int) -> [Claim] {
        func place(_ claim: Claim) -> [String] { [claim.source.file, String(claim.source.line), claim.quote] }
        var seen = Set(finding.claims.prefix(shown).map(place))
        return finding.claims.dropFirst(shown).filter { seen.insert(place($0)).inserted }
    }

    /// The part of the address behind `#`.
    var anchor: String { Self.anchor(finding.fingerprint) }

    static func anchor(_ fingerprint: String) -> String {
        let safe = String(fingerprint.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        return "f-" + (safe.hasPrefix("b1-") ? String(safe.dropFirst(3)) : safe)
    }

    private var key: (Int, Int, Int, Int) {
        (-(Severity.allCases.firstIndex(of: finding.severity) ?? 0), finding.type.rank, -reach, sentences)
    }

    static func < (left: RankedFinding, right: RankedFinding) -> Bool {
        left.key == right.key ? left.finding.fingerprint < right.finding.fingerprint : left.key < right.key
    }

    static func == (left: RankedFinding, right: RankedFinding) -> Bool {
        left.key == right.key && left.finding.fingerprint == right.finding.fingerprint
    }
}

extension FindingType {
    /// What to look at first.
    static let ordered: [FindingType] = [
        .contradiction, .narrowing, .missingLink, .brokenReference, .gap, .drift, .weakPromise, .orphanPromise,
    ]

    var rank: Int { Self.ordered.firstIndex(of: self) ?? 0 }
}
