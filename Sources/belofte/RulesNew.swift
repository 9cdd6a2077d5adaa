import ArgumentParser
import Claims
import Foundation
import RuleBook

extension Rules {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begins a claim rule: a file with its patterns and places for its examples.",
            discussion: """
                The examples come first: write four sentences that the rule must find and three that it must leave alone, and mend the
                patterns until 'belofte rules test' is content. An existing rule is never overwritten.

                Example: belofte rules new weekend-delivery --theme flexibility --kind service-promise
                """)
        @Argument(help: "Identifier of the rule: small letters, figures and hyphens.") var id: String
        @Option(help: "What it is about: a theme of themes.yaml.") var theme: String
        @Option(help: "brand-promise, service-promise or process-constraint.") var kind = "service-promise"
        @Option(help: ArgumentHelp("A pattern to begin with.", valueName: "pattern")) var when = "@we + @help & {duration}"
        @OptionGroup var setup: SetupOptions

        mutating func run() throws {
            let book = try setup.load().book
            let draft = try draft(book)
            let file = URL(fileURLWithPath: book.directory).appendingPathComponent("claims/\(theme)/\(id).yaml")
            do {
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(draft.text.utf8).write(to: file, options: .withoutOverwriting)
            } catch {
                throw Problem(text: "the rule cannot be written to '\(file.path)': \(error.localizedDescription)")
            }
            Terminal.out("\(file.path) is there. Fill it in, then run: belofte rules test\n")
        }

        /// The rule's text, once its name, theme and kind are known to be good.
        private func draft(_ book: RuleBook) throws -> RuleDraft {
            guard RuleDraft.isIdentifier(id) else {
                throw Problem(
                    text: "'\(Terminal.plain(id))' is no identifier: write small letters, figures and hyphens, as in weekend-delivery.")
            }
            if let place = Self.place(of: id, in: book) { throw Problem(text: "the rule '\(id)' is there already: \(place.file)") }
            guard book.theme(theme) != nil else {
                throw Problem(text: "'\(Terminal.plain(theme))' is no theme. Themes: \(book.themes.map(\.id).joined(separator: ", ")).")
            }
            guard let kind = ClaimKind(rawValue: kind) else {
                let kinds = ClaimKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem(text: "'\(Terminal.plain(self.kind))' is no kind. Kinds: \(kinds).")
            }
            return RuleDraft(id: id, theme: theme, kind: kind, when: when, languages: book.grammars.map(\.language))
        }

        private static func place(of id: String, in book: RuleBook) -> RulePlace? {
            book.claimRules.first { $0.id == id }?.place ?? book.contradictions.first { $0.id == id }?.place
                ?? book.links.first { $0.id == id }?.place
        }
    }
}

/// The file of a rule that is still to be written.
struct RuleDraft {
    let id: String
    let theme: String
    let kind: ClaimKind
    let when: String
    let languages: [String]

    /// How many examples a rule should have in each language.
    static let matching = 4
    static let silent = 3

    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, (0x61...0x7a).contains(first), last != 0x2d else { return false }
        return text.utf8.count <= 60 && text.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
    }

    var text: String {
        let quoted = when.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let head = """
            id: \(id)
            title: "\(id.replacing("-", with: " "))"   # what it finds, in a few words
            why: "A customer can hold the organisation to it."   # why that matters
            kind: \(kind.rawValue)
            theme: \(theme)
            # metric: response-time        # where a pattern has a slot to measure
            # stage: answer                # acknowledge, answer, attend, decide, solve
            # priority: 1                  # above other rules that want the same words
            when:
              - "\(quoted)"
            # unless:
            #   - "@others + @help"
            # Of each language four sentences that must be found (the marked words in square brackets), three that must not:
            # other organisations, other walks of life. Take out a language that the rule has no words for.
            examples:

            """
        return head + languages.map(examples).joined()
    }

    private func examples(_ language: String) -> String {
        let match = (1...Self.matching).map { "      - \"\(language): a sentence that must be found (\($0))\"\n" }
        let silent = (1...Self.silent).map { "      - \"\(language): a sentence that must be left alone (\($0))\"\n" }
        return "  \(language):\n    match:\n" + match.joined() + "    silent:\n" + silent.joined()
    }
}
