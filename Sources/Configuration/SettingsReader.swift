import Claims
import RuleBook
import Yams

/// Reads one file of settings. Every scalar is a text first and then what its key asks for, so that `17:00`, `no` and `0900` stay what they are.
struct SettingsReader {
    let reader: YAMLReader
    /// Folder of the file; paths in it are relative to that.
    let folder: String

    /// - Returns: what the file says, and the path of the file that it extends, as written.
    static func read(file: String, text: String, folder: String) throws(RuleBookError) -> (Settings, extends: Stated<String>?) {
        let (reader, node) = try YAMLReader.compose(file: file, text: text)
        guard let node else {
            throw .invalid(reader.place(nil), problem: "the configuration is empty", cure: "write `version: 1` in it, or remove it")
        }
        return try SettingsReader(reader: reader, folder: folder).settings(node)
    }

    private func settings(_ node: Node) throws(RuleBookError) -> (Settings, extends: Stated<String>?) {
        let map = try reader.mapping(node, known: SettingsKey.allCases.map(\.rawValue))
        try checkVersion(map)
        var settings = Settings()
        settings.languages = try stated(.languages, map) { node throws(RuleBookError) in try languages(node) }
        settings.baseURL = try stated(.baseURL, map) { node throws(RuleBookError) in try address(node) }
        settings.organisation = try stated(.organisation, map) { node throws(RuleBookError) in try text(node) }
        settings.pages = try stated(.pages, map) { node throws(RuleBookError) in try list(node, page) }
        settings.calendar = try stated(.calendar, map) { node throws(RuleBookError) in try calendar(node) }
        settings.aliases = try stated(.aliases, map) { node throws(RuleBookError) in try aliases(node) }
        settings.rules = try rules(map)
        settings.packs = try stated(.packs, map) { node throws(RuleBookError) in try list(node, pack) }
        settings.failOn = try failOn(map)
        settings.exceptions = try stated(.exceptions, map) { node throws(RuleBookError) in try list(node, exception) }
        settings.cache = try stated(.cache, map) { node throws(RuleBookError) in try cache(node) }
        settings.catalogue = try stated(.catalogue, map) { node throws(RuleBookError) in try address(node) }
        return (settings, try stated(.extends, map) { node throws(RuleBookError) in try text(node) })
    }

    private func checkVersion(_ map: YAMLMapping) throws(RuleBookError) {
        let node = try map.required(SettingsKey.version.rawValue)
        let version = try reader.string(node)
        if version != "1" {
            throw reader.fail(
                node, "this program reads version 1 of the configuration, and this is '\(version)'", cure: "write `version: 1`")
        }
    }

    // MARK: values

    func stated<Value>(
        _ key: SettingsKey, _ map: YAMLMapping, _ read: (Node) throws(RuleBookError) -> Value
    ) throws(RuleBookError) -> Stated<Value>? {
        guard let node = map.node(key.rawValue) else { return nil }
        return Stated(try read(node), at: reader.place(node.mark))
    }

    func list<Value>(_ node: Node, _ read: (Node) throws(RuleBookError) -> Value) throws(RuleBookError) -> [Value] {
        var values: [Value] = []
        for item in try reader.sequence(node) { values.append(try read(item)) }
        return values
    }

    /// A text that says something.
    func text(_ node: Node) throws(RuleBookError) -> String {
        let text = try reader.string(node)
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw reader.fail(node, "there is nothing here", cure: "write a value, or remove the key")
        }
        return text
    }

    func path(_ node: Node) throws(RuleBookError) -> String {
        let path = try text(node)
        return path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    }

    private func languages(_ node: Node) throws(RuleBookError) -> [String] {
        var found: [String] = []
        for (text, item) in try reader.strings(node) {
            guard SettingsKey.languages.choices.contains(text) else {
                throw reader.fail(
                    item, "'\(text)' is no language of the rules", cure: suggestion(for: text, among: SettingsKey.languages.choices))
            }
            found.append(text)
        }
        if found.isEmpty { throw reader.fail(node, "no language is left to read", cure: "name one, or remove the key") }
        return found
    }

    private func address(_ node: Node) throws(RuleBookError) -> String {
        let address = try text(node)
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            throw reader.fail(node, "'\(address)' is no address of a site", cure: "write for instance https://www.example.org/")
        }
        return address
    }

    private func failOn(_ map: YAMLMapping) throws(RuleBookError) -> Stated<FailLevel>? {
        guard let level = try map.choice(SettingsKey.failOn.rawValue, FailLevel.self) else { return nil }
        return try stated(.failOn, map) { _ throws(RuleBookError) in level }
    }

    private func rules(_ map: YAMLMapping) throws(RuleBookError) -> [RuleSetting] {
        guard let node = map.node(SettingsKey.rules.rawValue) else { return [] }
        var rules: [RuleSetting] = []
        for (id, key, value) in try reader.pairs(node) {
            let text = try reader.string(value)
            let level: RuleLevel
            if text == "off" {
                level = .off
            } else if let severity = Severity(rawValue: text) {
                level = .severity(severity)
            } else {
                throw reader.fail(value, "'\(text)' is no severity", cure: suggestion(for: text, among: SettingsKey.levels))
            }
            rules.append(RuleSetting(id: id, level: level, place: reader.place(key.mark)))
        }
        return rules
    }

    private func cache(_ node: Node) throws(RuleBookError) -> CacheSetting {
        let text = try text(node)
        return text == "off" ? .off : .folder(try path(node))
    }
}
