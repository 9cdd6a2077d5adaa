import GRDB

/// The tables of a ledger, version by version. A version that was published never changes.
enum LedgerSchema {
    /// `Blft`: tells our files from other databases.
    static let mark = 0x426c_6674

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: audits, promises and what happened to them") { db in
            try db.execute(sql: first)
            try db.execute(sql: "PRAGMA application_id = \(mark)")
        }
        return migrator
    }()

    /// `promise` says how each one stands now; `event`, which only grows, how it came to that. A claim is its line of NDJSON.
    private static let first = """
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY, organisation TEXT NOT NULL, day TEXT NOT NULL, digest TEXT NOT NULL,
            UNIQUE (organisation, day, digest));
        CREATE TABLE promise (
            id TEXT NOT NULL PRIMARY KEY, organisation TEXT NOT NULL, kind TEXT NOT NULL, theme TEXT NOT NULL, state TEXT NOT NULL,
            first TEXT NOT NULL, last TEXT, changes INTEGER NOT NULL, claim TEXT NOT NULL);
        CREATE TABLE event (
            id INTEGER PRIMARY KEY, promise TEXT NOT NULL REFERENCES promise, audit INTEGER NOT NULL REFERENCES audit,
            kind TEXT NOT NULL, direction TEXT, claim_id TEXT NOT NULL, claim TEXT NOT NULL);
        CREATE INDEX promise_of_organisation ON promise (organisation, state);
        CREATE INDEX event_of_promise ON event (promise);
        CREATE INDEX event_of_claim ON event (claim_id);
        """
}
