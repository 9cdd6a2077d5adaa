import Claims

/// One page as flat records: the text of all its blocks in one buffer, and what each block is.
///
/// Text is UTF-8 with white space collapsed; a block's `text` is a range of `Document.text`. Inline tags vanish, entities are resolved,
/// soft hyphens and the like stay (the tokeniser folds them).
struct Document: Sendable {
    var text: [UInt8] = []
    var blocks: [Block] = []
    /// Cells and headers of the blocks that are rows, by `Block.details`.
    var rows: [Row] = []
    /// What structured data says beside its text, by `Block.details`.
    var properties: [Property] = []
    /// The `lang` of the page: primary tag in lower case, empty where none is given.
    var language = ""
    var title: String?
    var charset = "utf-8"
    /// Which step decided the charset: `bom`, `header`, `meta`, `format` (of a document), `guess`.
    var charsetFrom = "guess"
    var links: [Link] = []
    /// Links that open a channel (`tel:`, `mailto:`, a messenger), in reading order.
    var contacts: [ContactLink] = []
    /// Values of `id` and `name` that an address with `#` may name.
    var anchors: [String] = []
    /// `<link rel="canonical">`, as written.
    var canonical: String?
    /// `<link rel="alternate" hreflang="…">`: the same page in other languages, as written.
    var versions: [String] = []
    /// The address in `<meta http-equiv="refresh">` that takes over at once, as written.
    var refresh: String?
    /// Pieces of source behind the text, in reading order: the map from text back to lines and columns.
    var segments: [Segment] = []
    /// The decoded source (UTF-8), for lines and columns.
    var source: [UInt8] = []
    /// Offsets in the source at which the pages of a paged document begin; empty where it has none.
    var pageStarts: [Int] = []
    /// What of a document was not read.
    var notes: [DocumentNote] = []
    /// In the order of their places.
    var suppressions: [WrittenSuppression] = []
    /// Those in comments that wait for the next text, by their index.
    var waiting: [Int] = []
}

/// From `text` on, the text was read from `source` on (both offsets in bytes), until the next segment.
struct Segment: Sendable {
    var text: Int32
    var source: Int32
    /// The source is one entity or attribute value, which maps as a whole.
    var atomic: Bool
}

/// A link that opens a channel, and the range of the text that it stands in.
struct ContactLink: Sendable {
    var text: Range<Int32>
    var channel: String

    /// The channel that an address opens, or nil where it is an ordinary link.
    static func channel(of href: String) -> String? {
        // Most links are paths, which have no scheme to look at.
        guard href.utf8.prefix(longestScheme).contains(0x3a) else { return nil }
        let address = href.lowercased()
        return kinds.first { kind in kind.starts.contains { address.hasPrefix($0) } }?.channel
    }

    /// Bytes of `fb-messenger:`.
    private static let longestScheme = 13

    private static let kinds: [(channel: String, starts: [String])] = [
        ("phone", ["tel:", "callto:"]), ("email", ["mailto:"]),
        (
            "whatsapp",
            [
                "https://wa.me/", "http://wa.me/", "whatsapp:", "https://api.whatsapp.com/", "http://api.whatsapp.com/",
                "https://web.whatsapp.com/", "https://chat.whatsapp.com/",
            ]
        ),
        (
            "social",
            ["https://m.me/", "https://www.facebook.com/messages", "https://t.me/", "fb-messenger:", "https://www.messenger.com/"]
        ),
    ]
}

enum BlockKind: UInt8, Sendable {
    case title, description, alternative, structured
    case heading, paragraph, item, row, term, button
}

/// The part of a page in which a block stands.
enum Region: UInt8, Sendable {
    case main, navigation, header, footer, cookies
    /// A quotation, review or testimonial (`blockquote`, classes and microdata that say so).
    case quotation
    /// Code, keyboard and sample text.
    case code

    /// In the frame around the content, repeated on many pages.
    var isTemplate: Bool { self == .navigation || self == .header || self == .footer || self == .cookies }
}

