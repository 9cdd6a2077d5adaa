public import Claims
import Foundation

/// JSON as it goes over the wire: sorted keys, so that the same content has the same bytes.
public enum Lines {
    /// One record or finding as a line, without its line break.
    public static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map(Array.init) ?? []
    }

    /// The findings, one a line, in their order: what `belofte judge` writes.
    public static func findings(_ result: AuditResult) -> [UInt8] {
        result.organisations.flatMap(\.findings).flatMap { encode($0) + [0x0a] }
    }

    /// A record of a dump as a line.
    public static func encode(record: Record) -> [UInt8] {
        switch record {
        case .page(let page): PageLine(page).bytes
        case .claim(let claim): encode(claim)
        case .notJudged(let skipped): encode(skipped)
        case .suppression(let note): encode(note)
        }
    }

    /// The whole audit, indented.
    public static func json(_ result: AuditResult) -> [UInt8] { indented(result) }

    /// Any value, indented, with a line break at its end.
    public static func indented(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return ((try? encoder.encode(value)).map(Array.init) ?? []) + [0x0a]
    }
}
