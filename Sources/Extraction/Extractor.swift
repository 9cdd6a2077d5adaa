public import Claims
public import RuleBook

/// What one page gives.
public struct Extracted: Sendable, Hashable {
    public var claims: [Claim]
    /// The page itself, or nil where it could not be read.
    public var page: PageRecord?
    public var notJudged: [NotJudged]
    public var suppressions: [SuppressionNote]
    /// What looks like a promise and is no claim; looked for only when asked.
    public var unclaimed: [UnclaimedPromise]

    public init(
        claims: [Claim], page: PageRecord?, notJudged: [NotJudged], suppressions: [SuppressionNote] = [],
        unclaimed: [UnclaimedPromise] = []
    ) {
        self.claims = claims
        self.page = page
        self.notJudged = notJudged
        self.suppressions = suppressions
        self.unclaimed = unclaimed
    }
}

/// Reads one page at a time and knows no other. One a worker; it keeps its buffers.
public struct Extractor: Sendable {
    private let book: RuleBook
    private var parser = LibXML()
    private let roles: PageRoles
    private var readers: [LanguageReader]
    private let passages: PassageReader
    private let words: PageWords
    private let scopeNames: ScopeNames
    /// Nil where nobody asks for promises without a rule.
    private let signs: SignReader?
    /// The last page, for its memory.
    private var spare = Document()

    public init(ruleBook: RuleBook, options: ExtractionOptions = ExtractionOptions()) {
        book = ruleBook
        let names = ConceptSymbols(ruleBook)
        signs = options.looksForUnclaimed ? SignReader(ruleBook.signs, names) : nil
        let grammars = ruleBook.grammars.filter { options.languages?.contains($0.language) ?? true }
        readers = grammars.map { LanguageReader(grammar: $0, names: names) }
        words = PageWords(ruleBook.grammars, names)
        roles = PageRoles(words: ruleBook.roles)
        scopeNames = ScopeNames(options.aliases)
        let quantities = Dictionary(
            uniqueKeysWithValues: ruleBook.grammars.map { ($0.language, QuantityReader(grammar: $0, names: names)) })
        passages = PassageReader(
            book: ruleBook, guardNames: GuardNames(names, conceptCount: ruleBook.conceptNames.count),
            scopes: ScopeReader(ruleBook, names), limits: LimitReader(names),
            hours: HoursContext(readers: quantities), calendar: CalendarDays(names, readers: quantities),
            units: HeaderUnits(readers: quantities))
    }

    /// Another one for another thread: it shares the tables of this one and nothing that changes.
    public func sibling() -> Extractor {
        var other = self
        (other.parser, other.spare) = (LibXML(), Document())
        return other
    }

    /// The claims of a page. What cannot be read ends in `notJudged`; nothing is thrown and nothing is lost.
    public mutating func extract(_ page: Page) -> Extracted {
        let document = Document.read(page, parser, reusing: exchange(&spare, with: Document()))
        defer { spare = document }
        return extract(page, document)
    }

