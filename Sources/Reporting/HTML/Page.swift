import Claims

/// The page around the sections: policy, style, bar on top, data and script.
struct Page {
    let words: Words
    let result: AuditResult
    let options: HTMLReportOptions
    let dossiers: [Dossier]

    func html(_ main: HTML, data: JSONText) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(words.language.rawValue)">
        \(head)
        <body>
        <a class="skip" href="#main">\(words[.skip])</a>
        \(State.symbols)\(bar)
        <main id="main" class="wrap">
        \(main)<p class="end">\(words.fill(.ending, ["program": result.tool.name.capitalised + " " + result.tool.version]))</p>
        </main>
        \(Self.row)
        <script type="application/json" id="data">\(HTML(json: data))</script>
        <script>\(HTML(asset: Assets.script))</script>
        </body>
        </html>

        """
    }

    /// Nothing may be loaded, run or sent but the style and the script that stand here, named by their hashes.
    private var head: HTML {
        """
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(Assets.styleHash)'; \
        script-src 'sha256-\(Assets.scriptHash)'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="\(result.tool.name.capitalised) \(result.tool.version)">
        <title>\(title)</title>
        <style>\(HTML(asset: Assets.style))</style>
        </head>
        """
    }

    private var title: String {
        let name =
            dossiers.count == 1 ? words.fill(.title, ["name": dossiers[0].organisation.name]) : words.count(.titleMany, dossiers.count)
        return options.date.map { name + ", " + words.date($0) } ?? name
    }

    private var bar: HTML {
        """
        <header class="top"><div class="wrap">
        <span class="brand"><svg width="18" height="18" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8.4 6.2 12.6 14 3.8" fill="none" stroke="currentColor" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round"/></svg>Belofte</span>
        <nav aria-label="\(words[.sections])"><ul>\(links.map { ##"<li><a href="#\##($0.0)">\##(words[$0.1])</a></li>"## as HTML })</ul></nav>
        <button class="btn" data-js hidden id="theme" type="button">\(words[.lightDark])</button>
        <button class="btn" data-js hidden id="print" type="button">\(words[.print])</button>
        </div></header>
        """
    }

    /// Only sections that are there.
    private var links: [(String, Word)] {
        guard dossiers.count == 1 else {
            return [("overview", .navOverview), ("findings", .navFindings), ("about", .navAbout)].filter {
                $0.0 != "overview" || !dossiers.isEmpty
            }
        }
        let dossier = dossiers[0]
        return [
            dossier.conflicts.isEmpty ? nil : ("clashes", .navConflicts), dossier.count(.nothingBehind) == 0 ? nil : ("hollow", .navHollow),
            dossier.promises.isEmpty ? nil : ("matrix", .navMatrix), dossier.promises.isEmpty ? nil : ("map", .navMap),
            dossier.organisation.claims.isEmpty ? nil : ("card", .navCard), ("findings", .navFindings), ("about", .navAbout),
        ].compactMap(\.self)
    }

    /// What the script fills for each row of the list.
    private static let row: HTML = #"""
        <template id="row"><li><details><summary><span class="kind"><span class="tag"><svg width="16" height="16" class="glyph" aria-hidden="true"><use href="#g-empty"/></svg><span class="name"></span></span></span><span class="what"></span><span class="where mono"></span><span class="reach"><b class="new" hidden></b> <span></span></span></summary><div class="body"></div></details></li></template>
        """#
}
