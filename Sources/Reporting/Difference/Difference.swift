public import Claims

/// What became of promises and findings between two audits, for people.
public enum Difference {
    /// - Parameter language: of the fixed words, `nl` or `en`.
    /// - Returns: UTF-8, as are the others.
    public static func text(_ difference: AuditDifference, language: String) -> [UInt8] {
        let parts = DifferenceParts(difference, DifferenceWords(language: language))
        var text = Plain.text(parts.title) + "\n"
        for organisation in parts.organisations {
            text += "\n" + Plain.text(organisation.name) + "\n"
            for section in organisation.sections {
                text += "\n  " + section.title + ":\n"
                text += section.entries.map { entry in
                    entry.lines.enumerated().map { ($0.offset == 0 ? "    " : "      ") + $0.element + "\n" }.joined()
                }.joined()
            }
            if let rest = organisation.rest { text += "\n  " + rest + "\n" }
        }
        return Array(text.utf8)
    }

    public static func markdown(_ difference: AuditDifference, language: String) -> [UInt8] {
        let parts = DifferenceParts(difference, DifferenceWords(language: language))
        var text = "## " + MarkdownText.plain(parts.title) + "\n"
        for organisation in parts.organisations {
            text += "\n### " + MarkdownText.plain(organisation.name) + "\n"
            for section in organisation.sections {
                text += "\n**\(section.title)**\n\n"
                text += section.entries.map { "- " + $0.lines.map(MarkdownText.plain).joined(separator: "<br>") + "\n" }.joined()
            }
            if let rest = organisation.rest { text += "\n" + rest + "\n" }
        }
        return Array(text.utf8)
    }

    /// A page of its own that loads nothing.
    public static func html(_ difference: AuditDifference, language: String) -> [UInt8] {
        let parts = DifferenceParts(difference, DifferenceWords(language: language))
        let organisations = parts.organisations.map { organisation -> HTML in
            let sections = organisation.sections.map { section -> HTML in
                let entries = section.entries.map { entry -> HTML in
                    let lines = entry.lines.map { "\($0)" as HTML }.joined("<br>")
                    return "<li>\(lines)</li>\n"
                }
                return "<h3>\(section.title)</h3>\n<ul>\n\(entries)</ul>\n"
            }
            let rest: HTML? = organisation.rest.map { "<p>\($0)</p>\n" }
            return "<section>\n<h2>\(organisation.name)</h2>\n\(sections)\(rest)</section>\n"
        }
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(language)">
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(parts.title)</title>
            <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}li{margin:.6rem 0}</style>
            <main>
            <h1>\(parts.title)</h1>
            \(organisations)</main>
            </html>

            """
        return page.bytes
    }
}

/// The difference as titles and plain lines, whatever they are written in.
struct DifferenceParts {
    struct Entry { var lines: [String] }

    struct Section {
        var title: String
        var entries: [Entry]
    }

    struct Organisation {
        var name: String
        var sections: [Section]
        /// What is only counted, or that there is nothing.
        var rest: String?
    }

    let title: String
    let organisations: [Organisation]

    init(_ difference: AuditDifference, _ words: DifferenceWords) {
        title = words.title(difference)
        organisations = difference.organisations.map { Self.organisation($0, words) }
    }

    private static func organisation(_ difference: OrganisationDifference, _ words: DifferenceWords) -> Organisation {
        let sections = [
            Section(title: words.changed, entries: difference.changed.map { change($0, words) }),
            Section(title: words.dropped, entries: difference.dropped.map { Entry(lines: [line($0)]) }),
            Section(title: words.added, entries: difference.added.map { Entry(lines: [line($0)]) }),
            Section(title: words.introduced, entries: difference.introduced.map(finding)),
            Section(
                title: words.fixed, entries: difference.fixed.map { Entry(lines: [Plain.text($0.says) + " [\(Plain.text($0.rule))]"]) }),
        ]
        let rest = difference.isEmpty ? words.nothing : difference.reworded > 0 ? words.reworded(difference.reworded) : nil
        return Organisation(name: difference.name, sections: sections.filter { !$0.entries.isEmpty }, rest: rest)
    }

    private static func change(_ change: PromiseChange, _ words: DifferenceWords) -> Entry {
        Entry(lines: [words.direction(change.direction), "- " + line(change.before), "+ " + line(change.after)])
    }

    private static func finding(_ finding: Finding) -> Entry {
        let head = "\(finding.severity.rawValue): \(Plain.text(finding.message)) [\(Plain.text(finding.rule))]"
        return Entry(lines: [head] + finding.claims.prefix(2).map(line))
    }

    private static func line(_ claim: Claim) -> String {
        "\(Plain.text(claim.source.file)):\(claim.source.line): \(Plain.quote(claim.quote))"
    }
}
