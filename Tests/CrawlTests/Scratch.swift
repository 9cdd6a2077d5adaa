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

    /// Everything the crawl says of the folder, by file: `page` or the reason.
    func outcome(_ options: CrawlOptions = CrawlOptions()) throws -> [String: String] {
        let inventory = try Inventory(inputs: [path], options: options)
        let reader = PageReader(options: options)
        var result = Dictionary(inventory.notJudged.map { ($0.file, $0.reason) }) { first, _ in first + " twice" }
        for entry in inventory.entries {
            switch reader.read(entry) {
            case .page: result[entry.file] = "page"
            case .notJudged(let skipped): result[entry.file] = skipped.reason
            }
        }
        return result
    }
}

/// A whole small page around a sentence.
func page(_ sentence: String, head: String = "") -> String {
    "<!DOCTYPE html><html lang=\"nl\"><head>\(head)<title>T</title></head><body><p>\(sentence)</p></body></html>"
}
