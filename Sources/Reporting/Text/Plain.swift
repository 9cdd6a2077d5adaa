/// Text of the crawl, made fit for a terminal: one line, and nothing in it that a terminal would obey.
enum Plain {
    /// Quotes are shortened to this many characters; the whole of them is in the other formats.
    static let longestQuote = 240

    /// Line breaks and runs of white space become one space; controls, escapes and marks that turn the direction of reading
    /// are written out as `\u{1b}`.
    static func text(_ text: String) -> String {
        var result = ""
        var space = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                space = !result.isEmpty
                continue
            }
            if space { result += " " }
            space = false
            result += isObeyed(scalar) ? "\\u{" + String(scalar.value, radix: 16) + "}" : String(scalar)
        }
        return result
    }

    /// In straight quotes, shortened in the middle of nothing: at a word's end, with `…`.
    static func quote(_ quote: String) -> String {
        let text = Self.text(quote)
        guard text.count > longestQuote else { return "\"" + text + "\"" }
        let start = text.prefix(longestQuote)
        let cut = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return "\"" + cut + " …\""
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: !isJoiner(scalar)
        default: false
        }
    }

    /// Soft hyphens and the joiners of scripts and emoji change nothing but the look of a word.
    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xad || scalar.value == 0x200c || scalar.value == 0x200d
    }
}
