import Claims
public import RuleBook

/// The rule book as Markdown for people: a page for each rule and one that lists them.
public struct RuleCatalogue {
    /// A file of the catalogue.
    public struct Page: Sendable, Hashable {
        /// Name of the file, with `.md`.
        public var name: String
        public var text: String
    }

    /// Opens every page, so that a later run knows which files are its own.
    public static let mark = "<!-- Written by `belofte rules docs` from the files in Rules/: change those, not this. -->"

    let book: RuleBook

    public init(book: RuleBook) { self.book = book }

    /// All pages, by name; the list is `README.md`.
    public var pages: [Page] {
        let rules =
            book.claimRules.map { page($0.id, ClaimRulePage(rule: $0, theme: book.theme($0.theme)).lines) }
            + book.contradictions.map { page($0.id, ContradictionPage(rule: $0, theme: book.theme($0.theme)).lines) }
            + book.links.map { page($0.id, LinkPage(rule: $0, theme: book.theme($0.theme)).lines) }
        return (rules + [page("README", list)]).sorted { $0.name < $1.name }
    }

    private func page(_ id: String, _ lines: [String]) -> Page {
        Page(name: Self.name(id), text: ([Self.mark, ""] + lines).joined(separator: "\n") + "\n")
    }

    /// The file of a rule's page.
    static func name(_ id: String) -> String { id + ".md" }

    private var list: [String] {
        var lines = ["# Rules", ""]
        lines.append(
            "\(book.claimRules.count) rules find claims, \(book.contradictions.count) compare them, \(book.links.count) ask what is missing."
        )
        for kind in ClaimKind.allCases {
            let rules = book.claimRules.filter { $0.kind == kind }
            lines += section(Self.heading(kind), rules.map { ($0.id, $0.title, $0.theme) })
        }
        lines += section("Contradictions", book.contradictions.map { ($0.id, $0.title.en, $0.theme) })
        lines += section("Links", book.links.map { ($0.id, $0.title.en, $0.theme) })
        return lines
    }

    private func section(_ heading: String, _ rows: [(id: String, title: String, theme: String)]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let table = rows.map { "| [\($0.id)](\($0.id).md) | \(CatalogueText.plain($0.title)) | \($0.theme) |" }
        return ["", "## " + heading, "", "| rule | finds | theme |", "|---|---|---|"] + table
    }

    private static func heading(_ kind: ClaimKind) -> String {
        switch kind {
        case .brandPromise: "Brand promises"
        case .servicePromise: "Service promises"
        case .processConstraint: "Process constraints"
        }
    }
}

/// Text of our own rules as Markdown takes it; people read it raw as well, so no more is escaped than must be.
enum CatalogueText {
    private static let signs = Set<Character>(["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "&"])

    static func plain(_ text: String) -> String {
        String(text.flatMap { signs.contains($0) ? ["\\", $0] : $0.isNewline ? [" "] : [$0] })
    }

    /// As code; a pattern holds bars and signs that mean nothing to Markdown there.
    static func code(_ text: String) -> String { text.contains("`") ? plain(text) : "`" + text + "`" }

    static let languages = ["nl": "Dutch", "en": "English", "fr": "French", "de": "German"]
}
