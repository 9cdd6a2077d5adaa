import Claims

/// What stands within a line of Markdown: emphasis, code, links, footnotes, tags.
extension PlainReader {
    /// Skips marks of emphasis and code, the brackets of a link (recording it), footnotes, tags and comments; nil where there is plain text.
    mutating func inlineEnd(_ at: Int, _ end: Int) -> Int? {
        switch source[at] {
        case UInt8(ascii: "*"), UInt8(ascii: "`"): return at + 1
        case UInt8(ascii: "_"): return isEmphasis(at, end) ? at + 1 : nil
        case UInt8(ascii: "^"): return inlineNote(at, end)
        case UInt8(ascii: "\\"): return at + 1 < end && isPunctuation(source[at + 1]) ? at + 1 : nil
        case UInt8(ascii: "["): return noteMark(at, end) ?? (closing(at, end) != nil ? at + 1 : nil)
        case UInt8(ascii: "]"): return linkEnd(at, end)
        case UInt8(ascii: "<"): return tagEnd(at, end)
        default: return nil
        }
    }

    private mutating func linkEnd(_ at: Int, _ end: Int) -> Int? {
        guard at + 1 < end, source[at + 1] == UInt8(ascii: "("), let close = source[at..<end].firstIndex(of: UInt8(ascii: ")")) else {
            return nil
        }
        let href = String(decoding: source[(at + 2)..<close], as: UTF8.self)
        let (line, column) = places.place(at, in: source)
        document.links.append(Link(href: String(href.prefix { $0 != " " }), text: "", line: line, column: column, template: false))
        return close + 1
    }

    /// `^[text]`: a footnote where it is called.
    private mutating func inlineNote(_ at: Int, _ end: Int) -> Int? {
        guard at + 1 < end, source[at + 1] == UInt8(ascii: "["), let close = source[at..<end].firstIndex(of: UInt8(ascii: "]")) else {
            return nil
        }
        notes.append(Line(start: at + 2, end: close))
        return close + 1
    }

    /// `[^1]`, and `[^1]:` in front of the note itself.
    private func noteMark(_ at: Int, _ end: Int) -> Int? {
        guard at + 1 < end, source[at + 1] == UInt8(ascii: "^"), let close = source[at..<end].firstIndex(of: UInt8(ascii: "]")) else {
            return nil
        }
        return close + 1 < end && source[close + 1] == UInt8(ascii: ":") ? close + 2 : close + 1
    }

    private mutating func tagEnd(_ at: Int, _ end: Int) -> Int? {
        if source[at..<end].starts(with: Array("<!--".utf8)) {
            guard let close = commentEnd(from: at + 4, end) else { return end }
            note(comment: at..<close)
            return close
        }
        guard at + 1 < end, source[at + 1] == UInt8(ascii: "/") || isLetter(source[at + 1]) else { return nil }
        return source[at..<end].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    /// An underscore at the edge of a word.
    private func isEmphasis(_ at: Int, _ end: Int) -> Bool {
        let before = at > 0 && isLetter(source[at - 1])
        let after = at + 1 < end && isLetter(source[at + 1])
        return before != after
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x30 && byte <= 0x39
    }

    private func isPunctuation(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7f && !isLetter(byte) }

    /// The `](` that closes a link's text.
    private func closing(_ at: Int, _ end: Int) -> Int? {
        guard let close = source[at..<end].firstIndex(of: UInt8(ascii: "]")), close + 1 < end, source[close + 1] == UInt8(ascii: "(") else {
            return nil
        }
        return close
    }
}
