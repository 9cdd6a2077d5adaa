/// Names of elements and attributes as the border packs them: the first eight letters in one number.
func packed(_ name: StaticString) -> UInt64 { packed("\(name)") }

private func packed(_ name: String) -> UInt64 { name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) } }

/// What an element means for the text.
enum Element: UInt8, Sendable {
    case skipped, script, title, meta, link, block, heading, list, item, term, definition, definitionList, table, caption, headRow
    case row, headerCell, cell, quotation, code, navigation, header, footer, sectioning, lineBreak, image, anchor, button, inline

    static func of(_ name: UInt64) -> (element: Element, level: UInt8) { known[name] ?? (.inline, 0) }

    private static let known: [UInt64: (Element, UInt8)] = {
        let names: [(Element, String)] = [
            (.skipped, "style template noscript select datalist textarea iframe object svg math audio video canvas"), (.script, "script"),
            (.title, "title"), (.meta, "meta"), (.link, "link base"),
            (
                .block,
                "div p section form fieldset legend figure figcaption address details summary hr label aside body head html center dialog hgroup"
            ),
            (.list, "ul ol menu dir"), (.item, "li"), (.term, "dt"), (.definition, "dd"), (.definitionList, "dl"), (.table, "table"),
            (.caption, "caption"), (.headRow, "thead"), (.row, "tr"), (.headerCell, "th"), (.cell, "td"), (.quotation, "blockquote"),
            (.code, "pre code kbd samp"), (.navigation, "nav"), (.header, "header"), (.footer, "footer"),
            (.sectioning, "main article"), (.lineBreak, "br"), (.image, "img"), (.anchor, "a"), (.button, "button"),
        ]
        var known: [UInt64: (Element, UInt8)] = [:]
        for (element, list) in names {
            for name in list.split(separator: " ") { known[packed(String(name))] = (element, 0) }
        }
        for level in 1...6 { known[packed("h\(level)")] = (.heading, UInt8(level)) }
        known[packed("section")] = (.sectioning, 0)
        return known
    }()
}

/// Attributes that are looked at.
enum Attribute {
    static let id = packed("id"), name = packed("name"), href = packed("href"), lang = packed("lang"), xmlLang = packed("xml:lang")
    static let kind = packed("class"), role = packed("role"), content = packed("content"), property = packed("property")
    static let alt = packed("alt"), rel = packed("rel"), type = packed("type"), itemprop = packed("itemprop"), label = packed("aria-label")
    static let datetime = packed("datetime"), colspan = packed("colspan"), scope = packed("scope")

    static let wanted: Set<UInt64> = [
        id, name, href, lang, xmlLang, kind, role, content, property, alt, rel, type, itemprop, label, datetime, colspan, scope,
    ]
}
