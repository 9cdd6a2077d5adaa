import Claims
import RuleBook

/// Puts findings into words.
struct FindingWords: Sendable {
    let language: String
    let organisation: String
    private var isDutch: Bool { language == "nl" }
    private var values: ValueWords { ValueWords(language: language) }

    /// What was searched in vain.
    enum Search {
        case searched(pages: Int, rule: LinkRule)
        case unreachable(file: String, clicks: Int)
    }

    // MARK: conflicts

    func conflict(_ group: ClashGroup, _ rule: ContradictionRule) -> Finding {
        let (first, second) = (group.claims[0], group.claims[1])
        let narrows = group.overlap.narrower == .second
        let side = change(first, second)
        let isSoft = first.commitment == .hedged || second.commitment == .hedged
        return Finding(
            rule: rule.id, type: narrows ? .narrowing : .contradiction,
            severity: rule.severity == .error && (isSoft || narrows) ? .warning : rule.severity,
            certainty: rule.compare == .opposition ? .rule : .exact, organisation: organisation, theme: rule.theme,
            message: difference(first, second, group.overlap) + fill(rule.message, first, second),
            advice: fill(rule.advice, first, second) + changeAdvice(side, first, second),
            change: side, claims: group.claims, touchpoint: rule.touchpoint ?? first.touchpoint ?? second.touchpoint,
            trace: trace(group, rule),
            fingerprint: "")
    }

    /// Pairs that a rule left out because there were too many.
    func notCompared(_ pairs: Int, _ rule: ContradictionRule) -> NotJudged {
        NotJudged(
            file: ".", reason: "too-many",
            detail: "\(organisation): \(rule.id) left \(pairs) pairs of claims uncompared; judge parts of the organisation apart",
            unread: false)
    }

    /// What the two sides are, where they are not simply two pages.
    private func difference(_ first: Claim, _ second: Claim, _ overlap: Overlap) -> String {
        if overlap.isOfVersions {
            let (one, two) = (languageName(first.language), languageName(second.language))
            return isDutch
                ? "De \(one) en de \(two) versie van dezelfde pagina verschillen. "
                : "The \(one) and the \(two) version of one page differ. "
        }
        if first.isStructured != second.isStructured {
            return isDutch
                ? "De gegevens voor zoekmachines en de tekst verschillen. " : "The data for search engines and the text differ. "
        }
        guard let document = [first, second].first(where: { $0.isInDocument }), first.isInDocument != second.isInDocument else { return "" }
        return isDutch
            ? "Het document \(document.source.file) en de website verschillen. "
            : "The document \(document.source.file) and the website differ. "
    }

    private func languageName(_ code: String) -> String {
        let names =
            isDutch
            ? ["nl": "Nederlandse", "en": "Engelse", "fr": "Franse", "de": "Duitse"]
            : ["nl": "Dutch", "en": "English", "fr": "French", "de": "German"]
        return names[code] ?? code
    }

    /// The page with the lower authority should change; between equals a person decides.
    private func change(_ first: Claim, _ second: Claim) -> Side? {
        let (a, b) = (first.source.standing, second.source.standing)
        return a == b ? nil : a < b ? .first : .second
    }

    private func changeAdvice(_ side: Side?, _ first: Claim, _ second: Claim) -> String {
        guard let side else { return "" }
        let file = (side == .first ? first : second).source.file
        return isDutch ? " De pagina met het minste gezag is \(file)." : " The page with the lower authority is \(file)."
    }

    private func fill(_ text: LocalText, _ first: Claim, _ second: Claim) -> String {
        text.text(language).replacing("{first}", with: values.text(first) ?? "–").replacing("{second}", with: values.text(second) ?? "–")
    }

    /// Channels, touchpoints and things as a Dutch reader says them.
    private static let dutch = [
        "phone": "de telefoon", "email": "e-mail", "counter": "de balie", "post": "brieven", "web": "de website", "callback": "terugbellen",
        "social": "sociale media", "order": "bestellen", "deliver": "leveren", "use": "gebruik", "disturbance": "storingen",
        "complain": "klachten", "pay": "betalen", "cancel": "opzeggen", "orient": "oriënteren", "shipping": "verzending",
        "return": "terugsturen", "refund": "geld terug", "connection": "aansluiting", "card": "de pas", "account": "de rekening",
        "appointment": "afspraken", "application": "aanvragen", "complaint": "klachten", "repair": "reparaties", "fault": "storingen",
        "engineer": "de monteur", "meter": "de meter", "move": "verhuizen", "cancellation": "opzeggen", "subscription": "het abonnement",
        "points": "punten", "room": "de kamer", "booking": "de boeking", "documents": "documenten", "swap": "ruilen", "lost": "verlies",
        "quote": "de offerte", "training": "de cursus", "damage": "schade", "advice": "advies", "permit": "de vergunning",
        "order-goods": "de bestelling", "parking": "parkeren",
    ]

