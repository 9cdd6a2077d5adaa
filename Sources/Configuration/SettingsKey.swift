import Claims

/// The keys of a configuration. The reader, the JSON Schema and `belofte config show` all go by this list.
public enum SettingsKey: String, CaseIterable, Sendable {
    case version, extends, languages
    case baseURL = "base_url"
    case organisation, pages, calendar, aliases, rules, packs
    case failOn = "fail_on"
    case exceptions, cache, catalogue

    /// Keys inside an entry, the needed ones first.
    var parts: [String] {
        switch self {
        case .pages: ["match", "role", "authority"]
        case .calendar: ["working_days", "hours", "holidays"]
        case .aliases: Alias.Kind.allCases.map(\.rawValue)
        case .packs: ["path", "sha256"]
        case .exceptions: ["reason", "finding", "pair", "owner", "until"]
        default: []
        }
    }

    /// Values that a key knows, where it knows its values.
    var choices: [String] {
        switch self {
        case .languages: ["nl", "en", "fr", "de"]
        case .failOn: FailLevel.allCases.map(\.rawValue)
        case .rules: Self.levels
        default: []
        }
    }

    static let levels = ["off", "note", "warning", "error"]
}
