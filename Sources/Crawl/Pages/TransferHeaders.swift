/// The header block in front of a transferred body: HTTP in a WARC or behind `wget --save-headers`, MIME in a part of an MHTML file.
struct TransferHeaders: Sendable {
    /// Status of the answer, where the block begins with a status line.
    private(set) var status: Int?
    /// Fields in their order, names in lower case.
    private(set) var fields: [(name: String, value: String)] = []

    init(_ block: ArraySlice<UInt8>) {
        // One scalar a byte: names are ASCII, and a value in another charset must not swallow a line end.
        for line in block.split(separator: 0x0a) {
            let line = line.last == 0x0d ? line.dropLast() : line
            take(String(decoding: line, as: UTF8.self))
        }
    }

    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// `text/html`, in lower case.
    var mediaType: String? {
        let type = self["content-type"]?.prefix { $0 != ";" }.trimmed.lowercased()
        return type?.isEmpty ?? true ? nil : type
    }

    /// A parameter of the content type, such as `charset` or `boundary`, without its quotes.
    func parameter(_ name: String) -> String? {
        guard let type = self["content-type"] else { return nil }
        for part in type.split(separator: ";").dropFirst() {
            guard let equals = part.firstIndex(of: "="), part[..<equals].trimmed.lowercased() == name else { continue }
            let value = part[part.index(after: equals)...].trimmed.filter { $0 != "\"" && $0 != "'" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    /// Codings of the body from the last that was put on to the first.
    var codings: [String] {
        fields.filter { $0.name == "content-encoding" }.flatMap { $0.value.split(separator: ",") }.reversed().map {
            $0.trimmed.lowercased()
        }
    }

    var isChunked: Bool { self["transfer-encoding"]?.lowercased().contains("chunked") ?? false }

    /// The `Date` field as ISO 8601.
    var date: String? { self["date"].flatMap(Self.iso) }

    private mutating func take(_ line: String) {
        if fields.isEmpty, status == nil, line.hasPrefix("HTTP/") {
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        } else if let first = line.first, first == " " || first == "\t", !fields.isEmpty {
            fields[fields.count - 1].value += " " + line.trimmed
        } else if let colon = line.firstIndex(of: ":") {
            fields.append((line[..<colon].trimmed.lowercased(), line[line.index(after: colon)...].trimmed))
        }
    }

    /// `Sun, 22 Nov 2026 10:00:00 GMT` as `2026-11-22T10:00:00Z`.
    static func iso(_ text: String) -> String? {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count >= 5, let month = months.firstIndex(of: String(words[2])), let day = Int(words[1]), (1...31).contains(day),
            words[3].count == 4, Int(words[3]) != nil, words[4].count == 8
        else { return nil }
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(words[3])-\(two(month + 1))-\(two(day))T\(words[4])Z"
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

extension ArraySlice<UInt8> {
    /// Where the header block ends (behind its empty line), or nil where none does within `limit` bytes.
    func headerEnd(within limit: Int) -> Int? {
        let stop = Swift.min(endIndex, startIndex + limit)
        var at = startIndex
        while let feed = self[at..<stop].firstIndex(of: 0x0a) {
            let next = feed + 1
            if next < endIndex, self[next] == 0x0a { return next + 1 }
            if next + 1 < endIndex, self[next] == 0x0d, self[next + 1] == 0x0a { return next + 2 }
            at = next
        }
        return nil
    }
}