    private func trace(_ group: ClashGroup, _ rule: ContradictionRule) -> [String] {
        let (first, second) = (group.claims[0], group.claims[1])
        var lines: [String] = []
        if let one = values.text(first), let two = values.text(second), rule.compare != .opposition {
            lines.append(isDutch ? "Waarden: \(one) tegenover \(two)." : "Values: \(one) against \(two).")
        }
        if !group.overlap.shared.isEmpty {
            // Two names may be one word of the reader's language.
            var seen = Set<String>()
            let shared = group.overlap.shared.map { isDutch ? Self.dutch[$0] ?? $0 : $0 }.filter { seen.insert($0).inserted }
            lines.append((isDutch ? "Beide gaan over: " : "Both are about: ") + shared.joined(separator: ", ") + ".")
        }
        if group.overlap.narrower != nil {
            lines.append(isDutch ? "Eén van beide geldt voor een deel van de gevallen." : "One of the two holds for a part of the cases.")
        }
        if group.claims.count > 2 {
            lines.append(others(group.claims.count - 2))
        }
        return lines
    }

    private func others(_ count: Int) -> String {
        if count == 1 { return isDutch ? "Nog één plaats hoort bij hetzelfde conflict." : "One more place belongs to the same conflict." }
        return isDutch ? "Nog \(count) plaatsen horen bij hetzelfde conflict." : "\(count) more places belong to the same conflict."
    }

    // MARK: absences

    func absence(_ claims: [Claim], _ rule: LinkRule, _ search: Search?) -> Finding {
        Finding(
            rule: rule.id, type: rule.type, severity: rule.severity, certainty: rule.type == .weakPromise ? .rule : .absence,
            organisation: organisation, theme: claims.first?.theme ?? rule.theme, message: rule.message.text(language),
            advice: rule.advice.text(language), claims: claims, touchpoint: rule.touchpoint ?? claims.first?.touchpoint,
            trace: search.map { [words($0)] } ?? [],
            fingerprint: "")
    }

    private func words(_ search: Search) -> String {
        switch search {
        case .searched(let pages, _):
            isDutch
                ? "Gezocht op alle \(pages) gelezen pagina's van \(organisation); niets gevonden."
                : "Searched all \(pages) pages of \(organisation) that were read; nothing found."
        case .unreachable(let file, let clicks):
            isDutch
                ? "Wat de belofte concreet maakt, staat op \(file), en die pagina is vanaf de belofte niet in \(clicks) klikken te bereiken."
                : "What makes the promise concrete is on \(file), and that page cannot be reached from the promise within \(clicks) clicks."
        }
    }

    func broken(_ broken: BrokenReferences.Broken, _ rule: LinkRule) -> Finding {
        var anchor: String?
        if case .missingAnchor(_, let name) = broken.target { anchor = name }
        let message: String
        if let anchor {
            message =
                isDutch
                ? "De link naar “\(broken.link.href)” wijst naar een plek (#\(anchor)) die op die pagina niet bestaat."
                : "The link to “\(broken.link.href)” points at a place (#\(anchor)) that its page does not have."
        } else {
            message =
                isDutch
                ? "De link naar “\(broken.link.href)” leidt naar een pagina die er niet is."
                : "The link to “\(broken.link.href)” leads to a page that is not there."
        }
        let place = "\(broken.page.file):\(broken.link.line):\(broken.link.column)"
        let many =
            broken.pages > 1 ? (isDutch ? " en op \(broken.pages - 1) andere pagina's" : " and on \(broken.pages - 1) other pages") : ""
        return Finding(
            rule: rule.id, type: rule.type, severity: rule.severity, certainty: .absence, organisation: organisation,
            theme: broken.claim.theme, message: message, advice: rule.advice.text(language), claims: [broken.claim], href: broken.link.href,
            touchpoint: broken.claim.touchpoint,
            trace: [(isDutch ? "De link staat op " : "The link is on ") + place + many + "."],
            fingerprint: "")
    }
}
