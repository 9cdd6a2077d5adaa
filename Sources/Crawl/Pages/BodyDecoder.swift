/// Takes the transfer codings off a body.
struct BodyDecoder {
    /// No body may come out larger than this.
    let limit: Int

    /// Why a body cannot be read.
    struct Failure: Error {
        var reason: String
        var detail: String
    }

    func decode(_ body: [UInt8], _ headers: TransferHeaders) throws(Failure) -> [UInt8] {
        var body = headers.isChunked ? Self.dechunked(body) : body
        for coding in headers.codings { body = try decode(body, coding: coding) }
        return try decode(sniffing: body)
    }

    /// Servers send gzip unasked and crawlers store it as it came.
    func decode(sniffing body: [UInt8]) throws(Failure) -> [UInt8] {
        body.starts(with: [0x1f, 0x8b]) ? try inflate(body, .gzip) : body
    }

    private func decode(_ body: [UInt8], coding: String) throws(Failure) -> [UInt8] {
        switch coding {
        case "gzip", "x-gzip":
            // Many crawlers store the plain body and leave the header as it was.
            return body.starts(with: [0x1f, 0x8b]) ? try inflate(body, .gzip) : body
        case "deflate": return try inflate(body, body.first.map { $0 & 0x0f == 8 } ?? false ? .zlib : .raw)
        case "identity", "": return body
        default: throw Failure(reason: "compressed", detail: "the body is compressed in a way that is not read here (\(coding.prefix(20)))")
        }
    }

    private func inflate(_ body: [UInt8], _ wrapper: Inflate.Wrapper) throws(Failure) -> [UInt8] {
        switch Inflate.all(body, wrapper, limit: limit) {
        case .plain(let bytes): return bytes
        case .tooLarge: throw Failure(reason: "too-large", detail: "it unpacks to more than the \(limit >> 20) MB that a page may have")
        case .damaged: throw Failure(reason: "compressed", detail: "the compressed data is damaged")
        }
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
