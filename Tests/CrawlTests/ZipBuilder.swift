import CZlib

/// Writes ZIP files for tests: stored or deflated entries, under any name.
struct ZipBuilder {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ plain: [UInt8], deflated: Bool = false, flags: Int = 0) {
        let data = deflated ? gzip(plain, windowBits: -15) : plain
        let sum = unsafe plain.withUnsafeBufferPointer { unsafe Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
        let common =
            Self.short(20) + Self.short(flags) + Self.short(deflated ? 8 : 0) + Self.long(0) + Self.long(sum) + Self.long(data.count)
            + Self.long(plain.count) + Self.short(name.utf8.count) + Self.short(0)
        directory +=
            [0x50, 0x4b, 1, 2] + Self.short(20) + common + Self.short(0) + Self.short(0) + Self.short(0) + Self.long(0)
            + Self.long(body.count)
            + Array(name.utf8)
        body += [0x50, 0x4b, 3, 4] + common + Array(name.utf8) + data
        count += 1
    }

    mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    var bytes: [UInt8] {
        body + directory + [0x50, 0x4b, 5, 6] + Self.short(0) + Self.short(0) + Self.short(count) + Self.short(count)
            + Self.long(directory.count)
            + Self.long(body.count) + Self.short(0)
    }

    /// The same in the long form of ZIP64: sizes, places and counts stand in 64 bits, and their usual places say so.
    static func long(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, plain) in entries {
            let sum = unsafe plain.withUnsafeBufferPointer { unsafe Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
            let sizes = wide(plain.count) + wide(plain.count)
            let common = short(45) + short(0) + short(0) + long(0) + long(sum) + full + full + short(name.utf8.count)
            directory +=
                [0x50, 0x4b, 1, 2] + short(45) + common + short(28) + short(0) + short(0) + short(0) + long(0) + full + Array(name.utf8)
                + short(1) + short(24) + sizes + wide(body.count)
            body += [0x50, 0x4b, 3, 4] + common + short(20) + Array(name.utf8) + short(1) + short(16) + sizes + plain
        }
        let end =
            [0x50, 0x4b, 6, 6] + wide(44) + short(45) + short(45) + long(0) + long(0) + wide(entries.count) + wide(entries.count)
            + wide(directory.count) + wide(body.count)
        let locator = [0x50, 0x4b, 6, 7] + long(0) + wide(body.count + directory.count) + long(1)
        return body + directory + end + locator + [0x50, 0x4b, 5, 6] + [0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff] + full + full + short(0)
    }

    private static let full: [UInt8] = [0xff, 0xff, 0xff, 0xff]
    private static func wide(_ value: Int) -> [UInt8] { (0..<8).map { UInt8(value >> ($0 * 8) & 0xff) } }
    private static func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8 & 0xff)] }
    private static func long(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xff) } }
}
