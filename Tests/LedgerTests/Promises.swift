import Claims
import Foundation

@testable import Ledger

/// Promises of an invented bank, and ledgers for one test.
enum Bank {
    static let name = "coolbank.example"

    static func mail(_ hours: Double, _ quote: String? = nil, on page: String = "mail.html", line: Int = 3) -> Claim {
        Claim(
            id: "c-\(Int(hours))\(page)", organisation: name, kind: .servicePromise, theme: "speed", channel: "email",
            measure: Measure(metric: .responseTime, op: .atMost, value: hours, unit: .hour), language: "en",
            quote: quote ?? "We answer every e-mail within \(Int(hours)) hours.",
            source: Source(file: page, line: line, column: 1, endLine: line, endColumn: 40, pageRole: .servicePolicy),
            rule: "en.response-within")
    }

    static func slogan(_ quote: String = "The customer comes first.") -> Claim {
        Claim(
            id: "c-slogan", organisation: name, kind: .brandPromise, theme: "customer-central", language: "en", quote: quote,
            source: Source(file: "index.html", line: 9, column: 1, endLine: 9, endColumn: 30, pageRole: .marketing),
            rule: "en.customer-central")
    }

    static func audit(_ day: String, _ claims: Claim..., of organisation: String = name) -> DatedPromises {
        DatedPromises(
            organisation: organisation, day: day,
            claims: claims.map { claim in
                var claim = claim
                claim.organisation = organisation
                return claim
            })
    }

    /// The path of a ledger that is gone when the body ends.
    static func withPath<Result>(_ body: (String) throws -> Result) rethrows -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("belofte-ledger-" + UUID().uuidString)
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.appendingPathComponent("ledger.sqlite").path)
    }

    /// What the ledger holds after these audits.
    static func list(_ audits: DatedPromises..., filter: LedgerFilter = LedgerFilter()) throws -> LedgerList {
        try withPath { path in
            let ledger = try LedgerFile.toAdd(path)
            for audit in audits { _ = try ledger.add([audit]) }
            return try ledger.list(filter)
        }
    }

    /// What happened to the only promise of these audits.
    static func life(_ audits: DatedPromises...) throws -> PromiseLife {
        try withPath { path in
            let ledger = try LedgerFile.toAdd(path)
            _ = try ledger.add(audits)
            return try ledger.life(of: "p-")
        }
    }
}
