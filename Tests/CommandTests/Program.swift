import Foundation

/// The built program, run as somebody at a terminal would run it.
enum Program {
    struct Outcome {
        var status: Int32
        var output: String
        var problems: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    struct Missing: Error {}

    /// The root of the repository: where Samples and Rules are.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Beside the test bundle, which is an argument of the test runner or the test runner itself.
    private static var location: URL? {
        let places = CommandLine.arguments + ["/proc/self/exe"]
        return places.lazy.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }.compactMap { place in
            var folder = place
            for _ in 0..<4 {
                folder.deleteLastPathComponent()
                let candidate = folder.appendingPathComponent("belofte")
                if FileManager.default.isExecutableFile(atPath: candidate.path), !isFolder(candidate) { return candidate }
            }
            return nil
        }.first
    }

    static func path() throws -> String {
        guard let location else { throw Missing() }
        return location.path
    }

    private static func isFolder(_ url: URL) -> Bool { (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false }

    /// Runs to the end. Output goes through files, so that no amount of it can block.
    static func run(
        _ arguments: [String], input: String = "", in folder: URL = repository, environment: [String: String] = [:]
    ) throws -> Outcome {
        guard let location else { throw Missing() }
        return try Folder.with(["out": "", "err": "", "in": input]) { place in
            let process = Process()
            process.executableURL = location
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("BELOFTE_") }.merging(environment) { $1 }
            process.standardOutput = try FileHandle(forWritingTo: place.url("out"))
            process.standardError = try FileHandle(forWritingTo: place.url("err"))
            process.standardInput = try FileHandle(forReadingFrom: place.url("in"))
            try process.run()
            process.waitUntilExit()
            return Outcome(
                status: process.terminationStatus, output: try text(place.url("out")), problems: try text(place.url("err")))
        }
    }

    /// Starts it, with a pipe for its input that stays open; temporary files go to `tmp` in the folder.
    static func start(_ arguments: [String], in folder: URL) throws -> (process: Process, input: FileHandle) {
        guard let location else { throw Missing() }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = location
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "BELOFTE_RULES" }
            .merging(["TMPDIR": folder.appendingPathComponent("tmp").path]) { $1 }
        process.standardInput = pipe
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        return (process, pipe.fileHandleForWriting)
    }

    private static func text(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
}

/// A folder for one test.
struct Folder {
    let path: URL

    /// Gone when the body ends.
    static func with<Result>(_ files: [String: String] = [:], _ body: (Folder) throws -> Result) throws -> Result {
        let name = "belofte-" + UUID().uuidString
        let folder = Folder(path: FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent(name))
        try FileManager.default.createDirectory(at: folder.path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.path) }
        for (name, text) in files { try folder.write(name, Data(text.utf8)) }
        return try body(folder)
    }

    func url(_ name: String) -> URL { path.appendingPathComponent(name) }

    func write(_ name: String, _ data: Data) throws {
        let file = url(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}

/// Pages of an invented shop.
enum Shop {
    static func page(_ sentence: String, title: String = "Klantenservice") -> String {
        "<!DOCTYPE html><html lang=\"nl\"><head><title>\(title)</title></head><body><main><h1>\(title)</h1><p>\(sentence)</p></main></body></html>"
    }

    /// Two pages that cannot both be true: an error.
    static let torn = [
        "service/index.html": page("De klantenservice is telefonisch bereikbaar van maandag tot en met vrijdag van 8.00 tot 20.00 uur."),
        "service/contact.html": page("De klantenservice is telefonisch bereikbaar op werkdagen van 9.00 tot 17.00 uur.", title: "Contact"),
    ]

    /// A page without a promise.
    static let quiet = ["index.html": page("De winkel ligt aan de haven.", title: "De winkel")]
}
