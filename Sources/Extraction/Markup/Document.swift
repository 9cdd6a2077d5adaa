import Claims

/// One page as flat records: the text of all its blocks in one buffer, and what each block is.
///
/// Text is UTF-8 with white space collapsed; a block's `text` is a range of `Document.text`. Inline tags vanish, entities are resolved,
/// soft hyphens and the like stay (the tokeniser folds them).
struct Document: Sendable {
    var text: [UInt8] = []
    var blocks: [Block] = []
    /// The `lang` of the page: primary tag in lower case, empty where none is given.
    var language = ""
    var title: String?
    var charset = "utf-8"
    /// Which step decided the charset: `bom`, `header`, `meta`, `guess`.
    var charsetFrom = "guess"
    var links: [Link] = []
    /// Values of `id` and `name` that an address with `#` may name.
    var anchors: [String] = []
    /// `<link rel="canonical">`, as written.
    var canonical: String?
    /// Pieces of source behind the text, in reading order: the map from text back to lines and columns.
    var segments: [Segment] = []
    /// The decoded source (UTF-8), for lines and columns.
    var source: [UInt8] = []
}

/// From `text` on, the text was read from `source` on (both offsets in bytes), until the next segment.
struct Segment: Sendable {
    var text: Int32
    var source: Int32
    /// The source is one entity or attribute value, which maps as a whole.
    var atomic: Bool
}

extension Document {
    /// Line and column (1-based, counting characters) of an offset of `text` in the decoded source.
    func position(of offset: Int) -> (line: Int, column: Int) {
        guard !segments.isEmpty else { return (1, 1) }
        var (low, high) = (0, segments.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(segments[middle].text) <= offset { low = middle } else { high = middle }
        }
        let segment = segments[low]
        var at = Int(segment.source)
        if !segment.atomic { at = advance(from: at, by: offset - Int(segment.text)) }
        return place(at)
    }

    /// Walks over source text as it was collapsed: a run of white space counts for one byte.
    private func advance(from start: Int, by count: Int) -> Int {
        var (at, left) = (start, count)
        while left > 0, at < source.count {
            if isSpace(source[at]) {
                while at + 1 < source.count, isSpace(source[at + 1]) { at += 1 }
            }
            at += 1
            left -= 1
        }
        return at
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 || byte == 0x0c }
}

enum BlockKind: UInt8, Sendable {
    case title, description, alternative, structured
    case heading, paragraph, item, row, term, button
}

/// The part of a page in which a block stands.
enum Region: UInt8, Sendable {
    case main, navigation, header, footer, cookies
    /// A quotation, review or testimonial (`blockquote`, `q`, `cite`, classes and microdata that say so).
    case quotation
    /// Code, keyboard and sample text.
    case code
}

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
    /// The primary tag of the nearest `lang`, empty for the page's.
    var language: String = ""
    /// Cells of a row, in reading order: ranges of `Document.text`, inside `text`. Cells are joined by ` | `.
    var cells: [Range<Int32>] = []
    /// For each cell the header text above it (ranges of `Document.text`, empty where none), as many as `cells`.
    var columnHeaders: [Range<Int32>] = []
    /// The first cell is a header of its row (`th`, or the first column of a table that has column headers).
    var rowHeader = false
    /// Caption of the table, empty where none.
    var caption: Range<Int32> = 0..<0
    /// For `structured`: the property that the value belongs to (`openingHours`, `telephone`, `description` …).
    var property: String = ""
    /// For `structured` opening hours: OpenStreetMap syntax, and the channel that the markup names.
    var hours: String = ""
    var channel: String = "any"
}
