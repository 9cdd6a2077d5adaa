import Claims

/// Turns parser events into the flat records of a document.
///
/// Every event costs the same whatever stands around it: what an element inherits lies in its frame, so nothing is looked for in the
/// stack, and a hostile page takes time in proportion to its length.
struct MarkupBuilder: Sendable {
    var document = Document()
    /// Attributes of the start tag that comes next; the border fills it.
    var attributes = AttributeList()
    var frames: [Frame] = []
    /// Lead-ins of the open lists.
    var lists: [Int32] = []
    var tables: [TableFrame] = []
    var headings: [(level: UInt8, block: Int32)] = []
    var lastTerm: Int32 = -1
    /// Where the running block begins in `Document.text`.
    var pendingStart: Int32 = 0
    /// White space between words of the running block.
    var spaces = 0
    var endsInSpace = true
    /// Line breaks since the last text.
    var breaks = 0
    /// The inline element that ended directly before, or 0.
    var endedInline: UInt64 = 0
    var deferred: [Deferred] = []
    var link: (href: String, text: Int, place: SourcePlace)?
    /// The offset up to which events have come.
    var reached = 0
    /// The content of the open script with data, as a range of the source.
    var script: Range<Int>?

    /// - Parameters:
    ///   - source: Decoded bytes, kept for places.
    ///   - spare: A document that is not needed any more.
    init(source: [UInt8], reusing spare: consuming Document = Document()) {
        document = spare.emptied()
        document.source = source
    }

    /// An open element.
    struct Frame: Sendable {
        var name: UInt64
        var element: Element
        var level: UInt8 = 0
        var region = Region.main
        /// The region was guessed from a class or an identifier.
        var isNamed = false
        var isSkipped = false
        var isData = false
        /// Inside `main`, `article` or `section`.
        var inContent = false
        /// Inside a cell of a table.
        var inCell = false
        /// The nearest heading, item, term, definition or button, and its level.
        var holder = Element.block
        var holderLevel: UInt8 = 0
        var language = LanguageTag.none
        /// Index into `Document.suppressions` of the one on this element, or -1.
        var suppression: Int32 = -1

        /// What a child takes over.
        init(name: UInt64, element: Element, level: UInt8, in parent: Frame?) {
            if let parent { self = parent }
            self.name = name
            self.element = element
            self.level = level
            isData = false
            suppression = -1
        }
    }

    /// Text of an attribute or a script that becomes a block of its own when the running block ends.
    struct Deferred: Sendable {
        var kind: BlockKind
        var text: String
        var source: Int
        var property: Property?
    }

    // MARK: events

    /// A start tag; its attributes are in `attributes`, `place` is where they end.
    mutating func start(_ name: UInt64, at place: SourcePlace) {
        reached = place.offset
        let (element, level) = Element.of(name)
        var frame = Frame(name: name, element: element, level: level, in: frames.last)
        if element == .inline || element == .anchor {
            if endedInline == name, words > 1 { flush() }
        } else if element != .image {
            split(element)
        }
        endedInline = 0
        if !attributes.isEmpty {
            readCommon(&frame, place.offset)
            readIgnore(&frame, place)
        }
        open(element, &frame, place)
        if !element.isVoid { frames.append(frame) }
    }

    /// An end tag that was read, or that the parser put in, at an offset.
    mutating func end(_ name: UInt64, at offset: Int = 0) {
        reached = max(reached, offset)
        guard let last = frames.last else { return }
        if last.name != name {
            guard !Element.of(name).element.isVoid, let index = frames.lastIndex(where: { $0.name == name }) else { return }
            while frames.count > index + 1 { close() }
        }
        close()
    }

    /// Characters as the parser resolved them, from index 0 on; `end` is the offset in the source after them.
    mutating func text<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, end: Int) where Bytes.Index == Int {
        guard let frame = frames.last, !frame.isSkipped, bytes.count > 0 else { return }
        // Most pieces of a page are line ends between its tags.
        if endsInSpace, bytes.allSatisfy(isSpace) {
            endedInline = 0
            return
        }
        if let start = literal(bytes, end: end) {
            append(bytes, source: start, atomic: false)
        } else {
            append(bytes, source: entityStart(end), atomic: true)
        }
        endedInline = 0
    }

    /// Script and style content, in pieces; `end` is right for the last of them.
    mutating func raw(end: Int) {
        guard frames.last?.isData ?? false, let start = script?.lowerBound, end >= start else { return }
        script = start..<end
    }

    /// Ends the page.
    consuming func finished() -> Document {
        reached = document.source.count
        while !frames.isEmpty { close() }
        flush()
        return document
    }

    // MARK: places

    /// Where the tag begins that ends at a place, or nearly.
    func tagStart(_ end: SourcePlace) -> SourcePlace {
        let source = document.source
        var place = end
        place.offset = tagStart(end.offset)
        var at = end.offset - 1
        while at >= place.offset {
            if source[at] == 0x0a { place.line -= 1 }
            if source[at] & 0xc0 != 0x80 { place.column -= 1 }
            at -= 1
        }
        guard place.line < end.line else { return place }
        place.column = 1
        while at >= 0, source[at] != 0x0a {
            if source[at] & 0xc0 != 0x80 { place.column += 1 }
            at -= 1
        }
        return place
    }

    /// Where the bytes stand in the source, or nil where they were written otherwise (an entity).
    private func literal<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, end: Int) -> Int? where Bytes.Index == Int {
        // The parser may stop before the last character that it reports.
        for late in 0...4 where stands(bytes, at: end + late - bytes.count) { return end + late - bytes.count }
        return nil
    }

    private func stands<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, at start: Int) -> Bool where Bytes.Index == Int {
        guard start >= 0, start + bytes.count <= document.source.count else { return false }
        // Both ends tell a piece from its neighbours; comparing all of it would read every text twice.
        let ends = min(bytes.count, 8)
        for index in 0..<ends where document.source[start + index] != bytes[index] { return false }
        for index in (bytes.count - ends)..<bytes.count where document.source[start + index] != bytes[index] { return false }
        return true
    }

    private func entityStart(_ end: Int) -> Int {
        var at = min(end, document.source.count) - 1
        let first = max(0, at - 40)
        while at > first, document.source[at] != 0x26 { at -= 1 }
        return at >= 0 && document.source[at] == 0x26 ? at : max(0, end - 1)
    }
}
