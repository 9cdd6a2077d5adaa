import Claims
import Foundation
import Testing

@testable import Crawl

/// The same small site as each tool left it on disk.
struct MirrorTests {
    static let dumps = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path + "/Corpus/crawls"

    @Test(arguments: [
        ("wget-plain", ["page": 19, "duplicate": 1, "binary": 1, "not-a-page": 1]),
        ("wget-convert", ["page": 19, "duplicate": 2, "binary": 1, "not-a-page": 1, "original": 3]),
        ("wget-windows", ["page": 19, "duplicate": 2, "binary": 1, "not-a-page": 1]),
        ("wget-savehdr", ["page": 19, "duplicate": 1, "binary": 1, "not-a-page": 1]),
        ("httrack", ["page": 18, "binary": 1, "not-a-page": 1, "not-found": 2, "crawler": 5]),
    ])
    func everyFileIsReadOrNamed(_ folder: String, _ expected: [String: Int]) async throws {
        let found = Dictionary(try await crawl(Self.dumps + "/" + folder).map { ($0.reason, 1) }, uniquingKeysWith: +)
        #expect(found == expected)
        let files = FileManager.default.enumerator(atPath: Self.dumps + "/" + folder)?.compactMap { $0 as? String } ?? []
        var isFolder: ObjCBool = false
        let count = files.count {
            unsafe FileManager.default.fileExists(atPath: Self.dumps + "/" + folder + "/" + $0, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        #expect(found.values.reduce(0, +) == count)
    }

    @Test func commentOfHTTrackGivesTheDate() async throws {
        let said = try await crawl(Self.dumps + "/httrack")
        let page = try #require(said.first { $0.file.hasSuffix("/conflict.html") }?.page)
        #expect(page.fetched == "2026-11-22T02:41:24Z")
    }

    @Test func savedHeadersGiveCharsetAndDate() async throws {
        let said = try await crawl(Self.dumps + "/wget-savehdr")
        let page = try #require(said.first { $0.file.hasSuffix("/conflict") }?.page)
        #expect(page.charset == "windows-1252")
        #expect(page.fetched?.hasPrefix("2026-11-") ?? false)
        #expect(page.bytes.starts(with: Array("<!DOCTYPE html>".utf8)))
        #expect(page.url == "https://127.0.0.1:8972/conflict")
    }
}
