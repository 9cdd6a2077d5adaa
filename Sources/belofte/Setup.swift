import ArgumentParser
import Claims
import Configuration
import Extraction
import Foundation
import Judgement
import RuleBook

/// Options of everything that needs rules.
struct SetupOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of rules.", valueName: "folder"))
    var rules: String?

    @Option(
        help: ArgumentHelp(
            "Configuration to use; without it the .belofte.yml of the nearest folder above, up to the root of the repository.",
            valueName: "file"))
    var config: String?

    @Flag(name: .customLong("no-config"), help: "Use no configuration.")
    var ignoresConfiguration = false

    func validate() throws {
        if config != nil, ignoresConfiguration { throw ValidationError("--config and --no-config exclude each other.") }
    }

    /// The configuration with its rules, both checked.
    func load() throws -> Setup { try load(try settings()) }

    /// The rules as that configuration wants them, checked against each other.
    func load(_ settings: Settings) throws -> Setup {
        let book = try RuleFinder.load(rules, choices: settings.choices)
        try Self.reading { () throws(RuleBookError) in try settings.check(against: book) }
        return Setup(settings: settings, book: book)
    }

    func settings() throws -> Settings {
        if ignoresConfiguration { return Settings() }
        guard let file = config ?? Settings.nearest(to: FileManager.default.currentDirectoryPath) else { return Settings() }
        return try Self.reading { () throws(RuleBookError) in try Settings.load(file: Self.short(file)) }
    }

    /// As somebody here would write it.
    private static func short(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }

    private static func reading<Value>(_ body: () throws(RuleBookError) -> Value) throws -> Value {
        do throws(RuleBookError) {
            return try body()
        } catch .unreadable(let path, let cause) {
            throw Problem(text: "the configuration '\(path)' cannot be read: \(cause).")
        } catch {
            throw Problem(text: RuleFinder.words(error))
        }
    }
}

/// What a run goes by: the configuration, and the rules as it wants them.
struct Setup: Sendable {
    let settings: Settings
    let book: RuleBook

    /// When the organisation works, where the configuration says.
    var calendar: WorkCalendar? { settings.calendar?.value.calendar }

    /// What working days come to.
    var spans: WorkingSpans { calendar.map(WorkingSpans.init) ?? .usual }

    /// How promises that changed are told; nil where the configuration wants to hear nothing of them.
    func drift(language: String) -> DriftOptions? {
        switch settings.choices.drift {
        case nil: DriftOptions(language: language)
        case .severity(let severity): DriftOptions(language: language, weaker: severity)
        case .off: nil
        }
    }

    var extraction: ExtractionOptions {
        let aliases = (settings.aliases?.value ?? []).compactMap { alias in
            ScopeAlias.Kind(rawValue: alias.kind.rawValue).map { ScopeAlias(kind: $0, name: alias.name, others: alias.others) }
        }
        return ExtractionOptions(languages: settings.languages?.value, aliases: aliases)
    }

    /// A page with what the configuration says of it.
    func page(_ page: Page) -> Page {
        guard settings.pages != nil else { return page }
        var page = page
        page.role = settings.role(file: String(page.path), url: page.url)
        page.authority = settings.authority(file: String(page.path), url: page.url)
        return page
    }
}
