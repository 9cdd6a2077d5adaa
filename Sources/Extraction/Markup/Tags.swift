/// What an element means for the text.
enum Element: UInt8, Sendable {
    case skipped, script, title, meta, link, block, heading, list, item, term, definition, definitionList, table, caption, headRow
    case row, headerCell, cell, quotation, code, navigation, header, footer, main, sectioning, lineBreak, image, anchor, button, inline

    /// Elements without content and without an end of their own.
    var isVoid: Bool { self == .meta || self == .link || self == .image || self == .lineBreak }

    /// Elements that can hold a whole part of a page.
    var isContainer: Bool {
        switch self {
        case .block, .list, .item, .definitionList, .quotation, .header, .footer, .sectioning, .navigation: true
        default: false
        }
    }

    static func of(_ name: UInt64) -> (element: Element, level: UInt8) { known[name] ?? (.inline, 0) }

    private static let known = NameTable<(element: Element, level: UInt8)>(
        [
            (.skipped, "style template noscript select datalist textarea iframe object svg math audio video canvas"), (.script, "script"),
            (.title, "title"), (.meta, "meta"), (.link, "link base"),
            (
                .block,
                "div p form fieldset legend figure figcaption address details summary hr label aside body head html center dialog hgroup"
            ),
            (.list, "ul ol menu dir"), (.item, "li"), (.term, "dt"), (.definition, "dd"), (.definitionList, "dl"), (.table, "table"),
            (.caption, "caption"), (.headRow, "thead"), (.row, "tr"), (.headerCell, "th"), (.cell, "td"), (.quotation, "blockquote"),
            (.code, "pre code kbd samp"), (.navigation, "nav"), (.header, "header"), (.footer, "footer"), (.main, "main"),
            (.sectioning, "article section"), (.lineBreak, "br"), (.image, "img"), (.anchor, "a"), (.button, "button"),
            (.heading, "h1 h2 h3 h4 h5 h6"),
        ].flatMap { (element: Element, names: String) in
            names.split(separator: " ").map { name in
                let level = element == .heading ? name.utf8.last! - 0x30 : 0
                return (nameHash(name.utf8), (element, level))
            }
        })
}

/// Attributes that are looked at.
enum Attribute: UInt8, Sendable, CaseIterable {
    case id, name, href, lang, xmlLang, kind, role, content, property, alt, rel, type, itemprop, label, datetime, colspan, hreflang
    case httpEquiv
    /// A suppression: the rule, why, whose and until when.
    case ignore, ignoreReason, ignoreOwner, ignoreUntil

    private var written: String {
        switch self {
        case .xmlLang: "xml:lang"
        case .kind: "class"
        case .label: "aria-label"
        case .ignore: "data-belofte-ignore"
        case .ignoreReason: "data-belofte-reason"
        case .ignoreOwner: "data-belofte-owner"
        case .ignoreUntil: "data-belofte-until"
        case .httpEquiv: "http-equiv"
        default: "\(self)"
        }
    }

    static func of(_ name: UInt64) -> Attribute? { known[name] }

    private static let known = NameTable<Attribute>(allCases.map { (nameHash($0.written.utf8), $0) })

    /// The name as it is written, with the sign behind it, as bytes.
    var assignment: [UInt8] { Self.assignments[Int(rawValue)] }

    private static let assignments = allCases.map { Array(($0.written + "=").utf8) }
}

/// FNV-1a of a name in lower case.
func nameHash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash = NameHash()
    for byte in name { hash.add(byte) }
    return hash.value
}

/// FNV-1a, one byte at a time.
struct NameHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        let lower = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
        value = (value ^ UInt64(lower)) &* 0x0000_0100_0000_01b3
    }
}

/// A small fixed table from hashed names to values: a page asks for some thousand names, and a general dictionary is too slow for that.
struct NameTable<Value: Sendable>: Sendable {
    private var names: [UInt64]
    private var values: [Value?]
    private let mask: Int

    init(_ entries: [(UInt64, Value)]) {
        var size = 16
        while size < entries.count * 4 { size *= 2 }
        mask = size - 1
        names = [UInt64](repeating: 0, count: size)
        values = [Value?](repeating: nil, count: size)
        for (name, value) in entries {
            var slot = Int(truncatingIfNeeded: name) & mask
            while values[slot] != nil, names[slot] != name { slot = (slot + 1) & mask }
            (names[slot], values[slot]) = (name, value)
        }
    }

    subscript(_ name: UInt64) -> Value? {
        var slot = Int(truncatingIfNeeded: name) & mask
        while let value = values[slot] {
            if names[slot] == name { return value }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
