import GRDB

/// Why a ledger cannot be read or added to.
public enum LedgerError: Error, Sendable, Hashable {
    case missing(path: String)
    /// There is a file, and it is no ledger of ours.
    case foreign(path: String)
    case damaged(path: String, cause: String)
    /// A later version of the program wrote it.
    case newer(path: String)
    /// Others have been writing for longer than we wait.
    case busy(path: String)
    case inaccessible(path: String, cause: String)
    /// The ledger has a later audit of the organisation already; days are `2026-11-20`.
    case late(organisation: String, day: String, last: String)
    case unknown(promise: String)
    /// Several promises begin so, or have this claim.
    case ambiguous(promise: String, of: [String])

    /// What the failure of the database comes to.
    init(_ error: any Error, path: String) {
        switch error {
        case let known as LedgerError: self = known
        case let failure as DatabaseError: self.init(failure, path: path)
        default: self = .damaged(path: path, cause: "what it holds is not understood")
        }
    }

    private init(_ failure: DatabaseError, path: String) {
        let cause = failure.message ?? "\(failure.resultCode)"
        self =
            switch failure.resultCode {
            case .SQLITE_NOTADB: .foreign(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_AUTH:
                .inaccessible(path: path, cause: cause)
            default: .damaged(path: path, cause: cause)
            }
    }
}
