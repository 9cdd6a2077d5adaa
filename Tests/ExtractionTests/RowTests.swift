import Claims
import Extraction
import Foundation
import RuleBook
import Testing

/// A table row is one text, with its cells joined by ` | `, whatever stands between their tags.
@Suite struct RowTests {
    private func quotes(_ rows: String) throws -> Set<String> {
        let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Rules").standardizedFileURL
        var extractor = Extractor(ruleBook: try RuleBook.load(directory: rules.path))
        let page =
            "<!DOCTYPE html><html lang=\"nl\"><body><h1>Prijzen</h1><table><tr><th></th><th>Basis</th><th>Zeker</th></tr>\(rows)</table></body></html>"
        let extracted = extractor.extract(Page(file: "a.html", organisation: "v.example", bytes: Array(page.utf8), format: .html))
        return Set(extracted.claims.map(\.quote))
    }

    @Test(arguments: [
        "<tr><th>Prijs per maand</th><td>€ 6,50</td><td>€ 9,75</td></tr>",
        "<tr><th>Prijs per maand<td>€ 6,50<td>€ 9,75",
        "<tr>\n  <th>Prijs per maand</th>\n  <td>&euro; 6,50</td>\n  <td><p>€ 9,75</p></td>\n</tr>",
        "<tr><th><b>Prijs</b> per maand </th> <td> <span>€ 6,50</span> </td><td>€ 9,75</td></tr>",
    ]) func cellsAreJoined(rows: String) throws {
        #expect(try quotes(rows) == ["Prijs per maand | € 6,50 | € 9,75"])
    }
}
