/// How pages are titled that a server shows in place of a page that it does not have.
public struct ErrorTitles: Sendable {
    private let whole: Set<[[UInt8]]>
    private let part: [[[UInt8]]]
    private static let mostWords = 8

    /// - Parameters:
    ///   - whole: Titles as they are.
    ///   - part: Words that stand in a row in a short title.
    init(whole: [String] = [], part: [String] = []) {
        self.whole = Set(whole.map { Self.words($0) })
        self.part = part.map { Self.words($0) }
    }

    /// The title, or the first heading, is one of an error page.
    public func matches(_ title: String) -> Bool {
        // What follows a bar or a dash is mostly the name of the site, and sometimes stands in front.
        let pieces = title.replacing(" – ", with: "|").replacing(" - ", with: "|").replacing(" · ", with: "|").split(separator: "|")
        for piece in pieces {
            let words = Self.words(String(piece))
            if whole.contains(words) { return true }
            if words.count <= Self.mostWords, part.contains(where: { Self.stands($0, in: words) }) { return true }
        }
        return false
    }

    private static func stands(_ part: [[UInt8]], in words: [[UInt8]]) -> Bool {
        guard !part.isEmpty, part.count <= words.count else { return false }
        return (0...(words.count - part.count)).contains { words[$0..<($0 + part.count)].elementsEqual(part) }
    }

    private static func words(_ text: String) -> [[UInt8]] {
        Folding.fold(text).split { !($0 >= 0x61 && $0 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80) }.map { Array($0) }
    }
}
