public import Claims

/// Redirects that lead back to themselves, by whatever way: no reader ever gets through them.
public enum RedirectLoops {
    /// The same records; a redirect that never ends has the reason `redirect-loop`.
    /// - Parameter pages: Addresses of the pages that were read, where a way may end although a redirect had the address before.
    public static func marked(_ skipped: [NotJudged], pages: Set<String>) -> [NotJudged] {
        var targets: [String: String] = [:]
        for other in skipped {
            if let url = other.url, let target = other.target, !pages.contains(url) { targets[url] = absolute(target, from: url) }
        }
        guard !targets.isEmpty else { return skipped }
        return skipped.map { other in
            guard let url = other.url, other.target != nil, let length = length(from: url, targets) else { return other }
            var other = other
            other.reason = "redirect-loop"
            other.detail = length == 1 ? "it leads to itself" : "it leads back to itself, over \(length) redirects"
            return other
        }
    }

    /// The number of redirects until the address comes again, or nil where the way ends, or goes in circles without it.
    private static func length(from url: String, _ targets: [String: String]) -> Int? {
        var (at, seen) = (url, Set<String>())
        while let next = targets[at], seen.insert(at).inserted {
            if next == url { return seen.count }
            at = next
        }
        return nil
    }

    /// What a redirect names, seen from its own address, without its anchor.
    private static func absolute(_ target: String, from url: String) -> String {
        let target = Address.split(target).address
        guard Address.scheme(target) == nil, let scheme = Address.scheme(url), let host = Address.host(url) else { return target }
        if target.hasPrefix("//") { return scheme + ":" + target }
        let path = Address.path(url)
        if target.hasPrefix("?") { return scheme + "://" + host + path + target }
        let query = target.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(target[$0...]) } ?? ""
        let written = Address.withoutQuery(target)
        return scheme + "://" + host + Address.withoutDots(written.hasPrefix("/") ? written : Address.folder(path) + written) + query
    }
}
