import Claims
import RuleBook

/// How the promises of an organisation stand: what makes them concrete, and what is missing.
struct Standing {
    let book: RuleBook
    let claims: [Claim]
    let index: ClaimIndex
    let graph: LinkGraph
    let contradicted: Set<String>
    let silenced: SilencedPlaces
    let profiles: CaseProfiles
    /// Claims that make each theme's promises concrete, by rule.
    private let supports: [String: [Claim]]
    /// Pages within two clicks count as reachable; more clicks nobody makes.
    static let clicks = 2
    /// So many supporting claims are named with a promise.
    private static let named = 20

    init(
        book: RuleBook, claims: [Claim], index: ClaimIndex, graph: LinkGraph, contradicted: Set<String>, silenced: SilencedPlaces,
        profiles: CaseProfiles
    ) {
        self.book = book
        self.claims = claims
        self.index = index
        self.graph = graph
        self.contradicted = contradicted
        self.silenced = silenced
        self.profiles = profiles
        let rules = book.links.filter { $0.type == .missingLink }
        supports = Dictionary(
            uniqueKeysWithValues: rules.map { rule in (rule.id, index.claims(rule.without).filter { $0.source.pageRole != .other }) })
    }

    /// Every brand promise with its verdict, in the order of the claims.
    var promises: [PromiseState] {
        let rules = book.links.filter { $0.type == .missingLink }
        let weak = Set(book.links.filter { $0.type == .weakPromise }.flatMap { self.weak($0) }.map(\.id))
        return claims.filter { $0.kind == .brandPromise && $0.stance == .affirms && isPublic($0) }.map { promise in
            let rule = rules.first { rule in rule.when.contains { $0.matches(promise) } }
            let support = rule.map { Array(self.support(promise, $0).prefix(Self.named)) } ?? []
            return PromiseState(
                claim: promise.id, theme: promise.theme, verdict: verdict(promise, support, isWeak: weak.contains(promise.id)),
                support: support.map(\.id))
        }
    }

    /// Others may keep a promise of effort; by itself it has no norm.
    private func verdict(_ promise: Claim, _ support: [Claim], isWeak: Bool) -> PromiseVerdict {
        if contradicted.contains(promise.id) { return .contradicted }
        if support.isEmpty { return .nothingBehind }
        return !isWeak && support.contains { $0.commitment != .hedged } ? .kept : .noNorm
    }

    private func isPublic(_ claim: Claim) -> Bool {
        claim.source.pageRole != .other && claim.source.pageRole != .internalPolicy && claim.source.pageRole != .legal
    }

    private func support(_ promise: Claim, _ rule: LinkRule) -> some Sequence<Claim> {
        (supports[rule.id] ?? []).lazy.filter { $0.id != promise.id && $0.quote != promise.quote }
    }

    // MARK: findings

    func absences(_ words: FindingWords) -> [Finding] {
        let found = book.links.flatMap { rule -> [Finding] in
            switch rule.type {
            case .missingLink: missing(rule, words)
            case .orphanPromise: orphans(rule, words)
            case .weakPromise: weak(rule, words)
            case .gap: gap(rule, words)
            default: []
            }
        }
        return found + book.links.filter { $0.isBySubject }.flatMap { orphans($0, beside: found, words) }
    }

    private func selected(_ rule: LinkRule) -> [Claim] { index.claims(rule.when) }

    /// A theme that is promised, and that no service promise makes concrete: one finding with all the places of the promise.
    private func missing(_ rule: LinkRule, _ words: FindingWords) -> [Finding] {
        let promises = selected(rule).filter { isPublic($0) && $0.kind == .brandPromise && !contradicted.contains($0.id) }
        guard !promises.isEmpty else { return [] }
        guard let some = promises.lazy.compactMap({ support($0, rule).first { _ in true } }).first else {
            return absences(promises, rule, .searched(pages: graph.pages.count, rule: rule), words)
        }
        let reached = graph.reached(from: Set(promises.map(\.source.file)), clicks: Self.clicks)
        let isFar = (supports[rule.id] ?? []).allSatisfy { $0.occurrences == 1 && !reached.contains($0.source.file) }
        return isFar && !graph.pages.isEmpty
            ? absences(promises, rule, .unreachable(file: some.source.file, clicks: Self.clicks), words) : []
    }

    /// One finding for the claims where the rule is not silenced, and one for each suppression of the others.
    private func absences(_ claims: [Claim], _ rule: LinkRule, _ search: FindingWords.Search?, _ words: FindingWords) -> [Finding] {
        if silenced.isEmpty { return [words.absence(claims, rule, search)] }
        var groups: [(suppression: Suppression?, claims: [Claim])] = []
        for claim in claims {
            let suppression = silenced.suppression(rule.id, claim)
            if let index = groups.firstIndex(where: { $0.suppression == suppression }) {
                groups[index].claims.append(claim)
            } else {
                groups.append((suppression, [claim]))
            }
        }
        return groups.map { words.absence($0.claims, rule, search).suppressed(by: $0.suppression) }
    }

    /// Promises of a theme that no brand promise names.
    private func orphans(_ rule: LinkRule, _ words: FindingWords) -> [Finding] {
        if rule.isBySubject { return [] }
        if index.claims(rule.without).contains(where: { $0.kind == .brandPromise }) { return [] }
        return selected(rule).filter { isPublic($0) && $0.kind == .servicePromise }.flatMap { absences([$0], rule, nil, words) }
    }

    /// Promises about a matter of their own: so many as the orphans of a theme leave room for.
    private func orphans(_ rule: LinkRule, beside found: [Finding], _ words: FindingWords) -> [Finding] {
        let told = Set(found.filter { $0.type == .orphanPromise }.flatMap { $0.claims.map(\.quote) })
        let candidates = index.indices(rule.when).filter {
            isPublic(claims[$0]) && !told.contains(claims[$0].quote) && !contradicted.contains(claims[$0].id)
        }
        return Orphans(book: book, claims: claims, profiles: profiles).strongest(candidates, count: Orphans.most - told.count)
            .flatMap { absences([claims[$0]], rule, nil, words) }
    }

    private func weak(_ rule: LinkRule, _ words: FindingWords) -> [Finding] {
        weak(rule).flatMap { absences([$0], rule, nil, words) }
    }

    private func weak(_ rule: LinkRule) -> [Claim] {
        let evidence = Dictionary(grouping: index.claims(rule.without)) { [$0.source.file, $0.quote] }
        return selected(rule).filter(isPublic).filter { claim in
            !(evidence[[claim.source.file, claim.quote]] ?? []).contains { $0.id != claim.id }
        }
    }

    /// Nothing of a kind in the whole dump, where something else calls for it.
    private func gap(_ rule: LinkRule, _ words: FindingWords) -> [Finding] {
        let calls = rule.when.isEmpty || index.contains(rule.when)
        let covered = index.contains(rule.without)
        guard calls, !covered, claims.contains(where: { $0.kind != .processConstraint }) else { return [] }
        return [words.absence([], rule, .searched(pages: graph.pages.count, rule: rule))]
    }
}

extension LinkRule {
    /// An orphan by what it is about, not by its theme: the rule names no themes that would ask for it.
    var isBySubject: Bool { type == .orphanPromise && without.isEmpty }
}
