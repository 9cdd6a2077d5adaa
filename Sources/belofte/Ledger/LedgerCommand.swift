#if Ledger
    import ArgumentParser
    import Claims
    import Foundation
    import Ledger
    import Reporting

    struct LedgerCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ledger", abstract: "Keeps every promise over time: when it appeared, changed and disappeared, and where.",
            discussion: """
                A ledger is an SQLite file. A promise stays the same one while lines move, a page gets another address, or the words around the \
                value change.

                Examples:
                  belofte audit site/ --format json > result.json
                  belofte ledger add result.json --date 2026-11-20      # writes belofte-ledger.sqlite
                  belofte ledger list --state changed
                  belofte ledger promise p-4f0c
                """, subcommands: [Add.self, List.self, Promise.self])

        /// Where the ledger is.
        struct Place: ParsableArguments {
            @Option(help: ArgumentHelp("The ledger.", valueName: "file"))
            var ledger = "belofte-ledger.sqlite"
        }

        struct Add: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Adds audits to the ledger; one that is there already is left alone.",
                discussion: """
                    A file is a result (--format json) or the claims of 'belofte extract'. Several are added in the order of their days, and \
                    nothing is added where one of them cannot be. An organisation's audits are added oldest first.

                    Examples:
                      belofte ledger add 2026-10.json 2026-11.json
                      belofte extract site.warc.gz | belofte ledger add -
                    """)

            @Argument(help: "Results, or NDJSON of claims; - for standard input.")
            var files: [String]

            @OptionGroup var place: Place

            @Option(
                help: ArgumentHelp(
                    "Day of the audits, as 2026-11-20. Without it: the day of the crawl, where the dump tells, else today.",
                    valueName: "day"))
            var date: String?

            @OptionGroup var setup: SetupOptions

            func validate() throws {
                if let date, !Day.isOne(date) { throw ValidationError("--date takes a day as 2026-11-20.") }
            }

            mutating func run() async throws {
                var audits: [DatedPromises] = []
                for file in files { audits += try await self.audits(file) }
                // In the order of the command line where days are equal.
                let sorted = audits.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
                try LedgerProblem.naming {
                    try Interrupt.undisturbed {
                        let ledger = try LedgerFile.toAdd(place.ledger)
                        for addition in try ledger.add(sorted) { Terminal.say(LedgerWords.added(addition)) }
                    }
                }
            }

            private func audits(_ file: String) async throws -> [DatedPromises] {
                let result = try await KeptAudit.read(file, setup)
                let day = try date ?? HTMLReport.crawlDay(result) ?? Today.day()
                return result.organisations.map { DatedPromises(organisation: $0.name, day: day, claims: $0.claims) }
            }
        }

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Lists promises: identifier, kind, theme, how it stands, place and words.",
                discussion: "Example: belofte ledger list --organisation coolbank.example --theme speed --state gone")

            @OptionGroup var place: Place

            @Option(help: ArgumentHelp("Only those of this organisation.", valueName: "name"))
            var organisation: String?

            @Option(help: ArgumentHelp("Only those of this theme.", valueName: "theme"))
            var theme: String?

            @Option(help: "Only brand-promise, service-promise or process-constraint.", transform: Self.kind)
            var kind: ClaimKind?

            @Option(help: "Only those that are standing, changed (their value became another) or gone.")
            var state: State?

            @Option(help: "How to write it: text or json.")
            var format: LedgerFormat = .text

            @Option(help: "Language of the words around them: nl or en. Quotes keep their own.")
            var language = "en"

            enum State: String, CaseIterable, ExpressibleByArgument { case standing, changed, gone }

            func validate() throws { try LedgerFormat.check(language) }

            private static func kind(_ name: String) throws -> ClaimKind {
                guard let kind = ClaimKind(rawValue: name) else {
                    throw ValidationError("'\(name)' is no kind: " + ClaimKind.allCases.map(\.rawValue).joined(separator: ", ") + ".")
                }
                return kind
            }

            mutating func run() throws {
                var filter = LedgerFilter()
                (filter.organisation, filter.theme, filter.kind) = (organisation, theme, kind)
                (filter.state, filter.isChanged) = (state.flatMap { RecordedPromise.State(rawValue: $0.rawValue) }, state == .changed)
                let list = try LedgerProblem.naming { try LedgerFile.toRead(place.ledger).list(filter) }
                if let organisation, list.organisations.isEmpty { throw Problem(text: "the ledger has no audit of '\(organisation)'.") }
                Terminal.write(format == .json ? Lines.indented(list) : PromiseText.list(list, language: language))
            }
        }

        struct Promise: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Tells the life of one promise: each day on which something happened to it.",
                discussion: "Example: belofte ledger promise p-4f0c")

            @Argument(help: "Identifier of a promise, the beginning of it, or the identifier of a claim (c-…) that it was.")
            var id: String

            @OptionGroup var place: Place

            @Option(help: "How to write it: text or json.")
            var format: LedgerFormat = .text

            @Option(help: "Language of the words around the quotes: nl or en.")
            var language = "en"

            func validate() throws { try LedgerFormat.check(language) }

            mutating func run() throws {
                let life = try LedgerProblem.naming { try LedgerFile.toRead(place.ledger).life(of: id) }
                Terminal.write(format == .json ? Lines.indented(life) : PromiseText.life(life, language: language))
            }
        }
    }

    enum LedgerFormat: String, CaseIterable, ExpressibleByArgument {
        case text, json

        static func check(_ language: String) throws {
            guard ["nl", "en"].contains(language) else { throw ValidationError("--language takes nl or en.") }
        }
    }
#endif
