/// The elements of one XML language for technical writers, by what they are.
struct XMLVocabulary: Sendable {
    /// HTML elements that stand for theirs; what is not listed is inline or a wrapper.
    var elements: [String: String]
    /// Each of them makes the headings in it one level deeper.
    var sections: Set<String>
    var heads: Set<String>
    var tables: Set<String>
    var headRows: Set<String>
    var cells: Set<String>
    var footnotes: Set<String>
    /// For the makers of the document, not for its readers.
    var skipped: Set<String>

    private static func table(_ rows: [(html: String, names: String)]) -> [String: String] {
        var table: [String: String] = [:]
        for row in rows {
            for name in row.names.split(separator: " ") { table[String(name)] = row.html }
        }
        return table
    }

    static let docBook = XMLVocabulary(
        elements: table([
            ("p", "para simpara subtitle caption"), ("div", "note tip important caution warning example figure sidebar formalpara info"),
            ("ul", "itemizedlist orderedlist simplelist procedure substeps calloutlist qandaset"),
            ("li", "listitem step member callout qandaentry"),
            ("dl", "variablelist glosslist segmentedlist"), ("dt", "term glossterm"), ("table", "table informaltable"), ("tr", "row tr"),
            ("blockquote", "blockquote epigraph"), ("pre", "programlisting screen literallayout synopsis"),
            ("code", "literal code command"),
            ("a", "link ulink"), ("thead", "thead"),
        ]),
        sections: [
            "article", "book", "chapter", "section", "sect1", "sect2", "sect3", "sect4", "sect5", "appendix", "preface", "part",
            "simplesect",
        ],
        heads: ["info", "articleinfo", "bookinfo"], tables: ["table", "informaltable", "figure", "example"], headRows: ["thead"],
        cells: ["entry", "td", "th"], footnotes: ["footnote"],
        skipped: ["indexterm", "remark", "comment", "toc", "index", "bibliography", "textobject", "revhistory", "legalnotice", "copyright"])

    static let dita = XMLVocabulary(
        elements: table([
            ("p", "p shortdesc cmd info stepresult stepxmp result context prereq postreq abstract example"),
            ("div", "note section body fig bodydiv"),
            ("ul", "ul ol sl steps steps-unordered substeps choices"), ("li", "li sli step substep choice"), ("dl", "dl parml"),
            ("dt", "dt pt glossterm"), ("dd", "dd pd glossdef"), ("table", "table simpletable choicetable properties"),
            ("tr", "row strow sthead chrow chhead property prophead"), ("blockquote", "lq"), ("pre", "codeblock screen msgblock pre lines"),
            ("code", "codeph cmdname"), ("a", "xref link"), ("thead", "thead"),
        ]),
        sections: ["topic", "concept", "task", "reference", "section", "glossentry", "troubleshooting"], heads: ["prolog"],
        tables: ["table", "simpletable", "fig"], headRows: ["thead", "sthead", "chhead", "prophead"],
        cells: ["entry", "stentry", "choption", "chdesc", "proptype", "propvalue", "propdesc", "choptionhd", "chdeschd"], footnotes: ["fn"],
        skipped: ["draft-comment", "required-cleanup", "indexterm", "metadata", "related-links", "data", "unknown", "foreign", "reltable"])
}
