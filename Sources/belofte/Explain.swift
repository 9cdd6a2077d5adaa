import ArgumentParser
import Claims
import Judgement
import Reporting
import RuleBook

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells what a rule is for, or how a finding came about.",
        discussion: """
            A finding is named by its fingerprint or the beginning of it, with the input in which it is found or a result that was kept.

            Examples:
              belofte explain response-time-conflict
              belofte explain b1-4f0c site/
              belofte explain b1-4f0c --result result.json --language nl
            """)

    @Argument(help: "Identifier of a rule, or fingerprint of a finding.")
    var subject: String

    @Argument(help: "Folders or files in which the finding is found.")
    var inputs: [String] = []

    @Option(help: ArgumentHelp("Result of an audit (--format json) that has the finding.", valueName: "result.json"))
    var result: String?

    @Option(help: "Language of the explanation: nl or en. Quotes keep their own.")
    var language = "en"

    @Option(help: ArgumentHelp("Address of the site's root, for folders without host names.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("Name of the organisation that all pages belong to.", valueName: "name"))
    var organisation: String?

    @OptionGroup var setup: SetupOptions

    private var isFinding: Bool { subject.hasPrefix("b1-") }

    func validate() throws {
        guard ["nl", "en"].contains(language) else { throw ValidationError("--language takes nl or en.") }
        guard isFinding == (result != nil || !inputs.isEmpty) || subject.isEmpty else {
            throw ValidationError(
                isFinding
                    ? "Name the input of the finding, or a result with --result."
                    : "'\(subject)' is no fingerprint of a finding (they begin with b1-), and a rule is explained without an input.")
        }
        if result != nil, !inputs.isEmpty { throw ValidationError("Name an input or a result, not both.") }
    }

    mutating func run() async throws {
        let setup = try setup.load()
        guard isFinding else {
            return Terminal.out(try RuleStory(book: setup.book, language: language).lines(subject).joined(separator: "\n") + "\n")
        }
        let audited = try await audited(setup)
        let (finding, organisation) = try Self.only(subject, audited)
        let lines = Judge(ruleBook: setup.book, language: language, spans: setup.spans).explain(finding, claims: organisation.claims)
        Terminal.out(lines.map(Terminal.plain).joined(separator: "\n") + "\n")
    }

    private func audited(_ setup: Setup) async throws -> AuditResult {
        if let result { return try ResultFile.read(result) }
        var bench = JudgeBench(setup: setup, language: language)
        var input = InputOptions()
        (input.inputs, input.baseURL, input.organisation, input.jobs, input.jsonFields) = (inputs, baseURL, organisation, 1, nil)
        (input.quiet, input.setup, input.cache) = (true, self.setup, CacheOptions(cache: nil, noCache: true))
        try await Pipeline(setup: setup, options: input).run { records in
            for record in records { bench.add(record) }
        }
        return try bench.result(inputs: inputs)
    }

    /// The one finding whose fingerprint begins so.
    private static func only(_ beginning: String, _ result: AuditResult) throws -> (Finding, OrganisationResult) {
        let found = result.organisations.flatMap { organisation in
            organisation.findings.filter { $0.fingerprint.hasPrefix(beginning) }.map { ($0, organisation) }
        }
        if let exact = found.first(where: { $0.0.fingerprint == beginning }) { return exact }
        guard let first = found.first else { throw Problem(text: "there is no finding '\(beginning)'.") }
        guard found.count == 1 else {
            let names = found.prefix(5).map(\.0.fingerprint).joined(separator: ", ")
            throw Problem(
                text: "\(found.count) findings begin with '\(beginning)': \(names)\(found.count > 5 ? ", …" : ""). Write more of it.")
        }
        return first
    }
}

/// What a rule is for, what it looks for, and its examples.
struct RuleStory {
    let book: RuleBook
    let language: String

    func lines(_ name: String) throws -> [String] {
        let id = name.split(separator: ".").last.map(String.init) ?? name
        if let rule = book.contradictions.first(where: { $0.id == id }) { return lines(rule) }
        if let rule = book.links.first(where: { $0.id == id }) { return lines(rule) }
        if let rule = book.claimRules.first(where: { $0.id == id }) { return lines(rule) }
        if let note = RuleNote.all(book, language: language).first(where: { $0.id == id }) {
            return ["\(note.id): \(note.title)", note.why, note.advice]
        }
        let known = (book.claimRuleIDs + book.judgementRuleIDs).sorted()
        if known.contains(id) { throw Problem(text: "the configuration turns '\(id)' off; '--no-config' shows it.") }
        throw Problem(text: "there is no rule '\(name)'; " + suggestion(for: id, among: known))
    }

    private func lines(_ rule: ContradictionRule) -> [String] {
        ["\(rule.id): \(rule.title.text(language))", rule.why.text(language), ""]
            + ["contradiction, \(rule.severity.rawValue), \(rule.theme), compared by \(rule.compare.rawValue)", ""]
            + rule.first.map { "  first    " + $0.text } + rule.second.map { "  second   " + $0.text }
            + ["", "  message  " + rule.message.text(language), "  advice   " + rule.advice.text(language), ""] + examples(rule.examples)
            + ["", rule.place.file]
    }

    private func lines(_ rule: LinkRule) -> [String] {
        [
            "\(rule.id): \(rule.title.text(language))", rule.why.text(language), "",
            "\(rule.type.rawValue), \(rule.severity.rawValue), \(rule.theme)", "",
        ]
            + rule.when.map { "  when     " + $0.text } + rule.without.map { "  without  " + $0.text }
            + ["", "  message  " + rule.message.text(language), "  advice   " + rule.advice.text(language), ""] + examples(rule.examples)
            + ["", rule.place.file]
    }

    private func lines(_ rule: ClaimRule) -> [String] {
        ["\(rule.id): \(rule.title)", rule.why, "", "\(rule.kind.rawValue), \(rule.theme)", ""]
            + rule.when.map { "  when    \($0.text)" } + rule.unless.map { "  unless  \($0.text)" } + [""]
            + rule.examples.map { "  \($0.matches ? "match " : "silent")  \($0.language)  \($0.text)" } + ["", rule.place.file]
    }

    private func examples(_ examples: [JudgementExample]) -> [String] {
        examples.map { "  \($0.found ? "found " : "silent")   \($0.language)  " + $0.pages.map(\.text).joined(separator: "  ↔  ") }
    }
}
