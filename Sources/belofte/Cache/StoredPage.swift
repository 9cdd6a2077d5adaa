import Claims
import Extraction

/// The fields of what a page gives, each type's in one list that writes and reads them. `CacheTests` holds the lists against the types.
extension Extracted {
    /// Bytes of a page's claims and records, behind those of `head`.
    func stored(behind head: [UInt8] = []) -> [UInt8] {
        var (copy, entry) = (self, EntryBytes(behind: head))
        copy.pass(&entry)
        return entry.bytes
    }

    /// Nil where the bytes from `start` on are not those of a page.
    init?(stored bytes: [UInt8], from start: Int = 0) {
        self.init(claims: [], page: nil, notJudged: [])
        var entry = EntryBytes(reading: bytes, from: start)
        pass(&entry)
        if !entry.isWhole { return nil }
    }

    private mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&claims, blank: .blank) { $0.pass(&$1) }
        entry.pass(&page, blank: PageRecord(file: "", organisation: "", role: .other)) { $0.pass(&$1) }
        entry.pass(&notJudged, blank: NotJudged(file: "", reason: "", detail: "", unread: false)) { $0.pass(&$1) }
        entry.pass(&suppressions, blank: .blank) { $0.pass(&$1) }
    }
}

extension Claim {
    fileprivate static let blank = Claim(
        id: "", organisation: "", kind: .brandPromise, theme: "", language: "", quote: "",
        source: Source(file: "", line: 0, column: 0, endLine: 0, endColumn: 0, pageRole: .other), rule: "")

    fileprivate mutating func pass(_ entry: inout EntryBytes) { edit { $0.pass(&entry) } }
}

extension ClaimFields {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&schema)
        entry.pass(&id)
        entry.pass(&organisation)
        entry.pass(&kind)
        entry.pass(&theme)
        entry.pass(&stance)
        entry.pass(&commitment)
        entry.pass(&channel)
        entry.pass(&touchpoint)
        entry.pass(&measure, blank: Measure(metric: .none)) { $0.pass(&$1) }
        entry.pass(&scope, blank: Scope()) { $0.pass(&$1) }
        entry.pass(&topics)
        entry.pass(&language)
        entry.pass(&quote)
        entry.pass(&marked)
        entry.pass(&context)
        source.pass(&entry)
        entry.pass(&rule)
        entry.pass(&rules)
        entry.pass(&occurrences)
        entry.pass(&places, blank: []) { places, entry in
            entry.pass(&places, blank: Place(Claim.blank.source)) { $0.pass(&$1) }
        }
    }
}

extension Measure {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&metric)
        entry.pass(&op, blank: .equal) { $1.pass(&$0) }
        entry.pass(&value, blank: 0) { $1.pass(&$0) }
        entry.pass(&unit, blank: .day) { $1.pass(&$0) }
        entry.pass(&per)
        entry.pass(&openingHours)
    }
}

extension Scope {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&audience)
        entry.pass(&product)
        entry.pass(&region)
        entry.pass(&condition)
        entry.pass(&period)
        entry.pass(&stage)
        entry.pass(&universal, blank: false) { $1.pass(&$0) }
    }
}

extension Source {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&url)
        entry.pass(&file)
        entry.pass(&input)
        entry.pass(&page)
        entry.pass(&line)
        entry.pass(&column)
        entry.pass(&endLine)
        entry.pass(&endColumn)
        entry.pass(&pageRole)
        entry.pass(&authority)
        entry.pass(&fetched)
    }
}

extension Place {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&url)
        entry.pass(&file)
        entry.pass(&input)
        entry.pass(&line)
    }
}

extension PageRecord {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&schema)
        entry.pass(&record)
        entry.pass(&source.file)
        entry.pass(&file)
        entry.pass(&input)
        entry.pass(&url)
        entry.pass(&organisation)
        entry.pass(&title)
        entry.pass(&language)
        entry.pass(&role)
        entry.pass(&charset)
        entry.pass(&decided, blank: Decided(address: "", language: "", charset: "")) { $0.pass(&$1) }
        entry.pass(&fetched)
        entry.pass(&links, packed: \.packedBytes, LinkList.init(packed:))
        entry.pass(&anchors, packed: \.packedBytes, AnchorList.init(packed:))
        entry.pass(&versions)
        entry.pass(&refresh)
    }
}

extension Decided {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&address)
        entry.pass(&language)
        entry.pass(&charset)
        entry.pass(&role)
    }
}

extension NotJudged {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&schema)
        entry.pass(&record)
        entry.pass(&source.file)
        entry.pass(&file)
        entry.pass(&url)
        entry.pass(&target)
        entry.pass(&reason)
        entry.pass(&detail)
        entry.pass(&unread)
        entry.pass(&times)
    }
}

extension SuppressionNote {
    fileprivate static let blank = SuppressionNote(organisation: "", file: "", line: 0, column: 0, covers: nil, rule: "", reason: "")

    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&schema)
        entry.pass(&record)
        entry.pass(&source.file)
        entry.pass(&organisation)
        entry.pass(&file)
        entry.pass(&url)
        entry.pass(&line)
        entry.pass(&column)
        entry.pass(&covers, blank: Stretch(line: 0, column: 0, endLine: 0, endColumn: 0)) { $0.pass(&$1) }
        entry.pass(&rule)
        entry.pass(&reason)
        entry.pass(&owner)
        entry.pass(&until)
        entry.pass(&problem)
    }
}

extension Stretch {
    fileprivate mutating func pass(_ entry: inout EntryBytes) {
        entry.pass(&line)
        entry.pass(&column)
        entry.pass(&endLine)
        entry.pass(&endColumn)
    }
}
