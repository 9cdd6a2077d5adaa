import Configuration
import Foundation

/// An input with `*`, `?` or `**`, which the shell left to us because it was quoted.
enum InputGlob {
    /// The inputs with every pattern replaced by what it matches, in the order of their paths. What exists under its own name is none.
    static func expand(_ inputs: [String]) throws -> [String] {
        try inputs.flatMap { input in
            guard input.contains(where: { $0 == "*" || $0 == "?" }), !FileManager.default.fileExists(atPath: input) else { return [input] }
            let found = matches(input)
            if found.isEmpty { throw Problem(text: "nothing matches '\(input)'.") }
            return found
        }
    }

    private static func matches(_ pattern: String) -> [String] {
        let steps = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let fixed = steps.prefix { !$0.contains("*") && !$0.contains("?") }
        let (folder, rest) = (fixed.joined(separator: "/"), steps.dropFirst(fixed.count))
        let glob = Glob("/" + rest.joined(separator: "/"))
        let start = fixed.isEmpty ? "." : folder.isEmpty ? "/" : folder
        guard let names = FileManager.default.enumerator(atPath: start) else { return [] }
        var found: [String] = []
        while let name = names.nextObject() as? String {
            // A pattern without `**` need not look deeper than it is itself.
            if !rest.contains("**"), names.level >= rest.count { names.skipDescendants() }
            if glob.matches(file: name, url: nil) { found.append(fixed.isEmpty ? name : folder + "/" + name) }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
