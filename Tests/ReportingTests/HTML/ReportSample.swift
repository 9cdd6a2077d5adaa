import Claims
import RuleBook

@testable import Reporting

/// An invented energy company whose pages contradict each other in every way that a finding can have.
enum ReportSample {
    static let name = "zonnedauw.example"

    static func ruleBook() throws -> RuleBook { try RuleBook.load(directory: "Rules") }

    static func claim(
        _ number: Int, _ kind: ClaimKind, _ theme: String, _ quote: String, marked: String? = nil, page: String = "/",
        role: PageRole = .marketing,
        measure: Measure? = nil, touchpoint: String? = nil, occurrences: Int = 1, language: String = "nl"
    ) -> Claim {
        let digits = String(number, radix: 16)
        return Claim(
            id: "c-" + String(repeating: "0", count: 8 - digits.count) + digits, organisation: name, kind: kind, theme: theme,
            touchpoint: touchpoint, measure: measure, language: language, quote: quote, marked: marked, context: ["Zonnedauw"],
            source: Source(
                url: "https://www.zonnedauw.example" + page, file: "www.zonnedauw.example" + page + "index.html", line: 10 + number,
                column: 5,
                endLine: 10 + number, endColumn: 40, pageRole: role),
            rule: language + ".rule-\(number)", occurrences: occurrences)
    }

    static let central = claim(
        1, .brandPromise, "customer-central", "Bij ons staat de klant centraal", marked: "de klant centraal", occurrences: 389)
    private static let footer = claim(
        2, .brandPromise, "reachability", "24/7 bereikbaar, ook in het weekend", marked: "24/7", occurrences: 391)
    /// The promise that stands in the footer of every page.
    static let always: Claim = {
        var claim = footer
        claim.places = [Place(central.source), Place(hours.source)]
        return claim
    }()
    static let human = claim(3, .brandPromise, "human-contact", "Geen chatbot, maar een mens", marked: "Geen chatbot", page: "/belofte/")
    static let fixed = claim(4, .brandPromise, "fixed-contact", "Altijd een vaste contactpersoon", page: "/belofte/", occurrences: 6)
    static let honest = claim(5, .brandPromise, "transparency", "Eerlijk, zonder kleine lettertjes")
    static let moving = claim(6, .brandPromise, "simplicity", "Moving house? We arrange everything", page: "/en/", language: "en")
    static let hours = claim(
        7, .servicePromise, "reachability", "Wij zijn telefonisch bereikbaar op werkdagen van 9.00 tot 17.00 uur",
        marked: "op werkdagen van 9.00 tot 17.00 uur", page: "/contact/", role: .servicePolicy,
        measure: Measure(metric: .openingHours, openingHours: "Mo-Fr 09:00-17:00"), touchpoint: "ask")
    static let strict = claim(
        8, .processConstraint, "no-exceptions", "Klachten handelen wij af volgens de standaardprocedure; uitzonderingen zijn niet mogelijk",
        marked: "uitzonderingen zijn niet mogelijk", page: "/klachten/", role: .legal, touchpoint: "complain")
    static let arranged = claim(
        9, .servicePromise, "simplicity", "Your move is confirmed within 2 working days", marked: "within 2 working days",
        page: "/en/moving/",
        role: .servicePolicy, measure: Measure(metric: .responseTime, op: .atMost, value: 2, unit: .workday), touchpoint: "order",
        language: "en")
    static let soon = claim(10, .servicePromise, "speed", "U krijgt zo snel mogelijk antwoord", page: "/contact/", role: .servicePolicy)
    static let claims = [central, always, human, fixed, honest, moving, hours, strict, arranged, soon]

    static func finding(
        _ number: Int, _ type: FindingType, _ severity: Severity, _ message: String, _ claims: [Claim], theme: String? = nil,
        change: Side? = nil,
        href: String? = nil, touchpoint: String? = nil, certainty: Certainty = .rule
    ) -> Finding {
        let digits = String(number, radix: 16)
        return Finding(
            rule: type.rawValue + "-rule", type: type, severity: severity, certainty: certainty, organisation: name,
            theme: theme ?? claims.first?.theme ?? "complaint-care", message: message,
            advice: "Kies één waarheid. En zet die op elke pagina.",
            change: change, claims: claims, href: href, touchpoint: touchpoint, trace: ["Beide gaan over de telefoon."],
            fingerprint: "b1-" + String(repeating: "0", count: 16 - digits.count) + digits)
    }

