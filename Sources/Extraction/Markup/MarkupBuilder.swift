import Claims

/// Turns parser events into the flat records of a document.
struct MarkupBuilder: Sendable {
    var document = Document()
    private var frames: [Frame] = []
    private var lists: [Int32] = []
    private var tables: [TableFrame] = []
    private var headings: [(level: UInt8, block: Int32)] = []
    private var pendingStart: Int32 = 0
    private var endsInSpace = true
    private var afterInlineEnd: UInt64 = 0
    private var title: [UInt8] = []
    private var deferred: [Deferred] = []
    private var linkStart: (href: String, text: Int, at: Int)?
    private var lastTerm: Int32 = -1
    var scripts: [(text: [UInt8], source: Int)] = []

    private struct Frame {
        var name: UInt64
        var element: Element
        var level: UInt8
        var region: Region
        var language: String
        var isSkipped = false
        var isData = false
    }

    private struct Deferred {
        var kind: BlockKind
        var text: String
        var source: Int32
        var property = ""
        var hours = ""
        var channel = "any"
    }

    private var frame: Frame? { frames.last }

    // MARK: events

    mutating func start(_ name: UInt64, attributes: [(name: UInt64, value: String)], at source: Int) {
        let (element, level) = Element.of(name)
        var frame = Frame(
            name: name, element: element, level: level, region: frames.last?.region ?? .main,
            language: frames.last?.language ?? "", isSkipped: frames.last?.isSkipped ?? false)
        if element == .skipped { frame.isSkipped = true }
        // The language of a block is the one around it when it ends, so text so far goes out under the old one.
        if element != .inline, element != .anchor, element != .image { splitBlock(element, source) }
        if element == .inline || element == .anchor, afterInlineEnd == name, wordsInBlock > 1 { flush() }
        afterInlineEnd = 0
        readCommon(attributes, &frame, source)
        open(element, attributes, &frame, source)
        if element != .meta, element != .link, element != .image, element != .lineBreak { frames.append(frame) }
    }

    mutating func end(_ name: UInt64) {
        guard let index = frames.lastIndex(where: { $0.name == name }) else { return }
        while frames.count > index { close(frames.count - 1) }
    }

    mutating func text(_ bytes: Swift.Span<UInt8>, end: Int) {
        guard let frame = frames.last, !frame.isSkipped else { return }
        if frame.element == .title, frame.region == .main {
            for index in bytes.indices { title.append(bytes[index]) }
            return
        }
        if frame.element == .script { return }
        let isEntity = end > bytes.count && bytes.count <= 4 && end <= document.source.count && document.source[end - 1] == 0x3b
        let start = isEntity ? entityStart(end) : end - bytes.count
        append(bytes, source: Int32(max(0, start)), atomic: isEntity)
        if bytes.count > 0 { afterInlineEnd = 0 }
    }

    /// Script and style content.
    mutating func raw(_ bytes: Swift.Span<UInt8>, end: Int) {
        guard frames.last?.isData ?? false, bytes.count < 1 << 20 else { return }
        var text: [UInt8] = []
        for index in bytes.indices { text.append(bytes[index]) }
        scripts.append((text, max(0, end - bytes.count)))
    }

