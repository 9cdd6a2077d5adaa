import Foundation
import RuleBook
import Testing

/// A word list with a fault in it is refused, and never read in part.
@Suite struct LexiconTests {
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

    @Test func aListIsRead() throws {
        #expect(try grammar("answer:\n  - antwoord*\n").symbols(of: Array("antwoorden".utf8)).count == 1)
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
}
