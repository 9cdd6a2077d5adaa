import ArgumentParser
import Claims
import Extraction
import RuleBook

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows, tests and explains the rules.",
        subcommands: [List.self, Show.self, Test.self, Check.self, Explain.self, Gaps.self, New.self, Docs.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "All rules, one a line.")
        @OptionGroup var setup: SetupOptions

        mutating func run() throws {
            let book = try setup.load().book
            for rule in book.claimRules {
                Terminal.out("\(rule.id)\t\(rule.kind.rawValue)\t\(rule.theme)\t\(rule.title)\n")
            }
            for rule in book.contradictions { Terminal.out("\(rule.id)\tcontradiction\t\(rule.theme)\t\(rule.title.en)\n") }
            for rule in book.links { Terminal.out("\(rule.id)\t\(rule.type.rawValue)\t\(rule.theme)\t\(rule.title.en)\n") }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One rule with its patterns and examples.")
        @Argument(help: "Identifier of the rule.") var rule: String
        @OptionGroup var setup: SetupOptions

        mutating func run() throws {
            Terminal.out(try RuleStory(book: try setup.load().book, language: "en").lines(rule).joined(separator: "\n") + "\n")
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Runs every example of every rule.")
        @OptionGroup var setup: SetupOptions

        mutating func run() throws {
            let book = try setup.load().book
            var extractor = Extractor(ruleBook: book)
            var trials = RuleTrials(book: book)
            let failures = extractor.failures(of: book.claimRules) + trials.failures()
            for failure in failures {
                Terminal.out("\(failure.place.file):\(failure.place.line):\(failure.place.column): [\(failure.rule)] \(failure.problem)\n")
            }
            let count = book.claimRules.reduce(0) { $0 + $1.examples.count } + trials.count
            Terminal.out("\(count - failures.count) of \(count) examples hold.\n")
            if !failures.isEmpty { throw ExitCode(1) }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks the spelling of the rules: keys, concepts, patterns.",
            discussion: "A rule should show four sentences that it finds and three that it leaves alone in each of its languages.")
        @Flag(help: "List the rules that show fewer examples than they should.") var examples = false
        @OptionGroup var setup: SetupOptions

        mutating func run() throws {
            let book = try setup.load().book
            let languages = book.grammars.map(\.language).joined(separator: ", ")
            Terminal.out(
                "\(book.claimRules.count) claim rules in \(languages), \(book.contradictions.count) contradictions and \(book.links.count) links are in order.\n"
            )
            let thin = ThinExamples.all(in: book)
            if examples {
                for gap in thin { Terminal.out(gap.text) }
            } else if !thin.isEmpty {
                let rules = Set(thin.map(\.rule)).count
                Terminal.out("\(rules) rules show few examples in some language; 'belofte rules check --examples' lists them.\n")
            }
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What every rule makes of a sentence, and why not.",
            discussion: "Example: belofte rules explain --language nl \"Wij bellen u binnen een uur terug.\"")
        @Argument(help: "The sentence.") var sentence: String
        @Option(help: ArgumentHelp("Text above it: headings, lead-in; may be repeated.", valueName: "text")) var above: [String] = []
        @Option(help: "nl, en, fr or de.") var language = "nl"
        @OptionGroup var setup: SetupOptions

        mutating func run() throws {
            let book = try setup.load().book
            guard book.grammar(language) != nil else { throw Problem(text: "there are no words for the language '\(language)'.") }
            var extractor = Extractor(ruleBook: book)
            let notes = extractor.explain(sentence, above: above, language: language)
            for note in notes { Terminal.out("\(note.matched ? "yes" : "no ")  \(note.rule)  \"\(note.words)\"  \(note.reason)\n") }
            let claims = extractor.claims(of: sentence, above: above, language: language)
            Terminal.out(claims.isEmpty ? "no claim\n" : "")
            for claim in claims {
                let measure =
                    claim.measure.map {
                        " \($0.metric.rawValue) \($0.op?.rawValue ?? "") \($0.value ?? 0) \($0.unit?.rawValue ?? "") \($0.openingHours ?? "")"
                    } ?? ""
                Terminal.out(
                    "claim: \(claim.kind.rawValue) \(claim.theme) \(claim.channel) \(claim.commitment.rawValue)\(measure)  \(claim.rule)\n")
            }
            Terminal.out("concepts: " + extractor.concepts(in: sentence, language: language).joined(separator: " ") + "\n")
        }
    }
}
