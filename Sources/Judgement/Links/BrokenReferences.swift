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

    struct Broken {
        var link: Link
        var page: PageRecord
        var target: LinkGraph.Target
        /// The nearest promise of the page.
        var claim: Claim
        /// How many pages have the link.
        var pages: Int
        var suppression: Suppression?
    }

    func broken() -> [Broken] {
        var (known, missing) = (Set<String>(), Set<String>())
        var found: [String: Broken] = [:]
        let promises = Dictionary(grouping: claims.filter { $0.kind != .processConstraint }) { $0.source.file }
        var follower = LinkFollower(graph: graph)
        for page in graph.pages {
            for link in page.links {
                let target = follower.target(of: link, on: page)
                switch target {
                case .page(let index): known.insert(graph.pages[index].file)
                case .elsewhere: continue
                case .missingPage(let address): missing.insert(address)
                case .missingAnchor: break
                }
                if case .page = target { continue }
                guard let near = nearest(promises[page.file] ?? [], link) else { continue }
                let suppression = silence(page.file, link)
                let key = "\(target) \(suppression == nil ? "" : page.file)"
                if found[key] != nil {
                    found[key]!.pages += 1
                } else {
                    found[key] = Broken(link: link, page: page, target: target, claim: near, pages: 1, suppression: suppression)
                }
            }
        }
        let isPartial = Double(missing.count) > Self.partialCrawl * Double(known.count + missing.count) && missing.count > 4
        return found.values.filter { broken in
            if case .missingPage = broken.target { return !isPartial }
            return true
        }.sorted { ($0.page.file, $0.link.line, $0.link.column, $0.link.href) < ($1.page.file, $1.link.line, $1.link.column, $1.link.href) }
    }

    private func nearest(_ promises: [Claim], _ link: Link) -> Claim? {
        promises.min { (abs($0.source.line - link.line), $0.id) < (abs($1.source.line - link.line), $1.id) }
    }
}
