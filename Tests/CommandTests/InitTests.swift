import Foundation
import Testing

/// A first configuration, from what the pages show.
@Suite struct InitTests {
    private static let site: [String: String] = {
        var files = ["www.shop.example/index.html": Shop.page("De winkel ligt aan de haven.", title: "De winkel")]
        for number in 1...4 {
            let news = Shop.page("Nummer \(number): de haven is open voor wie langs wil komen.", title: "Nieuws \(number)")
            files["www.shop.example/nieuws/bericht-\(number).html"] = news
        }
        return files
    }()

    @Test func whatIsSeenIsSetAndTheRestExplained() throws {
        try Folder.with(Self.site) { folder in
            let made = try Program.run(["init", "www.shop.example"], in: folder.path)
            #expect(made.status == 0 && made.output == "" && made.problems.contains(".belofte.yml is written"), "\(made.problems)")
            let text = try String(contentsOf: folder.url(".belofte.yml"), encoding: .utf8)
            for line in [
                "languages: [nl]", "base_url: \"https://www.shop.example/\"", "{match: \"/nieuws/**\", role: news}", "fail_on: error",
                "# rules: {orphan-promise: off}",
            ] { #expect(text.contains("\n" + line) || text.contains("  - " + line), "\(line) in \(text)") }
            let checked = try Program.run(["config", "check"], in: folder.path)
            #expect(checked.output == ".belofte.yml: in order.\n", "\(checked.problems)")
            let audited = try Program.run(["audit", "www.shop.example", "--format", "json"], in: folder.path)
            #expect(audited.status == 0 && audited.output.contains("\"reason\" : \"news\""))
        }
    }

    /// Every line that is only a suggestion is a right one.
    @Test func whatStandsInCommentsCanBeTakenOver() throws {
        try Folder.with(Self.site) { folder in
            let text = try Program.run(["init", "www.shop.example", "--output", "-"], in: folder.path).output
            let lines = text.split(separator: "\n").map { line in
                let isSetting = line.firstMatch(of: /^# (  - |[a-z_]+: ?[\[{"a-z]|exceptions:|pages:)/) != nil && !line.hasSuffix(".")
                return isSetting ? String(line.dropFirst(2)) : String(line)
            }
            try folder.write(".belofte.yml", Data(lines.joined(separator: "\n").utf8))
            let checked = try Program.run(["config", "show"], in: folder.path)
            #expect(checked.status == 0 && checked.output.contains("orphan-promise: off"), "\(checked.problems)")
            #expect(checked.output.contains("holidays: nl") && checked.output.contains("owner: marketing"), "\(checked.output)")
        }
    }

    @Test func oneThatIsThereStays() throws {
        try Folder.with(Self.site.merging([".belofte.yml": "version: 1\n"]) { $1 }) { folder in
            let made = try Program.run(["init", "www.shop.example"], in: folder.path)
            #expect(made.status == 2 && made.problems.contains("already"))
            #expect(try String(contentsOf: folder.url(".belofte.yml"), encoding: .utf8) == "version: 1\n")
        }
    }
}
