import ArgumentParser
import Claims
import Crawl
import Judgement
import Reporting
import RuleBook

struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Extracts, judges and reports: the main job.",
        discussion: """
            Results go to stdout, progress and problems to stderr.

            Examples:
              belofte audit www.coolbank.example/
              belofte audit site/ policies/ --base-url https://www.coolbank.example/ --report html=report.html --report sarif=belofte.sarif
              belofte audit site/ --language nl --fail-on warning
              belofte audit public/ --base origin/main --report github=/dev/stderr
              belofte audit public/ --baseline belofte-baseline.json

            Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not run, 3 incomplete (only with --require-complete).
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var base: BaseOption
    @OptionGroup var output: OutputOptions

    mutating func run() async throws {
        let settings = try input.setup.settings()
        // The input is listed while the rules are read.
        async let inventory = Pipeline.inventory(input, settings)
        let setup = try input.setup.load(settings)
        let result = try await JudgeBench.audit(input, setup, language: output.language, inventory: try await inventory)
        let earlier = try await base.earlier(input, setup, language: output.language)
        let end = Result { try output.finish(result, setup, base: earlier) }
        letGo(result)
        try end.get()
    }
}

struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge", abstract: "Judges the claims that `belofte extract` wrote: NDJSON in, findings out.",
        discussion: "Example: belofte extract site/ | belofte judge --format ndjson")

    @Argument(help: "NDJSON files; none or - for standard input.")
    var files: [String] = []

    @OptionGroup var setup: SetupOptions

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Say why two claims do, or do not, contradict each other; takes their two identifiers.", valueName: "id id"))
    var explainPair: [String] = []

    @Flag(
        help: ArgumentHelp(
            """
            The input is sorted by organisation: each is judged and its findings written as it ends, so that memory holds one at a time. \
            A part of a larger input may be empty.
            """))
    var sorted = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !sorted || explainPair.isEmpty && output.report.isEmpty && output.format ?? .ndjson == .ndjson else {
            throw ValidationError("--sorted writes findings as NDJSON on stdout and nothing else.")
        }
        guard explainPair.isEmpty || explainPair.count == 2 else {
            throw ValidationError("--explain-pair takes two identifiers of claims.")
        }
    }

    mutating func run() async throws {
        let setup = try setup.load()
        if sorted { return try await stream(setup) }
        var bench = JudgeBench(setup: setup, language: output.language)
        var count = 0
        for file in inputs { count += try await RecordFile.read(file) { bench.add($0) } }
        // What `extract` could not read ends the pipe as well.
        guard count > 0 else { throw RecordFile.nothing(in: inputs) }
        if explainPair.count == 2 {
            guard let lines = bench.explain(explainPair[0], explainPair[1]) else { throw Problem(text: "no organisation has both claims.") }
            return Terminal.out(lines.joined(separator: "\n") + "\n")
        }
        try output.finish(try bench.result(inputs: inputs), setup, defaultFormat: .ndjson)
    }

    private var inputs: [String] { files.isEmpty ? ["-"] : files }

    /// One organisation after another. The exit status is that of the first that has one.
    private func stream(_ setup: Setup) async throws {
        var bench = JudgeBench(setup: setup, language: output.language)
        var done = Set<String>()
        var exit: ExitCode?
        func finish() throws {
            guard let name = bench.organisations.first else { return }
            guard done.insert(name).inserted else {
                throw Problem(
                    text: "'\(name)' comes again after another organisation: sort the input by organisation, or leave out --sorted.")
            }
            let result = try bench.result(inputs: inputs)
            do { try output.finish(result, setup, defaultFormat: .ndjson) } catch let code as ExitCode { exit = exit ?? code }
            bench.removeOrganisations()
        }
        for file in inputs {
            try await RecordFile.read(file) { record in
                if let name = record.organisation, let current = bench.organisations.first, name != current { try finish() }
                bench.add(record)
            }
        }
        try finish()
        if let exit { throw exit }
    }
}

/// Gathers records by organisation and judges them.
struct JudgeBench {
    let setup: Setup
    let language: String
    private var claims: [String: [Claim]] = [:]
    private var pages: [String: [PageRecord]] = [:]
    private var leftOut = LeftOut()
    private var suppressions: [SuppressionNote] = []

    private var held = 0
    /// So many pages with their links one audit holds.
    private static let mostPages = 500_000

    private var book: RuleBook { setup.book }
    private var judge: Judge { Judge(ruleBook: book, language: language, spans: setup.spans) }

    init(setup: Setup, language: String) {
        self.setup = setup
        self.language = language
    }

    /// Extracts and judges the inputs.
    /// - Parameter inventory: What the inputs hold, where it is known already.
    static func audit(
        _ input: InputOptions, _ setup: Setup, language: String, inventory: Inventory? = nil
    ) async throws -> AuditResult {
        var bench = JudgeBench(setup: setup, language: language)
        try await Pipeline(setup: setup, options: input, inventory: inventory).run { records in
            for record in records { bench.add(record) }
        }
        let result = try bench.result(inputs: input.inputs)
        letGo(consume bench)
        return result
    }

    static func audit(_ input: InputOptions, language: String) async throws -> AuditResult {
        try await audit(input, try input.setup.load(), language: language)
    }

    mutating func add(_ record: Record) {
        switch record {
        // The claims of a page come before it.
        case .claim(let claim): if held < Self.mostPages { claims[claim.organisation, default: []].append(claim) }
        case .page(let page): add(page)
        case .notJudged(let skipped): leftOut.add(skipped)
        case .suppression(let note): suppressions.append(note)
        }
    }

    private mutating func add(_ page: PageRecord) {
        guard held < Self.mostPages else {
            let detail = "an audit holds \(Self.mostPages) pages; extract the dump, sort it by organisation, and judge it with --sorted"
            return leftOut.add(NotJudged(file: ".", reason: "too-many", detail: detail, unread: true))
        }
        held += 1
        pages[page.organisation, default: []].append(page)
    }

    /// Names of the organisations whose claims or pages wait here, in order.
    var organisations: [String] { Set(claims.keys).union(pages.keys).sorted() }

    mutating func removeOrganisations() {
        claims.removeAll()
        pages.removeAll()
        held = 0
    }

    /// What the judge makes of two claims, or nil where no organisation has both.
    func explain(_ first: String, _ second: String) -> [String]? {
        let judge = judge
        return claims.keys.sorted().lazy.map { judge.explain(first, second, claims: claims[$0] ?? [], pages: pages[$0] ?? []) }.first {
            !$0.isEmpty
        }
    }

    /// - Throws: where the day that is set is no day.
    func result(inputs: [String]) throws -> AuditResult {
        let ledger = SuppressionLedger(notes: suppressions, settings: setup.settings, today: try Today.day())
        let judge = judge
        let notJudged = leftOut.records
        let addresses = notJudged.contains { $0.target != nil } ? Set(pages.values.joined().lazy.compactMap(\.url)) : []
        let skipped = RedirectLoops.marked(notJudged, pages: addresses).sorted {
            ($0.file, $0.reason, $0.detail) < ($1.file, $1.reason, $1.detail)
        }
        let organisations = organisations.map { name in
            judge.judge(
                organisation: name, claims: claims[name] ?? [], pages: pages[name] ?? [], notJudged: skipped,
                suppressions: ledger.holding(in: name))
        }
        let findings = organisations.flatMap(\.findings)
        let (live, quiet) = (findings.filter { $0.suppression == nil }, findings.count { $0.suppression != nil })
        let totals = Totals(
            pagesRead: pages.values.reduce(0) { $0 + $1.count }, filesNotRead: skipped.reduce(0) { $0 + ($1.unread ? $1.files : 0) },
            claims: organisations.reduce(0) { $0 + $1.claims.count }, findings: findings.count,
            errors: live.count { $0.severity == .error }, warnings: live.count { $0.severity == .warning },
            notes: live.count { $0.severity == .note }, suppressed: quiet == 0 ? nil : quiet)
        var result = AuditResult(
            tool: Tool(version: Version.number, rules: book.packs), inputs: inputs, organisations: organisations,
            notJudged: skipped + organisations.flatMap(\.notCompared), totals: totals, suppressions: ledger.states(findings))
        result.calendar = setup.calendar
        return result
    }
}
