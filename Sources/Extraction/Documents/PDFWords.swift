/// The words of a PDF document as `pdftotext -tsv` lists them, gathered into lines and blocks.
struct PDFWords {
    struct Line {
        var page: Int
        var left = 0.0
        var top = 0.0
        var right = 0.0
        var bottom = 0.0
        var words: [Substring] = []

        var text: String { words.joined(separator: " ") }
        var height: Double { bottom - top }
    }

    /// Lines that the program sees as belonging together, in reading order.
    private(set) var blocks: [[Line]] = []
    private var key: [Substring] = []
    private var lineKey: Substring = ""

    init(_ table: [UInt8]) {
        for row in String(decoding: table, as: UTF8.self).split(separator: "\n") { take(row) }
        blocks.removeAll(where: \.isEmpty)
    }

    /// Columns: level, page, paragraph, block, line, word, left, top, width, height, confidence, text.
    private mutating func take(_ row: Substring) {
        let columns = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
        guard columns.count == 12, columns[0] == "5", let page = Int(columns[1]), let left = Double(columns[6]),
            let top = Double(columns[7]),
            let width = Double(columns[8]), let height = Double(columns[9]), !columns[11].isEmpty
        else { return }
        let block = Array(columns[1...3])
        if block != key {
            blocks.append([])
            (key, lineKey) = (block, "")
        }
        if columns[4] != lineKey || blocks[blocks.count - 1].isEmpty {
            blocks[blocks.count - 1].append(Line(page: page, left: left, top: top))
            lineKey = columns[4]
        }
        let (blockIndex, lineIndex) = (blocks.count - 1, blocks[blocks.count - 1].count - 1)
        blocks[blockIndex][lineIndex].words.append(columns[11])
        blocks[blockIndex][lineIndex].right = max(blocks[blockIndex][lineIndex].right, left + width)
        blocks[blockIndex][lineIndex].bottom = max(blocks[blockIndex][lineIndex].bottom, top + height)
    }

    /// The height of most words: what stands higher is a heading.
    var usualHeight: Double {
        var counts: [Double: Int] = [:]
        for line in blocks.joined() { counts[(line.height * 2).rounded() / 2, default: 0] += line.words.count }
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    }
}
