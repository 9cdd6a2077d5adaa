package import Yams

/// A YAML file read strictly: every error carries its place.
package struct YAMLReader {
    package let file: String
    private let text: String
    /// Where lines begin, in bytes.
    private let starts: [Int]

    init(file: String, text: String) {
        (self.file, self.text) = (file, text)
        var (starts, at) = ([0], 0)
        for byte in text.utf8 {
            at += 1
            if byte == 0x0a { starts.append(at) }
        }
        self.starts = starts
    }

    /// Composes `text` into nodes; a syntax error becomes `RuleBookError.invalid` at its line.
    package static func compose(file: String, text: String) throws(RuleBookError) -> (YAMLReader, Node?) {
        let reader = YAMLReader(file: file, text: text)
        do {
            // Every value is read as the text that it is, so that nothing need be guessed from how it looks.
            return (reader, try Yams.compose(yaml: text, .basic, .default, .utf8))
        } catch let error as YamlError {
            throw reader.syntax(error)
        } catch {
            throw .unreadable(path: file, cause: "\(error)")
        }
    }

    private func syntax(_ error: YamlError) -> RuleBookError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return .invalid(place(mark), problem: problem, cure: "check quotes, colons and indentation")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: ", ")
            return .invalid(
                place(context.mark), problem: "the key \(names) stands twice", cure: "keep one of them")
        default:
            return .unreadable(path: file, cause: "\(error)")
        }
    }

    package func place(_ mark: Mark?) -> RulePlace {
        let (line, column) = (mark?.line ?? 1, mark?.column ?? 1)
        guard line >= 1, line <= starts.count else { return RulePlace(file: file, line: line, column: column, text: "") }
        let start = text.utf8.index(text.startIndex, offsetBy: starts[line - 1])
        let end = text.utf8[start...].firstIndex(of: 0x0a) ?? text.endIndex
        return RulePlace(file: file, line: line, column: column, text: String(text[start..<end]))
    }

    package func fail(_ node: Node, _ problem: String, cure: String) -> RuleBookError {
        .invalid(place(node.mark), problem: problem, cure: cure)
    }

    /// The node as a mapping whose keys are all in `known`; an unknown key is an error with the nearest known one.
    package func mapping(_ node: Node, known: [String]) throws(RuleBookError) -> YAMLMapping {
        guard case .mapping(let mapping) = node else {
            throw fail(node, "expected keys with values here", cure: "write `key: value` lines")
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard known.contains(name) else {
                throw fail(key, "unknown key '\(name)'", cure: suggestion(for: name, among: known))
            }
            values[name] = value
        }
        return YAMLMapping(reader: self, node: node, values: values)
    }

    /// The pairs of a mapping whose keys are free, in the order of the file.
    package func pairs(_ node: Node) throws(RuleBookError) -> [(key: String, keyNode: Node, value: Node)] {
        guard case .mapping(let mapping) = node else {
            throw fail(node, "expected keys with values here", cure: "write `key: value` lines")
        }
        return mapping.map { ($0.key.string ?? "", $0.key, $0.value) }
    }

    package func string(_ node: Node) throws(RuleBookError) -> String {
        guard case .scalar(let scalar) = node else {
            throw fail(node, "expected a text here", cure: "write one value, in quotes if it starts with a sign")
        }
        return scalar.string
    }

    package func sequence(_ node: Node) throws(RuleBookError) -> [Node] {
        guard case .sequence(let sequence) = node else {
            throw fail(node, "expected a list here", cure: "write the items as `- item` lines, or in [ ]")
        }
        return Array(sequence)
    }

    /// A list of texts; a single text counts as a list of one.
    package func strings(_ node: Node) throws(RuleBookError) -> [(text: String, node: Node)] {
        if case .scalar(let scalar) = node { return [(scalar.string, node)] }
        var result: [(String, Node)] = []
        for item in try sequence(node) { result.append((try string(item), item)) }
        return result
    }
}

/// A checked mapping with typed access.
package struct YAMLMapping {
    package let reader: YAMLReader
    package let node: Node
    package let values: [String: Node]

    package func node(_ key: String) -> Node? { values[key] }

    package func required(_ key: String) throws(RuleBookError) -> Node {
        guard let value = values[key] else {
            throw reader.fail(node, "the key '\(key)' is missing", cure: "add `\(key): …`")
        }
        return value
    }

    package func string(_ key: String) throws(RuleBookError) -> String { try reader.string(try required(key)) }

    package func optionalString(_ key: String) throws(RuleBookError) -> String? {
        guard let value = values[key] else { return nil }
        return try reader.string(value)
    }

    package func strings(_ key: String) throws(RuleBookError) -> [(text: String, node: Node)] {
        guard let value = values[key] else { return [] }
        return try reader.strings(value)
    }

    package func integer(_ key: String, default fallback: Int) throws(RuleBookError) -> Int {
        guard let value = values[key] else { return fallback }
        guard let number = Int(try reader.string(value)) else {
            throw reader.fail(value, "expected a whole number for '\(key)'", cure: "write for instance `\(key): 10`")
        }
        return number
    }

    /// The value as one of an enumeration's raw values.
    package func choice<Value: RawRepresentable & CaseIterable>(_ key: String, _: Value.Type) throws(RuleBookError) -> Value?
    where Value.RawValue == String {
        guard let value = values[key] else { return nil }
        let text = try reader.string(value)
        guard let choice = Value(rawValue: text) else {
            throw reader.fail(
                value, "'\(text)' is no \(key)", cure: suggestion(for: text, among: Value.allCases.map(\.rawValue)))
        }
        return choice
    }

    /// The value, which must be one of `known`.
    package func oneOf(_ key: String, _ known: [String]) throws(RuleBookError) -> String? {
        guard let value = values[key] else { return nil }
        let text = try reader.string(value)
        guard known.contains(text) else {
            throw reader.fail(value, "'\(text)' is no \(key)", cure: suggestion(for: text, among: known))
        }
        return text
    }
}

/// "did you mean …", or the list where nothing is near.
package func suggestion(for name: String, among known: [String]) -> String {
    let nearest = known.min { editDistance(name, $0) < editDistance(name, $1) }
    if let nearest, editDistance(name, nearest) <= max(2, name.count / 3) { return "did you mean '\(nearest)'?" }
    let list = known.sorted()
    return "known are: " + list.prefix(12).joined(separator: ", ") + (list.count > 12 ? ", …" : "")
}

private func editDistance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first), Array(second))
    var row = Array(0...b.count)
    for i in a.indices {
        var diagonal = row[0]
        row[0] = i + 1
        for j in b.indices {
            let above = row[j + 1]
            row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
            diagonal = above
        }
    }
    return row[b.count]
}
