import RuleBook

/// A piece of a block that is read as text of its own, with what stands above it.
struct Passage {
    /// Range of the document's text.
    var text: Range<Int32>
    /// What is quoted: the whole row for a cell, else nil for the sentence itself.
    var quote: Range<Int32>?
    /// Ranges that stand above it, outermost first.
    var above: [Range<Int32>]
    /// How many of the last of them belong to it closely: the lead-in of its list, the headers of its cell.
    var near = 0
    /// Where in `above` the header of its row stands, for a cell, and what the rows of the table are: the header of the first column.
    var rowHeader: Int?
    var rowKind: Range<Int32>?
    /// The other cells of its row.
    var beside: [Range<Int32>] = []
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
            let near = asked(above: index) + leadIns(of: block)
            return [
                Passage(
                    text: block.text, quote: nil, above: headings + near, near: near.count,
                    isLabel: isLabel(block))
            ]
        }
        return cells(row, of: block, headings + tableLeadIn(index))
    }

    /// The short blocks right before and behind one, where they stand under the same heading.
    func neighbours(of index: Int) -> [Range<Int32>] {
        let heading = document.blocks[index].heading
        var found: [Range<Int32>] = []
        for at in [index - 1, index + 1] where document.blocks.indices.contains(at) {
            let block = document.blocks[at]
            guard block.heading == heading, block.region == .main, block.kind != .heading else { continue }
            if !block.text.isEmpty, block.text.count <= Self.shortBlock { found.append(block.text) }
        }
        return found
    }

    private static let shortBlock = 200

    /// Channels that links open in a sentence; where it has none, those of the row or item that it is a part of.
    func contacts(in sentence: Range<Int32>, of passage: Passage, block: Int) -> [String] {
        let own = contacts(in: sentence)
        if !own.isEmpty { return own }
        let whole = document.blocks[block]
        return whole.kind == .row || whole.kind == .item ? contacts(in: whole.text) : []
    }

    private func contacts(in range: Range<Int32>) -> [String] {
        var at = document.contacts.partitioningIndex { $0.text.upperBound > range.lowerBound }
        var found: [String] = []
        while at < document.contacts.count, document.contacts[at].text.lowerBound < range.upperBound {
            found.append(document.contacts[at].channel)
            at += 1
        }
        return found
    }

    /// The paragraph that ends in a colon right above the rows of a table.
    private func tableLeadIn(_ index: Int) -> [Range<Int32>] {
        var at = index
        while at > 0, document.blocks[at].kind == .row { at -= 1 }
        let block = document.blocks[at]
        return block.kind == .paragraph && block.region == .main && endsInColon(block.text) ? [block.text] : []
    }

    private func endsInColon(_ range: Range<Int32>) -> Bool {
        last(of: range) == UInt8(ascii: ":")
    }

    /// Each cell with the first cell of its row and its column header above it.
    private func cells(_ row: Row, of block: Block, _ headings: [Range<Int32>]) -> [Passage] {
        row.cells.indices.compactMap { cell in
            let text = row.cells[cell]
            guard !text.isEmpty else { return nil }
            var above = headings
            if !row.caption.isEmpty { above.append(row.caption) }
            let rowHeader = cell > 0 && !row.cells[0].isEmpty ? above.count : nil
            if rowHeader != nil { above.append(row.cells[0]) }
            if cell > 1, isName(row.cells[cell - 1]) { above.append(row.cells[cell - 1]) }
            if cell < row.columnHeaders.count, !row.columnHeaders[cell].isEmpty { above.append(row.columnHeaders[cell]) }
            return Passage(
                text: text, quote: block.text, above: above, near: 4, rowHeader: rowHeader, rowKind: row.columnHeaders.first,
                beside: row.cells.indices.filter { $0 != cell }.map { row.cells[$0] }.filter { !$0.isEmpty }, isLabel: cell == 0)
        }
    }

    /// A cell that names what the next one measures: "message | answer | three days".
    private func isName(_ cell: Range<Int32>) -> Bool {
        let text = document.text[Int(cell.lowerBound)..<Int(cell.upperBound)]
        return !text.isEmpty && text.count <= Self.longestLabel && !text.contains { (0x30...0x39).contains($0) }
    }

    private func isLabel(_ block: Block) -> Bool {
        switch block.kind {
        case .heading, .title, .term, .alternative: true
        default: block.region != .main || endsInColon(block.text)
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

/// Questions and labels that stand above a block without being headings: the panels of an accordion, the cards of a page.
extension Surroundings {
    /// How many blocks behind a question still answer it.
    private static let answers = 3
    private static let longestQuestion = 160
    fileprivate static let longestLabel = 40
    private static let longestValue = 60

    /// The question that a block answers, or the label right above a short value; both stand under the same heading as it.
    func asked(above index: Int) -> [Range<Int32>] {
        let block = document.blocks[index]
        guard isPlain(block), last(of: block.text) != UInt8(ascii: "?") else { return [] }
        for at in stride(from: index - 1, through: max(0, index - Self.answers), by: -1) {
            let other = document.blocks[at]
            guard isPlain(other), other.heading == block.heading else { break }
            if last(of: other.text) == UInt8(ascii: "?"), other.text.count <= Self.longestQuestion { return [other.text] }
            if at == index - 1, isLabel(other.text, over: block.text), other.leadIn == block.leadIn { return [other.text] }
        }
        return []
    }

    private func isPlain(_ block: Block) -> Bool { block.region == .main && (block.kind == .paragraph || block.kind == .button) }

    /// Two short pieces without an end: "Delivery time" and "within a day". Longer labels list things: "Telephone or chat".
    private func isLabel(_ label: Range<Int32>, over value: Range<Int32>) -> Bool {
        let signs = Set(".!?:;,".utf8)
        let words = document.text[Int(label.lowerBound)..<Int(label.upperBound)].split(separator: UInt8(ascii: " ")).count
        return words <= 2 && label.count <= Self.longestLabel && value.count <= Self.longestValue
            && [label, value].allSatisfy { text in last(of: text).map { !signs.contains($0) } ?? false }
    }

    fileprivate func last(of range: Range<Int32>) -> UInt8? {
        document.text[Int(range.lowerBound)..<Int(range.upperBound)].last { $0 > 0x20 }
    }
}

extension Array {
    /// The first index whose element passes, where all that follow pass too.
    fileprivate func partitioningIndex(_ passes: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
