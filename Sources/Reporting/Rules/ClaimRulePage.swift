import Claims
import RuleBook

/// The page of a rule that finds claims.
struct ClaimRulePage {
    let rule: ClaimRule
    let theme: Theme?

    var lines: [String] {
        ["# " + CatalogueText.plain(rule.title), "", CatalogueText.plain(rule.why), ""] + facts + patterns + examples
    }

    private var facts: [String] {
        var rows = [
            ("Rule", CatalogueText.code(rule.id)), ("Kind", rule.kind.rawValue.replacing("-", with: " ")),
            ("Theme", ThemeWords.text(rule.theme, theme)),
        ]
        for role in PageRole.allCases {
            if let kind = rule.kindOn[role] { rows.append(("On a page of \(role.rawValue)", kind.rawValue.replacing("-", with: " "))) }
        }
        if let metric = rule.metric { rows.append(("Measures", metric.rawValue)) }
        if let stage = rule.stage { rows.append(("Stage", stage)) }
        if let channel = rule.channel { rows.append(("Channel", channel)) }
        if let touchpoint = rule.touchpoint { rows.append(("Touchpoint", touchpoint)) }
        if rule.stance == .denies { rows.append(("Stance", "denies")) }
        if !rule.allow.isEmpty { rows.append(("Also counts as", rule.allow.map(\.rawValue).sorted().joined(separator: ", "))) }
        return rows.map { "- \($0.0): \($0.1)" }
    }

    private var patterns: [String] {
        var lines = ["", "## Finds", ""] + rule.when.map { "- " + CatalogueText.code($0.text) }
        if !rule.unless.isEmpty { lines += ["", "Unless:", ""] + rule.unless.map { "- " + CatalogueText.code($0.text) } }
        return lines
    }

    private var examples: [String] {
        ["nl", "en", "fr", "de"].flatMap { language -> [String] in
            let own = rule.examples.filter { $0.language == language }
            guard !own.isEmpty else { return [] }
            return ["", "## " + (CatalogueText.languages[language] ?? language)]
                + list("Found:", own.filter(\.matches)) + list("Left alone:", own.filter { !$0.matches })
        }
    }

    private func list(_ title: String, _ examples: [RuleExample]) -> [String] {
        examples.isEmpty ? [] : ["", title, ""] + examples.map { "- " + text($0) }
    }

    private func text(_ example: RuleExample) -> String {
        var text = CatalogueText.plain(example.text)
        if let marked = example.marked {
            let plain = CatalogueText.plain(marked)
            text = text.replacing(plain, with: "**" + plain + "**", maxReplacements: 1)
        }
        return example.above.isEmpty ? text : text + " (under: " + example.above.map(CatalogueText.plain).joined(separator: " > ") + ")"
    }
}

/// A theme with its names.
enum ThemeWords {
    static func text(_ id: String, _ theme: Theme?) -> String {
        guard let theme else { return id }
        let names = ["en", "nl"].compactMap { theme.names[$0] }.map(CatalogueText.plain)
        return "\(id) (\(names.joined(separator: ", "))), \(theme.dimension)"
    }
}
