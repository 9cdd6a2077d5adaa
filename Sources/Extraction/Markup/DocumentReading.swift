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
            builder = LibXML.parse(decoded.bytes + [0], into: builder)
            builder.finish()
            document = builder.document
        case .markdown, .text:
            var reader = PlainReader(source: decoded.bytes, isMarkdown: page.format == .markdown)
            document = reader.read()
        }
        document.charset = decoded.charset
        document.charsetFrom = decoded.from
        return document
    }
}
