/// Folds text for matching: lower case, without accents, ligatures apart, curly quotes straight, soft hyphens gone.
///
/// The tokeniser of the extraction folds bytes with the same table, so that a lexicon and a page agree.
public enum Folding {
    /// The folded form of one scalar: none, one or two ASCII letters, or the scalar itself.
    public static func fold(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
        let value = scalar.value
        if value < 0x80 {
            bytes.append(value >= 0x41 && value <= 0x5a ? UInt8(value) | 0x20 : UInt8(value))
        } else if let ascii = table[value] {
            bytes.append(contentsOf: ascii)
        } else if !isIgnored(value) {
            bytes.append(contentsOf: String(scalar).lowercased().utf8)
        }
    }

    public static func fold(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars { fold(scalar, into: &bytes) }
        return bytes
    }

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
