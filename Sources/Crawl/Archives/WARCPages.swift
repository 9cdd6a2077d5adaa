import Claims

/// The pages of one WARC file.
struct WARCPages: ArchiveReader {
    private var reader: WARCReader
    private let archive: String
    private let limit: Int
    private let revisits: Revisits
    /// Records that hold no page, by type.
    private var others: [String: Int] = [:]
    private var records = 0
    private var waiting: [CrawlItem] = []
    private var isDone = false
    private static let largestHeader = 64 << 10
    /// Those of WARC 1.1.
    private static let types: Set<String> = [
        "warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation",
    ]

    init(_ source: any ByteSource, archive: String, options: CrawlOptions, revisits: Revisits) {
        reader = WARCReader(source)
        self.archive = archive
        self.revisits = revisits
        limit = options.largestPage
    }

    var taken: Int { reader.taken }

    mutating func next() -> CrawlItem? {
        while true {
            if let item = waiting.popLast() { return item }
            if isDone { return nil }
            do {
                guard let record = try reader.next() else {
                    end(nil)
                    continue
                }
                records += 1
                try take(record)
            } catch {
                end(error)
            }
        }
    }

    private mutating func take(_ record: WARCRecord) throws(SourceFailure) {
        let isWeb = WebAddress.host(record.uri) != nil
        switch record.type {
        case "response" where isWeb && record.contentType.hasPrefix("application/http"): try takeResponse(record)
        case "resource" where isWeb: try takeResource(record)
        case "revisit" where isWeb: try takeRevisit(record)
        default: others[Self.types.contains(record.type) ? record.type : "unknown", default: 0] += 1
        }
    }

    private mutating func takeResponse(_ record: WARCRecord) throws(SourceFailure) {
        guard record.length <= limit + Self.largestHeader else { return leaveOut(record, "too-large", Self.tooLarge(record, limit)) }
        let block = try reader.block()
        guard let end = block[...].headerEnd(within: Self.largestHeader) else {
            return leaveOut(record, "damaged", "the answer has no end to its headers")
        }
        revisits.original(record)
        let headers = TransferHeaders(block[..<end])
        // Pictures and the like are most of a crawl; their bodies need not wait in memory for somebody to look at them.
        if let type = headers.mediaType, headers.status == 200, Sniffing.isNeverPage(type) {
            return leaveOut(record, "not-a-page", "its type is \(type.prefix(60))")
        }
        emit(record, headers, Array(block[end...]))
    }

    /// A resource is a body without an answer around it.
    private mutating func takeResource(_ record: WARCRecord) throws(SourceFailure) {
        guard record.length <= limit else { return leaveOut(record, "too-large", Self.tooLarge(record, limit)) }
        let headers = TransferHeaders(Array("Content-Type: \(record.contentType)".utf8)[...])
        emit(record, headers, try reader.block())
    }

    /// A revisit has the headers of its answer; one that was no page before is none now.
    private mutating func takeRevisit(_ record: WARCRecord) throws(SourceFailure) {
        let block = record.length <= Self.largestHeader ? try reader.block() : []
        let headers = TransferHeaders(block[...])
        if let status = headers.status, !(200..<300).contains(status), status != 304 {
            return waiting.append(
                .stored(StoredBody(file: file(record), url: record.uri, headers: headers, bytes: [], fetched: record.date)))
        }
        if let item = revisits.revisit(record, file: file(record)) { waiting.append(item) }
    }

    private mutating func emit(_ record: WARCRecord, _ headers: TransferHeaders, _ body: [UInt8]) {
        if let cause = record.truncated {
            let detail = "the crawler stored only part of this page (\(cause.prefix(20)))"
            waiting.append(.leftOut(NotJudged(file: file(record), url: record.uri, reason: "truncated", detail: detail, unread: false)))
        }
        waiting.append(.stored(StoredBody(file: file(record), url: record.uri, headers: headers, bytes: body, fetched: record.date)))
    }

    private func file(_ record: WARCRecord) -> String { archive + "!" + record.uri }

    private static func tooLarge(_ record: WARCRecord, _ limit: Int) -> String {
        "it has \(record.length >> 20) MB, and a page may have \(limit >> 20) MB"
    }

    private mutating func leaveOut(_ record: WARCRecord, _ reason: String, _ detail: String) {
        waiting.append(.leftOut(NotJudged(file: file(record), url: record.uri, reason: reason, detail: detail, unread: true)))
    }

    /// What is said of the archive as a whole, behind its pages.
    private mutating func end(_ failure: SourceFailure?) {
        isDone = true
        var notes: [NotJudged] = []
        if !others.isEmpty {
            let kinds = others.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            let detail = "\(others.values.reduce(0, +)) records that hold no page: \(kinds)"
            notes.append(NotJudged(file: archive, reason: "no-page-records", detail: detail, unread: false))
        }
        if reader.damages > 0 {
            let detail = "\(reader.damages) places where a record should begin and none does; what stood there was not read"
            notes.append(NotJudged(file: archive, reason: "damaged", detail: detail, unread: false))
        }
        if let failure {
            let detail = failure.detail + (records == 0 ? "" : "; the \(records) whole records before it were read")
            notes.append(NotJudged(file: archive, reason: failure.reason, detail: detail, unread: records == 0))
        }
        waiting = notes.reversed().map(CrawlItem.leftOut)
    }
}
