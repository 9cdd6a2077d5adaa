/// What the judge reports.
public enum FindingType: String, Codable, Sendable, Hashable, CaseIterable {
    case contradiction, narrowing
    case missingLink = "missing-link"
    case orphanPromise = "orphan-promise"
    case weakPromise = "weak-promise"
    case brokenReference = "broken-reference"
    case drift, gap
}

/// How much a finding weighs.
public enum Severity: String, Codable, Sendable, Hashable, CaseIterable, Comparable {
    case note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

/// Why a finding holds: values that exclude each other, a themed opposition, or something that is not there.
public enum Certainty: String, Codable, Sendable, Hashable {
    case exact, rule, absence
}

/// Which claim should change, according to authority.
public enum Side: String, Codable, Sendable, Hashable {
    case first, second
}

/// One conflict, absence or weakness. One line of `belofte judge`.
public struct Finding: Codable, Sendable, Hashable {
    public var schema: Int = schemaVersion
    public var rule: String
    public var type: FindingType
    public var severity: Severity
    public var certainty: Certainty
    public var organisation: String
    public var theme: String
    public var message: String
    public var advice: String
    public var change: Side?
    /// The evidence: two for a contradiction or narrowing (then further places), one or more elsewhere, none for a gap.
    public var claims: [Claim]
    /// The link of a broken reference, as written.
    public var href: String?
    public var touchpoint: String?
    /// Why the scopes overlap, or what was searched in vain; one short sentence each.
    public var trace: [String]
    /// `b1-` and 16 hexadecimal digits; stable under edits elsewhere.
    public var fingerprint: String
    /// Against a baseline or an earlier version; nil where there was nothing to compare with.
    public var state: FindingState?
    /// A suppressed finding stays visible and never decides the exit status.
    public var suppression: Suppression?
    /// Places in `claims` of what the change added or altered; nil where there was no earlier version to compare with.
    public var touched: [Int]?

    public init(
        rule: String, type: FindingType, severity: Severity, certainty: Certainty, organisation: String, theme: String,
        message: String, advice: String, change: Side? = nil, claims: [Claim], href: String? = nil,
        touchpoint: String? = nil, trace: [String] = [], fingerprint: String, state: FindingState? = nil, suppression: Suppression? = nil
    ) {
        self.rule = rule
        self.type = type
        self.severity = severity
        self.certainty = certainty
        self.organisation = organisation
        self.theme = theme
        self.message = message
        self.advice = advice
        self.change = change
        self.claims = claims
        self.href = href
        self.touchpoint = touchpoint
        self.trace = trace
        self.fingerprint = fingerprint
        self.state = state
        self.suppression = suppression
    }
}

extension Finding {
    /// Whether it counts for the exit status: not suppressed, not there before, and at least this severe. Nil: nothing counts.
    public func counts(from least: Severity?) -> Bool {
        guard let least, suppression == nil, state != .unchanged else { return false }
        return severity >= least
    }

    /// The claim that leads in a report: the one that the change touched, else the first. Nil where there is no claim.
    public var lead: Int? {
        if let touched = touched?.first, claims.indices.contains(touched) { return touched }
        return claims.isEmpty ? nil : 0
    }
}
