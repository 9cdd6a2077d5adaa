import Claims

/// Reads the XML of a DOCX file: runs joined by paragraph, deletions and field codes left out, insertions kept, tables row by row.
struct WordReader: XMLEvents {
    private var writer = ParagraphWriter()
    private let styles: WordStyles
    private var paragraphs: [Paragraph] = []
    private var skipped = 0
    private var isText = false
    private var tables: [Table] = []

    private struct Paragraph {
        var style = ""
        var outline: Int?
        var listLevel: Int?
        var isNumbered: Bool?
        /// The element that was opened for it.
        var element: String?
        var isHidden = false
    }

    private struct Table {
        var hasHeaderRow = false
        var rows = 0
        var isHeader = false
    }

    /// Deleted, moved away, the second copy of a drawing, or a code for Word itself.
    private static let skippedElements: Set<String> = ["del", "moveFrom", "Fallback", "instrText", "delText", "sectPr", "rubyBase"]

    static func read(_ page: Page) -> Document {
        var styles = WordStyles()
        if let part = page.parts.first(where: { $0.name == "word/styles.xml" }) { _ = LibXMLDocuments.parse(part.bytes, into: &styles) }
        var reader = WordReader(styles: styles)
        var isWhole = LibXMLDocuments.parse(page.bytes, into: &reader)
        for name in ["word/footnotes.xml", "word/endnotes.xml"] {
            guard let part = page.parts.first(where: { $0.name == name }) else { continue }
            reader.writer.lists(0)
            isWhole = LibXMLDocuments.parse(part.bytes, into: &reader) && isWhole
        }
        var document = reader.writer.document()
        if !isWhole { document.notes.append(.broken) }
        return document
    }

    private init(styles: WordStyles) { self.styles = styles }

    mutating func start(_ element: XMLElement, at place: SourcePlace) {
        let isSeparator = (element.name == "footnote" || element.name == "endnote") && element["type"] != nil
        if skipped > 0 || isSeparator || Self.skippedElements.contains(element.name) {
            skipped += 1
            return
        }
        switch element.name {
        case "p": paragraphs.append(Paragraph())
        case "t": isText = true
        case "tab", "br", "cr": if paragraphs.last?.element != nil { writer.space() }
        case "noBreakHyphen": take(Array("-".utf8))
        case "tbl": startTable()
        case "tr": startRow()
        case "tc": writer.open(tables.last?.isHeader ?? false ? "th" : "td")
        default: takeProperty(element)
        }
    }

    mutating func text(_ bytes: [UInt8], end: Int) { if isText, skipped == 0 { take(bytes) } }

    mutating func end(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "p": endParagraph()
        case "t": isText = false
        case "r": if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].isHidden = false }
        case "tc":
            writer.close("td")
            writer.close("th")
        case "tr": writer.close("tr")
        case "tbl":
            writer.close("table")
            _ = tables.popLast()
        default: break
        }
    }

    private mutating func takeProperty(_ element: XMLElement) {
        if element.name == "tblLook", !tables.isEmpty {
            let flags =
                element["firstRow"].map { $0 == "1" } ?? (element["val"].flatMap { Int($0, radix: 16) }.map { $0 & 0x20 != 0 } ?? false)
            tables[tables.count - 1].hasHeaderRow = flags
        } else if element.name == "tblHeader", element.isOn, !tables.isEmpty {
            tables[tables.count - 1].isHeader = true
        }
        guard !paragraphs.isEmpty else { return }
        let index = paragraphs.count - 1
        switch element.name {
        case "pStyle": paragraphs[index].style = element["val"] ?? ""
        case "outlineLvl": paragraphs[index].outline = element["val"].flatMap { Int($0) }.flatMap { $0 < 9 ? $0 + 1 : nil }
        case "ilvl": paragraphs[index].listLevel = element["val"].flatMap { Int($0) }
        case "numId": paragraphs[index].isNumbered = element["val"] != "0"
        case "vanish": paragraphs[index].isHidden = element.isOn
        default: break
        }
    }

    private mutating func startTable() {
        if tables.isEmpty { writer.lists(0) }
        tables.append(Table())
        writer.open("table")
    }

    private mutating func startRow() {
        guard !tables.isEmpty else { return }
        let index = tables.count - 1
        tables[index].isHeader = tables[index].hasHeaderRow && tables[index].rows == 0
        tables[index].rows += 1
        writer.open("tr")
    }

    /// The properties of a paragraph stand in front of its text, so it opens with its first text.
    private mutating func take(_ bytes: [UInt8]) {
        guard let paragraph = paragraphs.last, !paragraph.isHidden, !styles.isContents(paragraph.style) else { return }
        if paragraph.element == nil { open(paragraph) }
        writer.text(bytes)
        if styles.isTitle(paragraph.style), tables.isEmpty { writer.title = (writer.title ?? "") + String(decoding: bytes, as: UTF8.self) }
    }

    private mutating func open(_ paragraph: Paragraph) {
        let level = paragraph.outline ?? styles.level(paragraph.style) ?? (styles.isTitle(paragraph.style) ? 1 : nil)
        let depth = paragraph.isNumbered.map { $0 ? (paragraph.listLevel ?? 0) + 1 : 0 } ?? styles.listDepth(paragraph.style) ?? 0
        let element = level.map { "h\(min($0, 6))" } ?? (depth > 0 && tables.isEmpty ? "li" : "p")
        if tables.isEmpty { writer.lists(element == "li" ? depth : 0) }
        writer.open(element)
        paragraphs[paragraphs.count - 1].element = element
    }

    private mutating func endParagraph() {
        if let element = paragraphs.popLast()?.element { writer.close(element) }
        // In a cell the next paragraph goes on in the same row.
        if !tables.isEmpty { writer.space() }
        writer.endLine()
    }
}
