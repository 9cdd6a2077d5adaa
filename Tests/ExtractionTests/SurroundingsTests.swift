import Claims
import Extraction
import Foundation
import Testing

/// What a claim takes from around it: what its length of time measures, its channel, its hours. The cases are lines of files, in four
/// languages, of organisations that stand nowhere else; none may be read wrongly, and most must be read.
@Suite struct SurroundingsTests {
    private struct Case {
        var language: String
        var wanted: String
        var above: [String]
        var body: String
        var line: Int

        var page: String {
            let headings = above.enumerated().map { "<h\($0 + 1)>\($1)</h\($0 + 1)>" }.joined()
            return "<!DOCTYPE html><html lang=\"\(language)\"><head><title>\(above[0])</title></head>"
                + "<body><main>\(headings)\(markup)</main></body></html>"
        }

        private var markup: String {
            if body.hasPrefix("HTML ") { return String(body.dropFirst(5)) }
            guard body.hasPrefix("TABLE ") else { return "<p>\(body)</p>" }
            let rows = String(body.dropFirst(6)).components(separatedBy: " ## ")
            func row(_ text: String, _ tag: String) -> String {
                "<tr>" + text.components(separatedBy: "#").map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
            }
            return "<table><thead>\(row(rows[0], "th"))</thead><tbody>\(row(rows[1], "td"))</tbody></table>"
        }
    }

    private func cases(_ name: String) throws -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(name).txt")
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: "\n")
        return lines.enumerated().filter { !$1.isEmpty && !$1.hasPrefix("#") }.map { number, text in
            let fields = text.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
            return Case(
                language: fields[0], wanted: fields[1], above: fields[2].components(separatedBy: ">"), body: fields[3], line: number + 1)
        }
    }

    /// The share of cases whose claims have the value at all, and which of them have another than they should.
    private func read(_ name: String, _ value: (Claim) -> String?) throws -> (found: Double, wrong: [String]) {
        var extractor = try Shipped.extractor()
        let cases = try cases(name)
        var (found, wrong) = (0, [String]())
        for (index, item) in cases.enumerated() {
            let page = Page(file: "\(index).html", organisation: "v.example", bytes: Array(item.page.utf8), format: .html)
            let values = extractor.extract(page).claims.compactMap(value)
            guard !values.isEmpty else { continue }
            found += 1
            if !values.contains(item.wanted) { wrong.append("\(name).txt:\(item.line): \(values) for \(item.body)") }
        }
        return (Double(found) / Double(cases.count), wrong)
    }

    @Test func whatALengthOfTimeMeasures() throws {
        let result = try read("metric") { $0.measure.flatMap { $0.value == nil ? nil : $0.metric.rawValue } }
        #expect(result.found > 0.9)
        #expect(result.wrong.count <= 6, "\(result.wrong.joined(separator: "\n"))")
    }

    @Test func theChannel() throws {
        let result = try read("channel") { $0.channel }
        #expect(result.found > 0.9)
        #expect(result.wrong.count <= 2, "\(result.wrong.joined(separator: "\n"))")
    }

    @Test func openingHours() throws {
        let result = try read("hours") { $0.measure?.openingHours }
        #expect(result.found > 0.9)
        #expect(result.wrong.isEmpty, "\(result.wrong.joined(separator: "\n"))")
    }
}
