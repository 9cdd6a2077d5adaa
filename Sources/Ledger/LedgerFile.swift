public import Claims
import Foundation
import GRDB

/// A file that knows every promise of organisations over time: SQLite, safe where several programs add to it at once.
public struct LedgerFile: Sendable {
    private let path: String
    private let queue: DatabaseQueue

    /// Seconds that somebody who adds waits for others who do.
    private static let patience = 30.0

    /// Opens a ledger to add to; makes it where there is none.
    public static func toAdd(_ path: String) throws(LedgerError) -> LedgerFile {
        try guarding(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(patience)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.read { db in try check(db, path, mayBeEmpty: true) }
            try migrate(queue)
            return LedgerFile(path: path, queue: queue)
        }
    }

    /// Opens a ledger that is there; nothing is written.
    public static func toRead(_ path: String) throws(LedgerError) -> LedgerFile {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        return try guarding(path) {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(patience)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.read { db in try check(db, path, mayBeEmpty: false) }
            return LedgerFile(path: path, queue: queue)
        }
    }

    /// Adds audits, one after the other: all of them, or none where one cannot be added.
    public func add(_ audits: [DatedPromises]) throws(LedgerError) -> [LedgerAddition] {
        try Self.guarding(path) { try queue.write { db in try audits.map { try LedgerWriter(db: db).add($0) } } }
    }

    /// What the ledger holds, by organisation, page and identifier.
    public func list(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> LedgerList {
        try Self.guarding(path) { try queue.read { db in try LedgerReader(db: db).list(filter) } }
    }

    /// The life of one promise.
    /// - Parameter name: its identifier or the beginning of it, or the identifier of a claim that it was.
    public func life(of name: String) throws(LedgerError) -> PromiseLife {
        try Self.guarding(path) { try queue.read { db in try LedgerReader(db: db).life(of: name) } }
    }

    /// Another database is left as it is; so is a ledger of a later version.
    private static func check(_ db: Database, _ path: String, mayBeEmpty: Bool) throws {
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'grdb_migrations'")
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == LedgerSchema.mark else {
            if tables.isEmpty, mayBeEmpty { return }
            throw LedgerError.foreign(path: path)
        }
        if try LedgerSchema.migrator.hasBeenSuperseded(db) { throw LedgerError.newer(path: path) }
    }

    /// Two programs may make the same ledger at the same moment: the second one finds that the work is done.
    private static func migrate(_ queue: DatabaseQueue) throws {
        do {
            try LedgerSchema.migrator.migrate(queue)
        } catch {
            guard try queue.read(LedgerSchema.migrator.hasCompletedMigrations) else { throw error }
        }
    }

    private static func guarding<Value>(_ path: String, _ body: () throws -> Value) throws(LedgerError) -> Value {
        do { return try body() } catch { throw LedgerError(error, path: path) }
    }
}
