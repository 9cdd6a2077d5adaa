/// SHA-256 (FIPS 180-4), for the digests that name rule books and pages. Not for secrets.
package struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// What is left of the bytes so far, less than a block.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0
    private var words = [UInt32](repeating: 0, count: 64)
    private static let block = 64

    package init() {}

    static func hex(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }

    package mutating func update(_ bytes: [UInt8]) {
        length += UInt64(bytes.count) * 8
        var at = 0
        if !rest.isEmpty {
            at = min(Self.block - rest.count, bytes.count)
            rest += bytes[..<at]
            guard rest.count == Self.block else { return }
            let whole = rest
            compress(whole, at: 0)
            rest.removeAll(keepingCapacity: true)
        }
        while at + Self.block <= bytes.count {
            compress(bytes, at: at)
            at += Self.block
        }
        rest += bytes[at...]
    }

    /// The digest as 64 hexadecimal digits.
    package mutating func finish() -> String {
        let bits = length
        update([0x80] + [UInt8](repeating: 0, count: (Self.block + 55 - rest.count) % Self.block))
        update((0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) })
        return state.map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 8 - text.count) + text
        }.joined()
    }

    private mutating func compress(_ bytes: [UInt8], at start: Int) {
        for i in 0..<16 {
            let byte = start + i * 4
            words[i] =
                UInt32(bytes[byte]) << 24 | UInt32(bytes[byte + 1]) << 16 | UInt32(bytes[byte + 2]) << 8 | UInt32(bytes[byte + 3])
        }
        for i in 16..<64 {
            let (early, late) = (words[i - 15], words[i - 2])
            let s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
            let s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
            words[i] = words[i - 16] &+ s0 &+ words[i - 7] &+ s1
        }
        let constants = Self.constants
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
        for i in 0..<64 {
            let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            let t1 = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ constants[i] &+ words[i]
            let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
            let t2 = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
        }
        for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] = state[i] &+ word }
    }

    @inline(__always)
    private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    /// Fractional parts of the cube roots of the first 64 primes, computed once.
    private static let constants: [UInt32] = {
        var primes: [Int] = []
        var candidate = 2
        while primes.count < 64 {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes.map(cubeRootFraction)
    }()

    /// The first 32 bits after the point of the cube root of `prime`, by whole-number bisection.
    private static func cubeRootFraction(_ prime: Int) -> UInt32 {
        let target = UInt128(prime) << 96
        var (low, high): (UInt128, UInt128) = (0, 1 << 36)
        while high - low > 1 {
            let middle = (low + high) / 2
            if middle * middle * middle <= target { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }
}
