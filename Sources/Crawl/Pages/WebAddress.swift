/// Addresses as plain text: what crawlers store is often no valid URL.
enum WebAddress {
    /// Host and port in lower case, or nil where the address is not `http` or `https`.
    static func host(_ url: String) -> String? {
        guard let parts = parts(url) else { return nil }
        let host = parts.authority.split(separator: "@").last.map { $0.lowercased() } ?? ""
        return host.isEmpty ? nil : host
    }

    /// Scheme and host in lower case, default ports, fragments, dot segments and tracking parameters taken out.
    static func normalised(_ url: String) -> String {
        guard let parts = parts(url), var host = host(url) else { return url }
        for (scheme, port) in [("http", ":80"), ("https", ":443")] where parts.scheme == scheme && host.hasSuffix(port) {
            host = String(host.dropLast(port.count))
        }
        let rest = parts.rest.prefix { $0 != "#" }
        let path = withoutDots(String(rest.prefix { $0 != "?" }))
        let query = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] } ?? ""
        let kept = query.split(separator: "&").filter { !isTracking($0) }
        return parts.scheme + "://" + host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    /// What makes two addresses the same page: all but the scheme.
    static func key(_ url: String) -> String {
        let normal = normalised(url)
        guard let mark = normal.firstIndex(of: ":"), parts(url) != nil else { return normal }
        return String(normal[mark...])
    }

    private static func parts(_ url: String) -> (scheme: String, authority: Substring, rest: Substring)? {
        for scheme in ["http", "https"] where url.prefix(scheme.count + 3).lowercased() == scheme + "://" {
            let rest = url.dropFirst(scheme.count + 3)
            let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            return (scheme, authority, rest[authority.endIndex...])
        }
        return nil
    }

    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return "/" + kept.joined(separator: "/")
    }

    private static let tracking: Set<String> = [
        "gclid", "gclsrc", "dclid", "fbclid", "msclkid", "mc_cid", "mc_eid", "yclid", "igshid", "wbraid", "gbraid", "ttclid", "twclid",
        "_ga", "_gl",
        "_hsenc", "_hsmi", "mkt_tok", "pk_campaign", "pk_kwd", "piwik_campaign", "piwik_kwd", "mtm_campaign", "mtm_kwd",
    ]

    private static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_") || tracking.contains(name)
    }
}
