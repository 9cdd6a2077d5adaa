import Foundation

/// Works out the address and the organisation of a page from what the dump shows.
struct Addresses: Sendable {
    let options: CrawlOptions

    /// Where a page stands on the web, and how that was found out.
    struct Place {
        var url: String?
        var organisation: String
        /// `log`, `comment`, `canonical`, `path`, `base` or `none`.
        var from: String
    }

    func place(_ entry: CrawlEntry, _ head: PageHead) -> Place {
        let found = logged(entry) ?? mirrored(head) ?? fromHostFolder(entry) ?? fromBase(entry)
        guard let found, let host = WebAddress.host(found.url) else {
            let folder = Self.lastName(entry.root)
            return Place(url: nil, organisation: options.organisation ?? folder, from: "none")
        }
        let organisation = options.organisation ?? Self.organisation(host: host)
        if found.from != "log", let canonical = head.canonical, let url = Self.canonical(canonical, host: host) {
            return Place(url: url, organisation: organisation, from: "canonical")
        }
        return Place(url: WebAddress.normalised(found.url), organisation: organisation, from: found.from)
    }

    private typealias Found = (url: String, from: String)

    private func logged(_ entry: CrawlEntry) -> Found? { entry.logged.map { ($0.url, "log") } }

    /// HTTrack leaves the address in a comment, without its scheme.
    private func mirrored(_ head: PageHead) -> Found? { head.mirroredFrom.map { ("https://" + $0, "comment") } }

    private func fromHostFolder(_ entry: CrawlEntry) -> Found? {
        if let slash = entry.file.utf8.firstIndex(of: UInt8(ascii: "/")) {
            let (host, path) = (String(entry.file[..<slash]), String(entry.file[slash...].dropFirst()))
            if Self.isHost(host) { return (Self.address(host: host, path: path), "path") }
        }
        let root = Self.lastName(entry.root)
        return Self.isHost(root) ? (Self.address(host: root, path: entry.file), "path") : nil
    }

    private static func lastName(_ path: String) -> String {
        path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? "/"
    }

    private func fromBase(_ entry: CrawlEntry) -> Found? {
        guard let base = options.baseURL, WebAddress.host(base) != nil else { return nil }
        return ((base.hasSuffix("/") ? base : base + "/") + FileName.path(entry.file), "base")
    }

    private static func address(host: String, path: String) -> String {
        let host = host.utf8.contains(UInt8(ascii: "_")) ? host.replacingOccurrences(of: "_", with: ":") : host
        return "https://" + host + "/" + FileName.path(path)
    }

    /// A canonical address counts where it names the page's own host, or none.
    private static func canonical(_ written: String, host: String) -> String? {
        if written.hasPrefix("/"), !written.hasPrefix("//") { return WebAddress.normalised("https://" + host + written) }
        let own = WebAddress.host(written).map(organisation(host:))
        return own == organisation(host: host) ? WebAddress.normalised(written) : nil
    }

    /// The registrable domain of a host, or the host without its port where it is no name.
    static func organisation(host: String) -> String {
        let name = host.lowercased()
        let bare =
            name.hasPrefix("[") ? String(name.prefix { $0 != "]" }.dropFirst()) : name.split(separator: ":").first.map(String.init) ?? name
        let isNumeric = bare.utf8.contains(UInt8(ascii: ":")) || bare.allSatisfy { $0 == "." || $0.isNumber }
        return isNumeric ? bare : PublicSuffix.registrable(bare) ?? bare
    }

    private static let fileEndings: Set<String> = [
        "html", "htm", "md", "txt", "php", "git", "app", "bak", "old", "orig", "warc", "wacz", "zip", "gz",
    ]

    /// `www.shop.example`, `127.0.0.1:8972`, `localhost_8080`: a name with a dot that is no file, or with a port.
    static func isHost(_ name: String) -> Bool {
        // Most names of folders are none, and every page asks.
        guard name.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_") }) else {
            return false
        }
        let parts = name.utf8.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_") }
        guard let host = parts.first, parts.count <= 2, parts.count == 1 || Int(Substring(parts[1])) != nil else { return false }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy({ label in !label.isEmpty && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2d } }) else {
            return false
        }
        if labels.count == 4, labels.allSatisfy({ Int(Substring($0)) != nil }) { return true }
        if host.elementsEqual("localhost".utf8) { return parts.count == 2 }
        guard labels.count >= 2, let last = labels.last, last.count >= 2, last.allSatisfy(isLetter) else { return false }
        return !Self.fileEndings.contains(Substring(last).lowercased())
    }
    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
