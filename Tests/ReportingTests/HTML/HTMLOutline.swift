/// A page as a tree of its elements, read strictly: an end tag without its beginning, or an attribute without quotes, is an error.
/// Only for pages that we wrote ourselves.
struct HTMLOutline {
    struct Element {
        var name: String
        var attributes: [String: String] = [:]
        var depth: Int
        /// Text directly or deeper inside it.
        var text = ""
    }

    enum Flaw: Error, Equatable { case tag(String, at: Int) }

    private(set) var elements: [Element] = []
    private static let void: Set<String> = ["meta", "br", "input", "link", "img", "use", "hr"]

    init(_ bytes: [UInt8]) throws {
        let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var (place, open): (Int, [Int]) = (0, [])
        while place < text.count {
            guard text[place] == "<" else {
                for index in open { elements[index].text.unicodeScalars.append(text[place]) }
                place += 1
                continue
            }
            let end = try Self.end(text, place)
            let tag = String(String.UnicodeScalarView(text[(place + 1)..<end]))
            place = end + 1
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                guard let last = open.popLast(), elements[last].name == tag.dropFirst() else { throw Flaw.tag(tag, at: place) }
                continue
            }
            let element = try Self.element(tag, depth: open.count, at: place)
            elements.append(element)
            if !tag.hasSuffix("/"), !Self.void.contains(element.name) { open.append(elements.count - 1) }
            if element.name == "style" || element.name == "script" {
                let close = Array("</\(element.name)>".unicodeScalars)
                while place + close.count <= text.count, Array(text[place..<(place + close.count)]) != close {
                    elements[elements.count - 1].text.unicodeScalars.append(text[place])
                    place += 1
                }
            }
        }
        guard open.isEmpty else { throw Flaw.tag(elements[open[0]].name, at: text.count) }
    }

    /// The `>` of a tag, past its quoted values.
    private static func end(_ text: [Unicode.Scalar], _ start: Int) throws -> Int {
        var (place, isQuoted) = (start + 1, false)
        while place < text.count {
            if text[place] == "\"" { isQuoted.toggle() }
            if text[place] == ">", !isQuoted { return place }
            if text[place] == "<" { throw Flaw.tag("<", at: place) }
            place += 1
        }
        throw Flaw.tag("end of page", at: place)
    }

    private static func element(_ tag: String, depth: Int, at place: Int) throws -> Element {
        var element = Element(name: String(tag.prefix { $0 != " " && $0 != "/" }), depth: depth)
        var rest = tag.dropFirst(element.name.count)
        while let start = rest.firstIndex(where: { $0 != " " && $0 != "/" }) {
            rest = rest[start...]
            let name = String(rest.prefix { $0 != "=" && $0 != " " && $0 != "/" })
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix("=") else {
                element.attributes[name] = ""
                continue
            }
            guard rest.hasPrefix("=\""), let close = rest.dropFirst(2).firstIndex(of: "\"") else { throw Flaw.tag(tag, at: place) }
            element.attributes[name] = String(rest[rest.index(rest.startIndex, offsetBy: 2)..<close])
            rest = rest[rest.index(after: close)...]
        }
        return element
    }

    /// Sections, headings, tables and lists, one a line; alike neighbours once, and numbers as `0`.
    var lines: String {
        let shown: Set<String> = [
            "head", "title", "body", "header", "nav", "main", "section", "article", "h1", "h2", "h3", "h4", "table", "caption", "thead",
            "tbody", "tr",
            "th", "td", "details", "summary", "form", "select", "input", "button", "ol", "ul", "li", "blockquote", "figure", "dl", "dt",
            "template",
        ]
        var result: [String] = []
        for element in elements where shown.contains(element.name) {
            let id = element.attributes["id"].flatMap { $0.contains(where: \.isNumber) ? nil : "#" + $0 } ?? ""
            let spoken = ["caption", "dt", "button"].contains(element.name) ? element.text : ""
            let text = spoken.split(whereSeparator: \.isWhitespace).map { $0.contains(where: \.isNumber) ? "0" : $0 }.joined(separator: " ")
            let line = String(repeating: " ", count: element.depth) + element.name + id + (text.isEmpty ? "" : " " + text)
            if !result.suffix(12).contains(line) || !id.isEmpty { result.append(line) }
        }
        return result.joined(separator: "\n") + "\n"
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func first(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }
}
