import Claims

/// A page's record as JSON, byte for byte what the general encoder makes of it.
///
/// A dump has one record for every page, with all its links and anchors, and encoding them in the general way takes as long as reading
/// the pages. The keys stand in their sorted order.
struct PageLine {
    private(set) var bytes: [UInt8] = []

    init(_ page: PageRecord) {
        bytes.reserveCapacity(256 + page.links.count * 96 + page.anchors.count * 24)
        open("{\"anchors\":[")
        for (index, anchor) in page.anchors.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            string(anchor)
        }
        field("],\"charset\":", page.charset)
        if let decided = page.decided { add(decided) }
        field(",\"fetched\":", page.fetched)
        field(",\"file\":", page.file)
        field(",\"input\":", page.input)
        field(",\"language\":", page.language)
        open(",\"links\":[")
        for (index, link) in page.links.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            add(link)
        }
        field("],\"organisation\":", page.organisation)
        field(",\"record\":", page.record)
        field(",\"refresh\":", page.refresh)
        field(",\"role\":", page.role.rawValue)
        number(",\"schema\":", page.schema)
        field(",\"source\":{\"file\":", page.source.file)
        field("},\"title\":", page.title, orElse: "}")
        field(",\"url\":", page.url)
        open("}")
    }

    private mutating func add(_ link: Link) {
        number("{\"column\":", link.column)
        field(",\"href\":", link.href)
        number(",\"line\":", link.line)
        open(link.template ? ",\"template\":true" : ",\"template\":false")
        field(",\"text\":", link.text)
        open("}")
    }

    private mutating func add(_ decided: Decided) {
        field(",\"decided\":{\"address\":", decided.address)
        field(",\"charset\":", decided.charset)
        field(",\"language\":", decided.language)
        field(",\"role\":", decided.role)
        open("}")
    }

    private mutating func open(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func number(_ key: String, _ value: Int) {
        open(key)
        open(String(value))
    }

    /// A key with its value; nothing, or `missing`, where there is no value.
    private mutating func field(_ key: String, _ value: String?, orElse missing: String = "") {
        guard let value else { return open(missing) }
        open(key)
        string(value)
    }

    private static let needsEscape: [Bool] = (0..<256).map { $0 < 0x20 || $0 == 0x22 || $0 == 0x5c }
    private static let short: [UInt8: UInt8] = [0x08: 0x62, 0x09: 0x74, 0x0a: 0x6e, 0x0c: 0x66, 0x0d: 0x72, 0x22: 0x22, 0x5c: 0x5c]

    private mutating func string(_ text: String) {
        bytes.append(0x22)
        if text.utf8.contains(where: { Self.needsEscape[Int($0)] }) {
            for byte in text.utf8 { escape(byte) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(0x22)
    }

    private mutating func escape(_ byte: UInt8) {
        guard Self.needsEscape[Int(byte)] else { return bytes.append(byte) }
        bytes.append(0x5c)
        if let letter = Self.short[byte] {
            bytes.append(letter)
        } else {
            let digits = String(byte, radix: 16)
            open("u00" + (digits.count == 1 ? "0" : "") + digits)
        }
    }
}
