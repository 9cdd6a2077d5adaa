/// A table while it is being read.
struct TableFrame: Sendable {
    struct Cell: Sendable {
        var range: Range<Int32>
        var isHeader: Bool
        var span: Int
    }

    var cells: [Cell] = []
    var caption: Range<Int32> = 0..<0
    /// Text above each column, repeated for wide headers.
    var header: [Range<Int32>] = []
    var inHead = false
    var inCell = false
    var isLayout = false

    mutating func beginRow() { cells.removeAll() }

    mutating func open(isHeader: Bool, at start: Int32, span: Int) {
        cells.append(Cell(range: start..<start, isHeader: isHeader, span: span))
        inCell = true
    }

    mutating func close(at end: Int32) {
        guard inCell, let last = cells.indices.last else { return }
        cells[last].range = cells[last].range.lowerBound..<max(cells[last].range.lowerBound, end)
        inCell = false
    }

    /// Takes the row as the column headers if it is one: in `thead`, or all `th` before any other row.
    mutating func takeHeader() -> Bool {
        let isHeader = inHead || cells.count > 1 && cells.allSatisfy(\.isHeader)
        guard isHeader else { return false }
        header = cells.flatMap { Array(repeating: $0.range, count: $0.span) }
        cells.removeAll()
        return true
    }

    /// A row of these cells, each with the header above it, empty where there is none.
    func row(_ cells: [Cell]) -> Row {
        var column = 0
        let headers = cells.map { cell in
            defer { column += cell.span }
            return column < header.count ? header[column] : 0..<0
        }
        let hasHeader = (cells.first?.isHeader ?? false) || !header.isEmpty
        return Row(cells: cells.map(\.range), columnHeaders: headers, hasHeader: hasHeader, caption: caption)
    }
}
