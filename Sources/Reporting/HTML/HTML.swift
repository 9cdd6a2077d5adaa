/// A piece of HTML. Only literals of this source become markup: a literal must be known when the program is compiled,
/// and every string that is put into one is escaped, for text and for quoted attributes alike.
///
///     let cell: HTML = #"<td lang="\#(claim.language)">\#(claim.quote)</td>"#
struct HTML: ExpressibleByStringInterpolation, Sendable {
    private(set) var bytes: [UInt8] = []

    static let empty = HTML()

    init() {}

    init(stringLiteral literal: StaticString) { bytes = Array(literal.description.utf8) }

    init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

    /// Text as text: nothing in it is markup.
    init(text: String) { Self.escape(text, into: &bytes) }

    /// JSON for a script block of type `application/json`, which its writer has made safe.
    init(json: JSONText) { bytes = json.bytes }

    /// A style sheet or script of the program itself.
    init(asset: [UInt8]) { bytes = asset }

    var isEmpty: Bool { bytes.isEmpty }

    static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.bytes += right.bytes
        return sum
    }

    struct Interpolation: StringInterpolationProtocol {
        typealias StringLiteralType = StaticString
        fileprivate(set) var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) { bytes.reserveCapacity(literalCapacity + 16 * interpolationCount) }

        mutating func appendLiteral(_ literal: StaticString) { bytes += literal.description.utf8 }
        mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &bytes) }
        mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }
        mutating func appendInterpolation(_ html: HTML) { bytes += html.bytes }
        mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { bytes += part.bytes } }
        mutating func appendInterpolation(_ html: HTML?) { if let html { bytes += html.bytes } }
    }

    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"": bytes += "&quot;".utf8
            case "'": bytes += "&#39;".utf8
            case "\t", "\n": bytes.append(UInt8(scalar.value))
            default: if isText(scalar) { bytes += UTF8.encode(scalar)! } else { bytes += "\u{fffd}".utf8 }
            }
        }
    }

    /// Control characters and noncharacters have no place in HTML, and marks that reverse the reading order none in a quote.
    static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7f..<0xa0, 0xfdd0...0xfdef, 0x202a...0x202e, 0x2066...0x2069: false
        default: scalar.value & 0xfffe != 0xfffe
        }
    }
}

extension Sequence<HTML> {
    /// The pieces with `separator` between them.
    func joined(_ separator: HTML) -> HTML {
        var result = HTML.empty
        for (index, part) in enumerated() { result = index == 0 ? part : result + separator + part }
        return result
    }
}
