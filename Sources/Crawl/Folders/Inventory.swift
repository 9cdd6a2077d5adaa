public import Claims
import Foundation

/// The files of an input in byte order of their paths, and what was left out at once.
public struct Inventory: Sendable {
    public private(set) var entries: [CrawlEntry] = []
    public private(set) var notJudged: [NotJudged] = []

    /// Lists files and folders. Symbolic links are followed inside the input only, and nothing is listed twice.
    /// - Throws: `CrawlError` for an input that is missing, that may not be listed, or that holds nothing.
    public init(inputs: [String], options: CrawlOptions) throws(CrawlError) {
        var seen: Set<String> = []
        for input in inputs { try list(input, options, &seen) }
        leaveOutOriginals()
        entries.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
        notJudged.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    }

    private mutating func list(_ input: String, _ options: CrawlOptions, _ seen: inout Set<String>) throws(CrawlError) {
        guard !input.isEmpty, let status = FileStatus(following: input) else { throw .missing(path: input) }
        let path = URL(fileURLWithPath: input).resolvingSymlinksInPath().path
        var walk = FolderWalk(root: path, seen: seen)
        if status.kind == .folder {
            try walk.all(of: input)
        } else {
            walk.takeInput(path, named: URL(fileURLWithPath: input).lastPathComponent)
        }
        seen = walk.seen
        if let log = MirrorLog(root: path, files: walk.entries.map(\.file)) { walk.explain(by: log) }
        entries += walk.entries
        notJudged += walk.notJudged
    }

    /// wget -K keeps the page as it came in `page.html.orig` (or `page.orig`) beside `page.html`: one page.
    private mutating func leaveOutOriginals() {
        let files = Set(entries.map { $0.root + "/" + $0.file })
        entries.removeAll { entry in
            guard entry.file.hasSuffix(".orig") else { return false }
            let page = entry.root + "/" + entry.file.dropLast(5)
            guard let kept = [page, page + ".html", page + ".htm"].first(where: files.contains) else { return false }
            let name = kept.dropFirst(entry.root.utf8.count + 1)
            let detail = "the same page as \(name), before its links were converted"
            notJudged.append(NotJudged(file: entry.file, reason: "original", detail: detail, unread: true))
            return true
        }
    }
}
