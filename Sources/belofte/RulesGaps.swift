import ArgumentParser
import Extraction
import Foundation

extension Rules {
    struct Gaps: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists sentences that look like promises and that no rule took.",
            discussion: """
                A sentence looks like a promise where somebody of the organisation does something for customers within a bound or without
                limits (Rules/signs.yaml). Sentences of one make stand together, the most frequent make first.

                Example: belofte rules gaps site/ | less
                """)
        enum Format: String, ExpressibleByArgument, CaseIterable { case text, ndjson }

        @OptionGroup var input: InputOptions
        @Option(help: ArgumentHelp("text, or ndjson: a record for each make.", valueName: "format")) var format = Format.text
        @Option(help: ArgumentHelp("How many sentences are shown of each make.", valueName: "number")) var examples = 3

        func validate() throws {
            guard (1...1000).contains(examples) else { throw ValidationError("--examples takes a number from 1 to 1000.") }
        }

        mutating func run() async throws {
            var gaps = GapList(examples: examples)
            try await Pipeline(setup: try input.setup.load(), options: input).unclaimed { gaps.add($0) }
            let found = gaps.ranked
            for gap in found {
                switch format {
                case .text: Terminal.out(gap.text)
                case .ndjson: Terminal.line(try gap.encoded())
                }
            }
            if found.isEmpty, format == .text { Terminal.out("Every sentence that looks like a promise has a rule.\n") }
        }
    }
}

/// Promises without a rule, by what they are made of.
struct GapList {
    /// How many sentences of each make are kept.
    let examples: Int
    private var gaps: [Key: Gap] = [:]

    private struct Key: Hashable {
        var language: String
        var shape: String
    }

    init(examples: Int) { self.examples = examples }

    mutating func add(_ found: [UnclaimedPromise]) {
        for promise in found {
            let key = Key(language: promise.language, shape: promise.shape)
            var gap = gaps[key] ?? Gap(shape: promise.shape, language: promise.language)
            gap.count += 1
            // The same sentence on many pages is one example.
            if gap.sentences.count < examples, !gap.sentences.contains(where: { $0.text == promise.text }) {
                gap.sentences.append(Gap.Sentence(file: promise.file, line: promise.line, column: promise.column, text: promise.text))
            }
            gaps[key] = gap
        }
    }

    /// The most frequent first.
    var ranked: [Gap] { gaps.values.sorted { (-$0.count, $0.language, $0.shape) < (-$1.count, $1.language, $1.shape) } }
}

/// One make of sentence that no rule takes.
struct Gap: Encodable {
    var shape: String
    var language: String
    var count = 0
    var sentences: [Sentence] = []

    struct Sentence: Encodable {
        var file: String
        var line: Int
        var column: Int
        var text: String
    }

    var text: String {
        let lines = sentences.map { "    \(Terminal.plain($0.file)):\($0.line):\($0.column)  \(Terminal.plain($0.text))\n" }
        return "\(count)  \(language)  \(shape)\n" + lines.joined()
    }

    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
