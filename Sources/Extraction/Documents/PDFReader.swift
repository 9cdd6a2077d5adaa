/// Reads the words of a PDF document: blocks become paragraphs, larger letters headings, cells that stand in rows a table. Places are the
/// page and the line on it.
struct PDFReader {
    private var writer = ParagraphWriter()
    private let words: PDFWords
    private let usual: Double
    private var page = 0
    private var pageStarts: [Int] = []

    static func read(_ table: [UInt8]) -> Document {
        var reader = PDFReader(words: PDFWords(table))
        reader.write()
        var document = reader.writer.document()
        document.pageStarts = reader.pageStarts
        document.title = document.firstHeading
        return document
    }

    private init(words: PDFWords) {
        self.words = words
        usual = words.usualHeight
    }

    private mutating func write() {
        var index = 0
        while index < words.blocks.count {
            let rows = PDFRows(words.blocks, from: index)
            if rows.count > 1 {
                write(rows)
                index = rows.end
            } else {
                write(words.blocks[index])
                index += 1
            }
        }
    }

    private mutating func write(_ rows: PDFRows) {
        writer.lists(0)
        writer.open("table")
        for (index, row) in rows.rows.enumerated() {
            turn(to: row[0].page)
            writer.open("tr")
            for cell in row {
                writer.open(index == 0 && rows.hasHeader ? "th" : "td")
                writer.text(Array(cell.text.utf8))
                writer.space()
                writer.close(index == 0 && rows.hasHeader ? "th" : "td")
            }
            writer.close("tr")
            writer.endLine()
        }
        writer.close("table")
    }

    /// A block is a heading, a list, or a paragraph.
    private mutating func write(_ block: [PDFWords.Line]) {
        let isHeading = block.count < 4 && block.allSatisfy { $0.height > usual * 1.12 }
        var open: String?
        for (index, line) in block.enumerated() {
            turn(to: line.page)
            let isItem = !isHeading && Self.startsItem(line)
            if isItem || open == nil {
                if let open { writer.close(open) }
                let element = isHeading ? heading(line) : isItem ? "li" : "p"
                writer.lists(isItem ? 1 : 0)
                writer.open(element)
                open = element
            }
            let text = isItem ? line.words.dropFirst().joined(separator: " ") : line.text
            let next = index + 1 < block.count ? block[index + 1] : nil
            writer.text(Array(Self.joined(text, to: next).utf8))
            writer.endLine()
        }
        if let open { writer.close(open) }
    }

    private func heading(_ line: PDFWords.Line) -> String { line.height > usual * 1.7 ? "h1" : line.height > usual * 1.3 ? "h2" : "h3" }

    /// A number or a bullet, and more.
    private static func startsItem(_ line: PDFWords.Line) -> Bool {
        guard line.words.count > 1, let mark = line.words.first else { return false }
        if ["•", "-", "–", "*", "▪", "○", "◦", "·"].contains(mark) { return true }
        let digits = mark.prefix { $0.isNumber }
        return digits.count < 3 && (digits.isEmpty ? mark.count == 2 && mark.first?.isLetter ?? false : true)
            && (mark.dropFirst(max(digits.count, 1)) == "." || mark.dropFirst(max(digits.count, 1)) == ")")
    }

    /// A word that is broken at the line's end is made whole: a hyphen behind a letter, and a small letter on the next line.
    private static func joined(_ text: String, to next: PDFWords.Line?) -> String {
        guard let next else { return text }
        if text.hasSuffix("-"), text.dropLast().last?.isLetter ?? false, next.words.first?.first?.isLowercase ?? false {
            return String(text.dropLast())
        }
        return text + " "
    }

    private mutating func turn(to next: Int) {
        while page < next {
            page += 1
            pageStarts.append(writer.length)
        }
    }
}

/// Blocks of one line each that stand beside each other, row under row: a table. Columns of running text have blocks of many lines.
struct PDFRows {
    private(set) var rows: [[PDFWords.Line]] = []
    /// Index of the first block behind the table.
    private(set) var end: Int

    var count: Int { rows.count }

    /// The first row names the columns: none of its cells has a digit, and one of the later rows has.
    var hasHeader: Bool {
        guard rows.count > 2, let first = rows.first else { return false }
        return !first.contains { $0.text.contains(where: \.isNumber) }
            && rows.dropFirst().contains { $0.contains { $0.text.contains(where: \.isNumber) } }
    }

    init(_ blocks: [[PDFWords.Line]], from start: Int) {
        end = start
        while let row = Self.row(blocks, from: end), rows.isEmpty || row.count == rows[0].count && row[0].page == rows[0][0].page {
            if let above = rows.last, row[0].top <= above[0].top { break }
            rows.append(row)
            end += row.count
        }
    }

    private static func row(_ blocks: [[PDFWords.Line]], from start: Int) -> [PDFWords.Line]? {
        var row: [PDFWords.Line] = []
        var index = start
        while index < blocks.count, blocks[index].count == 1, let line = blocks[index].first {
            if let last = row.last, line.page != last.page || abs(line.top - last.top) > last.height / 2 || line.left < last.right { break }
            row.append(line)
            index += 1
        }
        return row.count > 1 ? row : nil
    }
}
