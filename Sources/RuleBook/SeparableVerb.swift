/// German puts "zu" inside verbs whose first part can stand apart: "zurückzuschicken" is "zurückschicken".
enum SeparableVerb {
    private static let prefixes = [
        "zuruck", "zusammen", "heraus", "hinaus", "vorbei", "weiter", "entgegen", "nieder", "durch", "fest", "frei", "heim", "nach", "ab",
        "an", "auf", "aus", "bei", "ein", "her", "hin", "los", "mit", "vor", "weg", "zu",
    ].map { Array($0.utf8) }
    private static let joint = Array("zu".utf8)
    /// Letters of the shortest verb behind "zu": "tun".
    private static let shortest = 3

    /// The verb without its "zu", or nil where the folded word has none.
    static func plain(_ word: [UInt8]) -> [UInt8]? {
        for prefix in prefixes where word.starts(with: prefix) {
            let rest = word.dropFirst(prefix.count)
            guard rest.starts(with: joint), rest.count >= joint.count + shortest, rest.last == UInt8(ascii: "n") else { continue }
            return prefix + rest.dropFirst(joint.count)
        }
        return nil
    }
}
