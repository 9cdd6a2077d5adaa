public import Claims
public import RuleBook

/// What one page gives.
public struct Extracted: Sendable {
    public var claims: [Claim]
    /// The page itself, or nil where it could not be read.
    public var page: PageRecord?
    public var notJudged: [NotJudged]
}

/// Reads one page at a time and knows no other. One a worker; it keeps its buffers.
public struct Extractor: Sendable {
    private let book: RuleBook
    private let roles: PageRoles
    private var readers: [String: LanguageReader]
    private let passages: PassageReader
    private let languages: [String]

    public init(ruleBook: RuleBook) {
        book = ruleBook
        let names = ConceptSymbols(ruleBook)
        languages = ruleBook.grammars.map(\.language)
        readers = Dictionary(uniqueKeysWithValues: ruleBook.grammars.map { ($0.language, LanguageReader(grammar: $0, names: names)) })
        roles = PageRoles(words: ruleBook.roles)
        passages = PassageReader(
            book: ruleBook, guardNames: GuardNames(names, conceptCount: ruleBook.conceptNames.count),
            scopes: ScopeReader(ruleBook, names),
            hours: HoursContext(
                readers: Dictionary(
                    uniqueKeysWithValues: ruleBook.grammars.map { ($0.language, QuantityReader(grammar: $0, names: names)) })))
    }

    /// The claims of a page. What cannot be read ends in `notJudged`; nothing is thrown and nothing is lost.
    public mutating func extract(_ page: Page) -> Extracted {
        let document = Document.read(page)
        let language = self.language(of: document)
        let role = roles.role(of: page, document)
        let record = PageRecord(
            file: page.file, url: page.url, organisation: page.organisation, title: document.title, language: language,
            role: role, charset: document.charset, links: document.links, anchors: document.anchors)
        if role == .news || role == .review {
            let detail = role == .news ? "news tells what happened and promises nothing" : "reviews are other people's words"
            return Extracted(
                claims: [], page: record,
                notJudged: [NotJudged(file: page.file, reason: role.rawValue, detail: detail, unread: false)])
        }
        guard readers[language] != nil else {
            return Extracted(
                claims: [], page: record,
                notJudged: [
                    NotJudged(
                        file: page.file, reason: "language", detail: "no rules for the language of this page", unread: false)
                ])
        }
        var claims = PageClaims(page: page, document: document, role: role, language: language, digest: String(book.digest.prefix(12)))
        for index in document.blocks.indices where isRead(document.blocks[index]) && !isRepeated(index, document) {
            read(index, document, language, into: &claims)
        }
        return Extracted(claims: claims.finished(), page: record, notJudged: [])
    }

    /// What every rule makes of one sentence, with the texts above it; for rule authors.
    public mutating func explain(_ sentence: String, above: [String], language: String) -> [RuleNote] {
        var notes: [RuleNote]? = []
        _ = claims(of: sentence, above: above, language: language, notes: &notes)
        return notes ?? []
    }

    /// The concepts found in a sentence, with their words; for rule authors.
    public mutating func concepts(in text: String, language: String) -> [String] {
        guard var reader = readers[language] else { return [] }
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
        readers[language] = reader
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
        guard var reader = readers[language] else { return [] }
        let bytes = Array(text.utf8)
        var result: [Claim] = []
        for range in reader.sentences(of: bytes, 0..<Int32(bytes.count)) {
            reader.read(range)
            let sentence = reader.bytes(range)
            let contexts = above.map { heading -> Reading in
                let bytes = Array(heading.utf8)
                return reader.contextReading(bytes, 0..<Int32(bytes.count))
            }
            let context = Context(language: language, readings: contexts, texts: above)
            for var claim in passages.claims(&reader, bytes, role: nil, above: { _ in context }, notes: &notes) {
                claim.quote = String(decoding: bytes[Int(sentence.lowerBound)..<Int(sentence.upperBound)], as: UTF8.self)
                result.append(claim)
            }
        }
        readers[language] = reader
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

    private mutating func read(_ index: Int, _ document: Document, _ pageLanguage: String, into claims: inout PageClaims) {
        let block = document.blocks[index]
        let language = block.language == .none ? pageLanguage : block.language.text
        if let claim = StructuredHours.claim(document, block, language: language) {
            return claims.add(claim, quote: block.text, at: block.text)
        }
        guard var reader = readers[language] else { return }
        readers[language] = nil
        defer { readers[language] = reader }
        var notes: [RuleNote]?
        for passage in Surroundings(document: document).passages(index) {
            for range in reader.sentences(of: document.text, passage.text) {
                reader.read(range)
                let sentence = reader.bytes(range)
                let found = passages.claims(
                    &reader, document.text,
                    role: claims.role, isLabel: passage.isLabel, above: { Self.context(passage, document, language, &$0) }, notes: &notes)
                for claim in found { claims.add(claim, quote: passage.quote ?? sentence, at: passage.quote ?? sentence) }
            }
        }
    }

    private static func context(
        _ passage: Passage, _ document: Document, _ language: String, _ reader: inout LanguageReader
    ) -> Context {
        Context(
            language: language, readings: passage.above.map { reader.contextReading(document.text, $0) },
            texts: passage.above.map { String(decoding: document.text[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self) })
    }

    /// The page's language: its `lang`, unless its small words say otherwise beyond doubt.
    private mutating func language(of document: Document) -> String {
        let end = Int32(min(document.text.count, 4096))
        var counts: [(language: String, hits: Int, words: Int)] = []
        for language in languages {
            guard var reader = readers[language] else { continue }
            readers[language] = nil
            let (hits, words) = reader.functionWords(in: document.text, 0..<end)
            counts.append((language, hits, words))
            readers[language] = reader
        }
        let best = counts.max { ($0.hits, $1.language) < ($1.hits, $0.language) }
        let declared = counts.first { $0.language == document.language }
        if let declared {
            guard let best, best.hits >= 30, best.hits > declared.hits * 3 else { return declared.language }
            return best.language
        }
        guard let best, best.hits * 8 >= best.words, best.hits > 0 else { return document.language }
        return best.language
    }
}
