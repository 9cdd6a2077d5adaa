public import Claims
import RuleBook

extension Judge {
    /// How a finding came about: the words that matched, by which rules, what their values come to, why the claims are held against each
    /// other or what was looked for in vain, and how to live with it.
    /// - Parameter claims: all claims of the organisation.
    /// - Returns: lines in the judge's language; quotes keep their own.
    public func explain(_ finding: Finding, claims: [Claim]) -> [String] {
        FindingStory(judge: self, finding: finding, claims: claims).lines
    }
}

/// The story of one finding.
private struct FindingStory {
    let judge: Judge
    let finding: Finding
    let claims: [Claim]

    private func say(_ nl: String, _ en: String) -> String { judge.language == "nl" ? nl : en }

    var lines: [String] {
        let conflict = judge.book.contradictions.first { $0.id == finding.rule }
        let link = judge.book.links.first { $0.id == finding.rule }
        var lines = ["\(finding.fingerprint)  \(finding.rule), \(finding.type.rawValue), \(finding.severity.rawValue)", finding.message]
        if let why = (conflict?.why ?? link?.why)?.text(judge.language) { lines.append(why) }
        for (index, claim) in finding.claims.prefix(2).enumerated() { lines += ["", "\(index + 1)  " + place(claim)] + told(claim) }
        if finding.claims.count > 2 {
            lines += ["", say("Ook: ", "Also: ") + finding.claims.dropFirst(2).map(place).joined(separator: ", ")]
        }
        lines += [""] + finding.trace
        lines += conflict == nil ? searched(link) : compared
        if let href = finding.href { lines.append(say("De link: ", "The link: ") + href) }
        if let suppression = finding.suppression { lines.append(say("Uitgezonderd: ", "Suppressed: ") + suppression.reason) }
        return lines + ["", finding.advice]
    }

    private func place(_ claim: Claim) -> String { "\(claim.source.file):\(claim.source.line):\(claim.source.column)" }

    // MARK: a claim

    private func told(_ claim: Claim) -> [String] {
        let rule = judge.book.claimRules.first { $0.id == claim.ruleName }
        var lines = ["   “\(claim.quote)”"]
        if let marked = claim.marked { lines.append("   " + say("woorden: ", "words: ") + "“\(marked)”") }
        lines.append("   " + say("regel: ", "rule: ") + claim.rule + (rule.map { " (\($0.title))" } ?? ""))
        lines.append("   " + say("uitspraak: ", "claim: ") + kind(claim))
        if let value = value(claim) { lines.append("   " + say("waarde: ", "value: ") + value) }
        if let scope = scope(claim) { lines.append("   " + say("bereik: ", "scope: ") + scope) }
        if !claim.context.isEmpty { lines.append("   " + say("daarboven: ", "above it: ") + claim.context.joined(separator: " › ")) }
        let authority = say("gezag", "authority")
        lines.append("   " + say("pagina: ", "page: ") + "\(claim.source.pageRole.rawValue), \(authority) \(claim.source.standing)")
        return lines
    }

    private func kind(_ claim: Claim) -> String {
        let parts = [
            claim.id, claim.kind.rawValue, claim.theme, claim.stance.rawValue, claim.commitment.rawValue, claim.channel, claim.touchpoint,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// As written, and what it comes to.
    private func value(_ claim: Claim) -> String? {
        guard let measure = claim.measure else { return nil }
        let written = [
            measure.metric.rawValue, measure.op?.rawValue, measure.value.map(number), measure.unit?.rawValue, measure.openingHours,
        ].compactMap(\.self).joined(separator: " ")
        guard let words = ValueWords(language: judge.language).text(claim) else { return written }
        return "\(written) = \(words)" + hours(measure)
    }

    /// How long it can be, by the calendar.
    private func hours(_ measure: Measure) -> String {
        guard let lapse = Lapse(measure, judge.spans) else { return "" }
        let (least, most) = (number(lapse.shortest), number(lapse.longest))
        return least == most
            ? say(" = \(least) uur", " = \(least) hours") : say(" = \(least) tot \(most) uur", " = \(least) to \(most) hours")
    }

    private func number(_ value: Double) -> String { value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value) }

    private func scope(_ claim: Claim) -> String? {
        guard let scope = claim.scope else { return nil }
        let parts: [(String, String?)] = [
            (say("doelgroep ", "audience "), scope.audience?.joined(separator: ", ")),
            (say("product ", "product "), scope.product?.joined(separator: ", ")), (say("gebied ", "region "), scope.region),
            (say("voorwaarde ", "condition "), scope.condition), (say("periode ", "period "), scope.period),
            (say("stap ", "stage "), scope.stage), ("", scope.universal == true ? say("voor iedereen", "for everybody") : nil),
        ]
        let said = parts.compactMap { label, text in text.map { label + $0 } }
        return said.isEmpty ? nil : said.joined(separator: "; ")
    }

    // MARK: why

    /// What the rules make of the two sides.
    private var compared: [String] {
        guard finding.claims.count > 1 else { return [] }
        return judge.explain(finding.claims[0].id, finding.claims[1].id, claims: claims)
    }

    /// Claims that would have answered, as the rule describes them, and whether there are any.
    private func searched(_ link: LinkRule?) -> [String] {
        guard let link, !link.without.isEmpty else { return [] }
        return link.without.map { selector in
            let found = claims.count { claim in selector.matches(claim) && !finding.claims.contains { $0.id == claim.id } }
            let count = found == 0 ? say("geen", "none") : String(found)
            return say("gezocht: ", "looked for: ") + selector.text + say("; gevonden: ", "; found: ") + count
        }
    }
}
