import Claims

/// A word processor's document: the parts of its ZIP file that hold text. DOCX and ODT.
struct OfficeFile {
    var format: PageFormat
    /// The part with the text.
    var body: [UInt8]
    /// Styles, notes and the like.
    var parts: [PagePart]

    private static let docx = "word/document.xml"
    private static let docxParts: Set<String> = ["word/styles.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml"]
    private static let odt = "content.xml"
    private static let odtType = "application/vnd.oasis.opendocument.text"
    private static let mostEntries = 20_000

    /// - Throws: `Unread` for a ZIP file that is no such document, is damaged, or unpacks to too much.
    init(_ bytes: [UInt8], file: String, limit: Int) throws(Unread) {
        var wanted: [String: [UInt8]] = [:]
        do {
            let zip = try ZipArchive(bytes)
            var (left, entries) = (limit, 0)
            while let name = try zip.nextEntry(), entries < Self.mostEntries {
                entries += 1
                guard name == Self.docx || name == Self.odt || name == "mimetype" || Self.docxParts.contains(name), wanted[name] == nil
                else {
                    continue
                }
                let part = try Self.read(zip, most: left)
                left -= part.count
                wanted[name] = part
            }
        } catch {
            throw Unread(reason: error.reason, detail: error.detail)
        }
        if let body = wanted[Self.docx] {
            (format, self.body) = (.docx, body)
            parts = wanted.filter { Self.docxParts.contains($0.key) }.sorted { $0.key < $1.key }.map {
                PagePart(name: $0.key, bytes: $0.value)
            }
        } else if let body = wanted[Self.odt], wanted["mimetype"].map({ $0.starts(with: Array(Self.odtType.utf8)) }) ?? false {
            (format, self.body, parts) = (.odt, body, [])
        } else {
            throw Unread(reason: "binary", detail: "a ZIP file, and no document that is read here")
        }
    }

    private static func read(_ zip: ZipArchive, most: Int) throws(SourceFailure) -> [UInt8] {
        var part: [UInt8] = []
        while true {
            let piece = try zip.data()
            if piece.isEmpty { return part }
            part += piece
            if part.count > most { throw SourceFailure(reason: "too-large", detail: "it unpacks to more than a page may have") }
        }
    }
}
