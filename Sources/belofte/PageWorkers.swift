import Claims
import Crawl
import Extraction

/// Reads batches of items on several threads; what comes out is in the order of what went in.
struct PageWorkers: Sendable {
    let reader: PageReader
    let setup: Setup
    let cache: ClaimCache?
    let count: Int
    /// Gather sentences that look like promises and that no rule takes, too.
    var looksForUnclaimed = false

    /// One for each worker, to be kept from batch to batch: they hold buffers.
    func extractors() -> [Extractor] {
        var options = setup.extraction
        options.looksForUnclaimed = looksForUnclaimed
        return (0..<count).map { _ in Extractor(ruleBook: setup.book, options: options) }
    }

    /// Each worker takes every n-th item, so that the work is shared evenly and nothing needs a lock.
    func read(_ items: [CrawlItem], _ extractors: inout [Extractor]) async -> [Reading] {
        var results = [Reading?](repeating: nil, count: items.count)
        await withTaskGroup(of: (Int, Extractor, [(Int, Reading)]).self) { group in
            for worker in 0..<count {
                let (own, setup, cache) = (extractors[worker], setup, cache)
                group.addTask {
                    var extractor = own
                    var done: [(Int, Reading)] = []
                    for index in stride(from: worker, to: items.count, by: count) {
                        done.append((index, await Reading(items[index], reader, setup, cache, &extractor)))
                    }
                    return (worker, extractor, done)
                }
            }
            for await (worker, extractor, done) in group {
                extractors[worker] = extractor
                for (index, reading) in done { results[index] = reading }
            }
        }
        return results.compactMap(\.self)
    }

    /// What one item gave.
    struct Reading: Sendable {
        /// The page, where it is one.
        private(set) var page: PageRecord?
        private var identity: PageIdentity?
        private var claims: [Claim] = []
        private var notJudged: [NotJudged] = []
        private var suppressions: [SuppressionNote] = []
        private var unclaimed: [UnclaimedPromise] = []

        init(_ item: CrawlItem, _ reader: PageReader, _ setup: Setup, _ cache: ClaimCache?, _ extractor: inout Extractor) async {
            switch await reader.read(item) {
            case .notJudged(let skipped): notJudged = [skipped]
            case .page(let found, let identity):
                let known = setup.page(found)
                let extracted = cache?.extracted(known) { extractor.extract(known) } ?? extractor.extract(known)
                (page, claims, notJudged) = (extracted.page, extracted.claims, extracted.notJudged)
                suppressions = extracted.suppressions
                unclaimed = extracted.unclaimed
                self.identity = identity
            }
        }

        /// The records to hand on, once it is known whether this page is a copy of an earlier one.
        func records(_ ledger: inout PageLedger) -> [Record] {
            guard let page, let identity else { return notJudged.map(Record.notJudged) }
            switch ledger.enter(identity, file: page.file, url: page.url) {
            case .new:
                return claims.map(Record.claim) + [.page(page)] + suppressions.map(Record.suppression) + notJudged.map(Record.notJudged)
            case .duplicate(let note): return [.page(page), .notJudged(note)]
            case .again(let note): return [.notJudged(note)]
            }
        }

        /// What looks like a promise without a rule; nothing where this page is a copy of an earlier one.
        func unclaimed(_ ledger: inout PageLedger) -> [UnclaimedPromise] {
            guard let page, let identity, case .new = ledger.enter(identity, file: page.file, url: page.url) else { return [] }
            return unclaimed
        }
    }
}
