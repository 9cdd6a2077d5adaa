public import Claims
import GRDB
import Judgement

/// The claims of one organisation on one day.
public struct DatedPromises: Sendable {
    public var organisation: String
    /// `2026-11-20`.
    public var day: String
    public var claims: [Claim]

    public init(organisation: String, day: String, claims: [Claim]) {
        self.organisation = organisation
        self.day = day
        self.claims = claims
    }
}

/// What an audit told a ledger that it did not know.
public struct LedgerAddition: Sendable, Hashable {
    public var organisation: String
    public var day: String
    /// The same audit was added before; nothing was done.
    public var isKnown = false
    /// How many promises each thing happened to.
    public var events: [PromiseEvent.Kind: Int] = [:]
}

/// Adds one audit within a transaction.
struct LedgerWriter {
    let db: Database

    func add(_ audit: DatedPromises) throws -> LedgerAddition {
        var addition = LedgerAddition(organisation: audit.organisation, day: audit.day)
        let claims = PromiseSuccession.distinct(audit.claims)
        var row = AuditRow(
            id: nil, organisation: audit.organisation, day: audit.day, digest: PromiseIdentity.digest(of: claims))
        if try isKnown(row) {
            addition.isKnown = true
            return addition
        }
        let last = try String.fetchOne(db, sql: "SELECT max(day) FROM audit WHERE organisation = ?", arguments: [audit.organisation])
        if let last, last > audit.day { throw LedgerError.late(organisation: audit.organisation, day: audit.day, last: last) }
        try row.insert(db)
        let turn = Turn(audit: row.id ?? 0, day: audit.day, previous: last ?? audit.day)
        let rest = try pass(claims, turn, &addition)
        try welcome(rest, turn, &addition)
        return addition
    }

    /// The audit that is being added.
    private struct Turn {
        var audit: Int64
        var day: String
        /// Day of the audit before it.
        var previous: String
    }

    private func isKnown(_ row: AuditRow) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM audit WHERE organisation = ? AND day = ? AND digest = ?)",
            arguments: [row.organisation, row.day, row.digest]) ?? false
    }

    // MARK: what was known

    /// What became of the promises that stand. Returns the claims that none of them became.
    private func pass(_ claims: [Claim], _ turn: Turn, _ addition: inout LedgerAddition) throws -> [Claim] {
        let standing = try rows(addition.organisation, .standing)
        let succession = PromiseSuccession(known: standing.map(\.claim), present: claims)
        for (place, known) in standing.enumerated() {
            if let heir = succession.heirs[place] {
                try pass(known.row, known.claim, claims[heir], turn, &addition)
            } else {
                var row = known.row
                (row.state, row.last) = (RecordedPromise.State.gone.rawValue, turn.previous)
                try row.update(db)
                try note(.disappeared, nil, of: row, known.claim, turn, &addition)
            }
        }
        return succession.newcomers.map { claims[$0] }
    }

    private func pass(_ known: PromiseRow, _ before: Claim, _ after: Claim, _ turn: Turn, _ addition: inout LedgerAddition) throws {
        if before == after { return }
        var row = known
        row.claim = try ClaimText.of(after)
        let step = PromiseSuccession.step(before, after)
        if step?.kind == .changed { row.changes += 1 }
        try row.update(db)
        if let step { try note(step.kind, step.direction, of: row, after, turn, &addition) }
    }

    // MARK: what is new

    private func welcome(_ claims: [Claim], _ turn: Turn, _ addition: inout LedgerAddition) throws {
        let gone = try rows(addition.organisation, .gone)
        let returns = PromiseSuccession(known: gone.map(\.claim), present: claims, isLoose: false)
        for (place, known) in gone.enumerated() {
            guard let heir = returns.heirs[place] else { continue }
            var row = known.row
            (row.state, row.last, row.claim) = (RecordedPromise.State.standing.rawValue, nil, try ClaimText.of(claims[heir]))
            try row.update(db)
            try note(.returned, nil, of: row, claims[heir], turn, &addition)
        }
        for place in returns.newcomers { try appear(claims[place], turn, &addition) }
    }

    private func appear(_ claim: Claim, _ turn: Turn, _ addition: inout LedgerAddition) throws {
        let row = PromiseRow(
            id: try free(PromiseIdentity.of(claim)), organisation: addition.organisation, kind: claim.kind.rawValue, theme: claim.theme,
            state: RecordedPromise.State.standing.rawValue, first: turn.day, last: nil, changes: 0, claim: try ClaimText.of(claim))
        try row.insert(db)
        try note(.appeared, nil, of: row, claim, turn, &addition)
    }

    /// The first name of these that no promise has: `p-…`, `p-…-2`, `p-…-3`.
    private func free(_ name: String) throws -> String {
        var (candidate, number) = (name, 1)
        while try PromiseRow.exists(db, key: candidate) {
            number += 1
            candidate = "\(name)-\(number)"
        }
        return candidate
    }

    // MARK: rows

    private func rows(_ organisation: String, _ state: RecordedPromise.State) throws -> [(row: PromiseRow, claim: Claim)] {
        let rows = try PromiseRow.fetchAll(
            db, sql: "SELECT * FROM promise WHERE organisation = ? AND state = ? ORDER BY id", arguments: [organisation, state.rawValue])
        return try rows.map { ($0, try ClaimText.claim($0.claim)) }
    }

    private func note(
        _ kind: PromiseEvent.Kind, _ direction: PromiseChange.Direction?, of row: PromiseRow, _ claim: Claim, _ turn: Turn,
        _ addition: inout LedgerAddition
    ) throws {
        addition.events[kind, default: 0] += 1
        let event = EventRow(
            promise: row.id, audit: turn.audit, kind: kind.rawValue, direction: direction?.rawValue, claimID: claim.id, claim: row.claim)
        try event.insert(db)
    }
}
