/// The attributes of one start tag that are looked at, in one reused buffer.
struct AttributeList: Sendable {
    private struct Entry {
        var attribute: Attribute
        var start: Int32
        var end: Int32
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var present: UInt32 = 0

    mutating func removeAll() {
        guard present != 0 else { return }
        entries.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        present = 0
    }

    mutating func append(_ attribute: Attribute, _ value: Swift.Span<UInt8>) {
        let start = Int32(bytes.count)
        bytes.append(addingCapacity: value.count) { output in
            for index in value.indices { output.append(value[index]) }
        }
        entries.append(Entry(attribute: attribute, start: start, end: Int32(bytes.count)))
        present |= 1 << UInt32(attribute.rawValue)
    }

    var isEmpty: Bool { present == 0 }

    @inline(__always)
    func has(_ attribute: Attribute) -> Bool { present >> UInt32(attribute.rawValue) & 1 == 1 }

    /// The value of the first attribute of the name; empty where it is not there.
    func value(_ attribute: Attribute) -> ArraySlice<UInt8> {
        guard has(attribute), let entry = entries.first(where: { $0.attribute == attribute }) else { return [] }
        return bytes[Int(entry.start)..<Int(entry.end)]
    }

    /// The value as text, or nil where the attribute is not there.
    func text(_ attribute: Attribute) -> String? {
        has(attribute) ? String(decoding: value(attribute), as: UTF8.self) : nil
    }

    /// The value is this word, in any case of its letters.
    func equals(_ attribute: Attribute, _ word: String) -> Bool {
        guard has(attribute) else { return false }
        let value = value(attribute)
        return value.count == word.utf8.count && zip(value, word.utf8).allSatisfy { Self.lower($0) == $1 }
    }

    /// The word stands in the value, in any case of its letters.
    func contains(_ attribute: Attribute, _ word: [UInt8]) -> Bool {
        guard has(attribute) else { return false }
        let value = value(attribute)
        return value.indices.contains { start in
            value.endIndex - start >= word.count && zip(value[start...], word).allSatisfy { Self.lower($0) == $1 }
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte }
}
