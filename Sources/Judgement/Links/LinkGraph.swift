import Claims

/// The dump's own links: which page leads to which, and which links lead nowhere.
struct LinkGraph {
    /// Where a link leads.
    enum Target: Hashable {
        case page(Int)
        /// The page is there, and has no such anchor.
        case missingAnchor(page: Int, anchor: String)
        /// Inside the site, and not in the dump.
        case missingPage(String)
        /// Another host, a file that is no page, mail, telephone: nothing that the dump can tell.
        case elsewhere
    }

    let pages: [PageRecord]
    private let byAddress: [String: Int]
    /// Files of the dump that were not read as pages: they are there all the same.
    private let otherFiles: Set<String>
    private let hosts: Set<String>

    init(pages: [PageRecord], notJudged: [NotJudged]) {
        self.pages = pages
        var byAddress: [String: Int] = [:]
        for (index, page) in pages.enumerated().reversed() {
            for key in Self.keys(page) { byAddress[key] = index }
        }
        self.byAddress = byAddress
        otherFiles = Set(notJudged.filter { !Self.gone.contains($0.reason) }.flatMap(Self.names))
        hosts = Set(pages.compactMap { $0.url.flatMap(Address.host) })
    }

    /// What the server said it does not have is missing, however it said so.
    private static let gone: Set<String> = ["not-found", "soft-404"]

    private static func names(_ other: NotJudged) -> [String] {
        guard let url = other.url, let host = Address.host(url) else { return [other.file] }
        return [other.file] + Address.variants(host + Address.path(url))
    }

    private static func keys(_ page: PageRecord) -> [String] {
        var keys = Address.variants("/" + page.file)
        if let url = page.url, let host = Address.host(url) { keys += Address.variants("//" + host + Address.path(url)) }
        return keys
    }

    func target(of link: Link, on page: PageRecord) -> Target {
        let (address, anchor) = Address.split(link.href)
        return anchored(address.isEmpty ? own(page) : target(of: address, on: page), anchor)
    }

    private func own(_ page: PageRecord) -> Target { byAddress["/" + page.file].map(Target.page) ?? .elsewhere }

    /// Where an address without an anchor leads.
    func target(of address: String, on page: PageRecord) -> Target {
        guard let resolved = resolve(address, on: page) else { return .elsewhere }
        for key in resolved.flatMap(Address.variants) {
            if let index = byAddress[key] { return .page(index) }
        }
        if resolved.flatMap(Address.variants).contains(where: { otherFiles.contains(String($0.drop { $0 == "/" })) }) { return .elsewhere }
        return Address.looksLikePage(resolved[0]) ? .missingPage(resolved[0]) : .elsewhere
    }

    func anchored(_ target: Target, _ anchor: String) -> Target {
        guard case .page(let index) = target else { return target }
        if anchor.isEmpty || anchor == "top" || anchor.hasPrefix("!") || anchor.hasPrefix("/") || anchor.contains("=")
            || anchor.hasPrefix(":~:")
        {
            return .page(index)
        }
        let names = pages[index].anchors
        // A page without a single anchor was read from a format that has none (Markdown, text).
        return names.isEmpty || names.contains(anchor) || names.contains(Address.decoded(anchor))
            ? .page(index) : .missingAnchor(page: index, anchor: anchor)
    }

    /// The address as keys to look for, or nil where it leads out of the site.
    private func resolve(_ address: String, on page: PageRecord) -> [String]? {
        if let scheme = Address.scheme(address) {
            guard scheme == "http" || scheme == "https", let host = Address.host(address), isOwn(host, page) else { return nil }
            return ["//" + host + Address.normalised(Address.path(address))]
        }
        if address.hasPrefix("//") { return nil }
        let path = Address.withoutQuery(address)
        let folder = "/" + Address.folder(page.file)
        let root = page.url == nil ? "" : rootFolder(page)
        let file = path.hasPrefix("/") ? root + path : folder + "/" + path
        // Inside an archive a page has an address, and its file is only the archive.
        var keys = page.url != nil && page.file.contains("!") ? [] : [Address.normalised(file)]
        if let url = page.url, let host = Address.host(url) {
            let own = Address.path(url)
            let base =
                own.hasSuffix("/")
                ? own : own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/"
            keys.append("//" + host + Address.normalised(path.hasPrefix("/") ? path : base + path))
        }
        return keys
    }

    /// The folder that holds the site's root: the part of the file's path in front of the address's path.
    private func rootFolder(_ page: PageRecord) -> String {
        guard let first = page.file.split(separator: "/").first, let host = page.url.flatMap(Address.host) else { return "" }
        let name = first.replacing("_", with: ":")
        return name == host || name.split(separator: ":").first.map(String.init) == host.split(separator: ":").first.map(String.init)
            ? "/" + first : ""
    }

    private func isOwn(_ host: String, _ page: PageRecord) -> Bool {
        hosts.contains(host) || page.url == nil && host.hasSuffix(page.organisation)
    }

    /// Files of the pages within so many clicks of any of the given ones (themselves included).
    func reached(from files: Set<String>, clicks: Int) -> Set<String> {
        var reached = Set(pages.indices.filter { files.contains(pages[$0].file) })
        var border = reached
        for _ in 0..<clicks {
            var next = Set<Int>()
            for index in border {
                for link in pages[index].links {
                    switch target(of: link, on: pages[index]) {
                    case .page(let other), .missingAnchor(let other, _): next.insert(other)
                    default: break
                    }
                }
            }
            border = next.subtracting(reached)
            reached.formUnion(border)
        }
        return Set(reached.map { pages[$0].file })
    }
}

/// Follows links one after another. Pages of one folder share most of theirs, and working out where an address leads takes long.
struct LinkFollower {
    let graph: LinkGraph
    private var known: [String: [String: LinkGraph.Target]] = [:]

    init(graph: LinkGraph) { self.graph = graph }

    mutating func target(of link: Link, on page: PageRecord) -> LinkGraph.Target {
        let (address, anchor) = Address.split(link.href)
        if address.isEmpty { return graph.target(of: link, on: page) }
        let folder = Address.folder(page.file) + "\n" + Address.folder(page.url ?? "")
        if let target = known[folder]?[address] { return graph.anchored(target, anchor) }
        let target = graph.target(of: address, on: page)
        known[folder, default: [:]][address] = target
        return graph.anchored(target, anchor)
    }
}
