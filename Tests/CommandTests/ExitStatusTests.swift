import Foundation
import Testing

/// The exit status, row by row: 0 fine, 1 findings, 2 could not run, 3 incomplete where completeness was asked.
@Suite struct ExitStatusTests {
    private static let decisions: [([String], Int32)] = [
        ([], 1), (["--fail-on", "error"], 1), (["--fail-on", "never"], 0), (["--fail-on", "note"], 1), (["--format", "json"], 1),
        (["--format", "sarif", "--quiet"], 1), (["--require-complete"], 1),
    ]

    @Test(arguments: decisions) func findingsDecide(options: [String], status: Int32) throws {
        try Folder.with(Shop.torn) { shop in
            let ended = try Program.run(["audit", shop.path.path] + options).status
            #expect(ended == status)
        }
    }

    @Test func aQuietSiteIsFine() throws {
        try Folder.with(Shop.quiet) { shop in
            let outcome = try Program.run(["audit", shop.path.path, "--fail-on", "warning"])
            #expect(outcome.status == 0)
            #expect(outcome.problems == "")
        }
    }

    @Test func extractAndJudgeEndLikeAudit() throws {
        try Folder.with(Shop.torn) { shop in
            let extracted = try Program.run(["extract", shop.path.path])
            #expect(extracted.status == 0)
            for (failOn, status) in [("error", 1), ("never", 0)] as [(String, Int32)] {
                let judged = try Program.run(["judge", "--fail-on", failOn], input: extracted.output)
                #expect(judged.status == status)
            }
        }
    }

    /// What could not be run says so in one sentence on stderr, and nothing on stdout.
    @Test(arguments: [
        (["audit", "--sideways", "."], "--sideways"),
        (["audit"], "inputs"),
        (["audt", "."], "audt"),
        (["audit", "no-such-folder"], "there is no file or folder 'no-such-folder'"),
        (["audit", ".", "--format", "pdf"], "pdf"),
        (["audit", ".", "--report", "html"], "html"),
        (["audit", ".", "--fail-on", "sometimes"], "sometimes"),
        (["audit", ".", "--language", "la"], "nl or en"),
        (["audit", ".", "--jobs", "0"], "1 to 64"),
        (["audit", ".", "--rules", "no-such-rules"], "no-such-rules"),
        (["extract", "no-such-folder"], "no-such-folder"),
        (["judge", "no-such-file"], "no-such-file"),
        (["rules", "show", "no-such-rule"], "no-such-rule"),
        (["rules", "explain", "Hi.", "--language", "xx"], "xx"),
    ]) func whatCannotRunIsTwo(arguments: [String], words: String) throws {
        try Folder.with(Shop.quiet) { shop in
            let outcome = try Program.run(arguments, in: shop.path)
            #expect(outcome.status == 2)
            #expect(outcome.output == "")
            #expect(outcome.problems.contains(words), "\(outcome.problems)")
            #expect(outcome.problems.split(separator: "\n").count <= 3, "\(outcome.problems)")
        }
    }

    /// So a pipe ends with 2 as well where `extract` could read nothing. Parts of a larger input may be empty.
    @Test(arguments: ["", "\n \n", "<html lang=\"nl\">\nno record\n"]) func anInputWithoutARecordIsTwo(input: String) throws {
        let judged = try Program.run(["judge"], input: input)
        #expect(judged.status == 2 && judged.output == "")
        #expect(judged.problems.contains("there is no record of 'belofte extract' in standard input"), "\(judged.problems)")
        let part = try Program.run(["judge", "--sorted"], input: input)
        #expect(part.status == 0 && part.output == "")
    }

    @Test func pagesWithoutAClaimAreFine() throws {
        try Folder.with(Shop.quiet) { shop in
            let extracted = try Program.run(["extract", shop.path.path])
            let judged = try Program.run(["judge", "--fail-on", "warning"], input: extracted.output)
            #expect(judged.status == 0)
        }
    }

    @Test(arguments: ["extract", "audit"]) func anEmptyFolderIsTwo(command: String) throws {
        try Folder.with { folder in
            let outcome = try Program.run([command, folder.path.path])
            #expect(outcome.status == 2)
            #expect(outcome.problems.contains("there is nothing to read"), "\(outcome.problems)")
        }
    }

    @Test func aFolderWithoutAPageIsTwo() throws {
        try Folder.with { folder in
            try folder.write("logo.png", Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]))
            let outcome = try Program.run(["audit", folder.path.path])
            #expect(outcome.status == 2)
            #expect(outcome.problems.contains("no page"), "\(outcome.problems)")
        }
    }

    @Test func aReportThatCannotBeWrittenIsTwo() throws {
        try Folder.with(Shop.quiet) { shop in
            let outcome = try Program.run(["audit", shop.path.path, "--report", "json=\(shop.path.path)/none/there.json"])
            #expect(outcome.status == 2)
            #expect(outcome.problems.contains("there.json") && outcome.problems.contains("there is no folder"), "\(outcome.problems)")
        }
    }

    @Test func anIncompleteReadingIsThreeOnlyWhereAsked() throws {
        try Folder.with(Shop.quiet) { shop in
            try shop.write("huge.html", Data(repeating: 0x20, count: 70 << 20))
            for (option, status) in [([], 0), (["--require-complete"], 3)] as [([String], Int32)] {
                let outcome = try Program.run(["audit", shop.path.path] + option)
                #expect(outcome.status == status)
            }
        }
    }

    @Test(arguments: [["--help"], ["audit", "--help"], ["--version"], ["help", "judge"]]) func helpIsFine(arguments: [String]) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty && outcome.problems.isEmpty)
    }
}
