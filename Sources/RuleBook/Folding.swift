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
        } else if value < low.count {
            bytes.append(contentsOf: low[Int(value)])
        } else {
            bytes.append(contentsOf: general(scalar))
        }
    }

    /// Scripts without capitals stay as they are.
    private static func general(_ scalar: Unicode.Scalar) -> [UInt8] {
        if let ascii = table[scalar.value] { return ascii }
        if isIgnored(scalar.value) { return [] }
        let isCaseless =
            (0x590..<0x10a0).contains(scalar.value) || (0x2e80..<0xa640).contains(scalar.value)
            || (0xac00..<0xd7b0).contains(scalar.value)
        return Array((isCaseless ? String(scalar) : String(scalar).lowercased()).utf8)
    }

    /// The folded forms of Latin, Greek, Cyrillic and Armenian, worked out once.
    private static let low: [[UInt8]] = (0..<0x590).map { value in Unicode.Scalar(UInt32(value)).map(general) ?? [] }

    /// The folded form of UTF-8.
    public static func fold(utf8 text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
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
