import Claims
import Crawl
import Extraction
import RuleBook

/// Crawl and extraction, page by page, in the order of the inventory whatever the number of workers.
struct Pipeline {
    let book: RuleBook
    let options: InputOptions

    /// Pages in flight for each worker: enough to keep it busy, few enough to keep memory flat.
    private static let window = 48

    /// Hands over the records of each file in order.
    func run(_ take: ([Record]) throws -> Void) async throws {
        let inventory: Inventory
        do {
            inventory = try Inventory(inputs: options.inputs, options: options.crawl)
        } catch {
            throw Problem(text: Self.words(error))
        }
        for skipped in inventory.notJudged { try take([.notJudged(skipped)]) }
        var pages = 0
        let progress = Progress(total: inventory.entries.count, isOn: !options.quiet && Terminal.errorIsTerminal)
        let reader = PageReader(options: options.crawl)
        var extractors = (0..<options.jobs).map { _ in Extractor(ruleBook: book) }
        var start = 0
        while start < inventory.entries.count {
            let end = min(start + Self.window * options.jobs, inventory.entries.count)
            let results = await extract(Array(inventory.entries[start..<end]), reader, &extractors)
            for records in results {
                pages += records.count { if case .page = $0 { true } else { false } }
                try take(records)
            }
            start = end
            progress.show(start)
        }
        progress.end()
        if pages == 0 { throw Problem(text: Self.nothingRead(options.inputs, files: inventory.entries.count + inventory.notJudged.count)) }
    }

    private static func nothingRead(_ inputs: [String], files: Int) -> String {
        let names = inputs.map { "'\($0)'" }.joined(separator: ", ")
        let found = files == 1 ? "the one file there is none" : "none of the \(files) files there is one"
        return "\(names) holds no page that can be read: \(found). 'belofte pages' lists them with the reasons."
    }

    /// One batch: each worker takes every n-th page, so that the work is shared evenly and nothing needs a lock.
    private func extract(_ entries: [CrawlEntry], _ reader: PageReader, _ extractors: inout [Extractor]) async -> [[Record]] {
        let count = extractors.count
        var results = [[Record]](repeating: [], count: entries.count)
        await withTaskGroup(of: (Int, Extractor, [(Int, [Record])]).self) { group in
            for worker in 0..<count {
                let own = extractors[worker]
                group.addTask {
                    var extractor = own
                    var done: [(Int, [Record])] = []
                    for index in stride(from: worker, to: entries.count, by: count) {
                        done.append((index, Self.records(entries[index], reader, &extractor)))
                    }
                    return (worker, extractor, done)
                }
            }
            for await (worker, extractor, done) in group {
                extractors[worker] = extractor
                for (index, records) in done { results[index] = records }
            }
        }
        return results
    }

    private static func records(_ entry: CrawlEntry, _ reader: PageReader, _ extractor: inout Extractor) -> [Record] {
        switch reader.read(entry) {
        case .notJudged(let skipped): return [.notJudged(skipped)]
        case .page(let page):
            let extracted = extractor.extract(page)
            return extracted.claims.map(Record.claim) + [extracted.page.map(Record.page)].compactMap(\.self)
                + extracted.notJudged.map(Record.notJudged)
        }
    }

    static func words(_ error: CrawlError) -> String {
        switch error {
        case .missing(let path): "there is no file or folder '\(path)'."
        case .empty(let path): "the folder '\(path)' is empty: there is nothing to read."
        case .unreadable(let path, let cause): "'\(path)' cannot be read: \(cause)."
        }
    }
}

/// Pages done, on stderr, where somebody looks at it.
struct Progress {
    let total: Int
    let isOn: Bool

    func show(_ done: Int) {
        if isOn, total > 200 { Terminal.say("\u{1b}[1A\u{1b}[2K  \(done) of \(total) pages") }
    }

    func end() {
        if isOn, total > 200 { Terminal.say("\u{1b}[1A\u{1b}[2K") }
    }
}
