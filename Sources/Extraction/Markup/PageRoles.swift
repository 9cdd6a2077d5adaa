import Claims
import RuleBook

/// Tells what a page is for from the words of its address, its title and its first headings.
struct PageRoles: Sendable {
    /// Words in a row that name a role. A part ends in `*` (any ending), begins with it (any beginning), or is whole.
    private struct Name: Sendable {
        var parts: [[UInt8]]
        /// Index into `order`.
        var role: Int
    }

    /// Names by the first two letters of their first part; those that begin with a star, or with one letter, stand apart.
    private var byLetters: [[Name]] = Array(repeating: [], count: 1024)
    private var others: [Name] = []
    /// A role earlier in the order wins over a later one at the same place.
    private static let order: [PageRole] = [.review, .news, .legal, .internalPolicy, .other, .servicePolicy, .marketing]
    private static let telling: Set<PageRole> = [.review, .news, .other]

    init(words: [PageRole: [String]]) {
        for (index, role) in Self.order.enumerated() {
            for word in words[role] ?? [] {
                let name = Name(parts: Folding.fold(word).split(separator: 0x20).map { Array($0) }, role: index)
                guard let first = name.parts.first else { continue }
                if first.prefix(2).contains(0x2a) || first.count < 2 {
                    others.append(name)
                } else {
                    byLetters[Self.key(first[...])].append(name)
                }
            }
        }
    }

    /// What the page is for, and what told it: `address`, `title`, `headings`, `format` or `none`.
    func role(of page: Page, _ document: Document) -> (role: PageRole, from: String) {
        let none = [Int](repeating: 0, count: Self.order.count)
        var (address, title, headings, format) = (none, none, none, none)
        let path = page.url.map { Self.path($0) } ?? page.path.utf8
        for segment in path.split(separator: UInt8(ascii: "/")) { count(segment, 3, telling: 8, &address) }
        if Self.isHome(path) { address[Self.order.firstIndex(of: .marketing) ?? 0] += Self.homeWeight }
        if let text = document.title { count(text.utf8.prefix { $0 != UInt8(ascii: "|") }, 2, &title) }
        for block in document.blocks.lazy.filter({ $0.kind == .heading && $0.region == .main }).prefix(3) {
            count(document.text[Int(block.text.lowerBound)..<Int(block.text.upperBound)], block.level == 1 ? 4 : 1, &headings)
        }
        var scores = none.indices.map { address[$0] + title[$0] + headings[$0] }
        if page.format != .html, page.format != .xhtml, scores.allSatisfy({ $0 < 4 }) {
            format[Self.order.firstIndex(of: .internalPolicy) ?? 0] = 2
        }
        scores = none.indices.map { scores[$0] + format[$0] }
        guard let winner = scores.max(), winner > 0, let index = scores.firstIndex(of: winner) else { return (.marketing, "none") }
        let steps = [(address[index], "address"), (title[index], "title"), (headings[index], "headings"), (format[index], "format")]
        let most = steps.map(\.0).max()
        return (Self.order[index], steps.first { $0.0 == most }?.1 ?? "none")
    }

    /// A home page sells, though its first heading may speak of the telephone; one that calls itself terms in title and heading is none.
    private static let homeWeight = 5

    /// The first page of a site, or of one of its languages: `/`, `/index.html`, `/en/`.
    private static func isHome(_ path: Substring.UTF8View) -> Bool {
        path.split(separator: UInt8(ascii: "/")).allSatisfy { $0.count == 2 || $0.starts(with: "index.".utf8) }
    }

    /// What follows the host of an address.
    private static func path(_ url: String) -> Substring.UTF8View {
        let slash = UInt8(ascii: "/")
        return url.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst(3).drop { $0 != slash }
    }

    /// Adds the weight to each role that the text names; a vacancy, news or a review named in the address is one whatever its
    /// headings are about, so these get `telling` on top.
    private func count(_ text: some Sequence<UInt8>, _ weight: Int, telling: Int = 0, _ scores: inout [Int]) {
        let folded = Folding.fold(utf8: text)
        let tokens = folded.split { !($0 >= 0x61 && $0 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80) }
        // A name among many words is said in passing: "Your documents, on your terms" is no page of terms.
        let isLong = tokens.count > 5
        var (named, passing) = (0, 0)
        func note(_ name: Name) {
            if isLong, name.parts.count * 3 < tokens.count { passing |= 1 << name.role } else { named |= 1 << name.role }
        }
        for start in tokens.indices {
            for name in byLetters[Self.key(tokens[start])] where matches(name, tokens[start...]) { note(name) }
            for name in others where matches(name, tokens[start...]) { note(name) }
        }
        for index in scores.indices where passing >> index & 1 == 1 && named >> index & 1 == 0 { scores[index] += weight / 2 }
        for index in scores.indices where named >> index & 1 == 1 {
            scores[index] += weight + (Self.telling.contains(Self.order[index]) ? telling : 0)
        }
    }

    private static func key(_ token: ArraySlice<UInt8>) -> Int {
        guard token.count > 1 else { return 0 }
        return (Int(token[token.startIndex]) * 31 + Int(token[token.startIndex + 1])) & 1023
    }

    private func matches(_ name: Name, _ tokens: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        name.parts.count <= tokens.count
            && zip(name.parts, tokens).allSatisfy { part, token in
                if part.first == 0x2a { return token.suffix(part.count - 1).elementsEqual(part.dropFirst()) }
                return part.last == 0x2a ? token.starts(with: part.dropLast()) : token.elementsEqual(part)
            }
    }
}
