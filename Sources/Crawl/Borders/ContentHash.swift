/// A hash of whole pages, sixteen bytes a step. It is another one in each run, so that nobody can write two pages that share theirs.
enum ContentHash {
    private static let keys = (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max))

    static func of(_ bytes: [UInt8]) -> UInt64 { of(bytes, keys) }

    /// - Parameter start: the bytes before it do not count.
    static func of(_ bytes: [UInt8], _ keys: (UInt64, UInt64), from start: Int = 0) -> UInt64 {
        return unsafe bytes.withUnsafeBytes { whole in
            let buffer = unsafe UnsafeRawBufferPointer(rebasing: whole[start...])
            var (hash, at) = (keys.0 ^ UInt64(buffer.count), 0)
            while at + 16 <= buffer.count {
                let first = unsafe buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                let second = unsafe buffer.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
                hash = mixed(hash ^ first, second ^ keys.1)
                at += 16
            }
            for index in at..<buffer.count { hash = mixed(hash ^ UInt64(unsafe buffer[index]), keys.1) }
            return hash
        }
    }

    private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = first.multipliedFullWidth(by: second)
        return product.high ^ product.low
    }
}
