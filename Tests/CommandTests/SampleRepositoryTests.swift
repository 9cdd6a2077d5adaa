import Foundation
import Testing

/// The worked example of `Samples/ci`, in a clone that has never seen Belofte, by the script that the action runs.
@Suite struct SampleRepositoryTests {
    private static let samples = Program.repository.appendingPathComponent("Samples/ci")

    /// A clone of the example with the pull request in its files.
    private func withChange(_ body: (Repository) throws -> Void) throws {
        try Folder.with { place in
            let origin = Repository(folder: Folder(path: place.url("origin")))
            try FileManager.default.copyItem(at: Self.samples.appendingPathComponent("site"), to: place.url("origin"))
            try origin.git("init", "--quiet", "--initial-branch=main")
            try origin.commit("The site")
            #expect(try Program.run(["baseline", "create", "public"], in: place.url("origin")).status == 0)
            try origin.commit("What we know of")
            try origin.git("clone", "--quiet", "--no-local", ".", place.path.path + "/clone")
            let clone = Repository(folder: Folder(path: place.url("clone")))
            try clone.git("switch", "--quiet", "--create", "change")
            try clone.git("apply", Self.samples.appendingPathComponent("change.patch").path)
            try body(clone)
        }
    }

    private func act(_ clone: Repository, _ output: Folder, _ changes: [String: String] = [:]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["bash", Program.repository.appendingPathComponent(".ci/action.sh").path]
        process.currentDirectoryURL = clone.folder.path
        let own = [
            "BELOFTE_INPUTS": "public", "BELOFTE_BASE": "", "BELOFTE_TARGET": "main", "BELOFTE_BASELINE": "belofte-baseline.json",
            "BELOFTE_STRICT": "true", "BELOFTE_BASE_URL": "", "BELOFTE_FAIL_ON": "", "BELOFTE_LANGUAGE": "en",
            "BELOFTE_CATALOGUE": "", "BELOFTE_HOME": "https://code.example/team/belofte/blob/v1",
            "BELOFTE_PROGRAM": try Program.path(), "BELOFTE_OUTPUT": output.path.path, "GITHUB_STEP_SUMMARY": output.url("summary").path,
            "GITHUB_OUTPUT": output.url("outputs").path,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(own.merging(changes) { $1 }) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test func aPromiseBrokenOnAnUntouchedPageIsOneErrorOnTheChangedLine() throws {
        try withChange { clone in
            try Folder.with(["summary": "", "outputs": ""]) { output in
                let (status, text) = try act(clone, output)
                #expect(status == 1)
                let errors = text.split(separator: "\n").filter { $0.hasPrefix("::error") }
                #expect(errors.count == 1, "\(text)")
                #expect(errors.first?.hasPrefix("::error file=public/terms.html,line=9,endLine=9,col=4,") == true, "\(text)")
                #expect(errors.first?.contains("vs public/index.html:7:4 ") == true, "\(text)")
                let summary = try String(contentsOf: output.url("summary"), encoding: .utf8)
                #expect(summary.contains("1 new finding") && summary.contains("touched by this change"), "\(summary)")
                let sarif = try String(contentsOf: output.url("belofte.sarif"), encoding: .utf8)
                #expect(sarif.contains("https://code.example/team/belofte/blob/v1/docs/rules/opening-hours-conflict.md"))
                let outputs = try String(contentsOf: output.url("outputs"), encoding: .utf8)
                #expect(outputs == "sarif=\(output.path.path)/belofte.sarif\nresult=\(output.path.path)/belofte.json\n")
            }
        }
    }

    @Test func withoutTheChangeTheJobPasses() throws {
        try withChange { clone in
            try clone.git("checkout", "--quiet", "--", ".")
            try Folder.with(["summary": "", "outputs": ""]) { output in
                let status = try act(clone, output).status
                #expect(status == 0)
            }
        }
    }

    @Test func whatCannotRunIsTwoAndNamesNoReport() throws {
        try withChange { clone in
            try Folder.with(["summary": "", "outputs": ""]) { output in
                let status = try act(clone, output, ["BELOFTE_INPUTS": "no-such-folder\n"]).status
                #expect(status == 2)
                let outputs = try String(contentsOf: output.url("outputs"), encoding: .utf8)
                #expect(outputs == "")
            }
        }
    }
}
