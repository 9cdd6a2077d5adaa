/// Cells and rows of tables.
extension MarkupBuilder {
    mutating func beginCell(_ isHeader: Bool, span: Int) {
        guard !tables.isEmpty else { return }
        let index = tables.count - 1
        if tables[index].isLayout { return flush() }
        if tables[index].cells.isEmpty {
            flush()
        } else {
            trimSpace()
            document.text.append(contentsOf: " | ".utf8)
        }
        (endsInSpace, breaks) = (true, 0)
        tables[index].open(isHeader: isHeader, at: Int32(document.text.count), span: min(max(span, 1), 50))
    }

    mutating func endCell() {
        guard !tables.isEmpty else { return }
        if tables[tables.count - 1].isLayout { return flush() }
        trimSpace()
        tables[tables.count - 1].close(at: Int32(document.text.count))
    }

    private mutating func trimSpace() {
        while document.text.last == 0x20, document.text.count > Int(pendingStart) { document.text.removeLast() }
    }

    /// A cell that holds a heading or a table is layout, and so is its whole table.
    mutating func leaveCellAsBlock() {
        tables[tables.count - 1].isLayout = true
        tables[tables.count - 1].cells.removeAll()
        flush()
    }

    mutating func closeCaption() {
        let range = pending()
        if !tables.isEmpty { tables[tables.count - 1].caption = range }
        flush()
    }

    mutating func endRow() {
        guard let table = tables.last, !table.isLayout else { return }
        let index = tables.count - 1
        if table.inCell { endCell() }
        let cells = tables[index].cells
        guard let first = cells.first, let last = cells.last else { return }
        if tables[index].takeHeader() { return beginBlock() }
        let text = first.range.lowerBound..<last.range.upperBound
        if !text.isEmpty { recordRow(tables[index].row(cells), text) }
        tables[index].cells.removeAll()
        beginBlock()
    }

    private mutating func recordRow(_ row: Row, _ text: Range<Int32>) {
        var block = Block(kind: row.cells.count == 1 ? .paragraph : .row, region: frames.last?.region ?? .main, text: text)
        block.language = frames.last?.language ?? .none
        block.heading = headings.last?.block ?? -1
        if block.kind == .row {
            block.details = Int32(document.rows.count)
            document.rows.append(row)
        }
        document.blocks.append(block)
        document.coverNext()
    }
}
