import ArgumentParser
import Claims
import Configuration
import Foundation

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a first configuration, commented, from what it sees in an input.",
        discussion: """
            It writes .belofte.yml in this folder, and never over one that is there.

            Examples:
              belofte init site/
              belofte init site/ policies/ --output -
            """)

    @Option(name: [.short, .long], help: ArgumentHelp("Where it goes; - for stdout.", valueName: "file"))
    var output = Settings.fileName

    @OptionGroup var input: InputOptions

    mutating func run() async throws {
        if output != "-", FileManager.default.fileExists(atPath: output) {
            throw Problem(text: "there is a '\(output)' already. Remove it, or look at another with --output -.")
        }
        var sight = SiteSight()
        try await Pipeline(setup: try input.setup.load(), options: input).run { records in
            for case .page(let page) in records { sight.add(page) }
        }
        let text = FirstSettings(sight: sight).text
        if output == "-" { return Terminal.out(text) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw Problem(text: "'\(output)' cannot be written: \(error.localizedDescription)")
        }
        Terminal.say("\(output) is written. 'belofte config check' looks at it, docs/configuration.md explains its keys.")
    }
}

/// What the pages of an input show of the site: languages, hosts, and which folders hold pages of one kind.
struct SiteSight {
    private(set) var pages = 0
    private(set) var languages: [String: Int] = [:]
    /// Scheme and host by their pages.
    private(set) var roots: [String: Int] = [:]
    /// Pages without an address.
    private(set) var withoutAddress = 0
    private(set) var organisations: Set<String> = []
    /// Roles by the first step of the path.
    private var folders: [String: [PageRole: Int]] = [:]

    mutating func add(_ page: PageRecord) {
        pages += 1
        organisations.insert(page.organisation)
        if let language = page.language, !language.isEmpty { languages[language, default: 0] += 1 }
        let address = page.url.flatMap(URL.init(string:))
        if let scheme = address?.scheme, let host = address?.host {
            roots["\(scheme)://\(host)/", default: 0] += 1
        } else {
            withoutAddress += 1
        }
        let path = address.map(\.path) ?? "/" + page.file
        let steps = path.split(separator: "/")
        if steps.count > 1 { folders["/\(steps[0])/**", default: [:]][page.role, default: 0] += 1 }
    }

    /// Folders of three pages and more that nearly all have one role that is not marketing, the largest first.
    var kinds: [(match: String, role: PageRole, pages: Int)] {
        folders.compactMap { match, roles -> (match: String, role: PageRole, pages: Int)? in
            let all = roles.values.reduce(0, +)
            guard all >= 3, let most = roles.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }) else { return nil }
            return most.key != .marketing && most.value * 10 >= all * 8 ? (match, most.key, all) : nil
        }.sorted { ($1.pages, $0.match) < ($0.pages, $1.match) }
    }
}

/// A first configuration: what was seen is set, the rest stands in comments.
struct FirstSettings {
    let sight: SiteSight

    private static let known = ["nl", "en", "fr", "de"]
    private static let mostKinds = 12

    var text: String {
        ([head, languages, address, pages, rest].flatMap(\.self)).joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        let pages = sight.pages == 1 ? "1 page" : "\(sight.pages) pages"
        return [
            "# Configuration of belofte, from what \(pages) show. 'belofte config show' prints what holds, 'belofte config check' checks it.",
            "version: 1", "",
        ]
    }

    private var languages: [String] {
        let counts = sight.languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let spoken = counts.filter { Self.known.contains($0.key) && $0.value * 50 >= sight.pages }.map(\.key)
        let seen = counts.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let line = "languages: [\((spoken.isEmpty ? Self.known : spoken).joined(separator: ", "))]"
        return [
            "# Only pages in these languages are judged; the others are listed. Seen: \(Self.plain(seen)).",
            spoken.isEmpty ? "# " + line : line, "",
        ]
    }

    private var address: [String] {
        var lines = ["# Address of the site's root, for folders without host names."]
        let root = sight.roots.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let isNeeded = sight.roots.count == 1 && sight.withoutAddress == 0
        lines.append((isNeeded ? "" : "# ") + "base_url: " + Settings.quoted(root ?? "https://www.example.org/"))
        lines.append(
            "# One name for all pages, whatever their host. Seen: \(Self.plain(sight.organisations.sorted().prefix(5).joined(separator: ", ")))."
        )
        return lines + ["# organisation: " + Settings.quoted(sight.organisations.sorted().first ?? "example.org"), ""]
    }

    private var pages: [String] {
        let kinds = sight.kinds.prefix(Self.mostKinds)
        var lines = [
            "# What pages are for, and how much their word counts (0 to 100): of two pages that clash the one with less should change.",
            "# News and reviews are set aside and listed as not judged.",
        ]
        let entries = kinds.map { kind in
            let note = "# \(kind.pages) pages, taken as \(kind.role.rawValue)"
            return "  - {match: \(Settings.quoted(kind.match)), role: \(kind.role.rawValue)}   \(note)"
        }
        lines +=
            entries.isEmpty ? ["# pages:", "#   - {match: \"/service/**\", role: service-policy, authority: 90}"] : ["pages:"] + entries
        return lines + [""]
    }

    private var rest: [String] {
        [
            "# When the organisation works, for terms in working days and hours.",
            "# calendar: {working_days: mo-fr, hours: \"09:00-17:00\", holidays: nl}", "",
            "# Other names of products, audiences and regions.", "# aliases: {product: {Basic: [basic plan, entry plan]}}", "",
            "# Severity by rule or type of finding: error, warning, note or off. 'belofte rules list' names the rules.",
            "# rules: {orphan-promise: off}", "", "# Least severity that makes the exit status 1: error, warning, note or never.",
            "fail_on: error", "",
            "# Findings that you decided to live with. The HTML report copies such an entry.",
            "# exceptions:", "#   - {finding: b1-0123456789abcdef, reason: campaign ends, owner: marketing, until: 2027-01-31}",
        ]
    }

    /// Text out of a crawl for a comment: on one line.
    private static func plain(_ text: String) -> String { Terminal.plain(text.replacing("\n", with: " ")) }
}
