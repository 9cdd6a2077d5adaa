#if Ledger
    import Claims
    import Ledger

    /// What the ledger says, as sentences.
    enum LedgerWords {
        static func added(_ addition: LedgerAddition) -> String {
            let name = Terminal.plain(addition.organisation)
            if addition.isKnown { return "\(name), \(addition.day): is in the ledger already." }
            let parts = PromiseEvent.Kind.allCases.compactMap { kind in addition.events[kind].map { "\($0) \(kind.rawValue)" } }
            return "\(name), \(addition.day): " + (parts.isEmpty ? "nothing changed." : parts.joined(separator: ", ") + ".")
        }
    }

    enum LedgerProblem {
        static func naming<Value>(_ body: () throws -> Value) throws -> Value {
            do { return try body() } catch let error as LedgerError { throw Problem(text: words(error)) }
        }

        private static func words(_ error: LedgerError) -> String {
            switch error {
            case .missing(let path): "there is no ledger '\(path)'. 'belofte ledger add' makes one."
            case .foreign(let path): "'\(path)' is no ledger of belofte; it is left as it is."
            case .damaged(let path, let cause):
                "the ledger '\(path)' is damaged: \(cause). Put a copy of it back, or add its audits to a new one."
            case .newer(let path): "the ledger '\(path)' was written by a later version of belofte, which is needed to read it."
            case .busy(let path): "the ledger '\(path)' is being written to by others. Try again when they are done."
            case .inaccessible(let path, let cause): "the ledger '\(path)' cannot be opened or written: \(cause)."
            case .late(let organisation, let day, let last):
                "the ledger has an audit of \(organisation) of \(last), and \(day) is before it: audits are added oldest first. Nothing was added."
            case .unknown(let promise): "the ledger has no promise '\(promise)'. 'belofte ledger list' shows them."
            case .ambiguous(let promise, let found):
                "'\(promise)' can be \(found.count) promises: \(found.prefix(5).joined(separator: ", "))\(found.count > 5 ? ", …" : ""). Write more of it."
            }
        }
    }
#endif
