import Foundation
import Testing

/// Comparing with a commit or with a kept result: what is new, and that nothing of the repository is touched by it.
@Suite struct BaseTests {
    @Test func aCommitAndItsResultAreTheSameBase() throws {
        try Repository.with { site in
            let kept = try site.audit("--format", "json")
            try site.write("base.json", kept.output)
            try site.write("public/terms.html", Repository.page(Repository.mail5))
            let (one, two) = (
                try site.audit("--base", "main", "--format", "ndjson"), try site.audit("--base", "base.json", "--format", "ndjson")
            )
            #expect(one.output == two.output)
            #expect(one.output.contains("\"introduced\"") && one.output.contains("\"touched\":[1]"), "\(one.output)")
            #expect(one.status == 1 && two.status == 1)
        }
    }

    @Test func onlyWhatTheBranchDidCounts() throws {
        try Repository.with { site in
            try site.git("switch", "--quiet", "--create", "branch")
            try site.write("public/terms.html", Repository.page("De winkel ligt aan het plein."))
            try site.commit("mine")
            try site.git("switch", "--quiet", "main")
            try site.write("public/contact.html", Repository.legacy["public/service/index.html"] ?? "")
            try site.commit("others fix the hours")
            try site.git("switch", "--quiet", "branch")
            #expect(try site.audit("--base", "main").status == 0)
        }
    }

    @Test func theReportCountsWhatIsFixed() throws {
        try Repository.with { site in
            try site.write("public/contact.html", Repository.legacy["public/service/index.html"] ?? "")
            let outcome = try site.audit("--base", "main", "--format", "html", "--language", "en")
            #expect(outcome.output.contains("1 no longer found."))
        }
    }

    @Test func aPageThatWasRenamedIntroducesNothing() throws {
        try Repository.with { site in
            try site.git("mv", "public/contact.html", "public/over-ons.html")
            #expect(try site.audit("--base", "main", "--fail-on", "note").status == 0)
        }
    }

    @Test(arguments: ["--upload-pack=touch x", "-x", "no-such", "main:public", "a b", "", "main\n", "@{-1}; touch x"])
    func aNameThatIsNoCommitIsTwo(name: String) throws {
        try Repository.with { site in
            let outcome = try site.audit("--base=" + name)
            #expect(outcome.status == 2)
            #expect(outcome.output == "")
            #expect(outcome.problems.split(separator: "\n").count <= 2, "\(outcome.problems)")
            #expect(try site.git("status", "--porcelain") == "")
        }
    }

    @Test func noRepositoryIsTwo() throws {
        try Folder.with(Repository.legacy) { folder in
            let outcome = try Program.run(["audit", "public", "--base", "main"], in: folder.path)
            #expect(outcome.status == 2)
            #expect(outcome.problems.contains("in no git repository"), "\(outcome.problems)")
        }
    }

    @Test func anInputThatTheBaseLacksIsAllNewAndSaysSo() throws {
        try Repository.with { site in
            try site.write("built/mail.html", Repository.page(Repository.mail24))
            try site.write("built/terms.html", Repository.page(Repository.mail5))
            let outcome = try Program.run(["audit", "built", "--base", "main"], in: site.folder.path)
            #expect(outcome.status == 1)
            #expect(outcome.problems.contains("'built' is not in 'main'"))
        }
    }

    /// No hook runs, the user's index and files stay as they are, and no folder stays behind, also where git's variables name another place.
    @Test func theRepositoryIsOnlyRead() throws {
        try Repository.with { site in
            try site.write(".git/hooks/post-checkout", "#!/bin/sh\ntouch \(site.folder.path.path)/hooked\n")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: site.folder.url(".git/hooks/post-checkout").path)
            try site.write("public/new.html", Repository.page(Repository.mail5))
            try site.git("add", "public/new.html")
            let before = try site.git("status", "--porcelain=v2")
            try Folder.with(["keep": ""]) { temporary in
                let environment = [
                    "TMPDIR": temporary.path.path, "GIT_DIR": "/nowhere", "GIT_INDEX_FILE": site.folder.path.path + "/.git/index",
                ]
                #expect(try site.audit("--base", "HEAD", environment: environment).status == 1)
                let left = try FileManager.default.contentsOfDirectory(atPath: temporary.path.path)
                #expect(left == ["keep"])
            }
            #expect(try site.git("status", "--porcelain=v2") == before)
            #expect(!FileManager.default.fileExists(atPath: site.folder.url("hooked").path))
            #expect(try site.git("worktree", "list").split(separator: "\n").count == 1)
        }
    }

    @Test func oneFileOfTheRepositoryHasABaseToo() throws {
        try Repository.with { site in
            let outcome = try Program.run(
                ["audit", "public/mail.html", "public/terms.html", "--base", "main", "--format", "github"], in: site.folder.path)
            #expect(outcome.status == 0)
            try site.write("public/terms.html", Repository.page(Repository.mail5))
            let harmed = try Program.run(
                ["audit", "public/mail.html", "public/terms.html", "--base", "main", "--format", "github"], in: site.folder.path)
            #expect(harmed.status == 1)
            #expect(harmed.output.hasPrefix("::error file=public/terms.html,line=3,"), "\(harmed.output)")
        }
    }

    @Test func whatComesBackIsTheBaselineAndTheBaseTogether() throws {
        try Repository.with { site in
            #expect(try Program.run(["baseline", "create", "public", "--output", "b.json"], in: site.folder.path).status == 0)
            try site.write("public/terms.html", Repository.page(Repository.mail5))
            let outcome = try site.audit("--base", "main", "--baseline", "b.json", "--format", "json")
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("\"base\" : \"main\"") && outcome.output.contains("\"baseline\" : \"b.json\""))
        }
    }

    @Test(arguments: [
        (["--baseline", "none.json"], "there is no baseline"), (["--baseline", "public/mail.html"], "is no baseline"),
        (["--strict-baseline"], "needs --baseline"),
    ])
    func aBaselineThatCannotBeReadIsTwo(options: [String], words: String) throws {
        try Repository.with { site in
            let outcome = try Program.run(["audit", "public"] + options, in: site.folder.path)
            #expect(outcome.status == 2)
            #expect(outcome.problems.contains(words), "\(outcome.problems)")
        }
    }
}
