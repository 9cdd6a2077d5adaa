import Claims

/// What opening and closing an element does.
extension MarkupBuilder {
    /// Ends the running block where an element of this kind begins one of its own.
    mutating func split(_ element: Element) {
        if isInCell, element != .cell, element != .headerCell, element != .row {
            guard element == .table || element == .heading else { return space() }
            leaveCellAsBlock()
        }
        switch element {
        case .lineBreak: breaks += 1
        case .meta, .link, .script: break
        // The next cell goes on in the text of its row.
        case .cell, .headerCell: if tables.last.map({ $0.isLayout || $0.cells.isEmpty }) ?? true { flush() }
        default: flush()
        }
    }

    /// Text goes into a cell of a table that is one.
    private var isInCell: Bool {
        let last = tables.count - 1
        return last >= 0 && tables[last].inCell && !tables[last].isLayout
    }

    private static let dataType = Array("ld+json".utf8)

    mutating func open(_ element: Element, _ frame: inout Frame, _ place: SourcePlace) {
        if frame.isNamed, element == .main || element == .heading && frame.level == 1 { leaveNamedRegion(&frame) }
        switch element {
        case .skipped: frame.isSkipped = true
        case .script:
            frame.isSkipped = true
            frame.isData = attributes.contains(.type, Self.dataType)
            // The attributes end where the tag does.
            if frame.isData { script = (place.offset + 1)..<(place.offset + 1) }
        case .meta: readMeta(place.offset)
        case .link: readLink()
        case .image: readImage(frame, place.offset)
        // The number of a footnote is no part of the sentence.
        case .anchor where attributes.equals(.role, "doc-noteref") || attributes.equals(.role, "doc-backlink"): frame.isSkipped = true
        case .anchor: if attributes.has(.href) { link = (attributes.text(.href) ?? "", document.text.count, tagStart(place)) }
        case .list: lists.append(leadIn())
        case .table: tables.append(TableFrame())
        case .headRow: if !tables.isEmpty { tables[tables.count - 1].inHead = true }
        case .row: if !tables.isEmpty { tables[tables.count - 1].beginRow() }
        case .headerCell, .cell:
            frame.inCell = true
            beginCell(element == .headerCell, span: attributes.text(.colspan).flatMap { Int($0) } ?? 1)
        case .heading, .item, .term, .definition, .button: (frame.holder, frame.holderLevel) = (element, frame.level)
        case .main, .sectioning: frame.inContent = true
        default: break
        }
        openRegion(element, &frame)
    }

    mutating func close() {
        guard let frame = frames.last else { return }
        switch frame.element {
        case .anchor:
            closeLink()
            endedInline = frame.name
        case .inline: endedInline = frame.name
        case .cell, .headerCell: endCell()
        case .row: endRow()
        case .table:
            flush()
            _ = tables.popLast()
        case .caption: closeCaption()
        case .headRow: if !tables.isEmpty { tables[tables.count - 1].inHead = false }
        case .list:
            flush()
            _ = lists.popLast()
        case .title: flush()
        case .script: readScript()
        case .skipped: break
        default: if isInCell { space() } else { flush() }
        }
        closeIgnore(frame)
        frames.removeLast()
    }

    // MARK: attributes

    func openRegion(_ element: Element, _ frame: inout Frame) {
        switch element {
        case .navigation: (frame.region, frame.isNamed) = (.navigation, false)
        case .header where !frame.inContent: (frame.region, frame.isNamed) = (.header, false)
        case .footer where !frame.inContent: (frame.region, frame.isNamed) = (.footer, false)
        case .quotation: (frame.region, frame.isNamed) = (.quotation, false)
        case .code: (frame.region, frame.isNamed) = (.code, false)
        default: break
        }
    }

    private static let languageAttributes = [Attribute.lang, .xmlLang]

    mutating func readCommon(_ frame: inout Frame, _ source: Int) {
        for attribute in Self.languageAttributes where attributes.has(attribute) {
            let language = LanguageTag(attributes.value(attribute))
            if frames.count > 1 {
                frame.language = language
            } else if document.language.isEmpty {
                document.language = language.text
            }
        }
        if let id = attributes.text(.id) { document.anchors.append(id) }
        if frame.element == .anchor, let name = attributes.text(.name) { document.anchors.append(name) }
        if attributes.has(.itemprop) { readProperty(&frame, source) }
        readNames(&frame)
    }

    /// Takes the region from `role`, class, identifier and label. A container only: the name of a heading tells what it is about.
    private mutating func readNames(_ frame: inout Frame) {
        guard frames.count > 1, frame.element.isContainer else { return }
        var found: Region?
        if attributes.has(.kind) { found = Region.named(attributes.value(.kind)) }
        if attributes.has(.id) { found = Region.named(attributes.value(.id)) ?? found }
        if attributes.has(.label), Region.named(attributes.value(.label)) == .navigation { found = .navigation }
        if attributes.has(.role) { found = Region.role(attributes.value(.role), inContent: frame.inContent) ?? found }
        if let found { (frame.region, frame.isNamed) = (found, true) }
    }

