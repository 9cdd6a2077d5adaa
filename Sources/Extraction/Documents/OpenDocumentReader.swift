import Claims

/// Reads the text of an ODT file: spans joined, tracked deletions, comments and indexes left out, footnotes behind the text.
struct OpenDocumentReader: XMLEvents {
    private var writer = ParagraphWriter()
    private var open: [String] = []
    private var skipped = 0
    private var isHeaderRow = false
    private var tables = 0
    private var isInBody = false
    /// Depth of the note that is read, and the notes' text so far.
    private var noteDepth = 0
    private var notes: [[UInt8]] = []
    private var isTitle = false

    private static let skippedElements: Set<String> = [
        "tracked-changes", "annotation", "table-of-content", "alphabetical-index", "note-citation", "hidden-text", "hidden-paragraph",
        "sequence-decls", "forms", "bibliography",
    ]

    static func read(_ page: Page) -> Document {
        var reader = OpenDocumentReader()
        let isWhole = LibXMLDocuments.parse(page.bytes, into: &reader)
        reader.writeNotes()
        var document = reader.writer.document()
        if !isWhole { document.notes.append(.broken) }
        return document
    }

    mutating func start(_ element: XMLElement, at place: SourcePlace) {
        if skipped > 0 || Self.skippedElements.contains(element.name) {
            skipped += 1
            return
        }
        if noteDepth > 0 || element.name == "note-body" {
            noteDepth += 1
            if element.name == "note-body" { notes.append([]) }
            return
        }
        switch element.name {
        case "body": isInBody = true
        case "h": begin("h\(min(max(element["outline-level"].flatMap { Int($0) } ?? 1, 1), 6))")
        case "p": beginParagraph(element)
        case "list": writer.open("ul")
        case "list-item", "list-header": writer.open("li")
        case "table":
            tables += 1
            writer.open("table")
        case "table-header-rows": isHeaderRow = true
        case "table-row": writer.open("tr")
        case "table-cell", "covered-table-cell": writer.open(isHeaderRow ? "th" : "td")
        case "s", "tab", "line-break": take([0x20])
        default: break
        }
    }

    mutating func text(_ bytes: [UInt8], end: Int) {
        if skipped == 0, isInBody { take(bytes) }
    }

    mutating func end(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        if noteDepth > 0 {
            noteDepth -= 1
            return
        }
        switch name {
        case "h", "p": finish()
        case "list": writer.close("ul")
        case "list-item", "list-header": writer.close("li")
        case "table":
            tables -= 1
            writer.close("table")
        case "table-header-rows": isHeaderRow = false
        case "table-row": writer.close("tr")
        case "table-cell", "covered-table-cell":
            writer.close("td")
            writer.close("th")
        default: break
        }
    }

    private mutating func beginParagraph(_ element: XMLElement) {
        isTitle = element["style-name"] == "Title" && tables == 0
        begin(isTitle ? "h1" : "p")
    }

    private mutating func begin(_ element: String) {
        writer.open(element)
        open.append(element)
    }

    private mutating func finish() {
        if let element = open.popLast() { writer.close(element) }
        if tables > 0 { writer.space() }
        writer.endLine()
        isTitle = false
    }

    private mutating func take(_ bytes: [UInt8]) {
        if noteDepth > 0 {
            if !notes.isEmpty { notes[notes.count - 1] += bytes }
        } else if !open.isEmpty {
            writer.text(bytes)
            if isTitle { writer.title = (writer.title ?? "") + String(decoding: bytes, as: UTF8.self) }
        }
    }

    private mutating func writeNotes() {
        for note in notes {
            writer.open("p")
            writer.text(note)
            writer.close("p")
            writer.endLine()
        }
        notes = []
    }
}
