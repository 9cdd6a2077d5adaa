import Claims

/// Quotes, whole with their words marked or short enough for a tile.
enum Excerpt {
    /// The quote with the words that matched marked.
    static func marked(_ claim: Claim) -> HTML {
        guard let marked = claim.marked, let range = firstRange(of: marked, in: claim.quote) else { return HTML(text: claim.quote) }
        let (before, after) = (String(claim.quote[..<range.lowerBound]), String(claim.quote[range.upperBound...]))
        return "\(before)<mark>\(marked)</mark>\(after)"
    }

    /// The beginning, cut between words; the script of the page cuts alike.
    static func start(_ text: String, limit: Int) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count > limit else { return text }
        let cut = scalars[..<limit].lastIndex(of: " ") ?? 0
        return String(String.UnicodeScalarView(scalars[..<(cut > limit / 2 ? cut : limit)])) + " …"
    }

    /// At most about `limit` characters with the words that matched in them, from the beginning where they fit, cut between words.
    static func short(_ claim: Claim, limit: Int) -> String {
        let quote = claim.quote
        guard quote.count > limit else { return quote }
        let words = quote.split(whereSeparator: \.isWhitespace)
        var start = 0
        if let marked = claim.marked, let range = firstRange(of: marked, in: quote) {
            start = words.lastIndex { $0.startIndex <= range.lowerBound } ?? 0
            let length = min(marked.count, limit)
            let isNearTheBeginning = quote.distance(from: quote.startIndex, to: range.lowerBound) + length <= limit
            start = isNearTheBeginning ? 0 : lead(words, from: start, room: (limit - length) / 2)
        }
        return window(words, from: start, limit: limit)
    }

    /// How far to the left the window may begin so that the marked words still fit; whole if little would be cut.
    private static func lead(_ words: [Substring], from: Int, room: Int) -> Int {
        if words[..<from].reduce(0, { $0 + $1.count + 1 }) <= room { return 0 }
        var (start, used) = (from, 0)
        while start > 0, used + words[start - 1].count + 1 <= room {
            start -= 1
            used += words[start].count + 1
        }
        return start
    }

    private static func window(_ words: [Substring], from start: Int, limit: Int) -> String {
        var text = ""
        var end = start
        while end < words.count, text.isEmpty || text.count + words[end].count < limit {
            text += (text.isEmpty ? "" : " ") + words[end]
            end += 1
        }
        if text.count > 2 * limit { text = String(text.prefix(limit)) }
        return (start > 0 ? "… " : "") + text + (end < words.count ? " …" : "")
    }

    static func firstRange(of part: String, in text: String) -> Range<String.Index>? {
        guard !part.isEmpty, part.utf8.count <= text.utf8.count else { return nil }
        return text.firstRange(of: part)
    }
}
