/// Values as bytes and back. A type lists its fields once, and the same list writes and reads them.
///
/// A text that stood in the same bytes before is written as its number, so that what all claims of a page share is read once.
///
/// Reading never fails halfway: what is not there reads as nothing, and `isDamaged` says so at the end.
struct EntryBytes {
    private(set) var bytes: [UInt8]
    private(set) var isDamaged = false
    private var at = 0
    private let isWriting: Bool
    /// Texts so far, and while writing their numbers.
    private var texts: [String] = []
    private var numbers: [String: Int] = [:]

    /// For writing.
    init(behind head: [UInt8] = []) {
        bytes = head
        isWriting = true
    }

    init(reading bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        at = start
        isWriting = false
    }

    /// Everything was read, and nothing was missing.
    var isWhole: Bool { !isDamaged && at == bytes.count }

    // MARK: values

    mutating func pass(_ number: inout Int) {
        if isWriting {
            put(UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1))))
        } else {
            let value = take()
            number = Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
        }
    }

    mutating func pass(_ number: inout Double) {
        if isWriting { put(number.bitPattern) } else { number = Double(bitPattern: take()) }
    }

    mutating func pass(_ flag: inout Bool) {
        if isWriting { put(flag ? 1 : 0) } else { flag = take() != 0 }
    }

    mutating func pass(_ text: inout String) {
        if isWriting { put(text) } else { text = takeText() }
    }

    mutating func pass<Value: RawRepresentable>(_ value: inout Value) where Value.RawValue == String {
        var text = value.rawValue
        pass(&text)
        guard !isWriting else { return }
        if let read = Value(rawValue: text) { value = read } else { isDamaged = true }
    }

    mutating func pass<Value>(_ value: inout Value?, blank: Value, _ body: (inout Value, inout EntryBytes) -> Void) {
        var isThere = value != nil
        pass(&isThere)
        guard isThere else {
            value = nil
            return
        }
        var inner = value ?? blank
        body(&inner, &self)
        value = inner
    }

    mutating func pass<Value>(_ values: inout [Value], blank: Value, _ body: (inout Value, inout EntryBytes) -> Void) {
        var count = values.count
        pass(&count)
        if isWriting {
            for index in values.indices { body(&values[index], &self) }
            return
        }
        // Every value takes a byte at least.
        guard count >= 0, count <= bytes.count - at else {
            isDamaged = true
            return
        }
        values = []
        values.reserveCapacity(count)
        for _ in 0..<count where !isDamaged {
            var value = blank
            body(&value, &self)
            values.append(value)
        }
    }

    mutating func pass(_ text: inout String?) { pass(&text, blank: "") { $1.pass(&$0) } }
    mutating func pass(_ number: inout Int?) { pass(&number, blank: 0) { $1.pass(&$0) } }
    mutating func pass(_ texts: inout [String]) { pass(&texts, blank: "") { $1.pass(&$0) } }
    mutating func pass(_ texts: inout [String]?) { pass(&texts, blank: []) { $1.pass(&$0) } }

    /// A value that knows how to be bytes. While writing it stays as it is.
    mutating func pass<Value>(_ value: inout Value, packed: (Value) -> [UInt8], _ unpack: ([UInt8]) -> Value?) {
        if isWriting {
            let own = packed(value)
            put(UInt64(own.count))
            bytes += own
            return
        }
        let count = take()
        guard !isDamaged, count <= UInt64(bytes.count - at), let read = unpack(Array(bytes[at..<(at + Int(count))])) else {
            isDamaged = true
            return
        }
        value = read
        at += Int(count)
    }

    // MARK: bytes

    /// Seven bits a byte, the lowest first.
    private mutating func put(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func take() -> UInt64 {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while at < bytes.count, shift < 64 {
            let byte = bytes[at]
            at += 1
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        isDamaged = true
        return 0
    }

    /// An even number is twice the length of a new text, an odd one that of an earlier text.
    private mutating func put(_ text: String) {
        // So short a text is no longer than its number.
        guard text.utf8.count > 1 else { return putNew(text) }
        if let number = numbers[text] { return put(UInt64(number) << 1 | 1) }
        numbers[text] = numbers.count
        putNew(text)
    }

    private mutating func putNew(_ text: String) {
        put(UInt64(text.utf8.count) << 1)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func takeText() -> String {
        let mark = take()
        let count = mark >> 1
        if mark & 1 == 1 {
            if count < UInt64(texts.count) { return texts[Int(count)] }
            isDamaged = true
        }
        guard !isDamaged, count <= UInt64(bytes.count - at) else {
            isDamaged = true
            return ""
        }
        let end = at + Int(count)
        defer { at = end }
        let text = String(decoding: bytes[at..<end], as: UTF8.self)
        if count > 1 { texts.append(text) }
        return text
    }
}
