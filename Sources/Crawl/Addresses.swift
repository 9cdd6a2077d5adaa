import Claims
import Foundation

/// Works out the address and the organisation of a file.
struct Addresses: Sendable {
    let options: CrawlOptions

    func place(_ entry: CrawlEntry, _ bytes: [UInt8]) -> (url: String?, organisation: String) {
        let found = mirrored(bytes) ?? fromHostFolder(entry) ?? fromBase(entry)
        let folder = URL(fileURLWithPath: entry.root).lastPathComponent
        let organisation = options.organisation ?? found.map { Self.organisation(host: $0.host) } ?? folder
        return (found?.url, organisation)
    }

    /// HTTrack leaves the address in a comment.
    private func mirrored(_ bytes: [UInt8]) -> (url: String, host: String)? {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
        guard let start = head.range(of: "<!-- Mirrored from "), let end = head[start.upperBound...].range(of: " by HTTrack") else {
            return nil
        }
        let address = head[start.upperBound..<end.lowerBound]
        guard let slash = address.firstIndex(of: "/") else { return nil }
        return ("https://" + address, String(address[..<slash]))
    }

    private func fromHostFolder(_ entry: CrawlEntry) -> (url: String, host: String)? {
        let parts = entry.file.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2, Self.isHost(parts[0]) { return address(host: parts[0], path: parts[1]) }
        let root = URL(fileURLWithPath: entry.root).lastPathComponent
        return Self.isHost(root) ? address(host: root, path: entry.file) : nil
    }

    private func fromBase(_ entry: CrawlEntry) -> (url: String, host: String)? {
        guard let base = options.baseURL, let host = URL(string: base)?.host else { return nil }
        let root = base.hasSuffix("/") ? base : base + "/"
        return (root + Self.withoutIndex(entry.file), host)
    }

    private func address(host: String, path: String) -> (url: String, host: String) {
        let written = host.replacingOccurrences(of: "_", with: ":")
        return ("https://" + written + "/" + Self.withoutIndex(path), written)
    }

    static func withoutIndex(_ path: String) -> String {
        for name in ["index.html", "index.htm"] where path == name || path.hasSuffix("/" + name) {
            return String(path.dropLast(name.count))
        }
        return path
    }

    /// The host without `www.` and port.
    static func organisation(host: String) -> String {
        let bare = host.lowercased().split(separator: ":").first.map(String.init) ?? host
        return bare.hasPrefix("www.") ? String(bare.dropFirst(4)) : bare
    }

    /// `www.shop.example`, `127.0.0.1:8972`, `localhost_8080`: a name with a dot that is no file, or with a port.
    static func isHost(_ name: String) -> Bool {
        let parts = name.split(whereSeparator: { $0 == ":" || $0 == "_" })
        guard let host = parts.first, parts.count <= 2, parts.count == 1 || Int(parts[1]) != nil else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ label in !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
        else { return false }
        if labels.count == 4, labels.allSatisfy({ Int($0) != nil }) { return true }
        if host == "localhost" { return parts.count == 2 }
        guard labels.count >= 2, let last = labels.last, last.count >= 2, last.allSatisfy(\.isLetter) else { return false }
        return !["html", "htm", "md", "txt", "php", "d", "git", "app", "bak", "old", "orig"].contains(last.lowercased())
    }
}
