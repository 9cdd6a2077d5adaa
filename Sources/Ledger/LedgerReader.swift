public import Claims
import GRDB

/// Which promises are asked for; nil: all.
public struct LedgerFilter: Sendable, Hashable {
    public var organisation: String?
    public var theme: String?
    public var kind: ClaimKind?
    public var state: RecordedPromise.State?
    /// Only those whose value, commitment or stance has become another.
    public var isChanged = false

    public init() {}
}

/// Reads within a transaction.
struct LedgerReader {
    let db: Database

    func list(_ filter: LedgerFilter) throws -> LedgerList {
        let organisations = try organisations(filter.organisation)
        let days = Dictionary(organisations.map { ($0.name, $0.last) }) { first, _ in first }
        let rows = try PromiseRow.fetchAll(
            db,
            sql: """
                SELECT * FROM promise
                WHERE (:organisation IS NULL OR organisation = :organisation) AND (:theme IS NULL OR theme = :theme)
                    AND (:kind IS NULL OR kind = :kind) AND (:state IS NULL OR state = :state) AND changes >= :changes
                """,
            arguments: [
                "organisation": filter.organisation, "theme": filter.theme, "kind": filter.kind?.rawValue,
                "state": filter.state?.rawValue, "changes": filter.isChanged ? 1 : 0,
            ])
        let promises = try rows.map { try promise($0, last: days[$0.organisation]) }
        return LedgerList(organisations: organisations, promises: promises.sorted { Self.order($0) < Self.order($1) })
    }

    func life(of name: String) throws -> PromiseLife {
        guard let row = try PromiseRow.fetchOne(db, key: try only(name)) else { throw LedgerError.unknown(promise: name) }
        let events = try Row.fetchAll(
            db,
            sql: """
                SELECT audit.day, event.kind, event.direction, event.claim
                FROM event JOIN audit ON audit.id = event.audit WHERE event.promise = ? ORDER BY event.id
                """, arguments: [row.id])
        let last = try organisations(row.organisation).first?.last
        return PromiseLife(promise: try promise(row, last: last), events: try events.map(Self.event))
    }

    private static func order(_ promise: RecordedPromise) -> (String, String, Int, String) {
        (promise.claim.organisation, promise.claim.source.file, promise.claim.source.line, promise.id)
    }

    private func organisations(_ name: String?) throws -> [LedgerList.Organisation] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT organisation, count(*) AS audits, min(day) AS first, max(day) AS last FROM audit
                WHERE ?1 IS NULL OR organisation = ?1 GROUP BY organisation ORDER BY organisation
                """, arguments: [name]
        ).map { LedgerList.Organisation(name: $0["organisation"], audits: $0["audits"], first: $0["first"], last: $0["last"]) }
    }

    private func promise(_ row: PromiseRow, last: String?) throws -> RecordedPromise {
        guard let state = RecordedPromise.State(rawValue: row.state) else { throw Self.notUnderstood }
        return RecordedPromise(
            id: row.id, state: state, first: row.first, last: row.last ?? last ?? row.first, changes: row.changes,
            claim: try ClaimText.claim(row.claim))
    }

    private static func event(_ row: Row) throws -> PromiseEvent {
        guard let kind = PromiseEvent.Kind(rawValue: row["kind"]) else { throw notUnderstood }
        let direction: String? = row["direction"]
        return PromiseEvent(
            day: row["day"], kind: kind, direction: direction.flatMap(PromiseChange.Direction.init),
            claim: try ClaimText.claim(row["claim"]))
    }

    private static let notUnderstood = DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a word in it is not known")

    /// The one promise that is meant: by its identifier, by the beginning of it, or by a claim that it was.
    private func only(_ name: String) throws -> String {
        if try PromiseRow.exists(db, key: name) { return name }
        let found =
            name.hasPrefix("c-")
            ? try String.fetchAll(db, sql: "SELECT DISTINCT promise FROM event WHERE claim_id = ? ORDER BY promise", arguments: [name])
            : try String.fetchAll(db, sql: "SELECT id FROM promise WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id", arguments: [name])
        guard let first = found.first, !name.isEmpty else { throw LedgerError.unknown(promise: name) }
        guard found.count == 1 else { throw LedgerError.ambiguous(promise: name, of: found) }
        return first
    }
}
