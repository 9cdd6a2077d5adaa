import Claims
import Foundation
import Reporting
import Testing

@Suite struct LinesTests {
    @Test func aHostileQuoteStaysOnItsLineAndComesBackWhole() throws {
        let finding = Example.finding([Example.claim(Example.hostile)])
        let bytes = Lines.findings(Example.result([finding, finding]))
        let lines = bytes.split(separator: 0x0a)
        #expect(lines.count == 2)
        #expect(!bytes.contains(0x1b) && !bytes.contains(0x0d))
        for line in lines { #expect(try JSONDecoder().decode(Finding.self, from: Data(line)) == finding) }
    }

    @Test func theWholeAuditComesBack() throws {
        let skipped = NotJudged(file: "logo.png", reason: "binary", detail: "a picture", unread: true)
        let result = Example.result([Example.finding([Example.claim("One.")])], notJudged: [skipped])
        let bytes = Lines.json(result)
        #expect(try JSONDecoder().decode(AuditResult.self, from: Data(bytes)) == result)
        #expect(bytes == Lines.json(result))
        #expect(bytes.last == 0x0a)
    }

    @Test func keysAreThoseOfTheContract() throws {
        let bytes = Lines.json(Example.result([]))
        let keys = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]).keys
        #expect(keys.sorted() == ["inputs", "not_judged", "organisations", "schema", "tool", "totals"])
    }
}
