/// Takes the transfer codings off a body.
struct BodyDecoder {
    /// No body may come out larger than this.
    let limit: Int
    private static let mostCodings = 4

    func decode(_ body: [UInt8], _ headers: TransferHeaders) throws(Unread) -> [UInt8] {
        var body = headers.isChunked ? Self.dechunked(body) : body
        let codings = headers.codings
        if codings.count > Self.mostCodings { throw Unread(reason: "compressed", detail: "it is packed \(codings.count) times over") }
        for coding in codings { body = try decode(body, coding: coding) }
        let plain = try decode(sniffing: body)
        if plain.count > limit { throw Unread.tooLarge(plain.count, limit) }
        return plain
    }

    /// Servers send gzip unasked and crawlers store it as it came.
    func decode(sniffing body: [UInt8]) throws(Unread) -> [UInt8] {
        body.starts(with: [0x1f, 0x8b]) ? try inflate(body, .gzip) : body
    }

    private func decode(_ body: [UInt8], coding: String) throws(Unread) -> [UInt8] {
        switch coding {
        case "gzip", "x-gzip":
            // Many crawlers store the plain body and leave the header as it was.
            return body.starts(with: [0x1f, 0x8b]) ? try inflate(body, .gzip) : body
        case "deflate": return try inflate(body, body.first.map { $0 & 0x0f == 8 } ?? false ? .zlib : .raw)
        case "br": return try plain(Brotli.all(body, limit: limit), of: body)
        case "zstd": return ZstdSource.begins(body) ? try unpack(body) : body
        case "identity", "": return body
        default: throw Unread(reason: "compressed", detail: "the body is compressed in a way that is not read here (\(coding.prefix(20)))")
        }
    }

    private func inflate(_ body: [UInt8], _ wrapper: Inflate.Wrapper) throws(Unread) -> [UInt8] {
        try plain(Inflate.all(body, wrapper, limit: limit), of: body)
    }

    private func plain(_ outcome: Inflate.Outcome, of body: [UInt8]) throws(Unread) -> [UInt8] {
        switch outcome {
        case .plain(let bytes): return bytes
        case .tooLarge: throw tooLarge
        case .damaged:
            // As with gzip, some crawlers store the plain body and leave the header as it was.
            if Sniffing.looksLikeHTML(body) { return body }
            throw Unread(reason: "compressed", detail: "the compressed data is damaged")
        }
    }

    private func unpack(_ body: [UInt8]) throws(Unread) -> [UInt8] {
        var result: [UInt8] = []
        do {
            let source = try ZstdSource(MemorySource([body]))
            while result.count <= limit {
                let piece = try source.next()
                if piece.isEmpty { return result }
                result += piece
            }
        } catch {
            throw Unread(reason: "compressed", detail: error.detail)
        }
        throw tooLarge
    }

    private var tooLarge: Unread {
        Unread(reason: "too-large", detail: "it unpacks to more than the \(limit >> 20) MB that a page may have")
    }

    /// Joins the chunks. Some writers join them and leave the header, so a body that does not begin as a chunk is taken as it is.
    static func dechunked(_ body: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var at = 0
        while let (size, start) = chunk(body, at) {
            if size == 0 { return result }
            let end = min(body.count, start + size)
            result.append(contentsOf: body[start..<end])
            at = end
            while at < body.count, body[at] == 0x0d || body[at] == 0x0a { at += 1 }
        }
        return at == 0 ? body : result
    }

    private static func chunk(_ body: [UInt8], _ at: Int) -> (size: Int, start: Int)? {
        guard let feed = body[at..<min(body.count, at + 256)].firstIndex(of: 0x0a), feed > at, body[feed - 1] == 0x0d else { return nil }
        let digits = body[at..<(feed - 1)].prefix { $0 != 0x3b && $0 != 0x20 }
        guard !digits.isEmpty, digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
            return nil
        }
        return (size, feed + 1)
    }
}