    /// What holds the page's main part is no cookie notice, whatever it is called.
    private mutating func leaveNamedRegion(_ frame: inout Frame) {
        var index = frames.count - 1
        while index >= 0, frames[index].isNamed {
            (frames[index].region, frames[index].isNamed) = (.main, false)
            index -= 1
        }
        (frame.region, frame.isNamed) = (.main, false)
    }

    private mutating func readProperty(_ frame: inout Frame, _ source: Int) {
        if attributes.equals(.itemprop, "reviewbody") { (frame.region, frame.isNamed) = (.quotation, false) }
        guard attributes.text(.itemprop) == "openingHours",
            let attribute = [Attribute.datetime, .content].first(where: { attributes.has($0) }), let text = attributes.text(attribute),
            let hours = StructuredData.normalised(text)
        else { return }
        let property = Property(name: "openingHours", hours: hours, channel: "any")
        deferred.append(
            Deferred(
                kind: .structured, text: "openingHours: " + text, source: valueStart(of: attribute, before: source), property: property))
    }

    private mutating func readLink() {
        guard let href = attributes.text(.href), !href.isEmpty else { return }
        if attributes.equals(.rel, "canonical") { document.canonical = href }
        if attributes.equals(.rel, "alternate"), attributes.has(.hreflang), document.versions.count < 50 { document.versions.append(href) }
    }

    private mutating func readMeta(_ source: Int) {
        if attributes.equals(.httpEquiv, "refresh"), let content = attributes.text(.content) {
            document.refresh = document.refresh ?? Self.target(ofRefresh: content)
        }
        guard attributes.equals(.name, "description"), let content = attributes.text(.content) else { return }
        deferred.append(Deferred(kind: .description, text: content, source: valueStart(of: .content, before: source)))
    }

    /// So many seconds nobody reads a page that is about to be replaced.
    private static let longestGlance = 10.0

    /// The address in `0; url=/contact/`, or nil where there is none or the page stays for a while.
    private static func target(ofRefresh content: String) -> String? {
        let parts = content.utf8.split(maxSplits: 1) { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
        guard parts.count == 2, let wait = Double(String(decoding: parts[0].filter { !isSpace($0) }, as: UTF8.self)),
            wait <= longestGlance
        else { return nil }
        let rest = parts[1].drop(while: isSpace)
        guard rest.prefix(3).elementsEqual("url".utf8, by: { $0 | 0x20 == $1 }) else { return nil }
        let written = rest.dropFirst(3).drop(while: isSpace)
        guard written.first == UInt8(ascii: "=") else { return nil }
        let address = written.dropFirst().filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && !isSpace($0) }
        return address.isEmpty ? nil : String(decoding: address, as: UTF8.self)
    }

    private mutating func readImage(_ frame: Frame, _ source: Int) {
        guard !frame.isSkipped, attributes.value(.alt).split(separator: 0x20).count > 2, let text = attributes.text(.alt) else { return }
        deferred.append(Deferred(kind: .alternative, text: text, source: valueStart(of: .alt, before: source)))
    }

    private mutating func readScript() {
        guard let range = script else { return }
        script = nil
        guard range.upperBound <= document.source.count, range.count < 1 << 20 else { return }
        for found in StructuredData.read(Array(document.source[range]), at: range.lowerBound) {
            let property = Property(
                name: found.property, hours: found.hours, channel: found.channel, touchpoint: found.touchpoint, days: found.days)
            deferred.append(Deferred(kind: .structured, text: found.text, source: found.source, property: property))
        }
    }

    /// The offset of an attribute's value in the tag that ends before `end`.
    private func valueStart(of attribute: Attribute, before end: Int) -> Int {
        let tag = tagStart(end)
        let name = attribute.assignment
        let end = min(end, document.source.count)
        guard end - tag > name.count else { return tag }
        for at in (tag + 1)..<(end - name.count) where isSpace(document.source[at - 1]) || document.source[at - 1] == 0x22 {
            guard zip(document.source[at...], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
            let value = at + name.count
            return value < end && (document.source[value] == 0x22 || document.source[value] == 0x27) ? value + 1 : value
        }
        return tag
    }

    /// The `<` of the tag that ends before an offset.
    func tagStart(_ end: Int) -> Int {
        var at = min(end, document.source.count) - 1
        let first = max(0, at - 4096)
        while at > first, document.source[at] != 0x3c { at -= 1 }
        return max(at, 0)
    }

    // MARK: links

    private mutating func closeLink() {
        guard let open = link else { return }
        link = nil
        let region = frames.last?.region ?? .main
        if let channel = ContactLink.channel(of: open.href), open.text <= document.text.count {
            document.contacts.append(ContactLink(text: Int32(open.text)..<Int32(document.text.count), channel: channel))
        }
        document.links.append(
            Link(
                href: open.href, text: linkText(from: open.text), line: open.place.line, column: open.place.column,
                template: region.isTemplate))
    }

    /// At most 200 bytes, without space at its ends.
    private func linkText(from start: Int) -> String {
        var (start, end) = (start, document.text.count)
        while start < end, isSpace(document.text[start]) { start += 1 }
        if end - start > 200 {
            end = start + 200
            while end > start, document.text[end] & 0xc0 == 0x80 { end -= 1 }
        }
        while end > start, isSpace(document.text[end - 1]) { end -= 1 }
        guard start < end else { return "" }
        return document.line(start..<end)
    }
}
