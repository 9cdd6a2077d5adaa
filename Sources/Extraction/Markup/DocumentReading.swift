import Claims

extension Document {
    /// Reads a page of any format into flat records.
    static func read(_ page: Page) -> Document {
        let decoded = Charset.decode(page.bytes, header: page.charset)
        var document: Document
        switch page.format {
        case .html, .xhtml:
            var builder = MarkupBuilder()
            builder.document.source = decoded.bytes
            builder = LibXML.parse(decoded.bytes, into: builder)
            builder.finish()
            document = builder.document
            document.placeLinks()
        case .markdown, .text:
            var reader = PlainReader(source: decoded.bytes, isMarkdown: page.format == .markdown)
            document = reader.read()
        }
        document.charset = decoded.charset
        document.charsetFrom = decoded.from
        return document
    }

    /// Links were recorded with their offset as `line`; gives them lines and columns in one walk.
    private mutating func placeLinks() {
        var (line, start, at) = (1, 0, 0)
        for index in links.indices {
            let offset = tagStart(min(links[index].line, source.count))
            if offset < at { (line, start, at) = (1, 0, 0) }
            while at < offset {
                if source[at] == 0x0a { (line, start) = (line + 1, at + 1) }
                at += 1
            }
            var column = 1
            for byte in source[start..<max(start, offset)] where byte & 0xc0 != 0x80 { column += 1 }
            (links[index].line, links[index].column) = (line, column)
        }
    }

    /// The `<` of the tag that ends before an offset.
    private func tagStart(_ offset: Int) -> Int {
        var at = min(offset, source.count) - 1
        while at > 0, offset - at < 4096, source[at] != 0x3c { at -= 1 }
        return max(at, 0)
    }
}
