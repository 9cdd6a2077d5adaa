import Claims

/// Gives all items of an input in order, a batch at a time, and never holds more than one batch.
///
/// Archives are read here, one after the other; files on disk are left for the workers to read.
public actor DumpReader {
    private let options: CrawlOptions
    private var entries: ArraySlice<CrawlEntry>
    private var leftOut: ArraySlice<NotJudged>
    private var open: (any ArchiveReader)?
    private var current: CrawlEntry?
    private let revisits = Revisits()
    private var hasEnded = false
    /// Bytes on disk of the files that are done.
    private var bytesBehind = 0

    /// Bytes on disk of the files that are done, and of the archive that is being read.
    public var bytesDone: Int { bytesBehind + min(open?.taken ?? 0, current?.size ?? 0) }

    public init(_ inventory: Inventory, options: CrawlOptions) {
        self.options = options
        leftOut = inventory.notJudged[...]
        // Archives know more of a page than a mirror does, so theirs is the copy that counts.
        let (archives, files) = (inventory.entries.filter(ArchiveKind.isArchive), inventory.entries.filter { !ArchiveKind.isArchive($0) })
        entries = (archives + files)[...]
    }

    /// The next items, at most `count` and about `bytes` of them; empty at the end.
    public func batch(count: Int, bytes: Int) -> [CrawlItem] {
        var items: [CrawlItem] = []
        var weight = 0
        while items.count < count, weight < bytes, let item = next() {
            weight += item.weight
            items.append(item)
        }
        return items
    }

    private func next() -> CrawlItem? {
        if let skipped = leftOut.popFirst() { return .leftOut(skipped) }
        while true {
            if let item = open?.next() { return current.map(item.of) ?? item }
            if let current { bytesBehind += current.size }
            (open, current) = (nil, nil)
            guard let entry = entries.popFirst() else { return rest() }
            guard let kind = ArchiveKind(entry) else {
                bytesBehind += entry.size
                return .file(entry)
            }
            current = entry
            do {
                open = try kind.reader(of: entry, options, revisits)
            } catch {
                return .leftOut(NotJudged(file: entry.shown, reason: error.reason, detail: error.detail, unread: true))
            }
        }
    }

    /// What can be told only behind the last file.
    private func rest() -> CrawlItem? {
        if !hasEnded {
            hasEnded = true
            leftOut = revisits.rest().compactMap { if case .leftOut(let skipped) = $0 { skipped } else { nil } }[...]
        }
        return leftOut.popFirst().map(CrawlItem.leftOut)
    }
}
