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

        var isBroken: Bool {
            switch self {
            case .missingAnchor, .missingPage: true
            case .page, .elsewhere: false
            }
        }
    }

    let pages: [PageRecord]
    private let byAddress: [String: Int]
    /// By the same keys as the pages.
    private let redirects: [String: Redirect]
    /// Files of the dump that were not read as pages: they are there all the same.
    private let otherFiles: Set<String>
    private let hosts: Set<String>
    /// Longer chains of redirects no browser follows.
    private static let mostHops = 20

    /// An answer that says only where else to look.
    private struct Redirect {
        /// Where it stood; a page without a text.
        var place: PageRecord
        var target: String
    }

    init(pages: [PageRecord], notJudged: [NotJudged]) {
        self.pages = pages
        var byAddress: [String: Int] = [:]
        byAddress.reserveCapacity(pages.count * 2)
        // Keys have no query: a page without one comes last, as the address is its own.
        let queries = pages.map { $0.url?.utf8.contains(UInt8(ascii: "?")) ?? false }
        for hasQuery in [true, false] {
            for index in pages.indices.reversed() where queries[index] == hasQuery {
                for key in Self.keys(pages[index]) { byAddress[key] = index }
            }
        }
        self.byAddress = byAddress
        redirects = Self.redirects(notJudged)
        otherFiles = Set(notJudged.filter { !Self.gone.contains($0.reason) }.flatMap(Self.names))
        hosts = Set(pages.compactMap { $0.url.flatMap(Address.host) })
    }

    /// What the server said it does not have is missing, however it said so.
    private static let gone: Set<String> = ["not-found", "soft-404"]

    private static func redirects(_ notJudged: [NotJudged]) -> [String: Redirect] {
        var redirects: [String: Redirect] = [:]
        for other in notJudged.reversed() {
            guard let target = other.target else { continue }
            let place = PageRecord(file: other.file, url: other.url, organisation: "", role: .other)
            for key in keys(place) { redirects[key] = Redirect(place: place, target: target) }
        }
        return redirects
    }

    private static func names(_ other: NotJudged) -> [String] {
        guard let url = other.url, let host = Address.host(url) else { return [other.file] }
        return [other.file] + Address.variants(host + Address.normalised(Address.path(url)))
    }

    private static func keys(_ page: PageRecord) -> [String] {
        let file = key(page)
        var keys = Address.variants(file)
        // A crawler writes `%3A` where its disk allows no colon, and a packed page under the name of what is in it.
        let plain = Address.decoded(file.hasSuffix(".gz") ? String(file.dropLast(3)) : file)
        if plain != file { keys += Address.variants(plain) }
        if let url = page.url, let host = Address.host(url) {
            keys += Address.variants("//" + host + Address.normalised(Address.path(url)))
        }
        return keys
    }

    /// The file as a key, which may have been named from elsewhere on the disk.
    private static func key(_ page: PageRecord) -> String { Address.withoutDots("/" + page.file) }

    func target(of link: Link, on page: PageRecord) -> Target {
        let (address, anchor) = Address.split(link.href)
        return anchored(address.isEmpty ? own(page) : target(of: address, on: page), anchor)
    }

    private func own(_ page: PageRecord) -> Target { byAddress[Self.key(page)].map(Target.page) ?? .elsewhere }

    /// Where an address without an anchor leads, behind all redirects. A redirect that ends nowhere in the dump leads elsewhere, and a
    /// page that sends its reader on to no other page stays what it is.
    func target(of address: String, on page: PageRecord) -> Target {
        var (address, place, last) = (address, page, Target?.none)
        for _ in 0...Self.mostHops {
            let (target, redirect) = step(address, on: place)
            if let redirect {
                (address, place, last) = (redirect.target, redirect.place, last ?? .elsewhere)
            } else if case .page(let index) = target, last != target, let refresh = pages[index].refresh {
                (address, place, last) = (refresh, pages[index], target)
            } else {
                if case .page = target { return target }
                return last ?? target
            }
            address = Address.split(address).address
        }
        return last ?? .elsewhere
    }

    /// Where an address leads at first: a page, a redirect, or nothing that is here.
    private func step(_ address: String, on page: PageRecord) -> (target: Target, redirect: Redirect?) {
        guard let (resolved, isOwn) = resolve(address, on: page) else { return (.elsewhere, nil) }
        // Most links name their page as it is.
        if let index = byAddress[resolved[0]] { return (.page(index), nil) }
        let keys = resolved.flatMap(Address.variants)
        if let index = keys.lazy.compactMap({ byAddress[$0] }).first { return (.page(index), nil) }
        if let redirect = keys.lazy.compactMap({ redirects[$0] }).first { return (.elsewhere, redirect) }
        let isHere = !isOwn || keys.contains { otherFiles.contains(String($0.drop { $0 == "/" })) }
        return (isHere || !Address.looksLikePage(resolved[0]) ? .elsewhere : .missingPage(resolved[0]), nil)
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

    /// The address as keys to look for, and whether it belongs to the site; nil where no page can stand there.
    private func resolve(_ address: String, on page: PageRecord) -> (keys: [String], isOwn: Bool)? {
        if let scheme = Address.scheme(address) {
            guard scheme == "http" || scheme == "https", let host = Address.host(address) else { return nil }
            return (["//" + host + Address.normalised(Address.path(address))], isOwn(host, page))
        }
        if address.hasPrefix("//") { return nil }
        let path = Address.withoutQuery(address)
        let file = path.hasPrefix("/") ? root(page) + path : "/" + Address.folder(page.file) + "/" + path
        // Inside an archive a page has an address, and its file is only the archive.
        var keys = page.url != nil && page.file.contains("!") ? [] : [Address.normalised(file)]
        if let url = page.url, let host = Address.host(url) {
            let own = Address.path(url)
            let base =
                own.hasSuffix("/")
                ? own : own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/"
            keys.append("//" + host + Address.normalised(path.hasPrefix("/") ? path : base + path))
        }
        return (keys, true)
    }

    /// The folder that holds the site's root: that of the input, and in it the part of the file's path in front of the address's path.
    private func root(_ page: PageRecord) -> String {
        let input = page.input ?? ""
        guard let host = page.url.flatMap(Address.host), let first = page.file.dropFirst(input.count).split(separator: "/").first else {
            return "/" + input
        }
        let name = first.replacing("_", with: ":")
        let isHost =
            name == host || name.split(separator: ":").first.map(String.init) == host.split(separator: ":").first.map(String.init)
        return "/" + input + (isHost ? first : "")
    }

    private func isOwn(_ host: String, _ page: PageRecord) -> Bool {
        hosts.contains(host) || page.url == nil && host.hasSuffix(page.organisation)
    }

    /// Files of the pages within so many clicks of any of the given ones (themselves included).
    func reached(from files: Set<String>, clicks: Int) -> Set<String> {
        var reached = Set(pages.indices.filter { files.contains(pages[$0].file) })
        var (border, follower) = (reached, LinkFollower(graph: self))
        for _ in 0..<clicks {
            var next = Set<Int>()
            for index in border {
                follower.follow(pages[index]) { _, target in
                    switch target {
                    case .page(let other), .missingAnchor(let other, _): next.insert(other)
                    case .missingPage, .elsewhere: break
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

    /// Hands over each link of a page with what it leads to.
    mutating func follow(_ page: PageRecord, _ take: (Link, LinkGraph.Target) -> Void) { follow(page.links, on: page, take) }

    /// The same for some links of a page.
    mutating func follow(_ links: some Sequence<Link>, on page: PageRecord, _ take: (Link, LinkGraph.Target) -> Void) {
        let folder = Address.folder(page.file) + "\n" + Address.folder(page.url ?? "")
        var targets = known.removeValue(forKey: folder) ?? [:]
        for link in links {
            let (address, anchor) = Address.split(link.href)
            guard !address.isEmpty else {
                take(link, graph.target(of: link, on: page))
                continue
            }
            if let target = targets[address] {
                take(link, graph.anchored(target, anchor))
            } else {
                let target = graph.target(of: address, on: page)
                targets[address] = target
                take(link, graph.anchored(target, anchor))
            }
        }
        known[folder] = targets
    }
}
