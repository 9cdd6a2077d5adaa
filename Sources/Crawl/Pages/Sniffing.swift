import Claims

/// Tells pages from other files, by content first and by name second.
enum Sniffing {
    private static let pictures: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "svg", "woff", "woff2", "ttf", "mp4", "mp3", "zip", "gz", "br", "xlsx", "pptx",
    ]
    private static let data: Set<String> = [
        "css", "js", "mjs", "json", "map", "xml", "rss", "csv", "yaml", "yml", "ics", "cdx", "cdxj", "log",
    ]
    private static let pages: Set<String> = ["html", "htm", "xhtml", "php", "asp", "aspx", "jsp"]
    /// Text for machines.
    private static let machineTexts: Set<String> = ["robots.txt", "humans.txt", "security.txt", "ads.txt", "app-ads.txt", "llms.txt"]

    static let pdf = Array("%PDF-".utf8)
    static let zip = Array("PK\u{3}\u{4}".utf8)

    /// Signatures of what is no text.
    private static let signatures: [(bytes: [UInt8], what: String)] = [
        ([0x89, 0x50, 0x4e, 0x47], "a PNG picture"), ([0xff, 0xd8, 0xff], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"), (Array("wOF".utf8), "a font"),
        ([0xd0, 0xcf, 0x11, 0xe0], "an old Office document"), (Array("{\\rtf".utf8), "an RTF document"),
        (Array("WARC/".utf8), "a WARC file"),
        ([0x28, 0xb5, 0x2f, 0xfd], "zstd data"), (Array("RIFF".utf8), "sound or picture data"),
    ]

    /// The format of a page.
    /// - Throws: `Unread` for what is no page, with what it is.
    static func format(_ bytes: [UInt8], file: String, mediaType: String?) throws(Unread) -> PageFormat {
        if let known = signatures.first(where: { bytes.starts(with: $0.bytes) }) { throw Unread(reason: "binary", detail: known.what) }
        if hasNUL(bytes) { throw Unread(reason: "binary", detail: "binary data") }
        // What was packed is unpacked by now, and a query is no ending.
        let last = file.utf8.split(separator: UInt8(ascii: "/")).last ?? ""[...].utf8
        let name = Substring(last.prefix { $0 != UInt8(ascii: "?") }).lowercased()
        let ending = Self.ending(name.hasSuffix(".gz") ? String(name.dropLast(3)) : name)
        if let format = XMLKind.format(bytes, ending: ending) { return format }
        if let format = text(bytes, name, ending, mediaType) { return format }
        let isNamed = !ending.isEmpty && ending.count <= 5
        throw Unread(reason: "not-a-page", detail: isNamed ? "a .\(ending) file" : mediaType ?? "no text that a page would have")
    }

    private static func text(_ bytes: [UInt8], _ name: String, _ ending: String, _ mediaType: String?) -> PageFormat? {
        if let mediaType, !isPage(mediaType) { return nil }
        if ending == "md" || ending == "markdown" || mediaType == "text/markdown" { return .markdown }
        // What comes through a pipe has no ending; Markdown is text as well.
        if name == StandardInput.name, !looksLikeHTML(bytes) { return .markdown }
        if data.contains(ending) || pictures.contains(ending) { return nil }
        if looksLikeHTML(bytes) { return ending == "xhtml" || mediaType == "application/xhtml+xml" ? .xhtml : .html }
        if pages.contains(ending) || mediaType == "text/html" { return .html }
        return (ending == "txt" || mediaType == "text/plain") && !machineTexts.contains(name) ? .text : nil
    }

    /// A type that no server gives to a page by mistake.
    static func isNeverPage(_ mediaType: String) -> Bool {
        let kinds = ["image/", "video/", "audio/", "font/"]
        return kinds.contains { mediaType.hasPrefix($0) } || ["text/css", "text/javascript", "application/javascript"].contains(mediaType)
    }

    private static func isPage(_ mediaType: String) -> Bool {
        if isNeverPage(mediaType) || ["text/csv", "text/calendar", "text/xml"].contains(mediaType) { return false }
        return mediaType.hasPrefix("text/") || mediaType.contains("html")
            || ["application/octet-stream", "unknown/unknown"].contains(mediaType)
    }

    private static func hasNUL(_ bytes: [UInt8]) -> Bool { !isUTF16(bytes) && bytes.prefix(1024).contains(0) }

    private static func isUTF16(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) }

    /// Beginnings of the tags that only a page has.
    private static let tags: [[UInt8]] = [
        "!doctype html", "html", "head", "body", "title", "h1", "p>", "p ", "div", "article", "section", "main", "table", "ul",
    ].map { Array($0.utf8) }

    static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        isUTF16(bytes) ? hasTag(bytes.prefix(4096).filter { $0 != 0 }) : hasTag(bytes)
    }

    /// A tag of a page begins in the first bytes.
    private static func hasTag(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(4096).indices.contains { at in
            bytes[at] == UInt8(ascii: "<") && tags.contains { bytes.holds($0, at: at + 1) }
        }
    }

    private static func ending(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: ".")) else { return "" }
        return name.utf8.split(separator: UInt8(ascii: ".")).last.map { String(Substring($0)) } ?? ""
    }
}
