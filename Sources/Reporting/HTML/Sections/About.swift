import Claims

/// What was read, what was not and why, by which rules, and how a promise is judged.
struct AboutSection {
    let frame: Frame
    let result: AuditResult
    let dossiers: [Dossier]

    /// Files named for each reason.
    private static let most = 8

    private var words: Words { frame.words }

    var html: HTML {
        frame.section(
            "about", HTML(text: words[.aboutTitle]),
            """
            <div class="about"><div>\(frame.subheading(HTML(text: words[.wasRead])))\(facts)</div>
            <div>\(frame.subheading(HTML(text: words[.notRead])))\(notRead)</div>
            <div>\(frame.subheading(HTML(text: words[.howKept])))<p class="small">\(words[.keptRule])</p><p class="small">\(words[.keptCount])</p></div>
            <div class="whole">\(frame.subheading(HTML(text: words[.leftOut])))\(leftOut)</div></div>
            """)
    }

    private var facts: HTML {
        var rows: [(Word, HTML)] = [
            (.inputs, result.inputs.map { #"<span class="mono">\#($0)</span>"# as HTML }.joined(", ")),
            (.documents, HTML(text: words.digits(result.totals.pagesRead))), (.languages, HTML(text: languages)),
            (.roles, HTML(text: roles)),
            (.claims, HTML(text: words.digits(result.totals.claims))),
            (
                .rules,
                result.tool.rules.sorted { $0.key < $1.key }.map { #"\#($0.key) <code>\#(String($0.value.prefix(12)))</code>"# as HTML }
                    .joined(", ")
            ),
        ]
        rows.append((.calendar, HTML(text: words.calendar(result.calendar ?? .usual))))
        rows.append((.program, HTML(text: result.tool.name.capitalised + " " + result.tool.version)))
        return "<dl>\(rows.filter { !$0.1.isEmpty }.map { "<dt>\(words[$0.0])</dt><dd>\($0.1)</dd>" as HTML })</dl>"
    }

    private var languages: String {
        share(dossiers.flatMap { $0.organisation.pages.map { $0.language ?? "?" } }) { words.language(named: $0) }
    }

    private var roles: String {
        share(dossiers.flatMap { $0.organisation.pages.map(\.role.rawValue) }) { words[PageRole(rawValue: $0).map(Word.of) ?? .otherRole] }
    }

    /// `Dutch 379, English 33`, most first.
    private func share(_ values: [String], _ name: (String) -> String) -> String {
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return counts.map { name($0.key) + " " + words.digits($0.value) }.joined(separator: ", ")
    }

    private var notRead: HTML {
        guard !result.notJudged.isEmpty else {
            return #"<p class="small">\#(words[result.totals.pagesRead == 0 ? .noneOffered : .allRead])</p>"#
        }
        let groups = Dictionary(grouping: result.notJudged, by: \.reason).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return #"<ul class="reasons small">\#(groups.map { group($0.value) })</ul>"#
    }

    private func group(_ skipped: [NotJudged]) -> HTML {
        let files = skipped.prefix(Self.most).map { #"<span class="mono">\#($0.file)</span>"# as HTML }.joined(", ")
        let count = skipped.reduce(0) { $0 + $1.files }
        let more = count - min(skipped.count, Self.most)
        let status = words[skipped[0].unread ? .filesNotRead : .setAside]
        return """
            <li><b>\(words.count(.reasonCount, count)) \(status):</b> \(words.reason(skipped[0].reason) ?? skipped[0].detail)<br>\(files)\(more > 0 ? HTML(text: ", " + words.count(.andMore, more)) : .empty)</li>
            """
    }

    /// Exceptions named one by one.
    private static let mostExceptions = 200

    private var leftOut: HTML {
        let states = result.suppressions ?? []
        guard !states.isEmpty else {
            return #"<p class="small">\#(words[.noSuppressions])</p><p class="small">\#(words[.suppressionRule])</p>"#
        }
        let count = dossiers.reduce(0) { $0 + $1.findings.count - $1.open.count }
        let head: HTML = #"<p class="small">\#(words.count(.suppressedCount, count)) \#(words[.suppressionRule])</p>"#
        let messages = Dictionary(dossiers.flatMap { $0.findings.map { ($0.finding.fingerprint, $0.finding.message) } }) { first, _ in first
        }
        let items = states.prefix(Self.mostExceptions).map { exception($0, messages) }
        let more = states.count - Self.mostExceptions
        let rest: HTML = more > 0 ? "<li>\(words.count(.andMore, more))</li>" : .empty
        return #"\#(head)<ul class="reasons small">\#(items)\#(rest)</ul>"#
    }

    /// What it excepts, why, whose decision that is, until when, and where it is written.
    private func exception(_ state: SuppressionState, _ messages: [String: String]) -> HTML {
        let subject = (state.subject ?? [state.rule ?? ""]).filter { !$0.isEmpty }.joined(separator: ", ")
        let standing: HTML =
            switch state.standing {
            case .used: .empty
            case .unused: " · <b>\(words[.exceptionUnused])</b>"
            case .expired: " · <b>\(words[.exceptionExpired])</b>"
            case .malformed: #" · <b>\#(words[.exceptionMalformed])</b>: <span lang="en">\#(state.problem ?? "")</span>"#
            }
        let findings = state.findings ?? []
        let links = findings.prefix(Self.most).map {
            ##"<a href="#\##(RankedFinding.anchor($0))">\##(messages[$0] ?? $0)</a><br>"## as HTML
        }
        let more: HTML = findings.count > links.count ? "\(words.count(.andMore, findings.count - links.count))<br>" : .empty
        let place = [state.suppression.file, state.suppression.line.map(String.init)].compactMap(\.self).joined(separator: ":")
        return
            #"<li>\#(links)\#(more)\#(frame.exception(state.suppression))\#(standing)<br><span class="mono soft">\#(subject) · \#(place)</span></li>"#
    }
}
