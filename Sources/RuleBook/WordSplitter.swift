/// Splits a word of the lexicon as the tokeniser splits pages: at hyphens and digits, in French at apostrophes too.
struct WordSplitter {
    let language: String

    /// The parts of a folded word; `l'équipe` gives two in French, `24/7` gives `24`, `/`, `7`.
    func parts(folded word: some Sequence<UInt8>) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var current: [UInt8] = []
        func flush() {
            if !current.isEmpty { parts.append(current) }
            current = []
        }
        for byte in word {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: " "):
                flush()
            case UInt8(ascii: "'") where language == "fr":
                flush()
            // "'s avonds": on pages an apostrophe before a word is a sign of its own.
            case UInt8(ascii: "'") where current.isEmpty:
                parts.append([byte])
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let last = current.last, !isDigit(last) { flush() }
                current.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "'"), UInt8(ascii: "*"), 0x80...:
                if let last = current.last, isDigit(last) { flush() }
                current.append(byte)
            default:
                flush()
                parts.append([byte])
            }
        }
        flush()
        return parts
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
