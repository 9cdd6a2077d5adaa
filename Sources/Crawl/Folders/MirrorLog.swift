import Foundation

/// HTTrack's own files beside a mirror: its cache folder with a log of all transfers, its start page and its pictures.
struct MirrorLog {
    /// By file of the mirror, relative to its root.
    private(set) var transfers: [String: LoggedTransfer] = [:]
    private static let cache = "hts-cache/"
    private static let ownFiles: Set<String> = ["hts-log.txt", "backblue.gif", "fade.gif", "cookies.txt", "hts-in_progress.lock"]
    private static let largestLog = 64 << 20

    /// Nil where the root holds no `hts-cache`.
    init?(root: String, files: [String]) {
        guard files.contains(where: { $0.hasPrefix(Self.cache) }) else { return nil }
        let path = root + "/" + Self.cache + "new.txt"
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
        guard let size, size.intValue <= Self.largestLog, let data = FileManager.default.contents(atPath: path) else { return }
        let known = Set(files)
        for line in data.split(separator: 0x0a) { take(String(decoding: line, as: UTF8.self), known) }
    }

    /// Why a file is HTTrack's and no page of the site, or nil.
    func own(_ file: String) -> String? {
        if file.hasPrefix(Self.cache) { return "part of HTTrack's cache" }
        if file == "index.html" { return "the start page that HTTrack puts in front of its mirrors" }
        return Self.ownFiles.contains(file) ? "a file that HTTrack made for itself" : nil
    }

    /// Columns: date, sizes, flags, status, words, media type, tag, address, local file, referrer.
    private mutating func take(_ line: String, _ known: Set<String>) {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count >= 9, let status = Int(columns[3]), !columns[7].isEmpty else { return }
        let transfer = LoggedTransfer(url: columns[7], status: status, mediaType: columns[5].lowercased())
        guard let file = Self.file(columns[8], known), transfers[file] == nil || !columns[8].hasSuffix(".delayed") else { return }
        transfers[file] = transfer
    }

    /// The file is written from where HTTrack was started, so some leading folders may be above the root. What came with an error is
    /// logged under a name of its own (`weg.d.delayed` for `weg.html`).
    private static func file(_ logged: String, _ known: Set<String>) -> String? {
        var name = Substring(logged)
        let isDelayed = logged.hasSuffix(".delayed")
        if isDelayed, let stem = logged.dropLast(".delayed".count).lastIndex(of: ".") { name = logged[..<stem] }
        let decoded = String(name).removingPercentEncoding ?? String(name)
        var file = Substring(isDelayed ? decoded + ".html" : logged)
        while !known.contains(String(file)) {
            guard let slash = file.firstIndex(of: "/") else { return nil }
            file = file[file.index(after: slash)...]
        }
        return String(file)
    }
}
