import Claims

/// Reads Markdown and plain text, keeping offsets. A small block reader: front matter, headings, lists, tables, comments, code.
struct PlainReader {
    let source: [UInt8]
    let isMarkdown: Bool
    var document = Document()
    private var headings: [(level: UInt8, block: Int32)] = []
    private var paragraph: [Line] = []
    private var lists: [(indent: Int, leadIn: Int32)] = []
    private var header: [Range<Int32>] = []
    private var inCode = false
    /// Offset of the open comment.
    var comment: Int?
    var places = Places()
    /// Texts of inline footnotes, read behind the rest.
    var notes: [Line] = []

    struct Line {
        var start: Int
        var end: Int
    }

    init(source: [UInt8], isMarkdown: Bool) {
        self.source = source
        self.isMarkdown = isMarkdown
        document.source = source
    }

    mutating func read() -> Document {
        var lines = self.lines()
        if isMarkdown { lines = withoutFrontMatter(lines) }
        for (index, line) in lines.enumerated() { take(line, next: index + 1 < lines.count ? lines[index + 1] : nil) }
        flushParagraph()
        for note in notes {
            paragraph = [note]
            flushParagraph()
        }
        document.title = document.title ?? document.firstHeading
        return document
    }

    private func lines() -> [Line] {
        var lines: [Line] = []
        var start = 0
        for index in source.indices where source[index] == 0x0a {
            lines.append(trimmed(Line(start: start, end: index)))
            start = index + 1
        }
        if start < source.count { lines.append(trimmed(Line(start: start, end: source.count))) }
        return lines
    }

    private func trimmed(_ line: Line) -> Line {
        var end = line.end
        while end > line.start, source[end - 1] == 0x0d || source[end - 1] == 0x20 || source[end - 1] == 0x09 { end -= 1 }
        return Line(start: line.start, end: end)
    }

    private func text(_ line: Line) -> String { String(decoding: source[line.start..<line.end], as: UTF8.self) }

    private mutating func withoutFrontMatter(_ lines: [Line]) -> [Line] {
        guard let first = lines.first, text(first) == "---",
            let end = lines.dropFirst().firstIndex(where: { text($0) == "---" || text($0) == "..." })
        else { return lines }
        for line in lines[1..<end] { takeProperty(text(line)) }
        return Array(lines[(end + 1)...])
    }

