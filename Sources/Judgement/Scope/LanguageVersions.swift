import Claims

/// Which pages are one page in several languages: by their heads (`hreflang`), by a link that names the other language, or by their paths.
struct LanguageVersions: Sendable {
    /// A name of the page that its versions share, by file.
    private var names: [String: String] = [:]

    /// What a switch between languages is called on a page.
    private static let switches: Set<String> = [
        "nl", "nederlands", "dutch", "en", "english", "engels", "fr", "français", "francais", "frans", "french", "de", "deutsch", "duits",
        "german",
    ]
    private static let languages: Set<Substring> = ["nl", "en", "fr", "de", "es", "it", "pl", "tr", "da", "sv"]

    init() {}

    /// - Parameter claims: only their pages are looked at, and only where there are several languages among them.
    init(_ graph: LinkGraph, _ claims: [Claim]) {
        guard let language = claims.first?.language, claims.contains(where: { $0.language != language }) else { return }
        let files = Set(claims.map(\.source.file))
        var follower = LinkFollower(graph: graph)
        var root = Array(graph.pages.indices)
        func find(_ index: Int) -> Int {
            var at = index
            while root[at] != at { at = root[at] }
            return at
        }
        func join(_ one: Int, _ two: Int) {
            let (a, b) = (find(one), find(two))
            root[max(a, b)] = min(a, b)
        }
        var byPath: [String: Int] = [:]
        for (index, page) in graph.pages.enumerated() where files.contains(page.file) {
            if let name = Self.neutral(page.file) {
                join(index, byPath[name] ?? index)
                byPath[name] = byPath[name] ?? index
            }
            for other in Self.others(page, &follower) where graph.pages[other].language != page.language { join(index, other) }
        }
        let groups = Dictionary(grouping: graph.pages.indices) { find($0) }.filter { $0.value.count > 1 }
        for (first, members) in groups {
            for member in members { names[graph.pages[member].file] = graph.pages[first].file }
        }
    }

    private static func others(_ page: PageRecord, _ follower: inout LinkFollower) -> [Int] {
        let heads = (page.versions ?? []).map { Link(href: $0, text: "", line: 0, column: 0, template: true) }
        let links = heads + page.links.filter { $0.text.utf8.count < 12 && switches.contains($0.text.lowercased()) }
        var others: [Int] = []
        follower.follow(links, on: page) { _, target in
            if case .page(let index) = target { others.append(index) }
        }
        return others
    }

    /// The path without its language, or nil where it names none: `/en/contact.html`, `contact.en.html`, `contact-en.html`.
    private static func neutral(_ file: String) -> String? {
        var found = false
        let parts = file.lowercased().split(separator: "/").map { part -> String in
            let words = part.split { $0 == "." || $0 == "-" || $0 == "_" }
            guard
                let language = words.count == 1 || isRegional(words)
                    ? words.first : words.dropFirst().last(where: { languages.contains($0) }),
                languages.contains(language), !found
            else { return String(part) }
            found = true
            return words.filter { $0 != language && !isRegional(words) }.joined(separator: ".")
        }
        return found ? parts.joined(separator: "/") : nil
    }

    /// `en-gb`, `nl_be`.
    private static func isRegional(_ words: [Substring]) -> Bool {
        words.count == 2 && words.allSatisfy { $0.count == 2 } && languages.contains(words[0])
    }

    /// The name that the versions of the claim's page share, or nil where it has none.
    func name(of claim: Claim) -> String? { names[claim.source.file] }

    /// The claims stand on two language versions of one page.
    func areVersions(_ one: Claim, _ two: Claim) -> Bool {
        guard one.language != two.language, let name = name(of: one) else { return false }
        return name == self.name(of: two)
    }
}
