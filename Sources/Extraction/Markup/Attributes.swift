/// The attributes of one start tag that are looked at, in one reused buffer.
struct AttributeList: Sendable {
    /// Where the value of each attribute stands in `bytes`, by the attribute's number; what is not present has an old place.
    private var places = Self.noPlaces
    private static let noPlaces = [Range<Int32>](repeating: 0..<0, count: Attribute.allCases.count)
    private var bytes: [UInt8] = []
    private var present: UInt32 = 0
    /// So many bytes of earlier tags may stay: taking them out costs more than most start tags.
    private static let mostBytes = 8192

    mutating func removeAll() {
        present = 0
        if bytes.count > Self.mostBytes { bytes.removeAll(keepingCapacity: true) }
    }

    mutating func append(_ attribute: Attribute, _ value: some Collection<UInt8>) {
        let start = Int32(bytes.count)
        bytes.append(contentsOf: value)
        places[Int(attribute.rawValue)] = start..<Int32(bytes.count)
        present |= 1 << UInt32(attribute.rawValue)
    }

    var isEmpty: Bool { present == 0 }

    @inline(__always)
    func has(_ attribute: Attribute) -> Bool { present >> UInt32(attribute.rawValue) & 1 == 1 }

    /// The value of the first attribute of the name; empty where it is not there.
    func value(_ attribute: Attribute) -> ArraySlice<UInt8> {
        guard has(attribute) else { return [] }
        let place = places[Int(attribute.rawValue)]
        return bytes[Int(place.lowerBound)..<Int(place.upperBound)]
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
