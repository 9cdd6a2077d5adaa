import Claims
import RuleBook

/// Tells what a page is for from the words of its address, its title and its first headings.
struct PageRoles: Sendable {
    /// Folded beginnings of words, by role; a role earlier in the order wins over a later one at the same place.
    private let words: [(role: PageRole, words: [[UInt8]])]
    private static let order: [PageRole] = [.review, .news, .legal, .internalPolicy, .other, .servicePolicy, .marketing]
    private static let telling: Set<PageRole> = [.review, .news, .other]

    init(words: [PageRole: [String]]) {
        self.words = Self.order.map { role in (role, (words[role] ?? []).map { Folding.fold($0) }) }
    }

    func role(of page: Page, _ document: Document) -> PageRole {
        var scores: [PageRole: Int] = [:]
        let path = page.url.map { String($0.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }) } ?? page.file
        for segment in path.split(separator: "/") { count(String(segment), 3, telling: 4, &scores) }
        if let title = document.title { count(String(title.prefix { $0 != "|" }), 2, &scores) }
        var headings = 0
        for block in document.blocks where block.kind == .heading && block.region == .main && headings < 3 {
            let text = String(decoding: document.text[Int(block.text.lowerBound)..<Int(block.text.upperBound)], as: UTF8.self)
            count(text, block.level == 1 ? 4 : 1, &scores)
            headings += 1
        }
        if page.format != .html, page.format != .xhtml, (scores.values.max() ?? 0) < 4 { scores[.internalPolicy, default: 0] += 2 }
        let best = scores.values.max() ?? 0
        return best == 0 ? .marketing : Self.order.first { scores[$0] == best } ?? .marketing
    }

    /// Adds the weight to each role that the text names; a vacancy, news or a review named in the address is one whatever its
    /// headings are about, so these get `telling` on top.
    private func count(_ text: String, _ weight: Int, telling: Int = 0, _ scores: inout [PageRole: Int]) {
        let tokens = Folding.fold(text).split { !($0 >= 0x61 && $0 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80) }
        for (role, known) in words {
            let hit = known.contains { word in matches(word, tokens) }
            if hit { scores[role, default: 0] += weight + (Self.telling.contains(role) ? telling : 0) }
        }
    }

    /// A word ends in `*` (any ending), or is whole; several words stand in a row.
    private func matches(_ word: [UInt8], _ tokens: [ArraySlice<UInt8>]) -> Bool {
        let parts = word.split(separator: 0x20)
        guard !parts.isEmpty, parts.count <= tokens.count else { return false }
        return (0...(tokens.count - parts.count)).contains { start in
            parts.indices.allSatisfy { index in
                let (part, token) = (parts[index], tokens[start + index])
                if part.first == 0x2a { return token.suffix(part.count - 1).elementsEqual(part.dropFirst()) }
                return part.last == 0x2a ? token.starts(with: part.dropLast()) : token.elementsEqual(part)
            }
        }
    }
}
