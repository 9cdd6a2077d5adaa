import Claims
import Foundation
import GRDB

/// A row of `promise`.
struct PromiseRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "promise"

    var id: String
    var organisation: String
    var kind: String
    var theme: String
    var state: String
    var first: String
    /// Nil while it stands: then it is the day of the organisation's last audit.
    var last: String?
    var changes: Int
    var claim: String
}

/// A row of `audit`.
struct AuditRow: Codable, FetchableRecord, MutablePersistableRecord {
    static let databaseTableName = "audit"

    var id: Int64?
    var organisation: String
    var day: String
    var digest: String

    mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}

/// A row of `event`.
struct EventRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "event"

    var promise: String
    var audit: Int64
    var kind: String
    var direction: String?
    var claimID: String
    var claim: String

    enum CodingKeys: String, CodingKey {
        case promise, audit, kind, direction, claim
        case claimID = "claim_id"
    }
}

/// A claim as a ledger keeps it: its line on the wire.
enum ClaimText {
    static func of(_ claim: Claim) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(claim), as: UTF8.self)
    }

    static func claim(_ text: String) throws -> Claim { try JSONDecoder().decode(Claim.self, from: Data(text.utf8)) }
}