    private mutating func extract(_ page: Page, _ document: Document) -> Extracted {
        if isErrorPage(document) {
            let detail = "it says of itself that the page was not found"
            let note = NotJudged(file: page.file, url: page.url, reason: "soft-404", detail: detail, unread: true)
            return Extracted(claims: [], page: nil, notJudged: [note])
        }
        var (language, tone) = words.look(at: document.text, declared: document.language)
        // What a page is for is nothing to guess where somebody says so.
        if page.role != nil, tone == .manual { tone = .technical }
        let (role, roleFrom) = role(of: page, document, tone)
        var record = PageRecord(
            file: page.file, url: page.url, organisation: page.organisation, title: document.title, language: language,
            role: role, charset: document.charset, links: document.links, anchors: document.anchors)
        record.decided = Decided(
            address: page.addressFrom, language: language == document.language ? "lang" : "words", charset: document.charsetFrom,
            role: roleFrom)
        record.fetched = page.fetched
        record.versions = document.versions.isEmpty ? nil : document.versions
        record.input = page.input.isEmpty ? nil : page.input
        record.refresh = document.refresh
        if tone == .manual { return setAside(record, "manual", "a manual tells how something works and promises nothing") }
        if role == .news { return setAside(record, "news", "news tells what happened and promises nothing") }
        if role == .review { return setAside(record, "review", "reviews are other people's words") }
        guard let reader = index(of: language) else {
            return setAside(record, "language", "no rules for the language of this page")
        }
        for index in readers.indices { readers[index].forgetContexts() }
        var claims = PageClaims(
            page: page, document: document, role: role, tone: tone, digest: String(book.digest.prefix(12)), names: scopeNames)
        let surroundings = Surroundings(document: document)
        for index in document.blocks.indices where isRead(document.blocks[index]) && !isRepeated(index, document) {
            read(index, surroundings, reader, into: &claims)
        }
        let notes = document.notes.map { NotJudged(file: page.file, url: page.url, reason: $0.reason, detail: $0.detail, unread: false) }
        let suppressions = SuppressionPlaces(page: page, document: document, rules: book.judgementRuleIDs).notes
        return Extracted(
            claims: claims.finished(), page: record, notJudged: notes, suppressions: suppressions, unclaimed: claims.unclaimed)
    }

    private func role(of page: Page, _ document: Document, _ tone: PageTone) -> (role: PageRole, from: String) {
        if let role = page.role { return (role, "configuration") }
        return tone == .manual ? (.other, "words") : roles.role(of: page, document)
    }

    /// The page's title or its only first heading is that of an error page.
    private func isErrorPage(_ document: Document) -> Bool {
        [document.title, document.firstHeading].compactMap(\.self).contains { book.errorTitles.matches($0) }
    }

    /// A page that was read and says nothing about service.
    private func setAside(_ record: PageRecord, _ reason: String, _ detail: String) -> Extracted {
        Extracted(claims: [], page: record, notJudged: [NotJudged(file: record.file, reason: reason, detail: detail, unread: false)])
    }

    /// What every rule makes of one sentence, with the texts above it; for rule authors.
    public mutating func explain(_ sentence: String, above: [String], language: String) -> [RuleNote] {
        var notes: [RuleNote]? = []
        _ = claims(of: sentence, above: above, language: language, notes: &notes)
        return notes ?? []
    }

    /// The concepts found in a sentence, with their words; for rule authors.
    public mutating func concepts(in text: String, language: String) -> [String] {
        guard let own = index(of: language) else { return [] }
        var reader = readers[own]
        let bytes = Array(text.utf8)
        var found: [String] = []
        for range in reader.sentences(of: bytes, 0..<Int32(bytes.count)) {
            reader.read(range)
            for (index, name) in book.conceptNames.enumerated() {
                for span in reader.reading.sorted(Symbol(Slot.allCases.count + index)) {
                    let (first, last) = (reader.reading.tokens[span.start], reader.reading.tokens[span.end - 1])
                    found.append("@\(name)=" + String(decoding: bytes[Int(first.start)..<Int(last.end)], as: UTF8.self))
                }
            }
            for quantity in reader.reading.quantities { found.append("\(quantity.value)\(quantity.isThreshold ? " (threshold)" : "")") }
        }
        readers[own] = reader
        return found
    }

    /// The claims of a text that stands under `above`, outermost first.
    public mutating func claims(of text: String, above: [String], language: String) -> [Claim] {
        var notes: [RuleNote]?
        return claims(of: text, above: above, language: language, notes: &notes)
    }

