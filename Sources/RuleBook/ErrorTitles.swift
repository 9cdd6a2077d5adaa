/// How pages are titled that a server shows in place of a page that it does not have.
public struct ErrorTitles: Sendable {
    /// Titles and parts of titles by their first byte, each as words with one space behind each.
    private var whole = [[[UInt8]]](repeating: [], count: 256)
    private var part = [[[UInt8]]](repeating: [], count: 256)
    private static let mostWords = 8

    /// - Parameters:
    ///   - whole: Titles as they are.
    ///   - part: Words that stand in a row in a short title.
    init(whole: [String] = [], part: [String] = []) {
        for words in whole.map({ Self.words($0.utf8) }) where !words.isEmpty { self.whole[Int(words[0])].append(words) }
        for words in part.map({ Self.words($0.utf8) }) where !words.isEmpty { self.part[Int(words[0])].append(words) }
    }

    /// The title, or the first heading, is one of an error page.
    public func matches(_ title: String) -> Bool {
        Self.pieces(Array(title.utf8)).contains { piece in
            let words = Self.words(piece)
            guard let first = words.first else { return false }
            if whole[Int(first)].contains(words) { return true }
            return words.count { $0 == 0x20 } <= Self.mostWords && words.indices.contains { starts(words, $0) }
        }
    }

    /// A part of a title begins at a place.
    private func starts(_ words: [UInt8], _ at: Int) -> Bool {
        (at == 0 || words[at - 1] == 0x20) && part[Int(words[at])].contains { words[at...].starts(with: $0) }
    }

    /// What follows a bar or a dash is mostly the name of the site, and sometimes stands in front.
    private static func pieces(_ title: [UInt8]) -> [ArraySlice<UInt8>] {
        var (pieces, start, at): ([ArraySlice<UInt8>], Int, Int) = ([], 0, 0)
        while at < title.count {
            if title[at] == 0x20 || title[at] == 0x7c, let sign = signs.first(where: { title[at...].starts(with: $0) }) {
                pieces.append(title[start..<at])
                at += sign.count
                start = at
            } else {
                at += 1
            }
        }
        return pieces + [title[start...]]
    }

    private static let signs: [[UInt8]] = ["|", " – ", " - ", " · "].map { Array($0.utf8) }

    private static func words(_ text: some Sequence<UInt8>) -> [UInt8] {
        var words: [UInt8] = []
        for byte in Folding.fold(utf8: text) {
            if byte >= 0x61 && byte <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte >= 0x80 {
                words.append(byte)
            } else if let last = words.last, last != 0x20 {
                words.append(0x20)
            }
        }
        if let last = words.last, last != 0x20 { words.append(0x20) }
        return words
    }
}
