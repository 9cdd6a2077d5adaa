import Claims
import RuleBook

extension Settings {
    /// The settings that hold, as a configuration, each value with its origin behind it: `file:line`, or `default`.
    public func text() -> String {
        var page = SettingsPage()
        page.line("version: 1", nil)
        page.line("languages: " + Self.list(languages?.value ?? SettingsKey.languages.choices), languages?.place ?? .some(nil))
        if let baseURL { page.line("base_url: " + Self.quoted(baseURL.value), baseURL.place) }
        if let organisation { page.line("organisation: " + Self.quoted(organisation.value), organisation.place) }
        page.list("pages", pages) { ($0.text, $0.place) }
        calendarLines(&page)
        aliasLines(&page)
        if !rules.isEmpty { page.line("rules:", nil) }
        for rule in rules { page.line("  \(rule.id): \(rule.level.text)", rule.place) }
        page.list("packs", packs) { ("{path: \(Self.quoted($0.path)), sha256: \($0.sha256)}", $0.place) }
        page.line("fail_on: " + (failOn?.value ?? .error).rawValue, failOn?.place ?? .some(nil))
        page.list("exceptions", exceptions) { ($0.text, $0.place) }
        if let cache { page.line("cache: " + cache.value.text, cache.place) }
        if let catalogue { page.line("catalogue: " + Self.quoted(catalogue.value), catalogue.place) }
        return page.text
    }

    private func calendarLines(_ page: inout SettingsPage) {
        guard let calendar = calendar?.value else { return }
        page.line("calendar:", nil)
        for (key, value) in [("working_days", calendar.workingDays), ("hours", calendar.hours), ("holidays", calendar.holidays)] {
            if let value { page.line("  \(key): " + Self.quoted(value.value), value.place) }
        }
    }

    private func aliasLines(_ page: inout SettingsPage) {
        guard let aliases = aliases?.value, !aliases.isEmpty else { return }
        page.line("aliases:", nil)
        for kind in Alias.Kind.allCases {
            let own = aliases.filter { $0.kind == kind }
            if !own.isEmpty { page.line("  \(kind.rawValue):", nil) }
            for alias in own { page.line("    \(Self.quoted(alias.name)): " + Self.list(alias.others.map(Self.quoted)), alias.place) }
        }
    }

    private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

    /// In double quotes where a plain text could be read as something else.
    public static func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "./_-".contains($0)) }
        if isPlain, text.first?.isLetter ?? false { return text }
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: scalar.properties.generalCategory == .control ? " " : String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}

/// Lines with their origin in a column behind them.
private struct SettingsPage {
    private(set) var text = ""
    private static let column = 64

    /// - Parameter place: nil for a line that only opens what follows; `.some(nil)` for a default.
    mutating func line(_ line: String, _ place: RulePlace??) {
        text += line
        if let place {
            text +=
                String(repeating: " ", count: max(1, Self.column - line.count)) + "# "
                + (place.map { "\($0.file):\($0.line)" } ?? "default")
        }
        text += "\n"
    }

    mutating func list<Entry>(_ key: String, _ entries: Stated<[Entry]>?, _ line: (Entry) -> (String, RulePlace)) {
        guard let entries else { return }
        self.line(entries.value.isEmpty ? key + ": []" : key + ":", entries.value.isEmpty ? entries.place : nil)
        for entry in entries.value {
            let (text, place) = line(entry)
            self.line("  - " + text, place)
        }
    }
}

extension RuleLevel {
    fileprivate var text: String {
        switch self {
        case .off: "off"
        case .severity(let severity): severity.rawValue
        }
    }
}

extension PageSetting {
    fileprivate var text: String {
        let parts = ["match: " + Settings.quoted(match.text), role.map { "role: " + $0.rawValue }, authority.map { "authority: \($0)" }]
        return "{" + parts.compactMap(\.self).joined(separator: ", ") + "}"
    }
}

extension ExceptionSetting {
    fileprivate var text: String {
        let what =
            switch subject {
            case .finding(let fingerprint): "finding: " + fingerprint
            case .pair(let one, let two): "pair: [\(one), \(two)]"
            }
        let parts = [
            what, "reason: " + Settings.quoted(reason), owner.map { "owner: " + Settings.quoted($0) }, until.map { "until: " + $0 },
        ]
        return "{" + parts.compactMap(\.self).joined(separator: ", ") + "}"
    }
}

extension CacheSetting {
    fileprivate var text: String {
        switch self {
        case .off: "off"
        case .folder(let path): Settings.quoted(path)
        }
    }
}
