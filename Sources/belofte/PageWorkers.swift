import Claims
import Crawl
import Extraction

/// Reads batches of items on several threads; what comes out is in the order of what went in.
struct PageWorkers: Sendable {
    private let workers: [PageWorker]

    /// - Parameter extractor: What each of them gets a sibling of.
    init(reader: PageReader, setup: Setup, cache: ClaimCache?, count: Int, extractor: Extractor) {
        workers = (0..<count).map { _ in PageWorker(reader: reader, setup: setup, cache: cache, extractor: extractor.sibling()) }
    }

    /// - Parameter looksForUnclaimed: Gather sentences that look like promises and that no rule takes, too.
    static func extractor(_ setup: Setup, looksForUnclaimed: Bool) -> Extractor {
        var options = setup.extraction
        options.looksForUnclaimed = looksForUnclaimed
        return Extractor(ruleBook: setup.book, options: options)
    }

    /// Each worker takes every n-th item, so that the work is shared evenly and nothing needs a lock.
    /// - Parameter ledger: What was read before these.
    func read(_ items: [CrawlItem], after ledger: PageLedger) async -> [Reading] {
        var results = [Reading?](repeating: nil, count: items.count)
        await withTaskGroup(of: (Int, [Reading]).self) { group in
            for (first, worker) in workers.enumerated() {
                group.addTask { (first, await worker.read(items, after: ledger, from: first, step: workers.count)) }
            }
            for await (first, done) in group {
                for (turn, reading) in done.enumerated() { results[first + turn * workers.count] = reading }
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

        init(_ skipped: NotJudged) { notJudged = [skipped] }

        init(_ extracted: Extracted, _ identity: PageIdentity) {
            (page, claims, notJudged) = (extracted.page, extracted.claims, extracted.notJudged)
            (suppressions, unclaimed) = (extracted.suppressions, extracted.unclaimed)
            self.identity = identity
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

/// One thread's share of the work. Its buffers stay where they are from batch to batch, as copies of them cost more than the pages.
private actor PageWorker {
    private let reader: PageReader
    private let setup: Setup
    private let cache: ClaimCache?
    private var extractor: Extractor

    init(reader: PageReader, setup: Setup, cache: ClaimCache?, extractor: Extractor) {
        self.reader = reader
        self.setup = setup
        self.cache = cache
        self.extractor = extractor
    }

    /// Reads every `step`-th item from `first` on.
    func read(_ items: [CrawlItem], after ledger: PageLedger, from first: Int, step: Int) async -> [PageWorkers.Reading] {
        var done: [PageWorkers.Reading] = []
        for index in stride(from: first, to: items.count, by: step) {
            switch await reader.read(items[index]) {
            case .notJudged(let skipped): done.append(.init(skipped))
            case .page(let found, let identity):
                if let again = ledger.known(identity, file: found.file, url: found.url) {
                    done.append(.init(again))
                    continue
                }
                let known = setup.page(found)
                done.append(.init(cache?.extracted(known) { extractor.extract(known) } ?? extractor.extract(known), identity))
            }
        }
        return done
    }
}
