import Claims

/// A link to the live page, at the sentence itself where the browser knows text fragments.
/// Only `http` and `https` become links: an address comes from the crawl, and may be anything.
struct Address {
    let text: String

    init?(_ url: String?, quote: String) {
        guard let url, Self.isWeb(url) else { return nil }
        let base = url.prefix { $0 != "#" }
        let fragment = Self.fragment(quote)
        text = fragment.isEmpty ? String(base) : base + "#:~:text=" + fragment
    }

    static func isWeb(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return false }
        return url.unicodeScalars.allSatisfy { $0.value > 0x20 && HTML.isText($0) && $0 != "\"" && $0 != "<" && $0 != ">" && $0 != "\\" }
    }

    /// At most 90 characters whole; else the first four and the last four words. A quote that runs over cells or blocks is
    /// not one run of text on the page, so only its first part is named.
    private static func fragment(_ quote: String) -> String {
        let part = quote.split(separator: " | ").first ?? ""
        let words = part.split(whereSeparator: \.isWhitespace)
        let whole = words.joined(separator: " ")
        guard whole.count > 90, words.count > 8 else { return escape(whole) }
        return escape(words.prefix(4).joined(separator: " ")) + "," + escape(words.suffix(4).joined(separator: " "))
    }

    /// Per cent, with `-`, `,` and `&` as well, which mean something inside a text fragment.
    private static func escape(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count == 1 ? "0" + hex : hex)
            }
        }
        return result
    }
}
