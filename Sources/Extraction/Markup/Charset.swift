import Claims

/// Decides the charset of a page and turns its bytes into UTF-8, before any parser sees them.
///
/// Order as in browsers: byte-order mark, transfer header, `<meta>`, guess. Left to itself libxml2 2.9.14 cuts pages short.
enum Charset {
    struct Decoded {
        var bytes: [UInt8]
        var charset: String
        /// `bom`, `header`, `meta` or `guess`.
        var from: String
    }

    static func decode(_ bytes: [UInt8], header: String?) -> Decoded {
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return Decoded(bytes: repaired(Array(bytes[3...])), charset: "utf-8", from: "bom") }
        if bytes.starts(with: [0xff, 0xfe]) { return Decoded(bytes: utf16(bytes[2...], little: true), charset: "utf-16le", from: "bom") }
        if bytes.starts(with: [0xfe, 0xff]) { return Decoded(bytes: utf16(bytes[2...], little: false), charset: "utf-16be", from: "bom") }
        for (label, from) in [(header, "header"), (metaCharset(bytes), "meta")] {
            guard let label, let decoded = decode(bytes, label: label, from: from) else { continue }
            return decoded
        }
        if isUTF8(bytes) { return Decoded(bytes: bytes, charset: "utf-8", from: "guess") }
        return Decoded(bytes: windows1252(bytes), charset: "windows-1252", from: "guess")
    }

    private static func decode(_ bytes: [UInt8], label: String, from: String) -> Decoded? {
        switch label.lowercased() {
        // Who could be read up to a label in ASCII is not UTF-16, whatever it says; browsers think so too.
        case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be":
            if isUTF8(bytes) { return Decoded(bytes: bytes, charset: "utf-8", from: from) }
            // A wrong label is common; bytes that are mostly not UTF-8 are read as what they are.
            return mostlyUTF8(bytes) ? Decoded(bytes: repaired(bytes), charset: "utf-8", from: from) : nil
        case "iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252":
            return Decoded(bytes: windows1252(bytes), charset: "windows-1252", from: from)
        default:
            guard let converted = LibXML.convert(bytes, from: label) else { return nil }
            return Decoded(bytes: converted, charset: label.lowercased(), from: from)
        }
    }

    /// The charset that a `<meta>` or an XML declaration in the first 1,024 bytes names.
    static func metaCharset(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(1024)
        for at in head.indices where head[at] == UInt8(ascii: "=") {
            guard keys.contains(where: { ends(head[..<at], with: $0) }) else { continue }
            let label = head[(at + 1)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }.prefix(while: isLabelByte)
            if !label.isEmpty { return String(decoding: label, as: UTF8.self).lowercased() }
        }
        return nil
    }

    private static let keys: [[UInt8]] = [Array("charset".utf8), Array("encoding".utf8)]

    private static func ends(_ bytes: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
        let end = bytes.suffix(word.count)
        return end.count == word.count && zip(end, word).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x3a || byte == 0x2d || byte == 0x5f || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

    private static func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        let broken = text.unicodeScalars.count { $0.value == 0xfffd }
        let good = text.unicodeScalars.count { $0.value >= 0x80 && $0.value != 0xfffd }
        return good > broken * 3
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        isUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// Control signs, which have no business in a text.
    static let isControl: [Bool] = (0..<256).map { $0 < 0x20 && ![0x09, 0x0a, 0x0d].contains($0) }

    private static func utf16(_ bytes: ArraySlice<UInt8>, little: Bool) -> [UInt8] {
        let raw = Array(bytes)
        let units = stride(from: 0, to: raw.count - 1, by: 2).map { index -> UInt16 in
            let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
            return little ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Windows-1252, also for what calls itself ISO-8859-1 or ASCII.
    private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                let scalar = byte < 0xa0 ? high[Int(byte - 0x80)] : UInt32(byte)
                result.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{fffd}").utf8)
            }
        }
        return result
    }

    /// 0x80 to 0x9f of windows-1252 (WHATWG encoding standard).
    private static let high: [UInt32] = [
        0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
        0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
    ]
}

extension String {
    /// Plain substring search, so that no Foundation is needed.
    func firstRange(of part: String) -> Range<String.Index>? {
        guard let first = part.first else { return nil }
        var at = startIndex
        while let found = self[at...].firstIndex(of: first) {
            if self[found...].hasPrefix(part) { return found..<index(found, offsetBy: part.count) }
            at = index(after: found)
        }
        return nil
    }
}
