import Foundation
import Testing

/// What the sample organisations give, claim by claim and finding by finding. Where a change means to alter it,
/// `UPDATE_GOLDEN=1 make test` writes the files anew; read the difference before it is committed.
@Suite struct GoldenTests {
    static let organisations = ["www.ketelaar-warmte.example", "www.larkfield-cycles.example"]
    private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    @Test(arguments: organisations) func claimsAreAsExpected(organisation: String) throws {
        let lines = try Program.run(["extract", "Samples/" + organisation]).lines
        try compare(lines, with: organisation + ".claims.ndjson")
    }

    @Test(arguments: organisations) func findingsAreAsExpected(organisation: String) throws {
        let lines = try Program.run(["audit", "Samples/" + organisation, "--format", "ndjson", "--fail-on", "never"]).lines
        try compare(lines, with: organisation + ".findings.ndjson")
    }

    private func compare(_ lines: [String], with name: String) throws {
        let file = Program.repository.appendingPathComponent("Tests/Golden/" + name)
        let found = lines.map(withoutDigest)
        #expect(!found.isEmpty)
        if Self.isUpdating {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            return try Data((found.joined(separator: "\n") + "\n").utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        for line in found.difference(from: expected) {
            switch line {
            case .insert(_, let text, _): Issue.record("\(name) has no line \(text)")
            case .remove(_, let text, _): Issue.record("\(name) has a line that is gone: \(text)")
            }
        }
    }

    /// The digest of the rules changes with each of them, and would hide what else changes.
    private func withoutDigest(_ line: String) -> String {
        line.replacing(/,"rules":"[0-9a-f]*"/, with: "")
    }
}
