import Claims
import RuleBook

/// Links from pages that make a promise to pages or anchors that the dump does not have.
struct BrokenReferences {
    let graph: LinkGraph
    let claims: [Claim]
    /// The suppression at a link of a file.
    let silence: (String, Link) -> Suppression?
    /// Where more than this share of the site's own link targets is missing, the crawl was partial and absence says nothing.
    private static let partialCrawl = 0.4
    /// Pages whose links are looked at for that share, spread evenly over the site: a share needs no more.
    private static let mostSampled = 1000

    struct Broken {
        var link: Link
        var page: PageRecord
        var target: LinkGraph.Target
        /// The nearest promise of the page.
        var claim: Claim
        /// How many links lead there.
        var pages: Int
        var suppression: Suppression?

        var isMissingPage: Bool { if case .missingPage = target { true } else { false } }
    }

    func broken() -> [Broken] {
        var follower = LinkFollower(graph: graph)
        let broken = found(&follower).values.sorted {
            ($0.page.file, $0.link.line, $0.link.column, $0.link.href) < ($1.page.file, $1.link.line, $1.link.column, $1.link.href)
        }
        // The links of the rest of the site are looked at only where something depends on it.
        guard broken.contains(where: \.isMissingPage), isPartial(&follower) else { return broken }
        return broken.filter { !$0.isMissingPage }
    }

    /// What makes two broken links one: what they lead to, and for a link that is kept quiet also its page.
    private struct Key: Hashable {
        var target: LinkGraph.Target
        var quietOn: String?
    }

    /// The first link of each kind counts.
    private func found(_ follower: inout LinkFollower) -> [Key: Broken] {
        var found: [Key: Broken] = [:]
        let promises = Dictionary(grouping: claims.filter { $0.kind != .processConstraint }) { $0.source.file }
        for page in graph.pages {
            guard let promises = promises[page.file] else { continue }
            follower.follow(page) { link, target in
                guard target.isBroken, let near = nearest(promises, link) else { return }
                let suppression = silence(page.file, link)
                let key = Key(target: target, quietOn: suppression.map { _ in page.file })
                let new = Broken(link: link, page: page, target: target, claim: near, pages: 0, suppression: suppression)
                found[key, default: new].pages += 1
            }
        }
        return found
    }

    private func isPartial(_ follower: inout LinkFollower) -> Bool {
        var (known, missing) = ([Bool](repeating: false, count: graph.pages.count), Set<String>())
        let stride = max(1, graph.pages.count / Self.mostSampled)
        for index in Swift.stride(from: 0, to: graph.pages.count, by: stride) {
            follower.follow(graph.pages[index]) { _, target in
                switch target {
                case .page(let index): known[index] = true
                case .missingPage(let address): missing.insert(address)
                case .missingAnchor, .elsewhere: break
                }
            }
        }
        return Double(missing.count) > Self.partialCrawl * Double(known.count { $0 } + missing.count) && missing.count > 4
    }

    private func nearest(_ promises: [Claim], _ link: Link) -> Claim? {
        promises.min { (abs($0.source.line - link.line), $0.id) < (abs($1.source.line - link.line), $1.id) }
    }
}
