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

    func addWords(
        _ reader: YAMLReader, _ node: Node, _ builder: inout GrammarBuilder, names: [String]
    ) throws(RuleBookError) {
        for (concept, keyNode, value) in try reader.pairs(node) {
            guard let symbol = builder.concepts[concept] else {
                throw reader.fail(keyNode, "no concept is called '\(concept)'", cure: suggestion(for: concept, among: names))
            }
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
}
