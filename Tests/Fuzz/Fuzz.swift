import Claims
import Foundation

@testable import Crawl
@testable import Extraction
@testable import RuleBook

/// One input of libFuzzer. `BELOFTE_FUZZ_TARGET` says what reads it: markup, warc, zip or rules.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    target(bytes)
    return 0
}

private let target: @Sendable ([UInt8]) -> Void =
    switch ProcessInfo.processInfo.environment["BELOFTE_FUZZ_TARGET"] {
    case "warc": readWARC
    case "zip": readZIP
    case "rules": readRules
    default: readMarkup
    }

/// Markup of every format; the first byte chooses it.
private func readMarkup(_ bytes: [UInt8]) {
    let formats: [PageFormat] = [.html, .xhtml, .markdown, .text, .docx, .odt, .docbook, .dita, .pdf]
    guard let first = bytes.first else { return }
    let format = formats[Int(first) % formats.count]
    let body = Array(bytes.dropFirst())
    _ = PageHead(body)
    let document = Document.read(Page(file: "f", organisation: "o", bytes: body, format: format), LibXML())
    for block in document.blocks {
        precondition(block.text.lowerBound <= block.text.upperBound && Int(block.text.upperBound) <= document.text.count)
    }
    var places = Places()
    for offset in stride(from: 0, to: document.text.count, by: 7) {
        _ = places.place(document.sourceOffset(of: offset), in: document.source)
    }
}

/// An archive, packed or not, and every body in it.
private func readWARC(_ bytes: [UInt8]) {
    guard let source = try? unpacked(MemorySource([bytes]), size: bytes.count) else { return }
    let revisits = Revisits()
    var archives: [any ArchiveReader] = [WARCPages(source, archive: "a", options: options, revisits: revisits)]
    if let lines = try? unpacked(MemorySource([bytes]), size: bytes.count) {
        archives.append(JSONLines(lines, archive: "a", options: options))
    }
    for archive in archives { readBodies(archive) }
    for item in (try? MHTML.items(bytes, "a")) ?? [] { read(item) }
    _ = revisits.rest()
}

private let options = CrawlOptions(largestPage: 1 << 16)

private func readBodies(_ archive: any ArchiveReader) {
    var archive = archive
    while let item = archive.next() { read(item) }
}

private func read(_ item: CrawlItem) {
    guard case .stored(let body) = item else { return }
    guard let plain = try? BodyDecoder(limit: options.largestPage).decode(body.bytes, body.headers) else { return }
    precondition(plain.count <= options.largestPage)
    let url = WebAddress.normalised(body.url)
    _ = try? Sniffing.format(plain, file: url, mediaType: body.headers.mediaType)
    _ = WebAddress.host(url).map(Addresses.organisation)
}

/// A ZIP file as a crawl, and as a document.
private func readZIP(_ bytes: [UInt8]) {
    if let zip = try? ZipArchive(bytes) {
        while let name = try? zip.nextEntry() {
            guard ArchiveKind.isWARC(name.lowercased()) else { continue }
            let entry = Bounded(ZipEntrySource(zip), most: 1 << 22)
            guard let source = try? unpacked(entry, size: bytes.count) else { continue }
            readBodies(WARCPages(source, archive: "a", options: options, revisits: Revisits()))
        }
    }
    guard let office = try? OfficeFile(bytes, file: "f", limit: 1 << 16) else { return }
    _ = Document.read(Page(file: "f", organisation: "o", bytes: office.body, parts: office.parts, format: office.format), LibXML())
}

/// A rule.
private func readRules(_ bytes: [UInt8]) {
    guard let (reader, node) = try? YAMLReader.compose(file: "f.yaml", text: String(decoding: bytes, as: UTF8.self)), let node else {
        return
    }
    _ = try? ClaimRuleReader(themes: ["speed"]).read(node, reader)
}