    /// Ends the page.
    mutating func finish() {
        while !frames.isEmpty { close(frames.count - 1) }
        flush()
        let words = String(decoding: title, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !words.isEmpty {
            document.title = words
            emit(Deferred(kind: .title, text: words, source: 0))
        }
        for script in scripts {
            for found in StructuredData.read(script.text, at: script.source) {
                emit(
                    Deferred(
                        kind: .structured, text: found.text, source: Int32(found.source), property: found.property, hours: found.hours,
                        channel: found.channel))
            }
        }
    }

    // MARK: elements

    private mutating func splitBlock(_ element: Element, _ source: Int) {
        if let table = tables.last, table.inCell, !table.isLayout, element != .cell, element != .headerCell, element != .row {
            if element == .table || element == .heading {
                leaveCellAsBlock()
            } else {
                space()
                return
            }
        }
        if element == .lineBreak, wordsInBlock < 4, frames.last?.element != .heading {
            space()
        } else if element == .lineBreak, frames.last?.element == .heading {
            space()
        } else if element != .meta, element != .link {
            flush()
        }
    }

    private mutating func open(
        _ element: Element, _ attributes: [(name: UInt64, value: String)], _ frame: inout Frame, _ source: Int
    ) {
        func value(_ name: UInt64) -> String? { attributes.first { $0.name == name }?.value }
        switch element {
        case .script:
            frame.isSkipped = true
            frame.isData = value(Attribute.type)?.lowercased().contains("ld+json") ?? false
        case .meta:
            let name = (value(Attribute.name) ?? value(Attribute.property) ?? "").lowercased()
            if name == "description", let content = value(Attribute.content) {
                deferred.append(Deferred(kind: .description, text: content, source: Int32(source)))
            }
        case .link:
            if value(Attribute.rel)?.lowercased() == "canonical" { document.canonical = value(Attribute.href) }
        case .image:
            if let alt = value(Attribute.alt), alt.split(separator: " ").count > 2, !frame.isSkipped {
                deferred.append(Deferred(kind: .alternative, text: alt, source: Int32(source)))
            }
        case .anchor:
            if let href = value(Attribute.href) { linkStart = (href, document.text.count, source) }
        case .list: lists.append(leadIn())
        case .table: tables.append(TableFrame())
        case .headRow: if !tables.isEmpty { tables[tables.count - 1].inHead = true }
        case .row: if !tables.isEmpty { tables[tables.count - 1].beginRow() }
        case .headerCell, .cell: beginCell(element == .headerCell, span: Int(value(Attribute.colspan) ?? "") ?? 1)
        case .caption: break
        default: break
        }
        openRegion(element, attributes, &frame)
    }

    private func openRegion(_ element: Element, _ attributes: [(name: UInt64, value: String)], _ frame: inout Frame) {
        let inContent = frames.contains { $0.element == .sectioning }
        switch element {
        case .navigation: frame.region = .navigation
        case .header where !inContent: frame.region = .header
        case .footer where !inContent: frame.region = .footer
        case .quotation: frame.region = .quotation
        case .code: frame.region = .code
        default: break
        }
        for (name, value) in attributes
        where name == Attribute.role || name == Attribute.kind || name == Attribute.id || name == Attribute.itemprop
            || name == Attribute.label
        {
            if let region = Region.of(name: name, value: value.lowercased(), inContent: inContent), element != .table, frames.count > 1 {
                frame.region = region
            }
        }
    }

    private mutating func readCommon(_ attributes: [(name: UInt64, value: String)], _ frame: inout Frame, _ source: Int) {
        for (name, value) in attributes {
            switch name {
            case Attribute.lang, Attribute.xmlLang:
                frame.language = String(value.lowercased().prefix { $0.isLetter })
                if frames.isEmpty { document.language = frame.language }
            case Attribute.id: document.anchors.append(value)
            case Attribute.name where frame.element == .anchor: document.anchors.append(value)
            case Attribute.itemprop where value == "openingHours":
                let text = attributes.first { $0.name == Attribute.datetime || $0.name == Attribute.content }?.value
                if let text, let hours = StructuredData.normalised(text) {
                    deferred.append(
                        Deferred(
                            kind: .structured, text: "openingHours: " + text, source: Int32(source), property: "openingHours", hours: hours)
                    )
                }
            default: break
            }
        }
    }

    private mutating func close(_ index: Int) {
        let frame = frames[index]
        switch frame.element {
        case .anchor: closeLink()
        case .inline: afterInlineEnd = frame.name
        case .cell, .headerCell: endCell()
        case .row: endRow()
        case .table:
            flush()
            if !tables.isEmpty { tables.removeLast() }
        case .caption: closeCaption()
        case .headRow: if !tables.isEmpty { tables[tables.count - 1].inHead = false }
        case .list:
            flush()
            _ = lists.popLast()
        case .title, .script, .skipped: break
        default: if tables.last?.inCell ?? false, !(tables.last?.isLayout ?? true) { space() } else { flush() }
        }
        if frame.element == .anchor { afterInlineEnd = frame.name }
        frames.remove(at: index)
    }

    // MARK: text

    private var wordsInBlock: Int {
        var spaces = 0
        for byte in document.text[Int(pendingStart)...] where byte == 0x20 { spaces += 1 }
        return document.text.count > Int(pendingStart) ? spaces + 1 : 0
    }

    private mutating func append(_ bytes: Swift.Span<UInt8>, source: Int32, atomic: Bool) {
        var isFirst = true
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 || byte == 0x0c {
                if endsInSpace {
                    if isFirst { continue }
                    continue
                }
                mark(source + Int32(index), atomic, &isFirst)
                document.text.append(0x20)
                endsInSpace = true
            } else {
                mark(source + Int32(index), atomic, &isFirst)
                document.text.append(byte)
                endsInSpace = false
            }
        }
    }

    private mutating func mark(_ source: Int32, _ atomic: Bool, _ isFirst: inout Bool) {
        if isFirst { document.segments.append(Segment(text: Int32(document.text.count), source: source, atomic: atomic)) }
        isFirst = false
    }

    private mutating func space() {
        if !endsInSpace {
            document.text.append(0x20)
            endsInSpace = true
        }
    }

    private func entityStart(_ end: Int) -> Int {
        var at = end - 1
        while at > 0, end - at < 40, document.source[at] != 0x26 { at -= 1 }
        return document.source[at] == 0x26 ? at : end - 1
    }

    // MARK: blocks

    /// Ends the running block and records it.
    mutating func flush() {
        var end = document.text.count
        while end > Int(pendingStart), document.text[end - 1] == 0x20 { end -= 1 }
        let range = pendingStart..<Int32(end)
        if !range.isEmpty { record(range) }
        beginBlock()
        for item in deferred { emit(item) }
        deferred.removeAll()
    }

    private mutating func beginBlock() {
        if document.text.last != 0x0a, !document.text.isEmpty { document.text.append(0x0a) }
        pendingStart = Int32(document.text.count)
        endsInSpace = true
    }

