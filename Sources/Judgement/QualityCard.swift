import Claims

/// The eight points of a good service promise after ISO 10001: how many of the service promises have each.
struct QualityCard {
    private let claims: [Claim]
    private let promises: [Claim]
    /// Sentences named with a point: enough to show a different one for each of the eight.
    private static let shown = 8

    init(_ claims: [Claim]) {
        self.claims = claims
        promises = claims.filter(\.isServicePromise)
    }

    /// Nil where there is no service promise.
    var points: [QualityPoint]? { promises.isEmpty ? nil : PromisePoint.allCases.map(point) }

    private func point(_ point: PromisePoint) -> QualityPoint {
        switch point {
        case .action: own(point) { $0.topics?.isEmpty == false || $0.measure != nil }
        case .measure: own(point) { $0.measure != nil }
        case .firmness: own(point) { $0.commitment == .firm }
        case .channel: own(point) { $0.channel != "any" }
        case .scope: own(point) { $0.scope?.isEmpty == false }
        case .remedy: beside(point, "guarantee")
        case .route: beside(point, "complaint-care")
        case .proof: beside(point, "feedback-loop")
        }
    }

    /// What the promise says itself.
    private func own(_ point: PromisePoint, _ has: (Claim) -> Bool) -> QualityPoint {
        let found = promises.filter(has)
        return result(point, found.count, found)
    }

    /// What may stand beside the promise, on the same page.
    private func beside(_ point: PromisePoint, _ theme: String) -> QualityPoint {
        let shows = promises.filter { $0.theme == theme }
        let files = Set(shows.map(\.source.file))
        return result(point, promises.count { files.contains($0.source.file) }, shows)
    }

    /// Often said and short sentences show a point best.
    private func result(_ point: PromisePoint, _ count: Int, _ shows: [Claim]) -> QualityPoint {
        let ranked = shows.map { (claim: $0, length: $0.quote.count) }.sorted {
            ($1.claim.occurrences, $0.length, $0.claim.id) < ($0.claim.occurrences, $1.length, $1.claim.id)
        }
        return QualityPoint(
            point: point, count: count, promises: promises.count, shown: ranked.prefix(Self.shown).map(\.claim.id))
    }
}

extension Claim {
    var isServicePromise: Bool { kind == .servicePromise && stance == .affirms }
}
