import Foundation
import Testing

/// What became of promises between two audits, by the command and as findings of an audit.
@Suite struct DiffTests {
    private func withSlowerMail(_ body: (Repository) throws -> Void) throws {
        try Repository.with { site in
            try site.write("old.json", try site.audit("--format", "json").output)
            try site.write("public/mail.html", Repository.page("Wij beantwoorden uw e-mail binnen 48 uur.", "E-mail"))
            try body(site)
        }
    }

    @Test func aDayThatBecameTwoIsDriftInEveryFormat() throws {
        try withSlowerMail { site in
            for format in ["text", "json", "markdown", "html"] {
                let outcome = try Program.run(["diff", "old.json", "public", "--format", format], in: site.folder.path)
                #expect(outcome.status == 0, "\(outcome.problems)")
                for words in ["weaker", "24 uur", "48 uur"] { #expect(outcome.output.contains(words), "\(format): \(outcome.output)") }
            }
        }
    }

    @Test func anAuditAgainstABaseReportsIt() throws {
        try withSlowerMail { site in
            for base in ["main", "old.json"] {
                let outcome = try site.audit("--base", base)
                #expect(outcome.status == 0)
                #expect(
                    outcome.output.contains(
                        "public/mail.html:3:4: warning: The promise is weaker than it was: 24 hours before, 48 hours now."))
                #expect(try site.audit("--base", base, "--fail-on", "warning").status == 1)
            }
        }
    }

    @Test func theConfigurationSaysWhatDriftWeighs() throws {
        try withSlowerMail { site in
            for (level, status, isTold) in [("error", 1, true), ("note", 0, true), ("off", 0, false)] as [(String, Int32, Bool)] {
                try site.write(".belofte.yml", "version: 1\nrules: {promise-drift: \(level)}\n")
                let outcome = try site.audit("--base", "old.json")
                #expect(outcome.status == status && outcome.output.contains("[promise-drift]") == isTold, "\(level): \(outcome.output)")
            }
        }
        let told = try Program.run(["explain", "promise-drift"])
        #expect(told.status == 0 && told.output.contains("A promise has changed"))
    }

    @Test func whatIsNoResultIsTwo() throws {
        try Folder.with(["x.json": "{}"]) { folder in
            for input in ["x.json", "no-such"] {
                let outcome = try Program.run(["diff", input, "x.json"], in: folder.path)
                #expect(outcome.status == 2 && outcome.output == "")
            }
        }
    }
}
