public import Claims
import Foundation
public import RuleBook

extension Settings {
    public static let fileName = ".belofte.yml"
    /// So many files may extend each other.
    private static let mostFiles = 8

    /// The configuration that holds in a folder: that of the nearest folder above it, up to the root of the repository. Only one file counts.
    public static func nearest(to folder: String) -> String? {
        var place = URL(fileURLWithPath: folder).standardizedFileURL
        while true {
            let candidate = place.appendingPathComponent(fileName).path
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
            let isRoot = FileManager.default.fileExists(atPath: place.appendingPathComponent(".git").path)
            let above = place.deletingLastPathComponent()
            if isRoot || above.path == place.path { return nil }
            place = above
        }
    }

    /// Reads a configuration and what it extends. What a file says itself stands in place of what the extended file says, key by key;
    /// `rules` rule by rule.
    /// - Throws: `RuleBookError` with the place of the first thing that is wrong.
    public static func load(file: String) throws(RuleBookError) -> Settings {
        var (chain, next): ([Settings], String?) = ([], file)
        var seen = Set<String>()
        var place: RulePlace?
        while let path = next {
            guard seen.insert(URL(fileURLWithPath: path).standardizedFileURL.path).inserted, chain.count < mostFiles else {
                throw .invalid(place!, problem: "these files extend each other", cure: "let one of them stand on its own")
            }
            guard let data = FileManager.default.contents(atPath: path) else {
                guard let place else { throw .unreadable(path: path, cause: "there is no such file") }
                throw .invalid(place, problem: "there is no file '\(path)'", cure: "paths are relative to the folder of this file")
            }
            let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
            var (settings, extends) = try SettingsReader.read(file: path, text: String(decoding: data, as: UTF8.self), folder: folder)
            settings.files = [path]
            chain.append(settings)
            place = extends?.place
            next = extends.map { $0.value.hasPrefix("/") || folder.isEmpty ? $0.value : folder + "/" + $0.value }
        }
        return chain.dropFirst().reduce(chain[0]) { $0.over($1) }
    }

    /// These settings where they say something, and else those.
    func over(_ base: Settings) -> Settings {
        var result = self
        result.files += base.files
        result.languages = languages ?? base.languages
        result.baseURL = baseURL ?? base.baseURL
        result.organisation = organisation ?? base.organisation
        result.pages = pages ?? base.pages
        result.calendar = calendar ?? base.calendar
        result.aliases = aliases ?? base.aliases
        result.rules += base.rules.filter { other in !rules.contains { $0.id == other.id } }
        result.packs = packs ?? base.packs
        result.failOn = failOn ?? base.failOn
        result.exceptions = exceptions ?? base.exceptions
        result.cache = cache ?? base.cache
        result.catalogue = catalogue ?? base.catalogue
        return result
    }

    /// Types of finding that stand for all their rules.
    private static let types: [FindingType] = [.contradiction, .missingLink, .orphanPromise, .weakPromise, .brokenReference, .gap, .drift]

    /// Looks at what only the rules can tell: whether its rules are there, and can have the severity that they are given.
    public func check(against book: RuleBook) throws(RuleBookError) {
        let judging = Set(book.judgementRuleIDs + [RuleChoices.driftRule] + Self.types.map(\.rawValue))
        let known = judging.union(book.claimRuleIDs)
        for rule in rules {
            guard known.contains(rule.id) else {
                throw .invalid(
                    rule.place, problem: "there is no rule '\(rule.id)'", cure: suggestion(for: rule.id, among: known.sorted()))
            }
            guard rule.level == .off || judging.contains(rule.id) else {
                throw .invalid(
                    rule.place, problem: "'\(rule.id)' makes claims, which have no severity", cure: "write `\(rule.id): off`, or remove it")
            }
        }
    }
}

extension Settings {
    /// The first entry that matches decides, each for what it says.
    public func role(file: String, url: String?) -> PageRole? {
        pages?.value.first { $0.role != nil && $0.match.matches(file: file, url: url) }?.role
    }

    public func authority(file: String, url: String?) -> Int? {
        pages?.value.first { $0.authority != nil && $0.match.matches(file: file, url: url) }?.authority
    }
}
