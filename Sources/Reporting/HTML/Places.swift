import Claims

/// Where a claim stands, as a link to the live page where there is one.
extension Frame {
    /// `/contact, line 88`, linked.
    func place(_ claim: Claim) -> HTML { place(Place(claim.source), quote: claim.quote) }

    func place(_ place: Place, quote: String) -> HTML {
        let line = words.fill(.atLine, ["line": words.digits(place.line)])
        guard let address = Address(place.url, quote: quote) else {
            return #"<span class="mono">\#(place.file)</span>, \#(line)"#
        }
        let url = place.url ?? ""
        return #"<a href="\#(address.text)" data-print="\#(url)" rel="noopener noreferrer">\#(Self.path(url)), \#(line)</a>"#
    }

    /// The short name of a page: the path of its address, or its file.
    static func path(_ claim: Claim) -> String {
        guard let url = claim.source.url, Address.isWeb(url) else { return claim.source.file }
        return path(url)
    }

    static func path(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        guard let slash = rest.firstIndex(of: "/") else { return "/" }
        let path = rest[slash...].prefix { $0 != "#" }
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : String(path)
    }

    /// Who speaks on the second side of a conflict.
    func counterpart(_ finding: Finding, _ claim: Claim) -> String {
        if finding.type == .narrowing { return words[.butOnly] }
        if finding.type == .drift { return words[.before] }
        return switch claim.source.pageRole {
        case .internalPolicy, .servicePolicy: words[.butPolicy]
        case .legal: words[.butTerms]
        default: words[.butElsewhere]
        }
    }

    /// Who speaks on the first side.
    func speaker(_ finding: Finding, _ claim: Claim) -> String {
        if finding.type == .drift { return words[.now] }
        return claim.kind == .processConstraint ? words[.yourRule] : words[.youPromise]
    }
}
