import Claims
import Foundation
import RuleBook
import Testing

@testable import Extraction

/// The sieve saves work and changes nothing: what it stops would have given no match.
@Suite struct SieveTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let book = Result { try RuleBook.load(directory: root.appending(path: "Rules").path(percentEncoded: false)) }

    /// Counts the sentences that were stopped, and gives those that were stopped wrongly.
    private func stopped(_ texts: [String], _ language: String) throws -> (right: Int, wrong: [String]) {
        let book = try Self.book.get()
        let grammar = try #require(book.grammars.first { $0.language == language })
        var reader = LanguageReader(grammar: grammar, names: ConceptSymbols(book))
        var (right, wrong): (Int, [String]) = (0, [])
        for text in texts {
            let bytes = Array(text.utf8)
            for range in reader.sentences(of: bytes, 0..<Int32(bytes.count)) where !reader.mayHold(range) {
                reader.read(range)
                if reader.candidates().isEmpty { right += 1 } else { wrong.append(text) }
            }
        }
        return (right, wrong)
    }

    @Test(arguments: ["nl", "en", "fr", "de"]) func examplesPass(language: String) throws {
        let texts = try Self.book.get().claimRules.flatMap(\.examples).filter { $0.language == language }.map(\.text)
        #expect(try stopped(texts, language).wrong == [])
    }

    @Test(arguments: [("nl", "fragments-nl"), ("en", "fragments-en"), ("fr", "fragments-fr-de"), ("de", "fragments-fr-de")])
    func fragmentsPass(language: String, folder: String) throws {
        let fragments = Self.root.appending(path: "Tests/Corpus/" + folder)
        let files = try FileManager.default.contentsOfDirectory(at: fragments, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "html" && $0.lastPathComponent.hasPrefix(language.prefix(1)) }
            .sorted { $0.path < $1.path }
        let texts = try files.enumerated().filter { $0.offset % 4 == 0 }.flatMap { entry in
            let page = read([UInt8](try Data(contentsOf: entry.element)))
            return page.blocks.map(page.text)
        }
        let (right, wrong) = try stopped(texts, language)
        #expect(wrong == [])
        #expect(right > 0)
    }
}