/// A run of text that stands on its own. Small and flat, as a page has thousands.
struct Block: Sendable {
    var kind: BlockKind
    var region: Region
    /// 1 to 6 for headings, nesting depth for items, else 0.
    var level: UInt8 = 0
    var text: Range<Int32>
    /// Index of the nearest heading above this block (for a heading: of its parent heading), or -1.
    var heading: Int32 = -1
    /// Index of the paragraph that introduces the list, or of the `dt` of a `dd`, or -1.
    var leadIn: Int32 = -1
    /// Index into `Document.rows` (for a row) or `Document.properties` (for structured data), or -1.
    var details: Int32 = -1
    /// The nearest `lang`; none for the page's.
    var language = LanguageTag.none
}

/// Cells and headers of one row of a table.
struct Row: Sendable {
    /// In reading order: ranges of `Document.text`, inside the block's `text`, where they are joined by ` | `.
    var cells: [Range<Int32>]
    /// For each cell the header text above it (ranges of `Document.text`, empty where none), as many as `cells`.
    var columnHeaders: [Range<Int32>]
    /// The first cell is a header of its row (`th`, or the first column of a table that has column headers).
    var hasHeader: Bool
    /// Caption of the table, empty where none.
    var caption: Range<Int32> = 0..<0
}

/// One value of structured data.
struct Property: Sendable {
    /// `openingHours`, `telephone`, `description` …
    var name: String
    /// Opening hours in OpenStreetMap syntax, and the channel that the markup names.
    var hours: String
    var channel: String
    var touchpoint = "ask"
    /// Days of the year or week on which the hours hold, or on which it is closed where there are none.
    var days: [String] = []
}

extension Document {
    /// The cells of a block that is a row.
    func row(of block: Block) -> Row? { block.kind == .row && block.details >= 0 ? rows[Int(block.details)] : nil }

    /// A piece of the text on one line: ends of blocks and no-break spaces are plain spaces.
    func line(_ range: Range<Int>) -> String {
        let bytes = text[range]
        guard range.contains(where: { text[$0] == 0x0a || isNoBreakSpace($0) }) else { return String(decoding: bytes, as: UTF8.self) }
        // No other space of Unicode begins with any other byte than these, nor a sign that joins the one before it.
        if bytes.contains(where: { $0 == 0xcc || $0 == 0xcd || $0 >= 0xe1 && $0 <= 0xe3 }) {
            return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        var plain: [UInt8] = []
        for index in range {
            let isSpace = isSpace(text[index]) || isNoBreakSpace(index) || isNoBreakSpace(index + 1)
            if !isSpace { plain.append(text[index]) } else if let last = plain.last, last != 0x20 { plain.append(0x20) }
        }
        if plain.last == 0x20 { plain.removeLast() }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The last byte of a no-break space.
    private func isNoBreakSpace(_ index: Int) -> Bool { index < text.count && text[index] == 0xa0 && text[index - 1] == 0xc2 }

    /// An empty document with the memory of this one: growing buffers anew for each page costs more than filling them.
    consuming func emptied() -> Document {
        var fresh = Document()
        guard text.count < Self.largestKept else { return fresh }
        (fresh.text, fresh.blocks, fresh.segments, fresh.links, fresh.anchors) = (text, blocks, segments, links, anchors)
        (text, blocks, segments, links, anchors) = ([], [], [], [], [])
        fresh.text.removeAll(keepingCapacity: true)
        fresh.blocks.removeAll(keepingCapacity: true)
        fresh.segments.removeAll(keepingCapacity: true)
        fresh.links.removeAll(keepingCapacity: true)
        fresh.anchors.removeAll(keepingCapacity: true)
        return fresh
    }

    /// Bytes of text; the memory of a longer page is given back.
    private static let largestKept = 1 << 20
}

/// The primary tag of a language (`nl` of `nl-BE`) in one number, so that a block can carry it for nothing.
struct LanguageTag: Sendable, Hashable {
    private var packed: UInt32 = 0

    static let none = LanguageTag()

    private init() {}

    /// The letters at the beginning, in lower case; longer names than four letters have no rules and are cut.
    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes.prefix(4) {
            guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7a else { break }
            packed = packed << 8 | UInt32(byte | 0x20)
        }
    }

    var text: String {
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: packed >> $0) }
        return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
    }
}
