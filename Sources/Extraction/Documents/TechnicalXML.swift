import Claims

/// Reads DocBook and DITA by the HTML elements that theirs stand for. Lines and columns are those of the file.
struct TechnicalXML: XMLEvents {
    private var builder: MarkupBuilder
    /// Open elements with the HTML element that each opened.
    private var open: [(name: String, element: String?)] = []
    private var sections = 0
    private var skipped = 0
    private var noteDepth = 0
    /// Pieces of footnotes, to be read behind the text; nil between two notes.
    private var notes: [(bytes: [UInt8], end: Int)?] = []
    private var unresolved = 0
    private var isInHead = false
    private let names: XMLVocabulary

    private init(_ names: XMLVocabulary, source: [UInt8]) {
        self.names = names
        builder = MarkupBuilder(source: source)
    }

    static func read(_ source: [UInt8], _ names: XMLVocabulary) -> Document {
        var reader = TechnicalXML(names, source: source)
        let isWhole = LibXMLDocuments.parse(source, into: &reader)
        reader.writeNotes()
        let builder = reader.builder
        var document = builder.finished()
        if !isWhole { document.notes.append(.broken) }
        if reader.unresolved > 0 { document.notes.append(.unresolved(reader.unresolved)) }
        document.title = document.title ?? document.firstHeading
        return document
    }

    mutating func start(_ element: XMLElement, at place: SourcePlace) {
        let isDeleted = element["revisionflag"] == "deleted" || element["rev"] == "deleted" || element["status"] == "deleted"
        if skipped > 0 || isDeleted || names.skipped.contains(element.name) {
            skipped += 1
            return
        }
        if ["conref", "conkeyref", "keyref"].contains(where: { element[$0] != nil }) { unresolved += 1 }
        if names.footnotes.contains(element.name) || noteDepth > 0 {
            if noteDepth == 0 { notes.append(nil) }
            noteDepth += 1
            return
        }
        if names.sections.contains(element.name) { sections += 1 }
        if names.heads.contains(element.name) { isInHead = true }
        let target = self.target(element)
        if let target { start(target, element, place) }
        open.append((element.name, target))
    }

    mutating func text(_ bytes: [UInt8], end: Int) {
        guard skipped == 0 else { return }
        if noteDepth > 0 { notes.append((bytes, end)) } else { builder.text(bytes, end: end) }
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
        guard let last = open.popLast() else { return }
        if let element = last.element { builder.end(nameHash(element.utf8)) }
        if names.sections.contains(last.name) { sections -= 1 }
        if names.heads.contains(last.name) { isInHead = false }
    }

    private mutating func start(_ target: String, _ element: XMLElement, _ place: SourcePlace) {
        builder.attributes.removeAll()
        let wanted: [(Attribute, String?)] = [
            (.id, element["xml:id"] ?? element["id"]), (.lang, element["xml:lang"] ?? (open.isEmpty ? element["lang"] : nil)),
            (.href, element["href"] ?? element["url"]), (.colspan, nil),
        ]
        for case (let attribute, let value?) in wanted { builder.attributes.append(attribute, Array(value.utf8)) }
        builder.start(nameHash(target.utf8), at: place)
        builder.attributes.removeAll()
    }

    /// The HTML element that stands for one of these, or nil for a wrapper.
    private func target(_ element: XMLElement) -> String? {
        if open.isEmpty { return "html" }
        let parents = open.map(\.name)
        switch element.name {
        case "title":
            if let parent = parents.last, names.tables.contains(parent) { return "caption" }
            return "h\(min(max(sections, 1), 6))"
        case let cell where names.cells.contains(cell): return parents.contains { names.headRows.contains($0) } ? "th" : "td"
        case "listitem" where parents.last == "varlistentry": return "dd"
        case let other: return names.elements[other]
        }
    }

    private mutating func writeNotes() {
        for note in notes {
            if let note {
                builder.text(note.bytes, end: note.end)
            } else {
                builder.end(nameHash("p".utf8))
                builder.start(nameHash("p".utf8), at: SourcePlace(offset: 0, line: 1, column: 1))
            }
        }
        notes = []
    }
}
