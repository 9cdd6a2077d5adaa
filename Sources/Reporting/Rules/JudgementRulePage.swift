import Claims
import RuleBook

/// The page of a rule that compares two claims.
struct ContradictionPage {
    let rule: ContradictionRule
    let theme: Theme?

    var lines: [String] {
        JudgementWords.opening(rule.title, rule.why)
            + [
                "- Rule: " + CatalogueText.code(rule.id), "- Severity: " + rule.severity.rawValue,
                "- Theme: " + ThemeWords.text(rule.theme, theme),
                "- Compares: " + rule.compare.rawValue,
            ] + JudgementWords.texts(rule.message, rule.advice) + JudgementWords.examples(rule.examples)
    }
}

/// The page of a rule about what a claim needs beside it.
struct LinkPage {
    let rule: LinkRule
    let theme: Theme?

    var lines: [String] {
        JudgementWords.opening(rule.title, rule.why)
            + [
                "- Rule: " + CatalogueText.code(rule.id), "- Reports: " + rule.type.rawValue, "- Severity: " + rule.severity.rawValue,
                "- Theme: " + ThemeWords.text(rule.theme, theme),
            ] + JudgementWords.texts(rule.message, rule.advice) + JudgementWords.examples(rule.examples)
    }
}

/// What the pages of both kinds say alike, in English and in Dutch.
enum JudgementWords {
    static func opening(_ title: LocalText, _ why: LocalText) -> [String] {
        [
            "# " + CatalogueText.plain(title.en), "", "*" + CatalogueText.plain(title.nl) + "*", "", CatalogueText.plain(why.en), "",
            CatalogueText.plain(why.nl), "",
        ]
    }

    static func texts(_ message: LocalText, _ advice: LocalText) -> [String] {
        ["", "## What is reported", "", "- " + CatalogueText.plain(message.en), "- " + CatalogueText.plain(message.nl), ""]
            + ["## What to do", "", "- " + CatalogueText.plain(advice.en), "- " + CatalogueText.plain(advice.nl)]
    }

    static func examples(_ examples: [JudgementExample]) -> [String] {
        [(true, "Found"), (false, "Left alone")].flatMap { found, title -> [String] in
            let own = examples.filter { $0.found == found }
            return own.isEmpty ? [] : ["", "## " + title, ""] + own.map(line)
        }
    }

    /// The pages of an example, one behind the other.
    private static func line(_ example: JudgementExample) -> String {
        "- \(example.language): "
            + example.pages.map { page in
                let above = page.above.isEmpty ? "" : " (under: " + page.above.map(CatalogueText.plain).joined(separator: " > ") + ")"
                return "“" + CatalogueText.plain(page.text) + "”" + above
            }.joined(separator: " / ")
    }
}
