/// Turns names that crawlers gave to files back into paths of addresses.
enum FileName {
    /// The path and query of an address, without the leading slash, percent-encoded where an address needs it.
    static func path(_ file: String) -> String {
        var parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var name = parts.removeLast()
        var query = ""
        if let mark = queryMark(name) {
            query = "?" + encoded(String(name[name.index(after: mark)...]))
            name = String(name[..<mark])
        }
        if name == "index.html" || name == "index.htm" { name = "" }
        return (parts + [name]).map(encoded).joined(separator: "/") + query
    }

    /// `?` as wget writes it, or `@` where Windows allows no `?` (`contact@taal=en.html`).
    private static func queryMark(_ name: String) -> String.Index? {
        if let mark = name.firstIndex(of: "?") { return mark }
        guard let mark = name.firstIndex(of: "@"), name[mark...].contains("=") else { return nil }
        return mark
    }

    /// Percent-encodes what no address may hold as it is; a `%` that is there already stays.
    private static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var result = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"),
            UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "#"):
            false
        default: byte > 0x20 && byte < 0x7f
        }
    }
}
