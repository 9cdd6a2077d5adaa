import Claims

/// Gathers the claims of one page and gives each its place and name.
struct PageClaims {
    let page: Page
    let document: Document
    let role: PageRole
    let tone: PageTone
    let digest: String
    let names: ScopeNames
    let ownNames: OwnNames
    /// Sentences that look like promises and are no claims, in reading order.
    private(set) var unclaimed: [UnclaimedPromise] = []
    private var claims: [Claim] = []
    private var seen: Set<Key> = []
    private var places = Places()

    /// What makes two claims of a page one.
    private struct Key: Hashable {
        var rule: String
        var quote: String
        var measure: Measure?
        var context: [String]
    }

    init(page: Page, document: Document, role: PageRole, tone: PageTone, digest: String, names: ScopeNames) {
        self.page = page
        self.document = document
        self.role = role
        self.tone = tone
        self.digest = digest
        self.names = names
        ownNames = OwnNames(organisation: page.organisation + " " + (page.url ?? ""), title: document.title)
    }

    /// Adds a claim quoted from a range of the document's text.
    mutating func add(_ found: Claim, quote: Range<Int32>, at place: Range<Int32>) {
        var claim = found
        claim.organisation = page.organisation
        claim.quote = String(decoding: document.text[Int(quote.lowerBound)..<Int(quote.upperBound)], as: UTF8.self)
        let start = position(of: Int(place.lowerBound))
        let end = position(of: max(Int(place.lowerBound), Int(place.upperBound) - 1))
        claim.source = Source(
            url: page.url, file: page.file, page: start.page, line: start.line, column: start.column, endLine: end.line,
            endColumn: end.column + 1, pageRole: role, authority: page.authority,
            fetched: page.fetched)
        names.apply(to: &claim)
        if !page.input.isEmpty { claim.source.input = page.input }
        claim.rules = digest
        claim.id = identity(claim)
        let key = Key(rule: claim.rule, quote: claim.quote, measure: claim.measure, context: claim.context)
        if seen.insert(key).inserted { claims.append(claim) }
    }

    /// Adds a sentence that looks like a promise and that no rule took.
    mutating func addUnclaimed(_ shape: String, _ sentence: Range<Int32>, _ language: String) {
        let start = position(of: Int(sentence.lowerBound))
        unclaimed.append(
            UnclaimedPromise(
                language: language, shape: shape, text: document.line(Int(sentence.lowerBound)..<Int(sentence.upperBound)),
                file: page.file, line: start.line, column: start.column))
    }

    private mutating func position(of offset: Int) -> (page: Int?, line: Int, column: Int) {
        let source = document.sourceOffset(of: offset)
        let place = places.place(source, in: document.source)
        guard let page = document.pageStarts.lastIndex(where: { $0 <= source }) else { return (nil, place.line, place.column) }
        let first = places.place(document.pageStarts[page], in: document.source)
        return (page + 1, place.line - first.line + 1, place.column)
    }

    /// In reading order; the same sentence twice on a page is one claim.
    func finished() -> [Claim] { claims }

    /// FNV-1a over organisation, place and content; hexadecimal.
    private func identity(_ claim: Claim) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let measure = claim.measure.map { "\($0.metric.rawValue)\($0.op?.rawValue ?? "")\($0.value ?? 0)\($0.openingHours ?? "")" } ?? ""
        for text in [claim.organisation, claim.source.path, claim.quote, claim.rule, claim.marked ?? "", measure] {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash >> 32 ^ hash & 0xffff_ffff, radix: 16)
        return "c-" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
