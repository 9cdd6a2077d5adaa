import Configuration
import Foundation

/// An input with `*`, `?` or `**`, which the shell left to us because it was quoted.
enum InputGlob {
    /// The inputs with every pattern replaced by what it matches, in the order of their paths; and for each match the folder in front of
    /// the first sign. What exists under its own name is no pattern.
    static func expand(_ inputs: [String]) throws -> (inputs: [String], roots: [String: String]) {
        var (expanded, roots): ([String], [String: String]) = ([], [:])
        for input in inputs {
            guard input.contains(where: { $0 == "*" || $0 == "?" }), !FileManager.default.fileExists(atPath: input) else {
                expanded.append(input)
                continue
            }
            let (found, root) = matches(input)
            if found.isEmpty { throw Problem(text: "nothing matches '\(input)'.") }
            expanded += found
            for match in found { roots[match] = root }
        }
        return (expanded, roots)
    }

    private static func matches(_ pattern: String) -> (found: [String], root: String) {
        let steps = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let fixed = steps.prefix { !$0.contains("*") && !$0.contains("?") }
        let (folder, rest) = (fixed.joined(separator: "/"), steps.dropFirst(fixed.count))
        let glob = Glob("/" + rest.joined(separator: "/"))
        let start = fixed.isEmpty ? "." : folder.isEmpty ? "/" : folder
        guard let names = FileManager.default.enumerator(atPath: start) else { return ([], start) }
        var found: [String] = []
        while let name = names.nextObject() as? String {
            // A pattern without `**` need not look deeper than it is itself.
            if !rest.contains("**"), names.level >= rest.count { names.skipDescendants() }
            if glob.matches(file: name, url: nil) { found.append(fixed.isEmpty ? name : folder + "/" + name) }
        }
        return (found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, start)
    }
}
