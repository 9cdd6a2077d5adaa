import Claims
import Configuration
import Crawl
import Extraction
import Foundation

/// Crawl and extraction, page by page, in the order of the input whatever the number of workers.
struct Pipeline {
    let setup: Setup
    let options: InputOptions
    /// What the inputs hold, where it is known already.
    var inventory: Inventory?

    /// Items in flight for each worker: enough to keep it busy, few enough to keep memory flat.
    private static let window = 48
    /// Bytes of bodies in flight; one body may be larger.
    private static let weight = 2 << 20

    /// Hands over the records of each page in order.
    /// - Parameter mayBeEmpty: an input without a page is no failure.
    func run(mayBeEmpty: Bool = false, _ take: ([Record]) throws -> Void) async throws {
        if mayBeEmpty, options.inputs.isEmpty { return }
        try await read(mayBeEmpty: mayBeEmpty) { reading, ledger in try take(reading.records(&ledger)) }
    }

    /// Hands over what looks like a promise and has no rule, page by page in order.
    func unclaimed(_ take: ([UnclaimedPromise]) throws -> Void) async throws {
        try await read(looksForUnclaimed: true) { reading, ledger in try take(reading.unclaimed(&ledger)) }
    }

    private func read(
        looksForUnclaimed: Bool = false, mayBeEmpty: Bool = false, _ take: (PageWorkers.Reading, inout PageLedger) throws -> Void
    ) async throws {
        // Rules are made ready to read with while the input is listed.
        async let prepared = PageWorkers.extractor(setup, looksForUnclaimed: looksForUnclaimed)
        let inventory = try self.inventory ?? Self.inventory(options, setup.settings)
        let crawl = options.crawl(setup.settings)
        let dump = DumpReader(inventory, options: crawl)
        var progress = Progress(bytes: inventory.entries.reduce(0) { $0 + $1.size }, isOn: !options.quiet && Terminal.errorIsTerminal)
        // What is only looked for when asked is not kept.
        let cache = looksForUnclaimed ? nil : options.cache.claims(setup, files: inventory.entries.count)
        let (reader, start) = (PageReader(options: crawl), Date.now)
        let workers = PageWorkers(reader: reader, setup: setup, cache: cache, count: options.jobs, extractor: await prepared)
        var (ledger, pages) = (PageLedger(), 0)
        var items = await next(dump)
        while !items.isEmpty {
            // The next batch is read while this one is worked on.
            async let following = next(dump)
            for reading in await workers.read(items, after: ledger) {
                pages += reading.page == nil ? 0 : 1
                try take(reading, &ledger)
            }
            items = await following
            progress.show(pages: pages, bytes: await dump.bytesDone)
        }
        progress.end()
        cache?.trim(since: start)
        if pages == 0, !mayBeEmpty { throw Problem(text: nothingRead(inventory)) }
    }

    private func next(_ dump: DumpReader) async -> [CrawlItem] {
        await dump.batch(count: Self.window * options.jobs, bytes: Self.weight)
    }

    /// Lists what the inputs hold.
    static func inventory(_ options: InputOptions, _ settings: Settings) throws -> Inventory {
        do {
            let (inputs, roots) = try InputGlob.expand(options.inputs)
            return try Inventory(inputs: inputs, roots: roots, options: options.crawl(settings))
        } catch let error as CrawlError {
            throw Problem(text: Self.words(error))
        }
    }

    private func nothingRead(_ inventory: Inventory) -> String {
        let names = options.inputs.map { "'\($0)'" }.joined(separator: ", ")
        let files = inventory.entries.count + inventory.notJudged.count
        let found = files == 1 ? "the one file there has none" : "none of the \(files) files there has one"
        return "no page can be read in \(names): \(found). 'belofte pages' lists them with the reasons."
    }

    static func words(_ error: CrawlError) -> String {
        switch error {
        case .missing(let path): "there is no file or folder '\(path)'."
        case .empty(let path): "the folder '\(path)' is empty: there is nothing to read."
        case .unreadable(let path, let cause): "'\(path)' cannot be read: \(cause)."
        }
    }
}
