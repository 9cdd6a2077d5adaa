import Foundation
import RuleBook
import Testing

/// Word lists are read by a reader of their own where they are plain, and say the same as any YAML would.
@Suite struct LexiconTests {
    private static let rules = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Rules"

    /// The grammar of Dutch of a rule book whose only concepts are "answer" and "soon".
    private func grammar(_ words: String) throws -> Grammar {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rules-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "themes.yaml": "trust: {dimension: experience, en: Trust, nl: Vertrouwen}\n",
            "concepts.yaml": "answer: reply\nsoon: in no time\n",
            "lexicon/nl/words.yaml": words,
        ]
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try #require(try RuleBook.load(directory: folder.path(percentEncoded: false)).grammar("nl"))
    }

    /// Everything that a grammar knows, as text.
    private func told(_ grammar: Grammar) -> [String] {
        var told = grammar.phrases.map { "\($0.symbol) \($0.steps) \($0.anchors) \($0.needsSlots)" } + ["\(grammar.symbolCount)"]
        grammar.eachWord { told.append("\(String(decoding: $0, as: UTF8.self)) \($1)") }
        return told
    }

    /// A tab in a comment makes no list of a file, so that YAML is read.
    @Test(arguments: [
        "answer:\n  - antwoord*\n  - \"@soon antwoord|reactie\"\nsoon:\n  - 'snel'\n  - zo snel [als] mogelijk\n  - .. één 0 € · “nu”\n",
        "answer:\n  - \"\\\" wij\"\n  - a:b c#d\nsoon:\n  - l'heure {duration} [y] z\n  - null\n",
        "# Words.\n\nanswer:\n  - antwoord\n\n# More words.\nsoon:\n  - snel",
    ])
    func aPlainListSaysWhatYAMLSays(words: String) throws {
        let other = "#\t\n" + words
        #expect(told(try grammar(words)) == told(try grammar(other)))
    }

    @Test(arguments: [
        "answer:\n  - antwoord # what\n", "answer: [antwoord]\n", "answer:\n- antwoord\n", "answer:\n    - antwoord\n",
        "answer: antwoord\n",
    ])
    func otherYAMLIsReadAsWell(words: String) throws {
        #expect(told(try grammar(words)) == told(try grammar("answer:\n  - antwoord\n")))
    }

    @Test(arguments: [
        "answer:\n  - antwoord\nanswer:\n  - reactie\n", "answer:\n  - antwoord: ja\n", "answer:\n  - antwoord:\n",
        "answer:\n  - \"antwoord\n",
        "answer:\n  - @soon\n", "answer:\n  - antwoord\n   snel\n  - {a\n", "anwser:\n  - antwoord\n", "answer:\n  - [a\n",
        "answer:\n  - \"[a\"\n",
    ])
    func faultsAreRefused(words: String) {
        #expect(throws: RuleBookError.self) { try grammar(words) }
    }

    @Test func theLexiconIsTheSameReadAsYAML() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rules-" + UUID().uuidString).path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: Self.rules, toPath: folder)
        let shelf = folder + "/lexicon"
        for path in try FileManager.default.subpathsOfDirectory(atPath: shelf) where path.hasSuffix(".yaml") {
            let file = URL(filePath: shelf + "/" + path)
            try (Data("#\t\n".utf8) + Data(contentsOf: file)).write(to: file)
        }
        let (plain, yaml) = (try RuleBook.load(directory: Self.rules), try RuleBook.load(directory: folder))
        for (one, other) in zip(plain.grammars, yaml.grammars) { #expect(told(one) == told(other)) }
    }
}
