import Claims
import RuleBook
import Yams

/// The entries of the lists and maps in a configuration.
extension SettingsReader {
    func page(_ node: Node) throws(RuleBookError) -> PageSetting {
        let map = try reader.mapping(node, known: SettingsKey.pages.parts)
        let match = try text(try map.required("match"))
        let role = try map.choice("role", PageRole.self)
        var authority: Int?
        if let node = map.node("authority") {
            authority = Int(try reader.string(node))
            guard let authority, (0...100).contains(authority) else {
                throw reader.fail(node, "the authority of a page is a number from 0 to 100", cure: "write for instance `authority: 90`")
            }
        }
        if role == nil, authority == nil {
            throw reader.fail(node, "this says nothing about its pages", cure: "add `role: …` or `authority: …`")
        }
        return PageSetting(match: Glob(match), role: role, authority: authority, place: reader.place(node.mark))
    }

    func aliases(_ node: Node) throws(RuleBookError) -> [Alias] {
        let map = try reader.mapping(node, known: SettingsKey.aliases.parts)
        var aliases: [Alias] = []
        for kind in Alias.Kind.allCases {
            guard let node = map.node(kind.rawValue) else { continue }
            for (name, key, value) in try reader.pairs(node) {
                let others = try reader.strings(value).map(\.text)
                aliases.append(Alias(kind: kind, name: name, others: others, place: reader.place(key.mark)))
            }
        }
        return aliases
    }

    func pack(_ node: Node) throws(RuleBookError) -> RulePack {
        let map = try reader.mapping(node, known: SettingsKey.packs.parts)
        let path = try path(try map.required("path"))
        let place = reader.place(node.mark)
        guard let digest = map.node("sha256") else {
            let cure = (try? RuleBook.digest(pack: path)).map { "look it through, then add `sha256: \($0)`" } ?? "add `sha256: …`"
            throw reader.fail(node, "the pack '\(path)' is not pinned", cure: cure)
        }
        let sha256 = try reader.string(digest)
        guard sha256.count == 64, sha256.allSatisfy(\.isHexDigit) else {
            throw reader.fail(digest, "a SHA-256 has 64 hexadecimal digits", cure: "`belofte config digest \(path)` prints it")
        }
        let last = path.split(separator: "/").last.map(String.init) ?? path
        let name = last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last.hasSuffix(".yml") ? String(last.dropLast(4)) : last
        return RulePack(name: name, path: path, sha256: sha256.lowercased(), place: place)
    }

    func exception(_ node: Node) throws(RuleBookError) -> ExceptionSetting {
        let map = try reader.mapping(node, known: SettingsKey.exceptions.parts)
        let reason = try text(try map.required("reason"))
        let until = try day(map)
        return ExceptionSetting(
            subject: try subject(map), reason: reason, owner: try map.optionalString("owner"), until: until, place: reader.place(node.mark))
    }

    private func subject(_ map: YAMLMapping) throws(RuleBookError) -> ExceptionSetting.Subject {
        switch (map.node("finding"), map.node("pair")) {
        case (let node?, nil):
            let fingerprint = try text(node)
            guard fingerprint.hasPrefix("b1-"), fingerprint.count >= 19 else {
                let cure = "write all of it, as the report or `--format json` shows it: b1- and 16 digits"
                throw reader.fail(node, "'\(fingerprint)' is no fingerprint of a finding", cure: cure)
            }
            return .finding(fingerprint)
        case (nil, let node?):
            let ids = try reader.strings(node).map(\.text)
            guard ids.count == 2, ids.allSatisfy({ $0.hasPrefix("c-") }) else {
                throw reader.fail(node, "a pair is two identifiers of claims", cure: "write for instance `pair: [c-9f3a6c1e, c-0b7d2e55]`")
            }
            return .pair(ids[0], ids[1])
        case (nil, nil):
            throw reader.fail(
                map.node, "this exception says nothing about what it is for", cure: "add `finding: b1-…` or `pair: [c-…, c-…]`")
        case (_?, let node?): throw reader.fail(node, "an exception is for a finding or for a pair", cure: "make two of it")
        }
    }

    private func day(_ map: YAMLMapping) throws(RuleBookError) -> String? {
        guard let node = map.node("until") else { return nil }
        let text = try reader.string(node)
        guard Day.isOne(text) else { throw reader.fail(node, "'\(text)' is no day", cure: "write it as 2027-01-31") }
        return text
    }
}