    static let findings = [
        finding(
            1, .contradiction, .error, "Dag en nacht, of van 9 tot 5?", [always, hours], change: .first, touchpoint: "ask",
            certainty: .exact),
        finding(
            2, .contradiction, .warning, "Klant centraal, maar geen uitzonderingen", [central, strict], change: .first,
            touchpoint: "complain"),
        finding(3, .narrowing, .warning, "Een mens, maar alleen op werkdagen", [human, hours], touchpoint: "ask"),
        finding(4, .missingLink, .warning, "Niets maakt de vaste contactpersoon waar", [fixed], certainty: .absence),
        finding(5, .orphanPromise, .note, "Geen merkbelofte vraagt hierom", [arranged]),
        finding(6, .weakPromise, .warning, "Zo snel mogelijk is geen tijd", [soon]),
        finding(7, .brokenReference, .error, "De link naar /actie leidt nergens heen", [honest], href: "/actie?a=1&b=2"),
        finding(8, .drift, .warning, "Van 1 naar 3 werkdagen", [soon, arranged]),
        finding(9, .gap, .note, "Nergens staat hoe lang een storing duurt", [], theme: "resolution"),
    ]

    static let promises = [
        PromiseState(claim: central.id, theme: central.theme, verdict: .contradicted, support: []),
        PromiseState(claim: always.id, theme: always.theme, verdict: .contradicted, support: []),
        PromiseState(claim: human.id, theme: human.theme, verdict: .contradicted, support: []),
        PromiseState(claim: fixed.id, theme: fixed.theme, verdict: .nothingBehind, support: []),
        PromiseState(claim: honest.id, theme: honest.theme, verdict: .noNorm, support: [soon.id]),
        PromiseState(claim: moving.id, theme: moving.theme, verdict: .kept, support: [arranged.id]),
    ]

    static func organisation(
        name: String = name, claims: [Claim] = claims, promises: [PromiseState] = promises, findings: [Finding] = findings
    ) -> OrganisationResult {
        let pages = Set(claims.map(\.source.file)).sorted().map { file in
            PageSummary(PageRecord(file: file, organisation: name, title: file, language: "nl", role: .marketing))
        }
        let coverage = [
            ThemeCoverage(theme: "simplicity", brandPromises: 1, servicePromises: 2, processConstraints: 0, findings: 1),
            ThemeCoverage(theme: "fixed-contact", brandPromises: 1, servicePromises: 0, processConstraints: 0, findings: 1),
        ]
        return OrganisationResult(
            name: name, pages: pages, claims: claims, promises: promises, coverage: claims.isEmpty ? [] : coverage, findings: findings,
            quality: claims.isEmpty ? nil : PromisePoint.allCases.map { QualityPoint(point: $0, count: 1, promises: 2, shown: []) })
    }

    static func result(_ organisations: [OrganisationResult] = [organisation()], notJudged: [NotJudged] = []) -> AuditResult {
        let findings = organisations.flatMap(\.findings)
        return AuditResult(
            tool: Tool(version: "0.1.0", rules: ["belofte": "0123456789abcdef0123"]), inputs: ["zonnedauw"], organisations: organisations,
            notJudged: notJudged,
            totals: Totals(
                pagesRead: organisations.reduce(0) { $0 + $1.pages.count }, filesNotRead: notJudged.count,
                claims: organisations.reduce(0) { $0 + $1.claims.count }, findings: findings.count,
                errors: findings.count { $0.severity == .error }, warnings: findings.count { $0.severity == .warning },
                notes: findings.count { $0.severity == .note }))
    }

    static func render(_ result: AuditResult = result(), _ options: HTMLReportOptions = HTMLReportOptions(language: .nl)) throws -> [UInt8]
    {
        HTMLReport.render(result, ruleBook: try ruleBook(), options: options)
    }

    /// Many findings, each about two sentences of its own on pages of its own.
    static func many(_ count: Int) -> AuditResult {
        let pairs = (0..<count).map { number -> (Claim, Claim) in
            let first = claim(
                100_000 + 2 * number, .servicePromise, "speed",
                "Wij antwoorden op vraag \(number) binnen \(number % 24 + 1) uur, ook per e-mail",
                marked: "binnen \(number % 24 + 1) uur", page: "/service/\(number % 2_000)/")
            let second = claim(
                100_001 + 2 * number, .servicePromise, "speed", "Op vraag \(number) volgt binnen \(number % 9 + 2) werkdagen een antwoord",
                marked: "binnen \(number % 9 + 2) werkdagen", page: "/vragen/\(number % 2_000)/", role: .servicePolicy)
            return (first, second)
        }
        let findings = pairs.enumerated().map { number, pair in
            finding(
                1_000 + number, number % 7 == 0 ? .weakPromise : .contradiction, number % 5 == 0 ? .error : .warning,
                "De ene pagina belooft antwoord binnen \(number % 24 + 1) uur, de andere binnen \(number % 9 + 2) werkdagen.",
                [pair.0, pair.1])
        }
        return result([organisation(claims: pairs.flatMap { [$0.0, $0.1] }, promises: [], findings: findings)])
    }
}
