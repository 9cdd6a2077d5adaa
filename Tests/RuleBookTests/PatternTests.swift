import Foundation
import RuleBook
import Testing

/// Faults in lexicons and patterns are refused at their own line; nothing that a rule file holds can slow the reading down.
@Suite struct PatternTests {
    private static let rule = """
        id: tested
        title: A rule for a test
        why: To see what goes wrong.
        kind: brand-promise
        theme: trust
        when:
          - "@answer"

        """

    /// Loads a rule book of one rule and one concept; gives the error, or nil where all is sound.
    private func problem(rule: String = rule, word: String = "antwoord*") throws -> RuleBookError? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rules-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "themes.yaml": "trust: {dimension: experience, en: Trust, nl: Vertrouwen}\n", "concepts.yaml": "answer: reply\n",
            "lexicon/nl/words.yaml": "answer:\n  - \"\(word)\"\n", "claims/trust/tested.yaml": rule,
        ]
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        do {
            _ = try RuleBook.load(directory: folder.path(percentEncoded: false))
            return nil
        } catch {
            return error
        }
    }

    @Test func soundRulesLoad() throws {
        #expect(try problem() == nil)
    }

    @Test(arguments: [
        ("@answer", "@answer ..10000 @answer"),
        ("@answer", "[[@answer]]"),
        ("@answer", "!@answer"),
        ("@answer", "{duratoin}"),
        ("@answer", "@awnser"),
    ])
    func aBadPatternIsShownAtItsLine(sound: String, broken: String) throws {
        let error = try problem(rule: Self.rule.replacingOccurrences(of: "\"\(sound)\"", with: "\"\(broken)\""))
        guard case .invalid(let place, _, let cure)? = error else { return #expect(Bool(false), "loaded: \(broken)") }
        #expect(place.line == 7 && place.column > 1 && place.file.hasSuffix("tested.yaml"))
        #expect(!cure.isEmpty)
    }

    @Test(arguments: ["a ..10000 b", "[[a]]", "@answer b"])
    func aBadWordIsShownAtItsLine(word: String) throws {
        guard let error = try problem(word: word) else { return #expect(Bool(false), "loaded: \(word)") }
        if case .invalid(let place, _, _) = error { #expect(place.line == 2 && place.file.hasSuffix("words.yaml")) }
    }

    @Test func aThousandChoicesAreRefused() throws {
        let choices = (0..<1000).map { "w\($0)x" }.joined(separator: "|")
        guard case .invalid(let place, let problem, _)? = try problem(word: choices) else { return #expect(Bool(false), "loaded") }
        #expect(place.line == 2)
        #expect(problem.contains("1000"))
    }

    @Test(arguments: ["**", "***"])
    func starsAloneAreRefused(word: String) throws { #expect(try problem(word: word) != nil) }

    @Test func manyTermsAreRefused() throws {
        let terms = Array(repeating: "@answer", count: 300).joined(separator: " & ")
        let rule = Self.rule.replacingOccurrences(of: "\"@answer\"", with: "\"\(terms)\"")
        guard case .invalid(let place, let problem, _)? = try problem(rule: rule) else { return #expect(Bool(false), "loaded") }
        #expect(place.line == 7)
        #expect(problem.contains("300"))
    }

    @Test func manyPartsAreRefused() throws {
        let parts = Array(repeating: "[woord]", count: 30).joined(separator: " ")
        #expect(try problem(word: "a " + parts) != nil)
    }
}
