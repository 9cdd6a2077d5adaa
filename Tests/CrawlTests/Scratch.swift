import Claims
import Foundation

@testable import Crawl

/// A folder of its own for one test, gone when the test ends.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "belofte-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ file: String, _ text: String) throws -> String { try write(file, Array(text.utf8)) }

    @discardableResult
    func write(_ file: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(fileURLWithPath: path + "/" + file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    func link(_ file: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + file, withDestinationPath: target)
    }

    /// Everything the crawl says of the folder, by file: `page` or the reasons.
    func outcome(_ options: CrawlOptions = CrawlOptions()) async throws -> [String: String] {
        let outcomes = try await crawl(path, options).map { ($0.file, $0.reason) }
        return Dictionary(outcomes) { $0 + " " + $1 }
    }
}

/// One thing that the crawl says.
struct Said: Hashable {
    var file: String
    /// `page` or a reason.
    var reason: String
    var detail = ""
    var page: Page?
    var skipped: NotJudged?

    static func == (one: Said, other: Said) -> Bool { (one.file, one.reason) == (other.file, other.reason) }
    func hash(into hasher: inout Hasher) { hasher.combine(file) }
}

/// Reads an input to its end, in small batches, and lists all that is said of it in order.
func crawl(_ input: String, _ options: CrawlOptions = CrawlOptions()) async throws -> [Said] {
    let dump = DumpReader(try Inventory(inputs: [input], options: options), options: options)
    let reader = PageReader(options: options)
    var (ledger, said) = (PageLedger(), [Said]())
    func note(_ skipped: NotJudged) {
        said.append(Said(file: skipped.file, reason: skipped.reason, detail: skipped.detail, skipped: skipped))
    }
    while true {
        let items = await dump.batch(count: 3, bytes: 1 << 20)
        if items.isEmpty { return said }
        for item in items {
            switch await reader.read(item) {
            case .notJudged(let skipped): note(skipped)
            case .page(let page, let identity):
                switch ledger.enter(identity, file: page.file, url: page.url) {
                case .new: said.append(Said(file: page.file, reason: "page", page: page))
                case .duplicate(let skipped), .again(let skipped): note(skipped)
                }
            }
        }
    }
}

/// A whole small page around a sentence.
func page(_ sentence: String, head: String = "") -> String {
    "<!DOCTYPE html><html lang=\"nl\"><head>\(head)<title>T</title></head><body><p>\(sentence)</p></body></html>"
}
