/// What the styles of a DOCX file mean. Their identifiers are translated by each Word (`Kop1`), their names are not (`heading 1`).
struct WordStyles: XMLEvents {
    struct Style {
        var name = ""
        var base: String?
        /// 1 to 9 for a heading.
        var level: Int?
        var listDepth: Int?
    }

    private var styles: [String: Style] = [:]
    private var current: String?

    mutating func start(_ element: XMLElement, at place: SourcePlace) {
        if element.name == "style" {
            current = element["styleId"]
            if let current { styles[current] = Style() }
            return
        }
        guard let current else { return }
        switch element.name {
        case "name": styles[current]?.name = element["val"]?.lowercased() ?? ""
        case "basedOn": styles[current]?.base = element["val"]
        case "outlineLvl": styles[current]?.level = element["val"].flatMap { Int($0) }.flatMap { $0 < 9 ? $0 + 1 : nil }
        case "numId": styles[current]?.listDepth = element["val"] == "0" ? nil : 1
        default: break
        }
    }

    mutating func text(_ bytes: [UInt8], end: Int) {}

    mutating func end(_ name: String) { if name == "style" { current = nil } }

    /// The level of a heading, through the styles that a style is based on.
    func level(_ id: String) -> Int? {
        first(id) { style in
            if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) { return level }
            return style.level
        } ?? (styles[id] == nil && id.hasPrefix("Heading") ? Int(id.dropFirst(7)) : nil)
    }

    func isTitle(_ id: String) -> Bool { styles[id]?.name == "title" || id == "Title" }

    /// An entry of a table of contents, which repeats the headings.
    func isContents(_ id: String) -> Bool { styles[id]?.name.hasPrefix("toc ") ?? false }

    func listDepth(_ id: String) -> Int? { first(id, \.listDepth) }

    private func first<Value>(_ id: String, _ value: (Style) -> Value?) -> Value? {
        var next: String? = id
        for _ in 0..<16 {
            guard let id = next, let style = styles[id] else { return nil }
            if let found = value(style) { return found }
            next = style.base
        }
        return nil
    }
}
