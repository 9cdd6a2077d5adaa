import Claims
import Extraction
import Judgement
import RuleBook

/// Runs the examples of the rules of judgement: each page of an example is one sentence, and goes through both phases.
struct RuleTrials {
    let book: RuleBook
    private var extractor: Extractor
    private let judge: Judge

    init(book: RuleBook) {
        self.book = book
        extractor = Extractor(ruleBook: book)
        judge = Judge(ruleBook: book, language: "en")
    }

    var count: Int { examples.count }

    /// Examples that do not do what their rule says.
    mutating func failures() -> [ExampleFailure] {
        examples.compactMap { rule, example in
            let findings = self.findings(example)
            let isFound = findings.contains { $0.rule == rule }
            guard isFound != example.found else { return nil }
            let others = Set(findings.map(\.rule)).sorted().joined(separator: ", ")
            let problem = example.found ? "is not found" + (others.isEmpty ? "" : "; found: \(others)") : "must stay silent, and is found"
            return ExampleFailure(rule: rule, place: example.place, problem: problem)
        }
    }

    private var examples: [(String, JudgementExample)] {
        book.contradictions.flatMap { rule in rule.examples.map { (rule.id, $0) } }
            + book.links.flatMap { rule in rule.examples.map { (rule.id, $0) } }
    }

    private mutating func findings(_ example: JudgementExample) -> [Finding] {
        var claims: [Claim] = []
        var pages: [PageRecord] = []
        for (index, page) in example.pages.enumerated() {
            let (file, role) = ("page-\(index + 1).html", page.role ?? .marketing)
            pages.append(PageRecord(file: file, organisation: "example", role: role))
            for (number, found) in extractor.claims(of: page.text, above: page.above, language: example.language).enumerated() {
                var claim = found
                claim.id = "c-\(index)-\(number)"
                claim.organisation = "example"
                claim.source = Source(file: file, line: 1, column: 1, endLine: 1, endColumn: 1, pageRole: role)
                claims.append(claim)
            }
        }
        return judge.judge(organisation: "example", claims: claims, pages: pages, notJudged: []).findings
    }
}
