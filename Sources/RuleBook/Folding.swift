/// Folds text for matching: lower case, without accents, ligatures apart, curly quotes straight, soft hyphens gone.
///
/// The tokeniser of the extraction folds bytes with the same table, so that a lexicon and a page agree.
public enum Folding {
    /// The folded form of one scalar: none, one or two ASCII letters, or the scalar itself.
    ///
    /// Dutch stresses "one" with accents: "één" and "eén" become `eeen`, other than the article `een`.
    public static func fold(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
        let value = scalar.value
        if value == 0x301, bytes.suffix(2) == [0x65, 0x65] {
            bytes.append(0x65)
        } else if value == 0xe9 || value == 0xc9, bytes.last == 0x65 {
            bytes.append(contentsOf: [0x65, 0x65])
        } else if value < 0x80 {
            bytes.append(value >= 0x41 && value <= 0x5a ? UInt8(value) | 0x20 : UInt8(value))
        } else if value < packed.count, packed[Int(value)] != unpacked {
            append(packed[Int(value)], to: &bytes)
        } else if isCaseless(value), let encoded = UTF8.encode(scalar) {
            bytes.append(contentsOf: encoded)
        } else {
            bytes.append(contentsOf: general(scalar))
        }
    }

    private static func general(_ scalar: Unicode.Scalar) -> [UInt8] {
        if let ascii = table[scalar.value] { return ascii }
        return isIgnored(scalar.value) ? [] : Array(String(scalar).lowercased().utf8)
    }

    /// Scripts without capitals stay as they are. The sign for a space between them does not.
    private static func isCaseless(_ value: UInt32) -> Bool {
        (0x590..<0x10a0).contains(value) || (0x2e80..<0xa640).contains(value) && value != 0x3000 || (0xac00..<0xd7b0).contains(value)
    }

    /// The folded forms of the scripts with capitals and of the signs beside them, worked out once: up to three bytes, and above them
    /// how many there are. Pages are full of these, and an array for each costs more than the rest of a word.
    private static let packed: [UInt32] = (0..<0x2070).map { value in
        guard value < 0x590 || value >= 0x2000, let scalar = Unicode.Scalar(UInt32(value)) else { return unpacked }
        let bytes = general(scalar)
        if bytes.count > 3 { return unpacked }
        return bytes.enumerated().reduce(UInt32(bytes.count) << 24) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
    }

    private static let unpacked = UInt32.max

    private static func append(_ packed: UInt32, to bytes: inout [UInt8]) {
        for index in 0..<(packed >> 24) { bytes.append(UInt8(truncatingIfNeeded: packed >> (8 * index))) }
    }

    /// The folded form of UTF-8.
    public static func fold(utf8 text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.underestimatedCount)
        for byte in text {
            if byte >= 0x80 { return fold(String(decoding: Array(text), as: UTF8.self)) }
            bytes.append(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
        }
        return bytes
    }

    public static func fold(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars { fold(scalar, into: &bytes) }
        return bytes
    }

    /// The stressed form of "een", and the form without stress that it is one of.
    static let stressed = (word: Array("eeen".utf8), plain: Array("een".utf8))

    /// Soft hyphen, zero-width signs, joiners, direction marks, combining accents, variation selectors.
    public static func isIgnored(_ value: UInt32) -> Bool {
        switch value {
        case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0xfeff, 0x300...0x36f, 0xfe00...0xfe0f: true
        default: false
        }
    }

    private static let table: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        let rows: [(String, String)] = [
            ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄª"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđĎĐð"), ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"),
            ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), ("k", "ķĶ"), ("l", "ĺļľŀłĹĻĽĿŁ"),
            ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐº"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšŚŜŞŠſ"), ("t", "ţťŧŢŤŦ"),
            ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"), ("z", "źżžŹŻŽ"), ("ae", "æÆ"), ("oe", "œŒ"),
            ("ss", "ßẞ"), ("ij", "ĳĲ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬆﬅ"),
            ("'", "’‘ʼ′`´"), ("\"", "“”„‟″«»‹›"), ("-", "‐‑‒–—―−"), (" ", "\u{a0}\u{2007}\u{2009}\u{200a}\u{202f}\u{2002}\u{2003}\u{3000}"),
        ]
        for (ascii, scalars) in rows {
            for scalar in scalars.unicodeScalars { table[scalar.value] = Array(ascii.utf8) }
        }
        return table
    }()
}
