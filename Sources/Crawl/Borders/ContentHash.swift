extension Hasher {
    /// All bytes in one go: an array would be hashed byte by byte.
    mutating func combine(content bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe combine(bytes: $0) }
    }
}
