import Claims

/// A page that a browser saved with all it needs in one MIME message: its text parts, frames included.
struct MHTML: ArchiveReader {
    private var items: [CrawlItem]
    private let size: Int
    private static let mostParts = 10_000

    init(_ entry: CrawlEntry, options: CrawlOptions) throws(SourceFailure) {
        guard entry.size <= options.largestPage * 2 else {
            throw SourceFailure(
                reason: "too-large", detail: "it has \(entry.size >> 20) MB, and a page may have \(options.largestPage >> 20) MB")
        }
        size = entry.size
        var reader = ByteReader(try FileSource(path: entry.path))
        items = try Self.items(try reader.take(entry.size), entry.shown).reversed()
    }

    /// The file is read at once.
    var taken: Int { size }

    mutating func next() -> CrawlItem? { items.popLast() }

    /// The pages of a message that is in memory.
    static func items(_ bytes: [UInt8], _ file: String) throws(SourceFailure) -> [CrawlItem] {
        guard let end = bytes[...].headerEnd(within: 1 << 16) else { throw damaged }
        let message = TransferHeaders(bytes[..<end])
        guard let boundary = message.parameter("boundary") else { throw damaged }
        let parts = Self.parts(bytes[end...], boundary: Array(("--" + boundary).utf8))
        let saved = message["snapshot-content-location"]
        let pages = parts.compactMap { page($0, message, saved, file) }
        if pages.isEmpty { throw damaged }
        return pages
    }

    private static let damaged = SourceFailure(reason: "damaged", detail: "it is no MHTML file, or holds no page")

    private static func page(_ part: ArraySlice<UInt8>, _ message: TransferHeaders, _ saved: String?, _ file: String) -> CrawlItem? {
        guard let end = part.headerEnd(within: 1 << 16) else { return nil }
        let headers = TransferHeaders(part[..<end])
        guard headers.mediaType == "text/html" || headers.mediaType == "application/xhtml+xml" else { return nil }
        guard let url = headers["content-location"] ?? saved, WebAddress.host(url) != nil else { return nil }
        let body =
            switch headers["content-transfer-encoding"]?.lowercased() {
            case "quoted-printable": MIMECoding.quotedPrintable(part[end...])
            case "base64": MIMECoding.base64(part[end...])
            default: Array(part[end...])
            }
        return .stored(StoredBody(file: file + "!" + url, url: url, headers: headers, bytes: body, fetched: message.date))
    }

    /// What stands between the lines of the boundary.
    private static func parts(_ bytes: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        var (parts, start, at) = ([ArraySlice<UInt8>](), Int?.none, bytes.startIndex)
        while at < bytes.endIndex, parts.count < mostParts {
            let lineEnd = bytes[at...].firstIndex(of: 0x0a).map { $0 + 1 } ?? bytes.endIndex
            if bytes[at..<lineEnd].starts(with: boundary) {
                if let start { parts.append(bytes[start..<at]) }
                start = lineEnd
            }
            at = lineEnd
        }
        if let start, start < bytes.endIndex { parts.append(bytes[start...]) }
        return parts
    }
}

/// The two ways in which MIME writes bytes as ASCII.
enum MIMECoding {
    static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var (result, at) = ([UInt8](), text.startIndex)
        result.reserveCapacity(text.count)
        while at < text.endIndex {
            guard text[at] == 0x3d else {
                result.append(text[at])
                at += 1
                continue
            }
            if let value = hex(text, at + 1) {
                result.append(value)
                at += 3
            } else if let feed = softBreak(text, at + 1) {
                at = feed
            } else {
                result.append(text[at])
                at += 1
            }
        }
        return result
    }

    private static func hex(_ text: ArraySlice<UInt8>, _ at: Int) -> UInt8? {
        guard at + 1 < text.endIndex else { return nil }
        return UInt8(String(decoding: text[at..<(at + 2)], as: UTF8.self), radix: 16)
    }

    private static func softBreak(_ text: ArraySlice<UInt8>, _ at: Int) -> Int? {
        guard at < text.endIndex else { return text.endIndex }
        if text[at] == 0x0a { return at + 1 }
        return text[at] == 0x0d && at + 1 < text.endIndex && text[at + 1] == 0x0a ? at + 2 : nil
    }

    /// What is no letter of the alphabet is passed over; the first `=` ends it.
    static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var (result, bits, count) = ([UInt8](), UInt32(0), 0)
        for byte in text {
            if byte == 0x3d { break }
            guard let value = sextet(byte) else { continue }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    private static func sextet(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5a: UInt32(byte - 0x41)
        case 0x61...0x7a: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case 0x2b: 62
        case 0x2f: 63
        default: nil
        }
    }
}
