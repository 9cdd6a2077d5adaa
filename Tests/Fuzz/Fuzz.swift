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
    let options = CrawlOptions(largestPage: 1 << 16)
    let decoder = BodyDecoder(limit: options.largestPage)
    guard let source = try? unpacked(MemorySource([bytes]), size: bytes.count) else { return }
    let revisits = Revisits()
    var archives: [any ArchiveReader] = [WARCPages(source, archive: "a", options: options, revisits: revisits)]
    if let lines = try? unpacked(MemorySource([bytes]), size: bytes.count) {
        archives.append(JSONLines(lines, archive: "a", options: options))
    }
    for var archive in archives {
        while let item = archive.next() {
            guard case .stored(let body) = item else { continue }
            guard let plain = try? decoder.decode(body.bytes, body.headers) else { continue }
            precondition(plain.count <= options.largestPage)
            _ = try? Sniffing.format(plain, file: WebAddress.normalised(body.url), mediaType: body.headers.mediaType)
        }
    }
    _ = revisits.rest()
}

/// A ZIP file as a document.
private func readZIP(_ bytes: [UInt8]) {
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
