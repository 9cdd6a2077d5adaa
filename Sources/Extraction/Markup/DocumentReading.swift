import Claims

extension Document {
    /// Reads a page of any format into flat records, into the memory of a document that is not needed any more.
    static func read(_ page: Page, _ parser: LibXML = LibXML(), reusing spare: consuming Document = Document()) -> Document {
        if var document = paragraphs(page) {
            document.charsetFrom = "format"
            return document
        }
        let decoded = Charset.decode(page.bytes, header: page.charset)
        var document: Document
        switch page.format {
        case .html, .xhtml:
            document = markup(decoded.bytes, parser, spare)
        case .docbook: document = TechnicalXML.read(decoded.bytes, .docBook)
        case .dita: document = TechnicalXML.read(decoded.bytes, .dita)
        case .markdown, .text, .docx, .odt, .pdf:
            var reader = PlainReader(source: decoded.bytes, isMarkdown: page.format == .markdown)
            document = reader.read()
        }
        document.charset = decoded.charset
        document.charsetFrom = decoded.from
        return document
    }

    private static func markup(_ source: [UInt8], _ parser: LibXML, _ spare: consuming Document) -> Document {
        if let builder = parser.parse(source, into: MarkupBuilder(source: source, reusing: spare)) { return builder.finished() }
        let cleaned = source.map { Charset.isControl[Int($0)] ? 0x20 : $0 }
        return parser.parse(cleaned, into: MarkupBuilder(source: cleaned), isClean: true)?.finished() ?? Document()
    }

    /// A document without lines of its own, or nil for any other page.
    private static func paragraphs(_ page: Page) -> Document? {
        switch page.format {
        case .docx: WordReader.read(page)
        case .odt: OpenDocumentReader.read(page)
        case .pdf: PDFReader.read(page.bytes)
        default: nil
        }
    }
}
