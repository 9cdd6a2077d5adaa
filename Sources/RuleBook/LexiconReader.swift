import Yams

/// The files of `lexicon/`: words of concepts, and number words.
extension RuleBookLoader {
    func addNumbers(
        _ reader: YAMLReader, _ node: Node, _ builder: inout GrammarBuilder
    ) throws(RuleBookError) {
        for (word, keyNode, valueNode) in try reader.pairs(node) {
            guard let value = Double(try reader.string(valueNode)) else {
                throw reader.fail(valueNode, "'\(word)' has no number as its value", cure: "write for instance `two: 2`")
            }
            do throws(PatternProblem) {
                try builder.addNumber(word, value: value)
            } catch {
                let (problem, cure) = error.words(concepts: [])
                throw reader.fail(keyNode, problem, cure: cure)
            }
        }
    }

    /// The words of a file, whose lists are plain nearly always.
    func addWords(_ file: RuleFolder.File, _ builder: inout GrammarBuilder, names: [String]) throws(RuleBookError) {
        guard let plain = WordLists(file.bytes) else {
            let (reader, node) = try compose(file)
            return try addWords(reader, node, &builder, names: names)
        }
        for list in plain.lists {
            let place = { (line: Int, column: Int) in YAMLReader(file: file.location, text: file.text).place(line: line, column: column) }
            guard let symbol = builder.concepts[list.key] else { throw unknown(list.key, names, place(list.line, 1)) }
            for entry in list.entries {
                do throws(PatternProblem) {
                    try builder.add(entry.text, to: symbol)
                } catch {
                    let (problem, cure) = error.words(concepts: names)
                    throw .invalid(place(entry.line, WordLists.column), problem: problem, cure: cure)
                }
            }
        }
    }

    private func addWords(
        _ reader: YAMLReader, _ node: Node, _ builder: inout GrammarBuilder, names: [String]
    ) throws(RuleBookError) {
        for (concept, keyNode, value) in try reader.pairs(node) {
            guard let symbol = builder.concepts[concept] else { throw unknown(concept, names, reader.place(keyNode.mark)) }
            for (entry, entryNode) in try reader.strings(value) {
                do throws(PatternProblem) {
                    try builder.add(Array(entry.utf8)[...], to: symbol)
                } catch {
                    let (problem, cure) = error.words(concepts: names)
                    throw reader.fail(entryNode, problem, cure: cure)
                }
            }
        }
    }

    private func unknown(_ concept: String, _ names: [String], _ place: RulePlace) -> RuleBookError {
        .invalid(place, problem: "no concept is called '\(concept)'", cure: suggestion(for: concept, among: names))
    }
}
