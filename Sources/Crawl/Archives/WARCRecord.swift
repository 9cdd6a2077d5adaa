/// The header of one WARC record.
struct WARCRecord {
    /// `response`, `revisit`, `resource`, `request`, `warcinfo`, `metadata` …, in lower case.
    var type: String
    /// Without the angle brackets that wget puts around it.
    var uri: String
    var id: String
    /// ISO 8601, as written.
    var date: String?
    var contentType: String
    var payloadDigest: String?
    /// For a revisit: the record that holds the body.
    var refersTo: String?
    /// Why the crawler stored less than it got (`length`, `time`, `disconnect`), where it did.
    var truncated: String?
    /// Bytes of the block.
    var length: Int

    /// Nil where the header names no type or no length that can be true.
    init?(_ fields: TransferHeaders) {
        guard let type = fields["warc-type"]?.lowercased(), let written = fields["content-length"], written.utf8.count < 19,
            written.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let length = Int(written)
        else { return nil }
        self.type = type
        self.length = length
        uri = Self.bare(fields["warc-target-uri"] ?? "")
        id = Self.bare(fields["warc-record-id"] ?? "")
        date = fields["warc-date"]
        contentType = fields["content-type"]?.lowercased() ?? ""
        payloadDigest = fields["warc-payload-digest"]
        refersTo = fields["warc-refers-to"].map(Self.bare)
        truncated = fields["warc-truncated"]
    }

    private static func bare(_ written: String) -> String {
        written.hasPrefix("<") && written.hasSuffix(">") ? String(written.dropFirst().dropLast()) : written
    }
}
