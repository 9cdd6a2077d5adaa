import Claims
import Foundation

/// The configuration as a JSON Schema, for editors. It goes by the same lists as the reader.
public enum SettingsSchema {
    /// Indented, with sorted keys, and a line break at its end.
    public static func text() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(root)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }

    private static var root: Schema {
        var root = Schema.object(
            SettingsKey.allCases.map { ($0.rawValue, schema(of: $0)) }, required: [SettingsKey.version.rawValue],
            "Configuration of belofte, as .belofte.yml at the root of a repository.")
        root.dialect = "https://json-schema.org/draft/2020-12/schema"
        return root
    }

    private static func schema(of key: SettingsKey) -> Schema {
        switch key {
        case .version: Schema(constant: 1, "Version of the configuration.")
        case .extends: .text("Another configuration; what this file says itself stands in place of what that one says.")
        case .languages: .list(of: Schema(choices: key.choices), "Only pages in these languages are judged.")
        case .baseURL: .text("Address of the site's root, for folders without host names.", pattern: "^https?://")
        case .organisation: .text("Name of the organisation that all pages belong to.")
        case .pages: .list(of: page, "What pages are for, and how much their word counts. The first entry that matches decides.")
        case .calendar: calendar
        case .aliases: aliases
        case .rules:
            Schema(
                values: Schema(choices: key.choices),
                "Severity by rule, or by type of finding (contradiction, missing-link, orphan-promise, weak-promise, broken-reference, gap, drift); off: not used."
            )
        case .packs: .list(of: pack, "Rules beside the built-in ones.")
        case .failOn: Schema(choices: key.choices, "Least severity that makes the exit status 1; --fail-on goes first.")
        case .exceptions: .list(of: exception, "Findings and pairs of claims that somebody decided to live with.")
        case .cache: .text("Folder in which claims are kept from one run to the next, or off.")
        case .catalogue:
            .text("Address of the folder that `belofte rules docs` wrote; SARIF links each rule to its page there.", pattern: "^https?://")
        }
    }

    private static var page: Schema {
        .object(
            [
                (
                    "match",
                    .text(
                        "Path or address: * is a part of a step, ** any number of steps. Without a leading slash it matches at any depth.")
                ),
                ("role", Schema(choices: PageRole.allCases.map(\.rawValue), "News and reviews are set aside and listed as not judged.")),
                ("authority", Schema(from: 0, to: 100, "Of two pages that clash the one with less should change.")),
            ], required: ["match"])
    }

    private static var calendar: Schema {
        .object(
            [
                ("working_days", .text("Days of work, such as mo-fr or mo-fr, sa.")),
                ("hours", .text("Hours of work, such as 09:00-17:30.")),
                ("holidays", Schema(choices: HolidayCountry.allCases.map(\.rawValue) + ["none"], "Country whose public holidays count.")),
            ], required: [], "When the organisation works; terms in working days and hours are compared by it.")
    }

    private static var aliases: Schema {
        let names = Schema(values: .list(of: Schema(type: "string"), nil))
        return .object(Alias.Kind.allCases.map { ($0.rawValue, names) }, required: [], "Other names of products, audiences and regions.")
    }

    private static var pack: Schema {
        .object(
            [
                ("path", .text("A folder laid out as Rules/, or a file with one rule; relative to this file.")),
                ("sha256", .text("What `belofte config digest PATH` prints.", pattern: "^[0-9a-fA-F]{64}$")),
            ], required: ["path", "sha256"])
    }

    private static var exception: Schema {
        var schema = Schema.object(
            [
                ("finding", .text("Fingerprint of a finding.", pattern: "^b1-")),
                ("pair", .list(of: .text(nil, pattern: "^c-"), "Identifiers of two claims.")), ("reason", .text("Why it may stay.")),
                ("owner", .text("Whose decision it is.")),
                ("until", .text("Last day that it holds.", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
            ], required: ["reason"])
        schema.oneOf = [Schema(required: ["finding"]), Schema(required: ["pair"])]
        return schema
    }
}

/// The part of JSON Schema that a configuration needs.
private struct Schema: Encodable {
    var dialect: String?
    var type: String?
    var description: String?
    var const: Int?
    var choices: [String]?
    var pattern: String?
    var minimum: Int?
    var maximum: Int?
    var items: [Schema]?
    var properties: [String: Schema]?
    var required: [String]?
    /// Values of keys that have no schema of their own; none: such keys are not allowed.
    var values: [Schema] = []
    var oneOf: [Schema]?

    init(type: String? = nil, required: [String]? = nil) {
        self.type = type
        self.required = required
    }

    init(choices: [String], _ description: String? = nil) {
        self.choices = choices
        self.description = description
    }

    init(constant: Int, _ description: String) {
        const = constant
        self.description = description
    }

    init(from minimum: Int, to maximum: Int, _ description: String) {
        (self.minimum, self.maximum, self.description) = (minimum, maximum, description)
        type = "integer"
    }

    init(values: Schema, _ description: String? = nil) {
        self.values = [values]
        self.description = description
        type = "object"
    }

    static func text(_ description: String?, pattern: String? = nil) -> Schema {
        var schema = Schema(type: "string")
        (schema.description, schema.pattern) = (description, pattern)
        return schema
    }

    static func list(of items: Schema, _ description: String?) -> Schema {
        var schema = Schema(type: "array")
        (schema.items, schema.description) = ([items], description)
        return schema
    }

    static func object(_ properties: [(String, Schema)], required: [String], _ description: String? = nil) -> Schema {
        var schema = Schema(type: "object", required: required.isEmpty ? nil : required)
        schema.properties = Dictionary(properties) { first, _ in first }
        schema.description = description
        return schema
    }

    enum CodingKeys: String, CodingKey {
        case type, description, const, pattern, minimum, maximum, items, properties, required, oneOf, additionalProperties
        case dialect = "$schema"
        case choices = "enum"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(dialect, forKey: .dialect)
        try container.encodeIfPresent(type, forKey: .type)
        try container.encodeIfPresent(description, forKey: .description)
        try container.encodeIfPresent(const, forKey: .const)
        try container.encodeIfPresent(choices, forKey: .choices)
        try container.encodeIfPresent(pattern, forKey: .pattern)
        try container.encodeIfPresent(minimum, forKey: .minimum)
        try container.encodeIfPresent(maximum, forKey: .maximum)
        try container.encodeIfPresent(items?.first, forKey: .items)
        try container.encodeIfPresent(properties, forKey: .properties)
        try container.encodeIfPresent(required, forKey: .required)
        try container.encodeIfPresent(oneOf, forKey: .oneOf)
        if type == "object" {
            if let values = values.first {
                try container.encode(values, forKey: .additionalProperties)
            } else {
                try container.encode(false, forKey: .additionalProperties)
            }
        }
    }
}