    /// `title: …` and `lang: …` of the front matter; the rest of it is for machines.
    private mutating func takeProperty(_ line: String) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].filter { $0 != "\"" && $0 != "'" }.split(separator: " ").joined(separator: " ")
        switch line[..<colon] {
        case "title" where !value.isEmpty: document.title = value
        case "lang", "language": document.language = value.lowercased().prefix { $0.isLetter }.description
        default: break
        }
    }

    // MARK: lines

    private mutating func take(_ line: Line, next: Line?) {
        let text = self.text(line)
        let bare = text.drop { $0 == " " || $0 == "\t" }
        if isMarkdown, bare.hasPrefix("```") || bare.hasPrefix("~~~") {
            flushParagraph()
            inCode.toggle()
            return
        }
        if inCode { return }
        if isMarkdown, skipComment(line, bare) { return }
        if bare.isEmpty {
            flushParagraph()
            header = []
            return
        }
        if isMarkdown, let level = headingLevel(bare) {
            return takeHeading(withoutAttributes(line), level: level, skip: text.utf8.count - bare.utf8.count + level)
        }
        if let next, isUnderline(self.text(next)), paragraph.isEmpty {
            return takeHeading(line, level: self.text(next).first == "=" ? 1 : 2, skip: 0)
        }
        if isUnderline(text) { return }
        if isMarkdown, bare.hasPrefix("|") || bare.contains(" | ") { return takeRow(line, next: next) }
        if let width = listMarker(bare) { return takeItem(line, indent: text.utf8.count - bare.utf8.count, width: width) }
        if isMarkdown, bare.hasPrefix(">") { return }
        if !isMarkdown, paragraph.isEmpty, isPlainHeading(text, next: next) { return takeHeading(line, level: 2, skip: 0) }
        if !isMarkdown, bare.hasPrefix("Artikel ") || bare.hasPrefix("Article "), paragraph.isEmpty, text.count < 70 {
            return takeHeading(line, level: 2, skip: 0)
        }
        paragraph.append(line)
    }

    /// Comments that begin with a line; what follows one on its last line is read.
    private mutating func skipComment(_ line: Line, _ bare: Substring) -> Bool {
        let isOpen = comment != nil
        guard isOpen || bare.hasPrefix("<!--") else { return false }
        let start = comment ?? line.end - bare.utf8.count
        comment = start
        guard let end = commentEnd(from: isOpen ? line.start : start + 4, line.end) else { return true }
        comment = nil
        if !isOpen, end < line.end { return false }
        note(comment: start..<end)
        return true
    }

    func commentEnd(from start: Int, _ end: Int) -> Int? {
        (start..<max(start, end - 2)).first { source[$0..<($0 + 3)].elementsEqual(Array("-->".utf8)) }.map { $0 + 3 }
    }

    mutating func note(comment range: Range<Int>) {
        let words = source[range].dropFirst(4).dropLast(3)
        guard words.count < 4096, SuppressionWords.isOne(words) else { return }
        document.addSuppression(comment: String(decoding: words, as: UTF8.self), start: range.lowerBound, end: range.upperBound)
    }

    private func headingLevel(_ bare: Substring) -> Int? {
        let level = bare.prefix { $0 == "#" }.count
        return (1...6).contains(level) && bare.dropFirst(level).first == " " ? level : nil
    }

    /// A heading without the `{#name .class}` and the closing `##` that may stand behind it.
    private func withoutAttributes(_ line: Line) -> Line {
        var end = line.end
        if end > line.start, source[end - 1] == UInt8(ascii: "}"), let open = source[line.start..<end].lastIndex(of: UInt8(ascii: "{")),
            open + 1 < end, source[open + 1] == UInt8(ascii: "#") || source[open + 1] == UInt8(ascii: ".")
        {
            end = open
        }
        while end > line.start, source[end - 1] == UInt8(ascii: "#") || source[end - 1] == 0x20 { end -= 1 }
        return Line(start: line.start, end: end)
    }

    private func isUnderline(_ text: String) -> Bool {
        text.count >= 3 && (text.allSatisfy { $0 == "=" } || text.allSatisfy { $0 == "-" })
    }

    /// In plain text a short line of its own, in capitals or numbered, without a full stop.
    private func isPlainHeading(_ text: String, next: Line?) -> Bool {
        guard text.count < 80, !text.hasSuffix("."), !text.hasSuffix(","), !text.hasSuffix(";"), next.map({ self.text($0).isEmpty }) ?? true
        else { return false }
        let letters = text.filter(\.isLetter)
        if letters.count > 3, letters.allSatisfy(\.isUppercase) { return true }
        return text.first?.isNumber ?? false || text.split(separator: " ").count <= 6
    }

    /// Width of a list marker with its space: `- `, `* `, `1. `, `a) `.
    private func listMarker(_ bare: Substring) -> Int? {
        guard let first = bare.first else { return nil }
        if "-*+•".contains(first), bare.dropFirst().first == " " { return first.utf8.count + 1 }
        let digits = bare.prefix { $0.isNumber }
        guard isMarkdown || !digits.isEmpty && digits.count < 3 else { return nil }
        let rest = bare.dropFirst(digits.count)
        guard !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first == " " else { return nil }
        return isMarkdown || sign == ")" ? digits.utf8.count + 2 : nil
    }

    // MARK: blocks

    private mutating func takeHeading(_ line: Line, level: Int, skip: Int) {
        flushParagraph()
        let range = append([Line(start: line.start + skip, end: line.end)])
        guard !range.isEmpty else { return }
        while let last = headings.last, last.level >= level { headings.removeLast() }
        var block = Block(kind: .heading, region: .main, text: range)
        block.level = UInt8(level)
        block.heading = headings.last?.block ?? -1
        headings.append((UInt8(level), Int32(document.blocks.count)))
        document.blocks.append(block)
        document.coverNext()
        lists = []
    }

    private mutating func takeItem(_ line: Line, indent: Int, width: Int) {
        let before = document.blocks.count
        flushParagraph()
        while let last = lists.last, last.indent > indent { lists.removeLast() }
        if lists.last?.indent != indent {
            let introduces =
                document.blocks.last.map { $0.kind == .paragraph || $0.kind == .item && before == document.blocks.count } ?? false
            lists.append((indent, introduces ? Int32(document.blocks.count - 1) : -1))
        }
        itemLeadIn = lists.last?.leadIn ?? -1
        paragraph = [Line(start: line.start + indent + width, end: line.end)]
    }

    /// Lead-in of the item that is being read, or nil outside items.
    private var itemLeadIn: Int32?

    private mutating func flushParagraph() {
        guard !paragraph.isEmpty else { return }
        let range = append(paragraph)
        paragraph = []
        var block = Block(kind: itemLeadIn == nil ? .paragraph : .item, region: .main, text: range)
        block.heading = headings.last?.block ?? -1
        block.leadIn = itemLeadIn ?? -1
        if itemLeadIn == nil { lists = [] }
        itemLeadIn = nil
        guard !range.isEmpty else { return }
        document.blocks.append(block)
        document.coverNext()
    }

    private mutating func takeRow(_ line: Line, next: Line?) {
        flushParagraph()
        let text = self.text(line)
        if text.allSatisfy({ "|-: ".contains($0) }) { return }
        var cells: [Range<Int32>] = []
        var start = line.start
        let blockStart = Int32(document.text.count)
        for index in line.start...line.end where index == line.end || source[index] == 0x7c {
            let cell = Line(start: start, end: index)
            start = index + 1
            if source[cell.start..<cell.end].allSatisfy({ $0 == 0x20 }), cells.isEmpty || index == line.end { continue }
            if !cells.isEmpty { document.text.append(contentsOf: " | ".utf8) }
            cells.append(append([cell], ends: false))
        }
        document.text.append(0x0a)
        let isHeader = next.map { self.text($0).contains("-") && self.text($0).allSatisfy { "|-: ".contains($0) } } ?? false
        if isHeader {
            header = cells
            return
        }
        guard let last = cells.last else { return }
        var block = Block(kind: .row, region: .main, text: blockStart..<last.upperBound)
        let headers = cells.indices.map { $0 < header.count ? header[$0] : 0..<0 }
        block.details = Int32(document.rows.count)
        document.rows.append(Row(cells: cells, columnHeaders: headers, hasHeader: !header.isEmpty))
        block.heading = headings.last?.block ?? -1
        document.blocks.append(block)
        document.coverNext()
    }

    /// Appends lines joined by spaces, inline marks taken out.
    private mutating func append(_ lines: [Line], ends: Bool = true) -> Range<Int32> {
        let start = document.text.count
        for line in lines { appendLine(line, isFirst: document.text.count == start) }
        while document.text.count > start, document.text.last == 0x20 { document.text.removeLast() }
        let range = Int32(start)..<Int32(document.text.count)
        if ends { document.text.append(0x0a) }
        return range
    }

    private mutating func appendLine(_ line: Line, isFirst: Bool) {
        var at = line.start
        while at < line.end, source[at] == 0x20 || source[at] == 0x09 { at += 1 }
        if !isFirst, document.text.last != 0x20 { document.text.append(0x20) }
        var needsSegment = true
        while at < line.end {
            if isMarkdown, let next = inlineEnd(at, line.end) {
                at = next
                needsSegment = true
                continue
            }
            if source[at] == 0x20, document.text.last.map({ $0 == 0x20 || $0 == 0x0a }) ?? true {
                at += 1
                needsSegment = true
                continue
            }
            if needsSegment { document.segments.append(Segment(text: Int32(document.text.count), source: Int32(at), atomic: false)) }
            needsSegment = false
            document.text.append(source[at])
            at += 1
        }
    }
}
