import Testing

@testable import Reporting
@testable import RuleBook

@Suite("Style sheet and script")
struct AssetTests {
    @Test func theirHashesAreThoseOfTheFiles() {
        #expect(Assets.styleHash == Self.hash(Assets.style), "put this hash into Assets.swift")
        #expect(Assets.scriptHash == Self.hash(Assets.script), "put this hash into Assets.swift")
    }

    @Test func theyNameNoAddressAndEndNoElement() {
        for asset in [Assets.style, Assets.script].map({ String(decoding: $0, as: UTF8.self) }) {
            #expect(!asset.contains("</") && !asset.contains("<!--"))
            #expect(!asset.contains("url(") && !asset.contains("@import") && !asset.contains("innerHTML") && !asset.contains("fetch("))
        }
    }

    /// Text on its ground at least 4.5 to 1, edges and marks at least 3 to 1, in both themes.
    @Test(arguments: ["light", "dark"])
    func coloursCanBeRead(theme: String) throws {
        let style = String(decoding: Assets.style, as: UTF8.self)
        let marker = theme == "light" ? ":root{" : ":root[data-theme=dark]{"
        let start = try #require(style.firstRange(of: marker)).upperBound
        let block = style[start...].prefix { $0 != "}" }
        func colour(_ name: String) throws -> [Double] {
            let value = try #require(block.firstRange(of: "--\(name):#")).upperBound
            let digits = block[value...].prefix { $0.isHexDigit }
            let long = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
            return stride(from: 0, to: 6, by: 2).map { offset in
                let from = long.index(long.startIndex, offsetBy: offset)
                return Double(Int(long[from..<long.index(from, offsetBy: 2)], radix: 16) ?? 0) / 255
            }
        }
        func contrast(_ text: String, _ ground: String) throws -> Double {
            let (a, b) = (Self.luminance(try colour(text)), Self.luminance(try colour(ground)))
            return (max(a, b) + 0.05) / (min(a, b) + 0.05)
        }
        for text in ["ink", "soft", "link", "clash", "empty", "part", "kept"] {
            for ground in ["paper", "card"] { #expect(try contrast(text, ground) >= 4.5, "\(text) on \(ground)") }
        }
        for ground in ["sunk", "mark"] { #expect(try contrast("ink", ground) >= 4.5, "ink on \(ground)") }
        #expect(try contrast("soft", "sunk") >= 4.5)
        for state in ["clash", "empty", "part", "kept"] { #expect(try contrast(state, state + "-bg") >= 4.5, "\(state)") }
        for ground in ["paper", "card", "sunk"] { #expect(try contrast("edge", ground) >= 3, "edge on \(ground)") }
    }

    private static func luminance(_ colour: [Double]) -> Double {
        func linear(_ part: Double) -> Double {
            guard part > 0.04045 else { return part / 12.92 }
            let base = (part + 0.055) / 1.055
            return base * base * (0.6 * base + 0.4)
        }
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
    }

    /// SHA-256 in base 64, as a content security policy wants it.
    private static func hash(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let hex = Array(SHA256.hex(bytes).utf8)
        var bits = hex.flatMap { digit -> [UInt8] in
            let value = Int(String(UnicodeScalar(digit)), radix: 16) ?? 0
            return [3, 2, 1, 0].map { UInt8(value >> $0 & 1) }
        }
        while !bits.count.isMultiple(of: 6) { bits.append(0) }
        let text = stride(from: 0, to: bits.count, by: 6).map { start in
            String(alphabet[bits[start..<(start + 6)].reduce(0) { $0 << 1 | Int($1) }])
        }
        return text.joined() + "="
    }
}
