import RuleBook

/// A piece of a block that is read as text of its own, with what stands above it.
struct Passage {
    /// Range of the document's text.
    var text: Range<Int32>
    /// What is quoted: the whole row for a cell, else nil for the sentence itself.
    var quote: Range<Int32>?
    /// Ranges that stand above it, outermost first.
    var above: [Range<Int32>]
    /// Header of its row, for a cell.
    var rowHeader: Range<Int32>?
    /// Names what stands below or beside it (a heading, a title, the first cell of a row) and says little by itself.
    var isLabel = false
}

/// Takes a page's blocks apart into passages.
struct Surroundings {
    let document: Document

    func passages(_ index: Int) -> [Passage] {
        let block = document.blocks[index]
        let headings = headings(above: index)
        guard let row = document.row(of: block), row.cells.count > 1 else {
            return [
                Passage(text: block.text, quote: nil, above: headings + leadIns(of: block), rowHeader: nil, isLabel: isLabel(block))
            ]
        }
        return cells(row, of: block, headings)
    }

    /// Each cell with its column header and the first cell of its row above it.
    private func cells(_ row: Row, of block: Block, _ headings: [Range<Int32>]) -> [Passage] {
        row.cells.indices.compactMap { cell in
            let text = row.cells[cell]
            guard !text.isEmpty else { return nil }
            var above = headings
            if !row.caption.isEmpty { above.append(row.caption) }
            if cell < row.columnHeaders.count, !row.columnHeaders[cell].isEmpty { above.append(row.columnHeaders[cell]) }
            if cell > 0, !row.cells[0].isEmpty { above.append(row.cells[0]) }
            return Passage(
                text: text, quote: block.text, above: above, rowHeader: cell > 0 ? row.cells[0] : nil, isLabel: cell == 0)
        }
    }

    private func isLabel(_ block: Block) -> Bool {
        switch block.kind {
        case .heading, .title, .term, .alternative: true
        default: block.region != .main
        }
    }

    private func headings(above index: Int) -> [Range<Int32>] {
        var result: [Range<Int32>] = []
        var at = document.blocks[index].heading
        while at >= 0, result.count < 6 {
            result.append(document.blocks[Int(at)].text)
            at = document.blocks[Int(at)].heading
        }
        return result.reversed()
    }

    /// The lead-in of a list and of the lists around it, outermost first.
    private func leadIns(of block: Block) -> [Range<Int32>] {
        var result: [Range<Int32>] = []
        var at = block.leadIn
        while at >= 0, result.count < 4 {
            result.append(document.blocks[Int(at)].text)
            at = document.blocks[Int(at)].leadIn
        }
        return result.reversed()
    }
}
