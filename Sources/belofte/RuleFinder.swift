import Foundation
import RuleBook

/// Finds and loads the folder of rules.
enum RuleFinder {
    static func load(_ option: String?, choices: RuleChoices = RuleChoices()) throws -> RuleBook {
        let directory = try folder(option)
        do {
            return try RuleBook.load(directory: directory, choices: choices)
        } catch {
            throw Problem(text: words(error))
        }
    }

    /// `--rules`, else `BELOFTE_RULES`, else `Rules` beside the program or above it, else `Rules` here.
    static func folder(_ option: String?) throws -> String {
        if let option { return option }
        if let variable = ProcessInfo.processInfo.environment["BELOFTE_RULES"], !variable.isEmpty { return variable }
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var base = program.path.hasPrefix("/proc") ? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath() : program
        for _ in 0..<6 {
            base.deleteLastPathComponent()
            for name in ["Rules", "share/belofte/Rules"] {
                let candidate = base.appendingPathComponent(name).path
                if FileManager.default.fileExists(atPath: candidate + "/themes.yaml") { return candidate }
            }
        }
        if FileManager.default.fileExists(atPath: "Rules/themes.yaml") { return "Rules" }
        throw Problem(text: "the rules cannot be found. Name their folder with --rules.")
    }

    /// file:line:column, the line with a caret, and the cure.
    static func words(_ error: RuleBookError) -> String {
        switch error {
        case .unreadable(let path, let cause): return "cannot read the rules at \(path): \(cause)"
        case .invalid(let place, let problem, let cure):
            let caret = String(repeating: " ", count: max(0, place.column - 1)) + "^"
            return "\(place.file):\(place.line):\(place.column): \(problem); \(cure)\n  \(place.text)\n  \(caret)"
        }
    }
}
