import Foundation
import Testing

/// A git repository for one test, with a site in `public/`.
struct Repository {
    let folder: Folder

    static let mail24 = "Wij beantwoorden uw e-mail binnen 24 uur."
    static let mail5 = "Wij beantwoorden uw e-mail binnen vijf werkdagen."
    static let harbour = "De winkel ligt aan de haven."

    /// A page with its sentence on line 3.
    static func page(_ sentence: String, _ title: String = "Klantenservice") -> String {
        "<!DOCTYPE html>\n<html lang=\"nl\"><title>\(title)</title><main><h1>\(title)</h1>\n<p>\(sentence)</p></main></html>\n"
    }

    /// Opening hours that contradict each other, and a page for e-mail: as it was before anybody looked.
    static let legacy = [
        "public/service/index.html": page(
            "De klantenservice is telefonisch bereikbaar van maandag tot en met vrijdag van 8.00 tot 20.00 uur."),
        "public/contact.html": page("De klantenservice is telefonisch bereikbaar op werkdagen van 9.00 tot 17.00 uur.", "Contact"),
        "public/mail.html": page(mail24, "E-mail"), "public/terms.html": page(harbour, "Voorwaarden"),
    ]

    static func with<Result>(_ files: [String: String] = legacy, _ body: (Repository) throws -> Result) throws -> Result {
        try Folder.with(files) { folder in
            let repository = Repository(folder: folder)
            try repository.git("init", "--quiet", "--initial-branch=main")
            try repository.commit("as it was")
            return try body(repository)
        }
    }

    func write(_ file: String, _ text: String) throws { try folder.write(file, Data(text.utf8)) }

    func commit(_ message: String) throws {
        try git("add", "--all")
        try git("-c", "user.name=T", "-c", "user.email=t@belofte.example", "commit", "--quiet", "--message", message)
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder.path.path] + arguments
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "git \(arguments)")
        return text
    }

    func audit(_ options: String..., today: String = "2026-11-24", environment: [String: String] = [:]) throws -> Program.Outcome {
        try Program.run(
            ["audit", "public"] + options, in: folder.path,
            environment: environment.merging(["BELOFTE_TODAY": today]) { first, _ in first })
    }

    /// The annotations of a run, without the sentence that counts the rest.
    func annotations(_ options: String...) throws -> [String] {
        try Program.run(["audit", "public", "--format", "github"] + options, in: folder.path).lines
    }
}
