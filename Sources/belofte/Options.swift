import ArgumentParser
import Crawl
import Foundation

/// Options of everything that reads an input.
struct InputOptions: ParsableArguments {
    @Argument(help: "Folders or files: a mirrored site, policy documents, single pages.")
    var inputs: [String]

    @Option(help: ArgumentHelp("Address of the site's root, for folders without host names.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("Name of the organisation that all pages belong to.", valueName: "name"))
    var organisation: String?

    @Option(help: ArgumentHelp("Folder of rules.", valueName: "folder"))
    var rules: String?

    @Option(help: ArgumentHelp("How many pages are read at once. The result is the same for any number.", valueName: "number"))
    var jobs: Int = max(1, ProcessInfo.processInfo.activeProcessorCount)

    @Flag(help: "No progress on stderr.")
    var quiet = false

    @Option(
        help: ArgumentHelp(
            "Names of the fields in files of JSON lines: url, html, status, fetched.", valueName: "field=name,..."))
    var jsonFields: String?

    var crawl: CrawlOptions {
        CrawlOptions(baseURL: baseURL, organisation: organisation, jsonFields: jsonFields.flatMap(JSONFields.init) ?? JSONFields())
    }

    func validate() throws {
        guard jsonFields == nil || jsonFields.flatMap(JSONFields.init) != nil else {
            throw ValidationError("--json-fields takes names for url, html, status and fetched, such as url=address,html=page.")
        }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 64.") }
    }
}
