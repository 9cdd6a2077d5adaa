public import Claims

/// What tells whether two pages are one: their organisation, address and bytes, as hashes.
public struct PageIdentity: Sendable, Hashable {
    var payload: Int
    /// Nil where the address is only guessed from the name of a file.
    var address: Int?

    init(_ page: Page, isCapture: Bool) {
        var hasher = Hasher()
        hasher.combine(page.organisation)
        hasher.combine(page.format)
        hasher.combine(ContentHash.of(page.bytes))
        payload = hasher.finalize()
        address = isCapture ? page.url.map { WebAddress.key($0).hashValue } : nil
    }
}

/// Sees all pages in their order and tells which of them are copies. The first one counts.
public struct PageLedger: Sendable {
    private var payloads: Set<Int> = []
    private var addresses: Set<Int> = []
    /// Files of the first pages, by payload.
    private var names: [Int: String] = [:]
    /// Pages beyond this many are not compared, so that memory stays flat.
    private static let most = 500_000
    /// So many pages are remembered by name, and none that is longer.
    private static let mostNames = 2_000
    private static let longestName = 400

    public init() {}

    /// How a page relates to those before it.
    public enum Standing: Sendable, Hashable {
        case new
        /// The same bytes under another address: the page exists, and its claims are read already.
        case duplicate(NotJudged)
        /// The same address again: only the first capture is read.
        case again(NotJudged)
    }

    public mutating func enter(_ page: PageIdentity, file: String, url: String?) -> Standing {
        let isKnownAddress = page.address.map { addresses.contains($0) } ?? false
        if payloads.contains(page.payload) {
            if isKnownAddress { return .again(again(page, file, url)) }
            remember(page, file)
            return .duplicate(Self.note(file, url, "duplicate", "the same bytes as \(name(page))", unread: false))
        }
        if isKnownAddress {
            return .again(Self.note(file, url, "captured-again", "another copy of this address was read before", unread: true))
        }
        remember(page, file)
        return .new
    }

    /// What is said of a page that needs no reading, as the same bytes of the same address were read before.
    public func known(_ page: PageIdentity, file: String, url: String?) -> NotJudged? {
        guard let address = page.address, addresses.contains(address), payloads.contains(page.payload) else { return nil }
        return again(page, file, url)
    }

    private func again(_ page: PageIdentity, _ file: String, _ url: String?) -> NotJudged {
        Self.note(file, url, "duplicate", "the same page as \(name(page)), stored again", unread: true)
    }

    private func name(_ page: PageIdentity) -> String { names[page.payload] ?? "a page that was read before" }

    private mutating func remember(_ page: PageIdentity, _ file: String) {
        if let address = page.address, addresses.count < Self.most { addresses.insert(address) }
        guard payloads.count < Self.most, payloads.insert(page.payload).inserted, names.count < Self.mostNames,
            file.utf8.count <= Self.longestName
        else { return }
        names[page.payload] = file
    }

    private static func note(_ file: String, _ url: String?, _ reason: String, _ detail: String, unread: Bool) -> NotJudged {
        NotJudged(file: file, url: url, reason: reason, detail: detail, unread: unread)
    }
}
