import Foundation
import Testing

/// `explain`, `config` and the scripts for shells.
@Suite struct ExplainTests {
    private struct Line: Decodable { var rule: String, fingerprint: String }

    private func fingerprint(_ rule: String, _ folder: Folder) throws -> String {
        let lines = try Program.run(["audit", "site", "--format", "ndjson", "--fail-on", "never"], in: folder.path).lines
        return try #require(lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }.first { $0.rule == rule }).fingerprint
    }

    private func withShop(_ body: (Folder) throws -> Void) throws {
        try Folder.with(Dictionary(uniqueKeysWithValues: Shop.torn.map { ("site/" + $0.key, $0.value) }), body)
    }

    @Test func aConflictIsExplainedByItsWordsRulesAndValues() throws {
        try withShop { folder in
            let name = String(try fingerprint("opening-hours-conflict", folder).prefix(9))
            let explained = try Program.run(["explain", name, "site"], in: folder.path)
            #expect(explained.status == 0 && explained.problems == "", "\(explained.problems)")
            for words in [
                "service/index.html:1:", "words: “bereikbaar op werkdagen van 9.00 tot 17.00 uur”",
                "rule: nl.opening-hours (Opening hours)",
                "value: opening-hours Mo-Fr 09:00-17:00 = Mon–Fri 09:00–17:00", "above it: Contact", "Both are about: phone.",
                "opening-hours-conflict: a contradiction",
            ] { #expect(explained.output.contains(words), "\(words) is not in \(explained.output)") }

            let result = try Program.run(["audit", "site", "--format", "json", "--fail-on", "never"], in: folder.path).output
            try folder.write("result.json", Data(result.utf8))
            #expect(try Program.run(["explain", name, "--result", "result.json"], in: folder.path).output == explained.output)
        }
    }

    @Test func anAbsenceIsExplainedByWhatWasLookedFor() throws {
        try withShop { folder in
            let explained = try Program.run(
                ["explain", try fingerprint("gap-complaints", folder), "site", "--language", "nl"], in: folder.path)
            #expect(explained.output.contains("gezocht: service-promise, theme complaint-care; gevonden: geen"), "\(explained.output)")
        }
    }

    @Test(arguments: [
        ("opening-hours-conflict", ["contradiction, error", "compared by hours", "silent"]),
        ("gap-complaints", ["without  service-promise"]),
        ("nl.opening-hours", ["service-promise, reachability", "match"]),
    ]) func aRuleIsExplained(rule: String, words: [String]) throws {
        let outcome = try Program.run(["explain", rule])
        #expect(outcome.status == 0 && words.allSatisfy { outcome.output.contains($0) }, "\(outcome.output)")
    }

    @Test(arguments: [
        (["explain", "opening-hour-conflict"], "did you mean 'opening-hours-conflict'"), (["explain", "b1-00"], "--result"),
        (["explain", "b1-nothing", "site"], "no finding"), (["explain", "b1-", "site"], "Write more of it"),
        (["explain", "opening-hours", "site"], "without an input"),
    ]) func whatCannotBeExplainedIsTwo(arguments: [String], words: String) throws {
        try withShop { folder in
            let outcome = try Program.run(arguments, in: folder.path)
            #expect(outcome.status == 2 && outcome.output == "" && outcome.problems.contains(words), "\(outcome.problems)")
        }
    }

    // MARK: config

    @Test func settingsAreShownWithTheirOrigin() throws {
        let files = [
            ".belofte.yml": """
            version: 1
            extends: base.yml
            pages: [{match: "/x/**", role: news, authority: 3}]
            exceptions:
              - {finding: b1-0123456789abcdef, reason: "it's \\"so\\"", until: 2027-01-31}
            """,
            "base.yml": "version: 1\nfail_on: note\nrules: {gap: off}\naliases: {product: {Vast: [vast contract]}}\n",
        ]
        try Folder.with(files) { folder in
            let shown = try Program.run(["config", "show"], in: folder.path)
            #expect(shown.status == 0, "\(shown.problems)")
            for (value, origin) in [
                ("languages: [nl, en, fr, de]", "default"), ("{match: \"/x/**\", role: news, authority: 3}", ".belofte.yml:3"),
                ("fail_on: note", "base.yml:2"), ("gap: off", "base.yml:3"), ("Vast: [\"vast contract\"]", "base.yml:4"),
                ("reason: \"it's \\\"so\\\"\"", ".belofte.yml:5"),
            ] { #expect(shown.lines.contains { $0.contains(value) && $0.hasSuffix("# " + origin) }, "\(value) in \(shown.output)") }
            // What is shown is a configuration that says the same.
            try folder.write("shown.yml", Data(shown.output.utf8))
            let again = try Program.run(["config", "show", "--config", "shown.yml"], in: folder.path)
            #expect(again.lines.map { $0.prefix { $0 != "#" } } == shown.lines.map { $0.prefix { $0 != "#" } })
            let checked = try Program.run(["config", "check"], in: folder.path)
            #expect(checked.output == ".belofte.yml, which extends base.yml: in order.\n")
        }
    }

    /// The reader and the schema go by the same lists; the file in `docs` is what the program writes.
    @Test func theSchemaIsInStepWithTheReader() throws {
        let file = Program.repository.appendingPathComponent("docs/belofte.schema.json")
        let written = try Program.run(["config", "schema"]).output
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(written.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == written)
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func shellsGetTheirCompletions(shell: String) throws {
        let outcome = try Program.run(["--generate-completion-script", shell])
        #expect(outcome.status == 0 && outcome.output.contains("explain") && outcome.output.contains("fail-on"))
    }

    @Test func theVersionNamesTheRules() throws {
        #expect(try Program.run(["--version"]).output.contains(/^belofte \d+\.\d+\.\d+ \(rules [0-9a-f]{12}\)\n$/))
    }
}
