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
        if isNormal(url) { return url }
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

    /// Most addresses are in order as they are, which a look at their bytes tells; not all that are pass.
    private static func isNormal(_ url: String) -> Bool {
        let bytes = url.utf8
        guard let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0.utf8) }) else { return false }
        let rest = bytes.dropFirst(scheme.utf8.count)
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), slash > rest.startIndex else { return false }
        let isPlainHost = rest[..<slash].allSatisfy {
            $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
                || $0 == UInt8(ascii: ".")
                || $0 == UInt8(ascii: "-")
        }
        var last: UInt8 = 0
        return isPlainHost
            && rest[slash...].allSatisfy { byte in
                defer { last = byte }
                return byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#") && !(byte == UInt8(ascii: ".") && last == UInt8(ascii: "/"))
            }
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
