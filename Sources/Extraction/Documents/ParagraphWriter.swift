/// Writes a document that has no lines of its own into flat records: every paragraph becomes one line of the source, so that a place is
/// the number of a paragraph and the character in it.
struct ParagraphWriter {
    private var builder = MarkupBuilder(source: [])
    private var line = 1
    private var openLists = 0
    /// Title of the document, where one is marked as such.
    var title: String?

    /// Opens an HTML element of this name.
    mutating func open(_ name: String) {
        builder.start(nameHash(name.utf8), at: SourcePlace(offset: length, line: line, column: 1))
    }

    /// Bytes written so far.
    var length: Int { builder.document.source.count }

    mutating func close(_ name: String) { builder.end(nameHash(name.utf8)) }

    /// Adds text to the running paragraph.
    mutating func text(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        // A line end inside a paragraph would make two of it.
        builder.document.source += bytes.map { $0 == 0x0a || $0 == 0x0d ? 0x20 : $0 }
        builder.text(bytes, end: length)
    }

    mutating func space() { text([0x20]) }

    /// Ends the line that is the paragraph.
    mutating func endLine() {
        builder.document.source.append(0x0a)
        line += 1
    }

    /// Opens or closes lists until so many are open; a list stands inside the item before it.
    mutating func lists(_ depth: Int) {
        while openLists < min(depth, 9) {
            open("ul")
            openLists += 1
        }
        while openLists > depth {
            close("ul")
            openLists -= 1
        }
    }

    /// The records of all that was written.
    mutating func document() -> Document {
        lists(0)
        var document = builder.finished()
        document.title = title ?? document.firstHeading
        return document
    }
}
