import Claims

/// The running block: its text, its end, and what it is.
extension MarkupBuilder {
    /// Words of the running block so far.
    var words: Int { document.text.count > Int(pendingStart) ? spaces + (endsInSpace ? 0 : 1) : 0 }

    // MARK: text

    mutating func append<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, source: Int, atomic: Bool) where Bytes.Index == Int {
        var first = 0
        while first < bytes.count, isSpace(bytes[first]) { first += 1 }
        if first > 0 { space(source: source) }
        guard first < bytes.count else { return }
        if breaks > 0 { endLine(before: bytes[first]) }
        document.segments.append(
            Segment(text: Int32(document.text.count), source: Int32(atomic ? source : source + first), atomic: atomic))
        collapse(bytes, from: first)
    }

    /// Adds a text that begins with a word; white space in it becomes one space.
    private mutating func collapse<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, from first: Int) where Bytes.Index == Int {
        var at = first
        while at < bytes.count {
            let run = Self.run(bytes, from: at)
            document.text.append(contentsOf: bytes[at..<run.end])
            spaces += run.spaces
            at = run.end
            while at < bytes.count, isSpace(bytes[at]) { at += 1 }
            guard at > run.end, document.text.last != 0x20 else { continue }
            document.text.append(0x20)
            spaces += 1
        }
        endsInSpace = document.text.last == 0x20
    }

    /// The end of a run of words with single spaces between them, which stays as it is, and the number of its spaces.
    private static func run<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes, from start: Int
    ) -> (end: Int, spaces: Int) where Bytes.Index == Int {
        var (at, spaces, wasSpace) = (start, 0, UInt8(0))
        while at < bytes.count {
            let byte = bytes[at]
            // Sums instead of branches: the end of a word is what no processor foresees.
            let space: UInt8 = byte == 0x20 ? 1 : 0
            let control: UInt8 = byte < 0x20 ? 1 : 0
            if control | space & wasSpace != 0, isSpace(byte) { break }
            spaces += Int(space)
            (wasSpace, at) = (space, at + 1)
        }
        return (at, spaces)
    }

    /// One space, where the text does not end in one.
    mutating func space(source: Int? = nil) {
        guard !endsInSpace else { return }
        if let source { document.segments.append(Segment(text: Int32(document.text.count), source: Int32(source), atomic: true)) }
        document.text.append(0x20)
        (endsInSpace, spaces) = (true, spaces + 1)
    }

    /// Decides what line breaks before a text mean: the end of a block, or only of a line, in which case the sentence goes on.
    private mutating func endLine(before next: UInt8) {
        let count = breaks
        breaks = 0
        var last = document.text.count - 1
        while last >= Int(pendingStart), document.text[last] == 0x20 { last -= 1 }
        guard last >= Int(pendingStart) else { return }
        let ends = document.text[last]
        let goesOn = next >= 0x61 && next <= 0x7a && ends != 0x2e && ends != 0x21 && ends != 0x3f && ends != 0x3a && ends != 0x3b
        if frames.last?.holder == .heading || count == 1 && (words < 4 || goesOn || ends == 0x2c) { space() } else { flush() }
    }

    // MARK: blocks

    /// Ends the running block and records it.
    mutating func flush() {
        let range = pending()
        if !range.isEmpty {
            record(range)
            document.coverNext()
        }
        beginBlock()
        guard !deferred.isEmpty else { return }
        let waiting = deferred
        deferred = []
        for item in waiting { emit(item) }
    }

    /// The text of the running block, without space at its end.
    func pending() -> Range<Int32> {
        var end = document.text.count
        while end > Int(pendingStart), document.text[end - 1] == 0x20 { end -= 1 }
        return pendingStart..<Int32(end)
    }

    mutating func beginBlock() {
        if let last = document.text.last, last != 0x0a { document.text.append(0x0a) }
        pendingStart = Int32(document.text.count)
        (endsInSpace, spaces, breaks) = (true, 0, 0)
    }

    private mutating func record(_ range: Range<Int32>) {
        var block = Block(kind: .paragraph, region: .main, text: range)
        guard let frame = frames.last else { return document.blocks.append(block) }
        block.region = frame.region
        block.language = frame.language
        block.heading = headings.last?.block ?? -1
        classify(&block, frame)
        document.blocks.append(block)
    }

    private mutating func classify(_ block: inout Block, _ frame: Frame) {
        if frame.element == .title {
            block.kind = .title
            document.title = document.title ?? document.line(Int(block.text.lowerBound)..<Int(block.text.upperBound))
            return
        }
        switch frame.holder {
        case .heading:
            block.kind = .heading
            block.level = frame.holderLevel
            place(&block)
        case .item where !lists.isEmpty && !frame.inCell:
            block.kind = .item
            block.level = UInt8(min(lists.count, 255))
            block.leadIn = lists.last ?? -1
        case .term:
            block.kind = .term
            lastTerm = Int32(document.blocks.count)
        case .definition:
            block.kind = .item
            block.leadIn = lastTerm
        case .button: block.kind = .button
        default: break
        }
    }

    /// Finds a heading's own heading and makes it the current one.
    private mutating func place(_ block: inout Block) {
        guard block.region == .main || block.region == .quotation else { return }
        while let last = headings.last, last.level >= block.level { headings.removeLast() }
        block.heading = headings.last?.block ?? -1
        headings.append((block.level, Int32(document.blocks.count)))
    }

    /// The block that introduces a list: directly before, and no full sentence of its own.
    func leadIn() -> Int32 {
        guard let last = document.blocks.last, last.region == (frames.last?.region ?? .main), !last.text.isEmpty,
            last.kind == .paragraph || last.kind == .item
        else { return -1 }
        let end = document.text[Int(last.text.upperBound) - 1]
        if end == 0x2e || end == 0x21 || end == 0x3f { return -1 }
        return Int32(document.blocks.count - 1)
    }

    /// Adds a text that stands in an attribute or a script as a block. Where it is written as it reads, its words have places of their own.
    private mutating func emit(_ item: Deferred) {
        let words = Array(item.text.utf8.split(whereSeparator: isSpace).joined(separator: [0x20]))
        guard !words.isEmpty else { return }
        let start = Int32(document.text.count)
        let isPlain = item.property == nil && document.source[min(item.source, document.source.count)...].starts(with: words)
        document.segments.append(Segment(text: start, source: Int32(item.source), atomic: !isPlain))
        document.text.append(contentsOf: words)
        var block = Block(kind: item.kind, region: .main, text: start..<Int32(document.text.count))
        if let property = item.property {
            block.details = Int32(document.properties.count)
            document.properties.append(property)
        }
        document.blocks.append(block)
        document.coverNext()
        beginBlock()
    }
}
