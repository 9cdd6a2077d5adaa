import Claims

/// The identity of a finding: rule, theme, channel, audience, normalised values and the two pages, in sorted order.
///
/// Never of line numbers, message text or counts, so that edits elsewhere leave it as it is. Each side's page stays with its values: two pages
/// that trade their values are another finding.
struct FindingIdentity {
    private let subject: [String]
    private let sides: [Side]

    private struct Side {
        var says: [String]
        var page: String
        /// Every page on which the finding says the same.
        var places: Set<String>
    }

    init(_ finding: Finding) {
        let claims = finding.claims.prefix(finding.type.sides)
        let isLink = finding.type == .brokenReference
        let what = isLink ? finding.href ?? "" : finding.type.sides == 1 ? claims.first.map { Self.words($0.quote) } ?? "" : ""
        // Which promise stands nearest to a broken link is no part of it.
        subject = [finding.rule, isLink ? "" : finding.theme, finding.organisation, what]
        let says = finding.claims.map { isLink ? [] : Self.says($0) }
        let sides = claims.indices.map { index in
            let same = finding.claims.indices.filter { says[$0] == says[index] }
            return Side(says: says[index], page: claims[index].home, places: Set(same.flatMap { finding.claims[$0].pages }))
        }
        self.sides = sides.sorted { ($0.says + [$0.page]).lexicographicallyPrecedes($1.says + [$1.page]) }
    }

    /// `b1-` and 16 hexadecimal digits.
    var fingerprint: String { "b1-" + Self.hash(subject + sides.flatMap { $0.says + [$0.page] }) }

    /// The same without the pages: what stays when a page gets another address.
    var core: String { Self.hash(subject + sides.flatMap(\.says)) }

    /// One a side, in an order that their values decide.
    var pages: [String] { sides.map(\.page) }

    /// Whether these pages, one a side, still say what the sides say, or are no longer on the site.
    func holds(on pages: [String], site: Set<String>) -> Bool {
        pages.count == sides.count && zip(pages, sides).allSatisfy { $1.places.contains($0) || !site.contains($0) }
    }

    private static func says(_ claim: Claim) -> [String] {
        [claim.channel, (claim.scope?.audience ?? []).joined(separator: ","), value(claim.measure)]
    }

    /// A value as it counts: 24 hours and one day are the same.
    private static func value(_ measure: Measure?) -> String {
        guard let measure else { return "" }
        if let lapse = Lapse(measure) { return "\(measure.metric.rawValue) \(lapse.shortest)-\(lapse.longest)" }
        if let week = measure.week { return week.text }
        return "\(measure.metric.rawValue) \(measure.value ?? 0) \(measure.unit?.rawValue ?? "")"
    }

    /// The words of a quote without case, signs and spaces: an edited comma leaves the identity as it is.
    static func words(_ quote: String) -> String {
        String(quote.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(80))
    }

    /// FNV-1a, 64 bits.
    static func hash(_ parts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0x1f) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension FindingType {
    /// Claims that make a finding of this type what it is.
    fileprivate var sides: Int { self == .contradiction || self == .narrowing || self == .drift ? 2 : 1 }
}

extension Claim {
    /// Addresses of all its pages that are known (files, where no address is).
    var pages: [String] { [source.url ?? source.path] + (places ?? []).map { $0.url ?? $0.path } }

    /// The page that stands for it: the shallowest, so that a new page with the same footer changes nothing.
    var home: String {
        func depth(_ page: String) -> Int { page.utf8.count { $0 == UInt8(ascii: "/") } }
        return pages.min { (depth($0), $0.utf8.count, $0) < (depth($1), $1.utf8.count, $1) } ?? source.path
    }
}

enum Fingerprint {
    static func of(_ finding: Finding) -> Finding {
        var finding = finding
        finding.fingerprint = FindingIdentity(finding).fingerprint
        return finding
    }

    /// Numbers findings with the same fingerprint, so that each has one of its own.
    static func apart(_ findings: [Finding]) -> [Finding] {
        var seen: [String: Int] = [:]
        return findings.map { finding in
            var finding = finding
            let count = seen[finding.fingerprint, default: 0]
            seen[finding.fingerprint] = count + 1
            if count > 0 { finding.fingerprint += "-\(count + 1)" }
            return finding
        }
    }
}
