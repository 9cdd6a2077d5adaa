public import Claims
import RuleBook

extension Judge {
    /// Why two claims do, or do not, contradict each other: one line a rule that knows them both.
    /// - Returns: lines in the judge's language; empty where an identifier is not among the claims.
    public func explain(_ first: String, _ second: String, claims: [Claim], pages: [PageRecord] = []) -> [String] {
        let claims = Repetition.collapse(claims)
        guard let a = claims.firstIndex(where: { $0.id == first }), let b = claims.firstIndex(where: { $0.id == second }) else { return [] }
        let finder = ClashFinder(
            claims: claims, match: ScopeMatch(claims), index: ClaimIndex(claims), readings: MeasureReading.all(claims, spans),
            versions: LanguageVersions(LinkGraph(pages: pages.sorted { $0.file < $1.file }, notJudged: []), claims))
        let words = PairWords(language: language, values: ValueWords(language: language))
        let lines = book.contradictions.flatMap { rule in
            [(a, b), (b, a)].filter { finder.knows(rule, $0.0, $0.1) }.prefix(rule.first == rule.second ? 1 : 2).map { pair in
                rule.id + ": " + words.text(finder.verdict(rule, pair.0, pair.1), claims[pair.0], claims[pair.1])
            }
        }
        return lines.isEmpty ? [words.noRule] : lines
    }
}

/// What becomes of a pair.
enum PairVerdict {
    case clash(Overlap)
    /// The speaker is a vacancy or an internal text, or the catch-all rule made one of the claims.
    case noPromise
    case sameSentence
    case sameValue
    case apart(Apart)
    case samePage
    /// The claim that holds for a part of the cases promises more than the general one.
    case betterForSome
    case tooLittle(Overlap)
    case explained
}

extension ClashFinder {
    func knows(_ rule: ContradictionRule, _ first: Int, _ second: Int) -> Bool {
        rule.first.contains { $0.matches(claims[first]) } && rule.second.contains { $0.matches(claims[second]) }
    }
}

/// Verdicts on pairs in words.
struct PairWords {
    let language: String
    let values: ValueWords

    private func say(_ nl: String, _ en: String) -> String { language == "nl" ? nl : en }

    var noRule: String {
        say("geen regel zet deze twee uitspraken tegenover elkaar.", "no rule holds these two claims against each other.")
    }

    func text(_ verdict: PairVerdict, _ first: Claim, _ second: Claim) -> String {
        switch verdict {
        case .clash(let overlap):
            let shared = overlap.shared.joined(separator: ", ")
            return say("tegenspraak", "a contradiction")
                + (shared.isEmpty ? "." : say("; beide gaan over ", "; both are about ") + shared + ".")
        case .noPromise: return say("één van beide belooft de klant niets.", "one of the two promises the customer nothing.")
        case .sameSentence: return say("het is dezelfde zin.", "it is the same sentence.")
        case .sameValue:
            let (one, two) = (values.text(first) ?? "–", values.text(second) ?? "–")
            return say("\(one) en \(two) gaan samen.", "\(one) and \(two) go together.")
        case .apart(let reason): return apart(reason)
        case .samePage: return say("één pagina houdt haar gevallen zelf uit elkaar.", "one page tells its cases apart itself.")
        case .betterForSome:
            return say(
                "voor een deel van de klanten geldt iets beters; dat mag.",
                "a part of the customers is promised more, which is no conflict.")
        case .tooLittle:
            return say("te weinig spreekt ervoor dat het om hetzelfde geval gaat.", "too little says that both are about the same case.")
        case .explained:
            return say(
                "de andere pagina noemt dezelfde waarde voor een geval dat er dichter bij ligt.",
                "the other page says the same value for a nearer case.")
        }
    }

    private func apart(_ reason: Apart) -> String {
        switch reason {
        case .channel(let a, let b): say("verschillend kanaal: \(a) en \(b).", "different channels: \(a) and \(b).")
        case .stage(let a, let b): say("verschillende stap: \(a) en \(b).", "different stages: \(a) and \(b).")
        case .audience: say("verschillende doelgroep.", "different audiences.")
        case .product: say("verschillend product of pakket.", "different products or plans.")
        case .region: say("verschillend gebied.", "different regions.")
        case .period: say("verschillende periode.", "different periods.")
        case .touchpoint(let a, let b): say("verschillend contactmoment: \(a) en \(b).", "different touchpoints: \(a) and \(b).")
        }
    }
}