    private mutating func claims(
        of text: String, above: [String], language: String, notes: inout [RuleNote]?
    ) -> [Claim] {
        guard let own = index(of: language) else { return [] }
        var reader = readers[own]
        // One buffer, as on a page: the readings of what stands above point into it as well.
        var bytes = Array(text.utf8)
        let end = Int32(bytes.count)
        let headings = above.map { heading -> Range<Int32> in
            bytes.append(0x0a)
            bytes.append(contentsOf: heading.utf8)
            return Int32(bytes.count - heading.utf8.count)..<Int32(bytes.count)
        }
        var result: [Claim] = []
        var previous: Range<Int32>?
        for range in reader.sentences(of: bytes, 0..<end) {
            let sentence = reader.bytes(range)
            guard reader.mayHold(range) else {
                previous = sentence
                continue
            }
            reader.read(range)
            let contexts = headings.map { reader.contextReading(bytes, $0) }
            let before = previous.map { reader.contextReading(bytes, $0) }
            previous = sentence
            let context = Context(language: language, readings: contexts, near: 2, previous: before, texts: above)
            for var claim in passages.claims(&reader, bytes, role: nil, above: { _ in context }, notes: &notes) {
                claim.quote = String(decoding: bytes[Int(sentence.lowerBound)..<Int(sentence.upperBound)], as: UTF8.self)
                result.append(claim)
            }
        }
        readers[own] = reader
        return result
    }

    /// A title that says what a heading says: "Klachten - Voorbeeldbank" over "Klachten".
    private func isRepeated(_ index: Int, _ document: Document) -> Bool {
        guard document.blocks[index].kind == .title else { return false }
        let title = document.text[Int(document.blocks[index].text.lowerBound)..<Int(document.blocks[index].text.upperBound)]
        return document.blocks.contains { block in
            block.kind == .heading && !block.text.isEmpty
                && title.starts(with: document.text[Int(block.text.lowerBound)..<Int(block.text.upperBound)])
        }
    }

    private func isRead(_ block: Block) -> Bool {
        switch block.region {
        case .navigation, .cookies, .quotation, .code: false
        case .main, .header, .footer: block.kind != .button
        }
    }

    private func index(of language: String) -> Int? { readers.firstIndex { $0.grammar.language == language } }

    /// Reads a block with the reader of the page, or with that of its own language; where there is none it stays unread.
    private mutating func read(_ index: Int, _ surroundings: Surroundings, _ page: Int, into claims: inout PageClaims) {
        let block = surroundings.document.blocks[index]
        guard let own = block.language == .none ? page : self.index(of: block.language.text) else { return }
        let language = readers[own].grammar.language
        if let claim = StructuredHours.claim(surroundings.document, block, language: language) {
            return claims.add(claim, quote: block.text, at: block.text)
        }
        for passage in surroundings.passages(index) {
            let sentences = readers[own].sentences(of: surroundings.document.text, passage.text)
            let ranges = passage.isLabel ? Self.slogan(sentences) : sentences
            var previous: Range<Int32>?
            for (position, range) in ranges.enumerated() {
                let sentence = readers[own].bytes(range)
                let next = position + 1 < ranges.count ? readers[own].bytes(ranges[position + 1]) : nil
                let place = SentencePlace(
                    passage: passage, block: index, sentence: sentence, previous: previous, next: next, language: language)
                if signs != nil || readers[own].mayHold(range) { read(range, place, surroundings, own, into: &claims) }
                previous = sentence
            }
        }
    }

    /// Reads one sentence of the reader's text.
    private mutating func read(
        _ range: Range<Int>, _ place: SentencePlace, _ surroundings: Surroundings, _ own: Int, into claims: inout PageClaims
    ) {
        var notes: [RuleNote]?
        readers[own].read(range)
        let found = passages.claims(
            &readers[own], surroundings.document.text, role: claims.role, tone: claims.tone, isLabel: place.passage.isLabel,
            names: claims.ownNames,
            above: { place.context(surroundings, &$0) }, around: { place.around(surroundings, &$0) }, notes: &notes)
        let quote = place.passage.quote ?? place.sentence
        for claim in found { claims.add(claim, quote: quote, at: quote) }
        guard let signs, found.isEmpty, !place.passage.isLabel else { return }
        let context = place.context(surroundings, &readers[own])
        guard let shape = signs.shape(readers[own].reading, passages.guardNames, context) else { return }
        claims.addUnclaimed(shape, place.sentence, place.language)
    }

    /// The short sentences of a heading are one: "Residents first. Paperwork second."
    private static func slogan(_ sentences: [Range<Int>]) -> [Range<Int>] {
        guard let first = sentences.first, let last = sentences.last, last.upperBound - first.lowerBound <= 16 else { return sentences }
        return [first.lowerBound..<last.upperBound]
    }
}
