/// How pages are titled that a server shows in place of a page that it does not have.
public struct ErrorTitles: Sendable {
    private let whole: Set<[[UInt8]]>
    private let part: [[[UInt8]]]
    private static let mostWords = 8

    /// - Parameters:
    ///   - whole: Titles as they are.
    ///   - part: Words that stand in a row in a short title.
    init(whole: [String] = [], part: [String] = []) {
        self.whole = Set(whole.map { Self.words($0.utf8) })
        self.part = part.map { Self.words($0.utf8) }
    }

    /// The title, or the first heading, is one of an error page.
    public func matches(_ title: String) -> Bool {
        Self.pieces(Array(title.utf8)).contains { piece in
            let words = Self.words(piece)
            return whole.contains(words) || words.count <= Self.mostWords && part.contains { Self.stands($0, in: words) }
        }
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

    private static func stands(_ part: [[UInt8]], in words: [[UInt8]]) -> Bool {
        guard !part.isEmpty, part.count <= words.count else { return false }
        return (0...(words.count - part.count)).contains { words[$0..<($0 + part.count)].elementsEqual(part) }
    }

    private static func words(_ text: some Sequence<UInt8>) -> [[UInt8]] {
        Folding.fold(utf8: text).split { !($0 >= 0x61 && $0 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80) }.map { Array($0) }
    }
}
