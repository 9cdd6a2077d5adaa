public import Claims
import Foundation

/// The files of an input in byte order of their paths, and what was left out at once.
public struct Inventory: Sendable {
    public private(set) var entries: [CrawlEntry] = []
    public private(set) var notJudged: [NotJudged] = []
    private let options: CrawlOptions

    /// Lists files and folders. Symbolic links are followed inside the input only, and nothing is listed twice.
    /// - Throws: `CrawlError` for an input that is missing or holds nothing.
    public init(inputs: [String], options: CrawlOptions) throws(CrawlError) {
        self.options = options
        for input in inputs { try list(input) }
        entries.sort { ($0.file.utf8.lexicographicallyPrecedes($1.file.utf8)) }
        leaveOutOriginals()
        notJudged.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    }

    private mutating func list(_ input: String) throws(CrawlError) {
        let path = URL(fileURLWithPath: input).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { throw .missing(path: input) }
        if attributes[.type] as? FileAttributeType == .typeRegular {
            let name = URL(fileURLWithPath: input).lastPathComponent
            entries.append(
                CrawlEntry(
                    path: path, file: name, root: URL(fileURLWithPath: path).deletingLastPathComponent().path, size: size(attributes)))
            return
        }
        let before = entries.count + notJudged.count
        var seen: Set<String> = [path]
        try walk(path, relative: "", root: path, seen: &seen, input: input)
        if entries.count + notJudged.count == before { throw .empty(path: input) }
    }

    private mutating func walk(
        _ folder: String, relative: String, root: String, seen: inout Set<String>, input: String
    ) throws(CrawlError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            if relative.isEmpty { throw .unreadable(path: input, cause: "the folder cannot be listed") }
            return leaveOut(relative, "unreadable", "the folder cannot be listed", unread: true)
        }
        for name in names {
            let (path, file) = (folder + "/" + name, relative.isEmpty ? name : relative + "/" + name)
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
                leaveOut(file, "unreadable", "the file cannot be looked at", unread: true)
                continue
            }
            switch attributes[.type] as? FileAttributeType {
            case .typeDirectory: try enter(path, file, name, root: root, seen: &seen, input: input)
            case .typeRegular: take(path, file, root: root, size: size(attributes))
            case .typeSymbolicLink: try follow(path, file, root: root, seen: &seen, input: input)
            default: leaveOut(file, "not-a-page", "it is neither a file nor a folder", unread: true)
            }
        }
    }

    private mutating func enter(
        _ path: String, _ file: String, _ name: String, root: String, seen: inout Set<String>, input: String
    ) throws(CrawlError) {
        if name.hasPrefix(".") || name == "node_modules" || name == "hts-cache" {
            let count = FileManager.default.enumerator(atPath: path)?.allObjects.count ?? 0
            return leaveOut(file, "hidden", "a folder of tools, with \(count) entries", unread: true)
        }
        guard seen.insert(path).inserted else { return }
        try walk(path, relative: file, root: root, seen: &seen, input: input)
    }

    private mutating func follow(
        _ path: String, _ file: String, root: String, seen: inout Set<String>, input: String
    ) throws(CrawlError) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            return leaveOut(file, "symlink", "the link leads nowhere", unread: true)
        }
        guard target.hasPrefix(root + "/") else {
            return leaveOut(file, "symlink", "the link leads out of the folder or back to it", unread: true)
        }
        if attributes[.type] as? FileAttributeType == .typeDirectory || seen.contains(target)
            || entries.contains(where: { $0.path == target })
        {
            return leaveOut(file, "symlink", "the link leads to something that is read under its own name", unread: true)
        }
        // The target is inside the folder, so the walk meets it under its own name.
        leaveOut(file, "symlink", "the link leads to a file that is read under its own name", unread: true)
    }

    private mutating func take(_ path: String, _ file: String, root: String, size: Int) {
        if size == 0 { return leaveOut(file, "empty", "the file is empty", unread: true) }
        if size > options.largestPage {
            let limit = options.largestPage >> 20
            return leaveOut(file, "too-large", "the file has \(size >> 20) MB; pages of more than \(limit) MB are not read", unread: true)
        }
        entries.append(CrawlEntry(path: path, file: file, root: root, size: size))
    }

    /// wget -K keeps `page.html.orig` beside `page.html`: one page.
    private mutating func leaveOutOriginals() {
        let files = Set(entries.map(\.file))
        let doubles = entries.filter { $0.file.hasSuffix(".orig") && files.contains(String($0.file.dropLast(5))) }
        for entry in doubles { leaveOut(entry.file, "original", "the same page as the file without .orig", unread: true) }
        let gone = Set(doubles)
        entries.removeAll { gone.contains($0) }
    }

    private mutating func leaveOut(_ file: String, _ reason: String, _ detail: String, unread: Bool) {
        notJudged.append(NotJudged(file: file, reason: reason, detail: detail, unread: unread))
    }

    private func size(_ attributes: [FileAttributeKey: Any]) -> Int { (attributes[.size] as? NSNumber)?.intValue ?? 0 }
}
