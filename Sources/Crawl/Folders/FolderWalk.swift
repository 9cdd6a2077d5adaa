import Claims
import Foundation

/// Goes through one folder of an input. Nothing is read here but names.
struct FolderWalk {
    let root: String
    /// What stands in front of each file where there are several inputs.
    let input: String
    private(set) var entries: [CrawlEntry] = []
    private(set) var notJudged: [NotJudged] = []
    /// Real paths of the files and folders that were met, over all inputs.
    private(set) var seen: Set<String>
    /// Files that found no room.
    private var beyond = 0
    private static let mostFiles = 1_000_000
    /// Deeper folders than this are a trap or a mistake.
    private static let deepest = 128
    private static let toolFolders: Set<String> = ["node_modules", "__MACOSX"]

    init(root: String, input: String, seen: Set<String>) {
        self.root = root
        self.input = input
        self.seen = seen
    }

    /// - Throws: `CrawlError` where the input itself cannot be listed or holds nothing.
    mutating func all(of input: String) throws(CrawlError) {
        guard seen.insert(root).inserted else { return }
        guard let names = Self.names(root) else { throw .unreadable(path: input, cause: "the folder cannot be listed") }
        if names.isEmpty { throw .empty(path: input) }
        for name in names { visit(root + "/" + name, name, name, depth: 1) }
        guard beyond > 0 else { return }
        leaveOut(".", "too-many", "a folder may hold \(Self.mostFiles) files; the rest was not looked at")
        notJudged[notJudged.count - 1].times = beyond
    }

    /// An input that is one file, with its name inside a folder.
    mutating func takeInput(_ path: String, named name: String, in start: String) {
        guard seen.insert(path).inserted else { return }
        let folder = URL(fileURLWithPath: start.isEmpty ? "." : start).resolvingSymlinksInPath().path
        var entry = CrawlEntry(path: path, file: name, root: folder, size: FileStatus(path)?.size ?? 0)
        entry.input = input
        if name.lowercased().hasSuffix(".zip") { entry.sniffed = ArchiveKind(sniffing: path) }
        entries.append(entry)
    }

    /// Adds what the crawler's log knows, and leaves out what belongs to the crawler.
    mutating func explain(by log: MirrorLog) {
        entries = entries.compactMap { entry in
            if let detail = log.own(entry.file) {
                notJudged.append(NotJudged(file: entry.shown, reason: "crawler", detail: detail, unread: true))
                return nil
            }
            var entry = entry
            entry.logged = log.transfers[entry.file]
            return entry
        }
    }

    private mutating func visit(_ path: String, _ file: String, _ name: String, depth: Int) {
        guard let status = FileStatus(path) else { return leaveOut(file, "unreadable", "it cannot be looked at") }
        switch status.kind {
        case .folder: enter(path, file, name, depth)
        case .file: take(path, file, status.size)
        case .link: follow(path, file, name, depth)
        case .other: leaveOut(file, "not-a-file", "it is neither a file nor a folder")
        }
    }

    private mutating func enter(_ path: String, _ file: String, _ name: String, _ depth: Int) {
        if name.hasPrefix(".") || Self.toolFolders.contains(name) {
            return leaveOut(file, "hidden", "a folder of tools, which no site shows")
        }
        if depth > Self.deepest { return leaveOut(file, "too-deep", "folders more than \(Self.deepest) deep are not entered") }
        guard seen.insert(path).inserted else { return leaveOut(file, "twice", "this folder is read under another name") }
        guard let names = Self.names(path) else { return leaveOut(file, "unreadable", "the folder cannot be listed") }
        for child in names { visit(path + "/" + child, file + "/" + child, child, depth: depth + 1) }
    }

    private mutating func take(_ path: String, _ file: String, _ size: Int) {
        guard entries.count < Self.mostFiles else {
            beyond += 1
            return
        }
        guard seen.insert(path).inserted else { return leaveOut(file, "twice", "this file is read under another name") }
        var entry = CrawlEntry(path: path, file: file, root: root, size: size)
        entry.input = input
        entries.append(entry)
    }

    /// A link is followed where its target stands inside the input and is not met under its own name.
    private mutating func follow(_ path: String, _ file: String, _ name: String, _ depth: Int) {
        guard let status = FileStatus(following: path) else {
            return leaveOut(file, "symlink", "the link leads nowhere or to itself")
        }
        let isFolder = status.kind == .folder
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard target.hasPrefix(root + "/") else { return leaveOut(file, "symlink", "the link leads out of the folder, or back to it") }
        let isHidden = target.dropFirst(root.count).split(separator: "/").dropLast(isFolder ? 0 : 1)
            .contains { $0.hasPrefix(".") || Self.toolFolders.contains(String($0)) }
        guard isHidden, !path.hasPrefix(target + "/") else {
            return leaveOut(file, "symlink", "the link leads to something that is read under its own name")
        }
        if isFolder { enter(target, file, name, depth) } else { take(target, file, status.size) }
    }

    private mutating func leaveOut(_ file: String, _ reason: String, _ detail: String) {
        notJudged.append(NotJudged(file: input + file, reason: reason, detail: detail, unread: true))
    }

    private static func names(_ folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
