import Claims
import Foundation
import Testing

@testable import Crawl

/// The same small site as each tool left it on disk.
struct MirrorTests {
    static let dumps = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path + "/Corpus/crawls"

    /// How many files end in each outcome.
    private func tally(_ folder: String) throws -> [String: Int] {
        let inventory = try Inventory(inputs: [Self.dumps + "/" + folder], options: CrawlOptions())
        let reader = PageReader(options: CrawlOptions())
        let reasons =
            inventory.notJudged.map(\.reason)
            + inventory.entries.map { entry in
                switch reader.read(entry) {
                case .page: "page"
                case .notJudged(let skipped): skipped.reason
                }
            }
        return Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test(arguments: [
        ("wget-plain", ["page": 20, "binary": 1, "not-a-page": 1]),
        ("wget-convert", ["page": 21, "binary": 1, "not-a-page": 1, "original": 3]),
        ("wget-windows", ["page": 21, "binary": 1, "not-a-page": 1]),
        ("wget-savehdr", ["page": 20, "binary": 1, "not-a-page": 1]),
        ("httrack", ["page": 18, "binary": 1, "not-a-page": 1, "status": 2, "crawler": 5]),
    ])
    func everyFileIsReadOrNamed(_ folder: String, _ expected: [String: Int]) throws {
        let found = try tally(folder)
        #expect(found == expected)
        let files = FileManager.default.enumerator(atPath: Self.dumps + "/" + folder)?.compactMap { $0 as? String } ?? []
        var isFolder: ObjCBool = false
        let count = files.count {
            unsafe FileManager.default.fileExists(atPath: Self.dumps + "/" + folder + "/" + $0, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        #expect(found.values.reduce(0, +) == count)
    }

    @Test func savedHeadersGiveCharsetAndDate() throws {
        let inventory = try Inventory(inputs: [Self.dumps + "/wget-savehdr"], options: CrawlOptions())
        let entry = try #require(inventory.entries.first { $0.file.hasSuffix("/conflict") })
        guard case .page(let page) = PageReader(options: CrawlOptions()).read(entry) else {
            Issue.record("no page")
            return
        }
        #expect(page.charset == "windows-1252")
        #expect(page.fetched?.hasPrefix("2026-11-") ?? false)
        #expect(page.bytes.starts(with: Array("<!DOCTYPE html>".utf8)))
        #expect(page.url == "https://127.0.0.1:8972/conflict")
    }
}
