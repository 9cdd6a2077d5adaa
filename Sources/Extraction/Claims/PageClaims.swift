import Claims

/// Gathers the claims of one page and gives each its place and name.
struct PageClaims {
    let page: Page
    let document: Document
    let role: PageRole
    let language: String
    let digest: String
    private var claims: [Claim] = []

    init(page: Page, document: Document, role: PageRole, language: String, digest: String) {
        self.page = page
        self.document = document
        self.role = role
        self.language = language
        self.digest = digest
    }

    /// Adds a claim quoted from a range of the document's text.
    mutating func add(_ found: Claim, quote: Range<Int32>, at place: Range<Int32>) {
        var claim = found
        claim.organisation = page.organisation
        claim.quote = String(decoding: document.text[Int(quote.lowerBound)..<Int(quote.upperBound)], as: UTF8.self)
        let start = document.position(of: Int(place.lowerBound))
        let end = document.position(of: max(Int(place.lowerBound), Int(place.upperBound) - 1))
        claim.source = Source(
            url: page.url, file: page.file, line: start.line, column: start.column, endLine: end.line,
            endColumn: end.column + 1, pageRole: role, fetched: page.fetched)
        claim.rules = digest
        claim.id = identity(claim)
        if let same = claims.firstIndex(where: { isSame($0, claim) }) {
            claims[same].occurrences += 0
        } else {
            claims.append(claim)
        }
    }

    /// In reading order; the same sentence twice on a page is one claim.
    func finished() -> [Claim] { claims }

    private func isSame(_ first: Claim, _ second: Claim) -> Bool {
        first.rule == second.rule && first.quote == second.quote && first.measure == second.measure && first.context == second.context
    }

    /// FNV-1a over organisation, place and content; hexadecimal.
    private func identity(_ claim: Claim) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let measure = claim.measure.map { "\($0.metric.rawValue)\($0.op?.rawValue ?? "")\($0.value ?? 0)\($0.openingHours ?? "")" } ?? ""
        for text in [claim.organisation, claim.source.file, claim.quote, claim.rule, claim.marked ?? "", measure] {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash >> 32 ^ hash & 0xffff_ffff, radix: 16)
        return "c-" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
