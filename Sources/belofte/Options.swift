import ArgumentParser
import Configuration
import Crawl
import Foundation

/// Options of everything that reads an input.
struct InputOptions: ParsableArguments {
    @Argument(
        help: "Folders, files or quoted patterns ('site/**/*.html'): a mirrored site, a crawl, policy documents, pages; - for stdin.")
    var inputs: [String]

    @Option(help: ArgumentHelp("Address of the site's root, for folders without host names.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("Name of the organisation that all pages belong to.", valueName: "name"))
    var organisation: String?

    @OptionGroup var setup: SetupOptions

    @OptionGroup var cache: CacheOptions

    @Option(help: ArgumentHelp("How many pages are read at once. The result is the same for any number.", valueName: "number"))
    var jobs: Int = max(1, ProcessInfo.processInfo.activeProcessorCount)

    @Flag(help: "No progress on stderr.")
    var quiet = false

    @Option(
        help: ArgumentHelp(
            "Names of the fields in files of JSON lines: url, html, status, fetched.", valueName: "field=name,..."))
    var jsonFields: String?

    /// The command line goes before the configuration.
    func crawl(_ settings: Settings) -> CrawlOptions {
        CrawlOptions(
            baseURL: baseURL ?? settings.baseURL?.value, organisation: organisation ?? settings.organisation?.value,
            jsonFields: jsonFields.flatMap(JSONFields.init) ?? JSONFields())
    }

    func validate() throws {
        guard jsonFields == nil || jsonFields.flatMap(JSONFields.init) != nil else {
            throw ValidationError("--json-fields takes names for url, html, status and fetched, such as url=address,html=page.")
        }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 64.") }
    }
}
