/// The parts of an address, by plain text: crawled addresses are often no valid URL.
enum Address {
    static func scheme(_ address: String) -> String? {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = address.utf8[..<colon]
        guard name.count > 1, name.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || $0 == 0x2b || $0 == 0x2d || $0 == 0x2e }) else {
            return nil
        }
        return address[..<colon].lowercased()
    }

    static func host(_ url: String) -> String? {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let rest = url.utf8[colon...]
        guard rest.starts(with: "://".utf8) else { return nil }
        let host = rest.dropFirst(3).prefix { $0 != 0x2f && $0 != 0x3f && $0 != 0x23 }
        return host.isEmpty ? nil : String(Substring(host)).lowercased()
    }

    static func path(_ url: String) -> String {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")), url.utf8[colon...].starts(with: "://".utf8) else { return url }
        let rest = url.utf8[colon...].dropFirst(3).drop { $0 != 0x2f }.prefix { $0 != 0x23 && $0 != 0x3f }
        return rest.isEmpty ? "/" : String(Substring(rest))
    }

    static func split(_ href: String) -> (address: String, anchor: String) {
        let first = href.utf8.first ?? 0x20
        let trimmed = first > 0x20 && first < 0x80 ? href : String(href.drop { $0.isWhitespace })
        guard let hash = trimmed.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (trimmed, "") }
        return (String(trimmed[..<hash]), String(trimmed[trimmed.utf8.index(after: hash)...]))
    }

    /// Everything up to the last slash.
    static func folder(_ path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[...slash])
    }

    static func withoutQuery(_ address: String) -> String {
        guard let mark = address.utf8.firstIndex(of: UInt8(ascii: "?")) else { return address }
        return String(address[..<mark])
    }

    /// Dot segments and doubled slashes taken out, percent signs decoded; never climbs above the root.
    static func normalised(_ path: String) -> String { decoded(withoutDots(path)) }

    /// Dot segments and doubled slashes taken out; never climbs above the root.
    static func withoutDots(_ path: String) -> String {
        let slash = UInt8(ascii: "/")
        var bytes = [slash]
        bytes.reserveCapacity(path.utf8.count + 1)
        for byte in path.utf8 {
            if byte == slash { endPart(&bytes) } else { bytes.append(byte) }
        }
        endPart(&bytes)
        if bytes.count > 1, path.utf8.last != slash { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Takes in the part behind the last slash and sets a slash behind it; an empty part and a dot are nothing, two dots go back.
    private static func endPart(_ bytes: inout [UInt8]) {
        let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
        var start = bytes.count
        while bytes[start - 1] != slash { start -= 1 }
        let length = bytes.count - start
        guard length > 0 else { return }
        guard length < 3, bytes[start...].allSatisfy({ $0 == dot }) else { return bytes.append(slash) }
        bytes.removeLast(length)
        guard length == 2, start > 1 else { return }
        repeat { bytes.removeLast() } while bytes.last != slash
    }

    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The names under which one page may be linked: with and without `index.html`, `.html` and the last slash.
    static func variants(_ path: String) -> [String] {
        var bare = path
        for index in ["index.html", "index.htm", "index.php"] where bare.hasSuffix("/" + index) {
            bare = String(bare.dropLast(index.count))
        }
        if bare.utf8.last == UInt8(ascii: "/"), bare.utf8.count > 1 { bare = String(bare.dropLast()) }
        var result = [path, bare]
        for ending in [".html", ".htm"] where bare.hasSuffix(ending) { result.append(String(bare.dropLast(ending.count))) }
        return result
    }

    private static let pageEndings: Set<String> = ["html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "md", "txt"]

    /// A path without an ending, or with one that pages have.
    static func looksLikePage(_ path: String) -> Bool {
        guard let end = path.utf8.lastIndex(where: { $0 != UInt8(ascii: "/") }) else { return true }
        let kept = path.utf8[...end]
        let last = kept.lastIndex(of: UInt8(ascii: "/")).map { kept[kept.index(after: $0)...] } ?? kept
        guard let dot = last.lastIndex(of: UInt8(ascii: ".")) else { return true }
        return pageEndings.contains(String(Substring(last[last.index(after: dot)...])).lowercased())
    }
}
