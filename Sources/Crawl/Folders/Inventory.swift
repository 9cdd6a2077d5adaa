public import Claims
import Foundation

/// The files of an input in byte order of their paths, and what was left out at once.
public struct Inventory: Sendable {
    public private(set) var entries: [CrawlEntry] = []
    public private(set) var notJudged: [NotJudged] = []

    /// Lists files and folders. Symbolic links are followed inside the input only, and nothing is listed twice.
    /// With several inputs each file carries the one that it comes from, as it was named, so that no two have the same name.
    /// - Parameters:
    ///   - inputs: Paths, or `-` for standard input.
    ///   - roots: Folders by the input that a pattern found in them: such a file is one of a site that begins there.
    /// - Throws: `CrawlError` for an input that is missing, that may not be listed, or that holds nothing.
    public init(inputs: [String], roots: [String: String] = [:], options: CrawlOptions) throws(CrawlError) {
        var seen: Set<String> = []
        for input in inputs {
            if input == "-" {
                if seen.insert(input).inserted { entries.append(try StandardInput.entry()) }
            } else {
                try list(input, in: roots[input], isAlone: inputs.count == 1 && roots.isEmpty, &seen)
            }
        }
        leaveOutOriginals()
        entries.sort { $0.shown.utf8.lexicographicallyPrecedes($1.shown.utf8) }
        notJudged.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    }

    private mutating func list(_ input: String, in root: String?, isAlone: Bool, _ seen: inout Set<String>) throws(CrawlError) {
        guard !input.isEmpty, let status = FileStatus(following: input) else { throw .missing(path: input) }
        let path = URL(fileURLWithPath: input).resolvingSymlinksInPath().path
        let isFolder = status.kind == .folder
        let start = isFolder ? input : root ?? (input as NSString).deletingLastPathComponent
        var walk = FolderWalk(root: path, input: isAlone ? "" : Self.prefix(of: start), seen: seen)
        if isFolder {
            try walk.all(of: input)
        } else {
            walk.takeInput(path, named: Self.name(of: input, in: start), in: start)
        }
        seen = walk.seen
        if let log = MirrorLog(root: path, files: walk.entries.map(\.file)) { walk.explain(by: log) }
        entries += walk.entries
        notJudged += walk.notJudged
    }

    /// The path of a file in a folder above it.
    private static func name(of file: String, in folder: String) -> String {
        String(file.dropFirst(folder.isEmpty || folder == "." ? 0 : folder.count).drop { $0 == "/" })
    }

    /// A folder as it was named, with a slash behind it; nothing for the folder where somebody stands.
    private static func prefix(of folder: String) -> String {
        // From here on where it lies below, as somebody would write it.
        let here = FileManager.default.currentDirectoryPath + "/"
        var name = folder.hasPrefix(here) ? folder.dropFirst(here.count) : folder[...]
        while name.hasPrefix("./") { name = name.dropFirst(2).drop { $0 == "/" } }
        while name.count > 1, name.hasSuffix("/") { name = name.dropLast() }
        return name.isEmpty || name == "." ? "" : name == "/" ? "/" : name + "/"
    }

    /// wget -K keeps the page as it came in `page.html.orig` (or `page.orig`) beside `page.html`: one page.
    private mutating func leaveOutOriginals() {
        guard entries.contains(where: { $0.file.hasSuffix(".orig") }) else { return }
        let files = Set(entries.map { $0.root + "/" + $0.file })
        entries.removeAll { entry in
            guard entry.file.hasSuffix(".orig") else { return false }
            let page = entry.root + "/" + entry.file.dropLast(5)
            guard let kept = [page, page + ".html", page + ".htm"].first(where: files.contains) else { return false }
            let name = kept.dropFirst(entry.root.utf8.count + 1)
            let detail = "the same page as \(name), before its links were converted"
            notJudged.append(NotJudged(file: entry.shown, reason: "original", detail: detail, unread: true))
            return true
        }
    }
}
