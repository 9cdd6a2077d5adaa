/// Text of the crawl in GitHub Flavored Markdown: it makes no markup, link, mention or table cell of its own.
enum MarkdownText {
    static func plain(_ text: String) -> String {
        Plain.text(text).escaping(signs)
    }

    /// In curly quotes, shortened as on a terminal.
    static func quote(_ text: String) -> String {
        let quote = Plain.quote(text)
        return "“" + String(quote.dropFirst().dropLast()).escaping(signs) + "”"
    }

    /// A table, or nothing where it has no rows. Cells are Markdown.
    static func table(_ head: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() + "\n"
    }

    /// A word joiner after `@` keeps it from being a mention or an address; a backslash keeps the rest from being markup.
    private static let signs: [Unicode.Scalar: String] = [
        "\\": "\\\\", "`": "\\`", "*": "\\*", "_": "\\_", "{": "\\{", "}": "\\}", "[": "\\[", "]": "\\]", "<": "\\<", ">": "\\>",
        "#": "\\#",
        "|": "\\|", "~": "\\~", "&": "\\&", ":": "\\:", "$": "\\$", "!": "\\!", ".": "\\.", "@": "@\u{2060}",
    ]
}
