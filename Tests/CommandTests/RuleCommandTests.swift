import Foundation
import Testing

/// What rule authors use beside the tests: gaps, new rules, the catalogue, the count of examples.
@Suite struct RuleCommandTests {
    private func rules(in folder: Folder) throws {
        try FileManager.default.copyItem(at: Program.repository.appendingPathComponent("Rules"), to: folder.url("Rules"))
    }

    // MARK: gaps

    /// Three sentences of one make, one of another, and one that a rule takes.
    private static let site = [
        "site/a.html": Shop.page("Onze medewerkers poetsen en helpen u altijd met plezier. Wij beantwoorden uw e-mail binnen 24 uur."),
        "site/b.html": Shop.page("Onze medewerkers zwaaien en helpen u altijd lachend.", title: "Zwaaien"),
        "site/c.html": Shop.page("Onze medewerkers zwaaiden en hielpen u altijd lachend.", title: "Vroeger"),
    ]

    @Test func gapsAreWhatNoRuleTook() throws {
        try Folder.with(Self.site) { folder in
            let outcome = try Program.run(["rules", "gaps", folder.url("site").path])
            #expect(outcome.status == 0)
            #expect(outcome.lines.first == "2  nl  @help @you @always")
            #expect(outcome.output.contains("a.html:1:"))
            #expect(!outcome.output.contains("24 uur"), "a rule takes it")
            #expect(!outcome.output.contains("hielpen"), "the past promises nothing")
        }
    }

    @Test func gapsForAMachineAreOneRecordALine() throws {
        try Folder.with(Self.site) { folder in
            let one = try Program.run(["rules", "gaps", folder.url("site").path, "--format", "ndjson", "--examples", "1", "--jobs", "1"])
            let record = try #require(JSONSerialization.jsonObject(with: Data(one.lines[0].utf8)) as? [String: Any])
            #expect(record["count"] as? Int == 2)
            #expect(record["shape"] as? String == "@help @you @always")
            #expect((record["sentences"] as? [[String: Any]])?.count == 1)
            let many = try Program.run(["rules", "gaps", folder.url("site").path, "--format", "ndjson", "--examples", "1", "--jobs", "3"])
            #expect(many.output == one.output)
        }
    }

    // MARK: new

    @Test func aNewRuleIsReadAndWaitsForItsExamples() throws {
        try Folder.with { folder in
            try rules(in: folder)
            let place = ["--rules", folder.url("Rules").path]
            let made = try Program.run(["rules", "new", "weekend-delivery", "--theme", "flexibility"] + place)
            #expect(made.status == 0)
            #expect(FileManager.default.fileExists(atPath: folder.url("Rules/claims/flexibility/weekend-delivery.yaml").path))
            #expect(try Program.run(["rules", "check"] + place).status == 0)
            let tested = try Program.run(["rules", "test"] + place)
            #expect(tested.status == 1)
            #expect(tested.output.contains("[weekend-delivery] does not match"))
        }
    }

    @Test func aRuleIsNeverOverwritten() throws {
        try Folder.with { folder in
            try rules(in: folder)
            let file = folder.url("Rules/claims/speed/response-within.yaml")
            let before = try Data(contentsOf: file)
            let place = ["--rules", folder.url("Rules").path]
            for theme in ["speed", "trust"] {
                let outcome = try Program.run(["rules", "new", "response-within", "--theme", theme] + place)
                #expect(outcome.status == 2)
                #expect(outcome.problems.contains("is there already"))
            }
            #expect(try Data(contentsOf: file) == before)
        }
    }

    @Test(arguments: [
        ["../up", "--theme", "trust"], ["Big", "--theme", "trust"], ["good", "--theme", "none"],
        ["good", "--theme", "trust", "--kind", "x"],
    ])
    func aBadNameIsRefused(arguments: [String]) throws {
        try Folder.with { folder in
            try rules(in: folder)
            let outcome = try Program.run(["rules", "new"] + arguments + ["--rules", folder.url("Rules").path])
            #expect(outcome.status == 2)
            #expect(outcome.problems.split(separator: "\n").count == 1)
        }
    }

    // MARK: catalogue

    @Test func theCatalogueSaysWhatTheRulesSay() throws {
        try Folder.with(["docs/own.md": "written by hand"]) { folder in
            try rules(in: folder)
            let arguments = ["rules", "docs", "--output", folder.url("docs").path, "--rules", folder.url("Rules").path]
            #expect(try Program.run(arguments + ["--check"]).status == 1)
            #expect(try Program.run(arguments).status == 0)
            #expect(try Program.run(arguments + ["--check"]).status == 0)
            let page = try String(contentsOf: folder.url("docs/response-within.md"), encoding: .utf8)
            #expect(page.contains("`response-within`") && page.contains("## Dutch"))

            try FileManager.default.removeItem(at: folder.url("Rules/claims/trust/courteous.yaml"))
            let stale = try Program.run(arguments + ["--check"])
            #expect(stale.status == 1)
            #expect(stale.problems.contains("belofte rules docs --output"))
            #expect(try Program.run(arguments).status == 0)
            #expect(!FileManager.default.fileExists(atPath: folder.url("docs/courteous.md").path))
            #expect(FileManager.default.fileExists(atPath: folder.url("docs/own.md").path))
        }
    }

    // MARK: examples

    @Test func aRuleWithFewExamplesIsListed() throws {
        let rule = """
            id: tested
            title: "A rule for a test"
            why: "To see what is counted."
            kind: brand-promise
            theme: trust
            languages: [en]
            when:
              - "@answer & {duration}"
            examples:
              en:
                match: ["We answer within a day.", "We answer within two days."]
                silent: ["You answer."]
            """
        try Folder.with { folder in
            try rules(in: folder)
            try folder.write("Rules/claims/trust/tested.yaml", Data(rule.utf8))
            let outcome = try Program.run(["rules", "check", "--examples", "--rules", folder.url("Rules").path])
            #expect(outcome.status == 0)
            #expect(outcome.lines.contains { $0.contains("[tested] en: 2 of 4 found, 1 of 3 left alone") })
            #expect(!outcome.output.contains("[tested] nl"))
        }
    }
}
