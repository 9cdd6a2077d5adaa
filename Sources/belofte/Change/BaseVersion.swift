import Foundation

/// The inputs as they were at a commit, in a folder that is gone afterwards.
enum BaseVersion {
    /// Writes the inputs as they were, hands over where they are now, and removes them, whatever happens.
    /// - Throws: `Problem` where an input is in no repository, or what the body throws.
    static func with<Result>(_ name: String, _ inputs: [String], _ body: ([String]) async throws -> Result) async throws -> Result {
        let place = try TemporaryFolder()
        defer { place.remove() }
        return try await body(
            try inputs.enumerated().compactMap { try version(of: $1, at: name, in: place.path + "/\($0)") })
    }

    /// Nil where the commit does not have the input.
    private static func version(of input: String, at name: String, in place: String) throws -> String? {
        let file = URL(fileURLWithPath: input).resolvingSymlinksInPath()
        guard let isFolder = Disk.isFolder(file.path) else { throw Problem(text: "there is no file or folder '\(input)'.") }
        let here = isFolder ? file : file.deletingLastPathComponent()
        var git = Git(folder: here.path)
        let commit = git.fork(from: try git.commit(name))
        let prefix = String(try git.run(["rev-parse", "--show-prefix"]).drop { $0 == "/" })
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        git.index = place + ".index"
        // A folder is named as it is now: the name may be that of the organisation.
        let target = place + "/" + here.lastPathComponent + "/"
        let tree = prefix.isEmpty ? commit + "^{tree}" : commit + ":" + prefix.dropLast(prefix.hasSuffix("/") ? 1 : 0)
        guard (try? git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", tree])) != nil else { return missing(input, name) }
        try git.run(["read-tree", tree])
        let names = isFolder ? ["--all"] : ["--", file.lastPathComponent]
        let root = try Git(folder: here.path).run(["rev-parse", "--show-toplevel"])
        let writer = Git(folder: root, index: git.index)
        guard (try? writer.run(["checkout-index", "--prefix=" + target] + names)) != nil else { return missing(input, name) }
        let found = isFolder ? target : target + file.lastPathComponent
        return FileManager.default.fileExists(atPath: found) ? found : missing(input, name)
    }

    private static func missing(_ input: String, _ name: String) -> String? {
        Terminal.problem(
            "'\(input)' is not in '\(name)': everything in it counts as new. A site that is built is compared by --base RESULT.json.")
        return nil
    }
}

enum Disk {
    /// Whether a path is that of a folder; nil where there is nothing.
    static func isFolder(_ path: String) -> Bool? {
        (try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
    }
}

/// A folder that is removed at the end, and where the program is interrupted as well.
final class TemporaryFolder {
    let path: String
    private let signals: [any DispatchSourceSignal]

    init() throws {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent(
            "belofte-base-" + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Problem(text: "no folder can be made at '\(url.path)': \(error.localizedDescription)")
        }
        let path = url.path
        self.path = path
        signals = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                try? FileManager.default.removeItem(atPath: path)
                Terminal.exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    func remove() {
        for source in signals { source.cancel() }
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
        try? FileManager.default.removeItem(atPath: path)
    }
}