    private mutating func record(_ range: Range<Int32>) {
        let holder = frames.last { [.heading, .item, .term, .definition, .button].contains($0.element) }
        let cell = frames.contains { $0.element == .cell || $0.element == .headerCell }
        var block = Block(kind: .paragraph, region: frames.last?.region ?? .main, text: range)
        block.language = frames.last?.language ?? ""
        block.heading = headings.last?.block ?? -1
        switch holder?.element {
        case .heading:
            block.kind = .heading
            block.level = holder?.level ?? 2
            place(&block)
        case .item where !lists.isEmpty && !cell:
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
        document.blocks.append(block)
    }

    /// Finds a heading's own heading and makes it the current one.
    private mutating func place(_ block: inout Block) {
        while let last = headings.last, last.level >= block.level { headings.removeLast() }
        block.heading = headings.last?.block ?? -1
        if block.region == .main || block.region == .quotation { headings.append((block.level, Int32(document.blocks.count))) }
    }

    /// The block that introduces a list: it ends in a colon or without a full stop, directly before.
    private func leadIn() -> Int32 {
        guard let last = document.blocks.last, last.region == (frames.last?.region ?? .main), !last.text.isEmpty,
            last.kind == .paragraph || last.kind == .item
        else { return -1 }
        let end = document.text[Int(last.text.upperBound) - 1]
        if end == 0x2e || end == 0x21 || end == 0x3f { return -1 }
        return Int32(document.blocks.count - 1)
    }

    private mutating func emit(_ item: Deferred) {
        let words = item.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return }
        if document.text.last != 0x0a, !document.text.isEmpty { document.text.append(0x0a) }
        let start = Int32(document.text.count)
        document.segments.append(Segment(text: start, source: item.source, atomic: true))
        document.text.append(contentsOf: words.utf8)
        var block = Block(kind: item.kind, region: .main, text: start..<Int32(document.text.count))
        block.property = item.property
        block.hours = item.hours
        block.channel = item.channel
        document.blocks.append(block)
        document.text.append(0x0a)
        pendingStart = Int32(document.text.count)
        endsInSpace = true
    }

    private mutating func closeLink() {
        guard let link = linkStart else { return }
        linkStart = nil
        let text = link.text <= document.text.count ? String(decoding: document.text[link.text...].prefix(200), as: UTF8.self) : ""
        let region = frames.last?.region ?? .main
        let isTemplate = region == .navigation || region == .header || region == .footer || region == .cookies
        document.links.append(
            Link(
                href: link.href, text: text.split(whereSeparator: \.isWhitespace).joined(separator: " "), line: link.at, column: 0,
                template: isTemplate))
    }

    // MARK: tables

    private mutating func beginCell(_ isHeader: Bool, span: Int) {
        guard !tables.isEmpty else { return }
        let index = tables.count - 1
        if tables[index].isLayout { return flush() }
        if tables[index].cells.isEmpty {
            flush()
        } else {
            trimSpace()
            document.text.append(contentsOf: " | ".utf8)
        }
        endsInSpace = true
        tables[index].open(isHeader: isHeader, at: Int32(document.text.count), span: min(max(span, 1), 50))
    }

    private mutating func endCell() {
        guard !tables.isEmpty else { return }
        if tables[tables.count - 1].isLayout { return flush() }
        trimSpace()
        tables[tables.count - 1].close(at: Int32(document.text.count))
    }

    private mutating func trimSpace() {
        while document.text.last == 0x20, document.text.count > Int(pendingStart) { document.text.removeLast() }
    }

    /// A cell that holds a heading or a table is layout, and so is its whole table.
    private mutating func leaveCellAsBlock() {
        tables[tables.count - 1].isLayout = true
        tables[tables.count - 1].cells.removeAll()
        flush()
    }

    private mutating func closeCaption() {
        var end = document.text.count
        while end > Int(pendingStart), document.text[end - 1] == 0x20 { end -= 1 }
        if !tables.isEmpty { tables[tables.count - 1].caption = pendingStart..<Int32(end) }
        flush()
    }

    private mutating func endRow() {
        guard !tables.isEmpty, !tables[tables.count - 1].isLayout else { return }
        let index = tables.count - 1
        if tables[index].inCell { endCell() }
        let cells = tables[index].cells
        guard let first = cells.first, let last = cells.last else { return }
        var block = Block(kind: .row, region: frames.last?.region ?? .main, text: first.range.lowerBound..<last.range.upperBound)
        block.language = frames.last?.language ?? ""
        block.heading = headings.last?.block ?? -1
        block.caption = tables[index].caption
        if tables[index].takeHeader() {
            beginBlock()
            return
        }
        block.cells = cells.map(\.range)
        block.columnHeaders = tables[index].headers(for: cells)
        block.rowHeader = first.isHeader || !tables[index].header.isEmpty
        if cells.count == 1 { block.kind = .paragraph }
        if !block.text.isEmpty { document.blocks.append(block) }
        tables[index].cells.removeAll()
        beginBlock()
    }
}
