import Foundation

/// The few things that are asked of git: as a process of its own, without a shell, and never with a name where an option could be.
struct Git {
    /// A folder inside the repository.
    let folder: String
    /// The index that files are written from, instead of the user's own.
    var index: String?

    /// What git wrote on its standard output, without the last line break.
    /// - Throws: `Problem` with the first line that git wrote about it.
    @discardableResult
    func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder] + arguments
        process.environment = environment
        let (output, problems) = (Pipe(), FileManager.default.temporaryDirectory.appendingPathComponent("belofte-git-" + UUID().uuidString))
        try Data().write(to: problems)
        defer { try? FileManager.default.removeItem(at: problems) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: problems)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let said = String(decoding: (try? Data(contentsOf: problems)) ?? Data(), as: UTF8.self)
            throw Problem(text: "git cannot do this: " + Terminal.plain(String(said.split(separator: "\n").first ?? "it is not installed")))
        }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    /// The full name of a commit.
    func commit(_ name: String) throws -> String {
        // A name that git would not take for a branch, a tag or a commit either; one that starts with a hyphen would be an option.
        let isName = !name.hasPrefix("-") && !name.contains(":") && !name.unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7f }
        guard isName, !name.isEmpty else { throw Problem(text: "'\(Terminal.plain(name))' is no name of a commit.") }
        guard (try? run(["rev-parse", "--git-dir"])) != nil else {
            throw Problem(text: "--base '\(name)' is no file, and '\(folder)' is in no git repository.")
        }
        guard let found = try? run(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"]) else {
            throw Problem(
                text: "--base '\(name)' is no file and no commit here. A clone in CI may have the last commit only: fetch the base as well."
            )
        }
        return found
    }

    /// Where a change left the base: what others did there since is no part of it.
    func fork(from commit: String) -> String { (try? run(["merge-base", commit, "HEAD"])) ?? commit }

    /// Git's own variables would send it to the repository of a hook that runs us.
    private var environment: [String: String] {
        var result = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") || $0.key.hasPrefix("GIT_CONFIG") }
        result["LC_ALL"] = "C"
        result["GIT_TERMINAL_PROMPT"] = "0"
        result["GIT_OPTIONAL_LOCKS"] = "0"
        result["GIT_INDEX_FILE"] = index
        return result
    }
}
