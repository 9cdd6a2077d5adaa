/// The links of a page in reading order, packed into one run of bytes: all pages of an organisation wait in memory for their judge, and
/// links are most of what they hold.
public struct LinkList: Sendable, Hashable, Sequence, ExpressibleByArrayLiteral {
    private var packed = PackedFields()
    public private(set) var count = 0

    public init(_ links: some Sequence<Link>) {
        for link in links {
            packed.append(link.href)
            packed.append(link.text)
            packed.append(link.line)
            packed.append(link.column << 1 | (link.template ? 1 : 0))
            count += 1
        }
        packed.trim()
    }

    public init(arrayLiteral links: Link...) { self.init(links) }

    /// The links as they are packed here, to be kept and given back to `init(packed:)`.
    public var packedBytes: [UInt8] { packed.bytes }

    /// Nil where the bytes are no packed links.
    public init?(packed bytes: [UInt8]) {
        guard let count = PackedFields.count(bytes, of: [.text, .text, .number, .number]) else { return nil }
        (packed, self.count) = (PackedFields(bytes), count)
    }

    public var underestimatedCount: Int { count }

    public func makeIterator() -> Iterator { Iterator(fields: PackedFields.Reader(packed)) }

    public struct Iterator: IteratorProtocol {
        fileprivate var fields: PackedFields.Reader

        public mutating func next() -> Link? {
            guard fields.hasMore else { return nil }
            let (href, text, line, column) = (fields.text(), fields.text(), fields.number(), fields.number())
            return Link(href: href, text: text, line: line, column: column >> 1, template: column & 1 == 1)
        }
    }
}

/// The anchors of a page in reading order, packed as its links are.
public struct AnchorList: Sendable, Hashable, Sequence, ExpressibleByArrayLiteral {
    private var packed = PackedFields()
    public private(set) var count = 0

    public init(_ anchors: some Sequence<String>) {
        for anchor in anchors {
            packed.append(anchor)
            count += 1
        }
        packed.trim()
    }

    public init(arrayLiteral anchors: String...) { self.init(anchors) }

    /// The anchors as they are packed here, to be kept and given back to `init(packed:)`.
    public var packedBytes: [UInt8] { packed.bytes }

    /// Nil where the bytes are no packed anchors.
    public init?(packed bytes: [UInt8]) {
        guard let count = PackedFields.count(bytes, of: [.text]) else { return nil }
        (packed, self.count) = (PackedFields(bytes), count)
    }

    public var underestimatedCount: Int { count }

    public var isEmpty: Bool { count == 0 }

    public func makeIterator() -> Iterator { Iterator(fields: PackedFields.Reader(packed)) }

    /// Byte for byte.
    public func contains(_ anchor: String) -> Bool {
        var fields = PackedFields.Reader(packed)
        while fields.hasMore {
            if fields.bytes().elementsEqual(anchor.utf8) { return true }
        }
        return false
    }

    public struct Iterator: IteratorProtocol {
        fileprivate var fields: PackedFields.Reader

        public mutating func next() -> String? { fields.hasMore ? fields.text() : nil }
    }
}

/// Texts and numbers, one behind the other: a text with its length in front, a number in groups of seven bits.
private struct PackedFields: Sendable, Hashable {
    private(set) var bytes: [UInt8] = []

    init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    enum Kind { case text, number }

    /// How often fields of these kinds follow each other, or nil where the bytes are not made of them.
    static func count(_ bytes: [UInt8], of kinds: [Kind]) -> Int? {
        var (at, count) = (0, 0)
        while at < bytes.count {
            for kind in kinds {
                guard let number = number(bytes, &at) else { return nil }
                guard kind == .text else { continue }
                guard number <= UInt(bytes.count - at) else { return nil }
                at += Int(number)
            }
            count += 1
        }
        return count
    }

    private static func number(_ bytes: [UInt8], _ at: inout Int) -> UInt? {
        var (number, shift): (UInt, UInt) = (0, 0)
        while at < bytes.count, shift < 64 {
            let byte = bytes[at]
            at += 1
            number |= UInt(byte & 0x7f) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Gives back what growing took too much.
    mutating func trim() {
        var exact: [UInt8] = []
        exact.reserveCapacity(bytes.count)
        exact += bytes
        bytes = exact
    }

    struct Reader {
        private let all: [UInt8]
        private var at = 0

        init(_ fields: PackedFields) { all = fields.bytes }

        var hasMore: Bool { at < all.count }

        mutating func text() -> String { String(decoding: bytes(), as: UTF8.self) }

        mutating func bytes() -> ArraySlice<UInt8> {
            let count = number()
            defer { at += count }
            return all[at..<(at + count)]
        }

        /// What was packed here, or passed `count`, holds a number wherever one is asked for.
        mutating func number() -> Int { Int(bitPattern: PackedFields.number(all, &at) ?? 0) }
    }
}

extension LinkList: Codable {
    public init(from decoder: any Decoder) throws { self.init(try [Link](from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try Array(self).encode(to: encoder) }
}

extension AnchorList: Codable {
    public init(from decoder: any Decoder) throws { self.init(try [String](from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try Array(self).encode(to: encoder) }
}
