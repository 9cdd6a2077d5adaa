import Claims

/// Tells pages from other files, by content first and by name second.
enum Sniffing {
    private static let binaryExtensions: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "svg", "pdf", "zip", "gz", "br", "woff", "woff2", "ttf", "mp4", "mp3", "docx",
        "odt",
        "xlsx", "pptx",
    ]
    private static let otherExtensions: Set<String> = [
        "css", "js", "mjs", "json", "map", "xml", "rss", "csv", "yaml", "yml", "ics", "cdx", "log",
    ]

    static func isBinary(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) { return false }
        return bytes.prefix(1024).contains(0) || bytes.starts(with: Array("%PDF".utf8)) || bytes.starts(with: [0x89, 0x50, 0x4e, 0x47])
    }

    /// The format of a page, or nil for what is no page.
    static func format(_ bytes: [UInt8], file: String, mediaType: String?) -> PageFormat? {
        guard !isBinary(bytes) else { return nil }
        // What was packed is unpacked by now, and a query is no ending.
        let name = String((file.split(separator: "/").last ?? "").prefix { $0 != "?" })
        let ending = Self.ending(name.hasSuffix(".gz") ? String(name.dropLast(3)) : name)
        if let mediaType, !mediaType.hasPrefix("text/"), !mediaType.contains("html") { return nil }
        if ending == "md" || ending == "markdown" { return .markdown }
        if otherExtensions.contains(ending) || binaryExtensions.contains(ending) { return nil }
        if looksLikeHTML(bytes) { return ending == "xhtml" ? .xhtml : .html }
        if ["html", "htm", "php", "asp", "aspx", "jsp"].contains(ending) { return .html }
        if ending == "txt" || mediaType == "text/plain" {
            return ["robots.txt", "humans.txt", "security.txt", "ads.txt"].contains(name) ? nil : .text
        }
        return nil
    }

    /// Beginnings of the tags that only a page has.
    private static let tags: [[UInt8]] = [
        "!doctype html", "html", "head", "body", "title", "h1", "p>", "p ", "div", "article", "section", "main", "table", "ul",
    ].map { Array($0.utf8) }

    private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        var head = Array(bytes.prefix(4096))
        if head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff]) { head.removeAll { $0 == 0 } }
        for at in head.indices where head[at] == UInt8(ascii: "<") {
            if tags.contains(where: { begins(head, at + 1, $0) }) { return true }
        }
        return false
    }

    /// The word, in any case of its letters, stands at a place.
    private static func begins(_ bytes: [UInt8], _ start: Int, _ word: [UInt8]) -> Bool {
        guard start + word.count <= bytes.count else { return false }
        for index in word.indices {
            let byte = bytes[start + index]
            guard (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) == word[index] else { return false }
        }
        return true
    }

    /// What an unread file is, for a person.
    static func description(_ bytes: [UInt8], file: String) -> String {
        let ending = Self.ending(file.split(separator: "/").last.map(String.init) ?? file)
        if bytes.starts(with: Array("%PDF".utf8)) { return "a PDF document" }
        if !ending.isEmpty, ending.count <= 5 { return "a .\(ending) file" }
        return isBinary(bytes) ? "binary data" : "no text that a page would have"
    }

    private static func ending(_ name: String) -> String {
        name.contains(".") ? (name.split(separator: ".").last?.lowercased() ?? "") : ""
    }
}
