/// Reads the plain part of YAML that word lists are written in: a key on a line of its own, and its entries on the lines below it.
///
/// The lexicon is most of the rules, and a parser that can read anything takes longer over it than all the rest of the loading. Where a file
/// holds anything else (comments behind entries, other indentation, a key twice, a fault), there is no list, and that parser reads it.
struct WordLists {
    struct Entry {
        var text: ArraySlice<UInt8>
        var line: Int
    }

    struct List {
        var key: String
        var line: Int
        var entries: [Entry] = []
    }

    private(set) var lists: [List] = []
    private var keys: Set<String> = []

    init?(_ bytes: [UInt8]) {
        var (start, line) = (0, 1)
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
            guard take(bytes[start..<end], line) else { return nil }
            (start, line) = (end + 1, line + 1)
        }
        if lists.isEmpty || lists[lists.count - 1].entries.isEmpty { return nil }
    }

    /// False where the line is none of a plain list.
    private mutating func take(_ line: ArraySlice<UInt8>, _ number: Int) -> Bool {
        guard let first = line.first else { return true }
        if first == UInt8(ascii: "#") { return Self.isText(line) }
        if first != 0x20 { return takeKey(line, number) }
        guard line.count > 4, line.starts(with: Self.bullet), !lists.isEmpty, let text = Self.entry(line.dropFirst(4)) else { return false }
        lists[lists.count - 1].entries.append(Entry(text: text, line: number))
        return true
    }

    /// Where entries begin.
    static let column = 5
    private static let bullet = Array("  - ".utf8)

    private mutating func takeKey(_ line: ArraySlice<UInt8>, _ number: Int) -> Bool {
        if let last = lists.last, last.entries.isEmpty { return false }
        guard line.last == UInt8(ascii: ":"), line.count > 1, line.count < 100 else { return false }
        let name = line.dropLast()
        guard Self.isLetter(name[name.startIndex]), name.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "-") })
        else { return false }
        let key = String(decoding: name, as: UTF8.self)
        lists.append(List(key: key, line: number))
        return keys.insert(key).inserted
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7a }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// What an entry says, without its quotation marks; nil where it is more than plain text.
    private static func entry(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let first = text.first, let last = text.last, isText(text) else { return nil }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard text.count > 2, last == first else { return nil }
            return unquoted(text.dropFirst().dropLast(), first)
        }
        return isPlain(text, first, last) ? text : nil
    }

    /// What stands between quotation marks: as it is, or with such marks in it behind a backslash.
    private static func unquoted(_ text: ArraySlice<UInt8>, _ mark: UInt8) -> ArraySlice<UInt8>? {
        let backslash = UInt8(ascii: "\\")
        guard text.contains(where: { $0 == mark || $0 == backslash }) else { return text }
        if mark != UInt8(ascii: "\"") { return nil }
        var (plain, isEscaped): ([UInt8], Bool) = ([], false)
        for byte in text {
            if isEscaped, byte != mark { return nil }
            if !isEscaped, byte == mark { return nil }
            isEscaped = !isEscaped && byte == backslash
            if !isEscaped { plain.append(byte) }
        }
        return isEscaped ? nil : plain[...]
    }

    /// Text without quotation marks that is no more than it seems: no key, no comment, no sign of YAML's own at its beginning.
    private static func isPlain(_ text: ArraySlice<UInt8>, _ first: UInt8, _ last: UInt8) -> Bool {
        guard last != 0x20, last != UInt8(ascii: ":"), first >= 0x80 || begins[Int(first)] else { return false }
        var before = first
        for byte in text.dropFirst() {
            if byte == 0x20, before == UInt8(ascii: ":") { return false }
            if byte == UInt8(ascii: "#"), before == 0x20 { return false }
            before = byte
        }
        return true
    }

    private static let begins: [Bool] = (0..<128).map { byte in
        isLetter(UInt8(byte) | 0x20) && byte >= 0x41 || isDigit(UInt8(byte)) || "./+($".utf8.contains(UInt8(byte))
    }

    /// Printable ASCII and scalars of two or three bytes that are no line ends, written as UTF-8 should be.
    private static func isText(_ text: ArraySlice<UInt8>) -> Bool {
        var at = text.startIndex
        while at < text.endIndex {
            let byte = text[at]
            if byte >= 0x20, byte < 0x7f {
                at += 1
                continue
            }
            let width = byte == 0xe2 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0
            guard width > 0, at + width <= text.endIndex, isContinued(text[(at + 1)..<(at + width)], of: byte) else { return false }
            at += width
        }
        return true
    }

    private static func isContinued(_ rest: ArraySlice<UInt8>, of first: UInt8) -> Bool {
        guard rest.allSatisfy({ $0 >> 6 == 0b10 }) else { return false }
        // Below U+00A0 stand control characters; U+2028 and U+2029 end lines.
        if first == 0xc2 { return rest.allSatisfy { $0 >= 0xa0 } }
        return first != 0xe2 || !(rest.first == 0x80 && rest.last.map { $0 == 0xa8 || $0 == 0xa9 } ?? false)
    }
}
