import Foundation
import Testing

/// The laws of the data flow, on the sample organisations.
@Suite struct LawTests {
    @Test func auditIsExtractThenJudge() throws {
        let audit = try Program.run(["audit", "Samples", "--format", "ndjson"])
        let extracted = try Program.run(["extract", "Samples"])
        let judged = try Program.run(["judge", "--format", "ndjson"], input: extracted.output)
        #expect(audit.output == judged.output)
        #expect(audit.status == judged.status)
        #expect(audit.lines.count > 10)
    }

    @Test func theNumberOfWorkersChangesNothing() throws {
        let one = try Program.run(["audit", "Samples", "--format", "json", "--jobs", "1"])
        for jobs in ["2", "5"] { #expect(try Program.run(["audit", "Samples", "--format", "json", "--jobs", jobs]).output == one.output) }
    }

    @Test func theOrderOfClaimsChangesNothing() throws {
        let lines = try Program.run(["extract", "Samples"]).lines
        let sorted = try Program.run(["judge"], input: lines.joined(separator: "\n"))
        let turned = try Program.run(["judge"], input: lines.reversed().joined(separator: "\n"))
        #expect(sorted.output == turned.output)
    }

    /// Two inputs together give what each gives alone, but for the names that keep them apart: extraction cannot see a second page.
    @Test func twoInputsAreTheSumOfBoth() throws {
        let (one, two) = ("Samples/www.ketelaar-warmte.example", "Samples/www.larkfield-cycles.example")
        let both = try Program.run(["extract", one, two]).lines
        let apart = try Program.run(["extract", one]).lines + Program.run(["extract", two]).lines
        let named = both.map { line in
            [one, two].reduce(line) { $0.replacing("\"input\":\"\($1)/\",", with: "").replacing("\"file\":\"\($1)/", with: "\"file\":\"") }
        }
        #expect(named.sorted() == apart.sorted())
    }

    @Test func aDamagedLineIsLeftOutAndCounted() throws {
        let extracted = try Program.run(["extract", "Samples"]).output
        let outcome = try Program.run(["judge", "--format", "json"], input: "{\"half\": \n" + extracted)
        let clean = try Program.run(["judge", "--format", "ndjson"], input: extracted)
        #expect(outcome.problems.contains("-:1: "))
        #expect(outcome.output.contains("\"damaged\""))
        #expect(outcome.status == clean.status)
    }
}
