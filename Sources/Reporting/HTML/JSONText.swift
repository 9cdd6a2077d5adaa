/// JSON that may stand inside a script element: no `<` in it, so that nothing can end the element.
struct JSONText: Sendable {
    private(set) var bytes: [UInt8] = []

    mutating func object(_ members: [(String, (inout JSONText) -> Void)]) {
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            string(member.0)
            bytes.append(UInt8(ascii: ":"))
            member.1(&self)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func array<T>(_ values: some Sequence<T>, _ write: (inout JSONText, T) -> Void) {
        bytes.append(UInt8(ascii: "["))
        var first = true
        for value in values {
            if !first { bytes.append(UInt8(ascii: ",")) }
            first = false
            write(&self, value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func strings(_ values: some Sequence<String>) { array(values) { $0.string($1) } }

    mutating func numbers(_ values: some Sequence<Int>) { array(values) { $0.number($1) } }

    mutating func number(_ value: Int) { bytes += String(value).utf8 }

    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += #"\""#.utf8
            case "\\": bytes += #"\\"#.utf8
            case "\n": bytes += #"\n"#.utf8
            case "\t": bytes += #"\t"#.utf8
            case "<": bytes += #"\u003c"#.utf8
            case "\u{2028}": bytes += #"\u2028"#.utf8
            case "\u{2029}": bytes += #"\u2029"#.utf8
            default: bytes += HTML.isText(scalar) ? Array(UTF8.encode(scalar)!) : Array("\u{fffd}".utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
