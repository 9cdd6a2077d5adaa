import Foundation
import Testing

/// `.belofte.yml` end to end: what each key does, and how each mistake is shown.
@Suite struct ConfigurationTests {
    private func findings(_ folder: Folder, _ options: [String] = []) throws -> [[String: Any]] {
        let outcome = try Program.run(["audit", "site", "--format", "ndjson", "--fail-on", "never"] + options, in: folder.path)
        #expect(outcome.status == 0, "\(outcome.problems)")
        return try outcome.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    private func withShop(_ settings: String, _ files: [String: String] = [:], _ body: (Folder) throws -> Void) throws {
        var all = Dictionary(uniqueKeysWithValues: Shop.torn.map { ("site/" + $0.key, $0.value) })
        all[".belofte.yml"] = "version: 1\n" + settings
        all.merge(files) { _, new in new }
        try Folder.with(all, body)
    }

    private let rule = "opening-hours-conflict"

    /// Of the findings about the two hours.
    private func severities(_ folder: Folder) throws -> [String] {
        try findings(folder).filter { $0["rule"] as? String == rule }.compactMap { $0["severity"] as? String }
    }

    @Test func aRuleGetsItsSeverityAndDecidesTheStatus() throws {
        for (level, status) in [("warning", 0), ("error", 1), ("off", 0)] as [(String, Int32)] {
            try withShop("rules: {\(rule): \(level)}\n") { folder in
                let ended = try Program.run(["audit", "site"], in: folder.path).status
                #expect(ended == status)
                #expect(try severities(folder) == (level == "off" ? [] : [level]))
            }
        }
    }

    @Test func allRulesOfATypeCanBeOff() throws {
        try withShop("rules: {contradiction: off, \(rule): note}\n") { folder in
            let types = try findings(folder).filter { $0["type"] as? String == "contradiction" }
            #expect(types.map { $0["rule"] as? String } == [rule])
        }
    }

    @Test func aClaimRuleThatIsOffMakesNoClaim() throws {
        try withShop("rules: {opening-hours: off}\n") { folder in
            let lines = try Program.run(["extract", "site"], in: folder.path).lines
            #expect(!lines.contains { $0.contains("\"rule\":\"nl.opening-hours\"") })
            #expect(try severities(folder) == [])
        }
    }

    @Test func rulesAreLinkedToTheCatalogueThatIsNamed() throws {
        try withShop("catalogue: https://rules.shop.example/\n") { folder in
            let configured = try Program.run(["audit", "site", "--format", "sarif"], in: folder.path).output
            #expect(configured.contains("\"https://rules.shop.example/\(rule).md\""))
            let named = try Program.run(["audit", "site", "--format", "sarif", "--catalogue", "https://x.example/r"], in: folder.path)
                .output
            #expect(named.contains("\"https://x.example/r/\(rule).md\""))
            #expect(!(try Program.run(["audit", "site", "--format", "sarif", "--no-config"], in: folder.path).output.contains("helpUri")))
            #expect(try Program.run(["audit", "site", "--catalogue", "docs/rules"], in: folder.path).status == 2)
        }
    }

    @Test func theCommandLineGoesFirst() throws {
        try withShop("fail_on: never\norganisation: settings.example\n") { folder in
            #expect(try Program.run(["audit", "site"], in: folder.path).status == 0)
            #expect(try Program.run(["audit", "site", "--fail-on", "error"], in: folder.path).status == 1)
            #expect(try Program.run(["audit", "site", "--no-config"], in: folder.path).status == 1)
            let configured = try findings(folder)
            #expect(configured.allSatisfy { $0["organisation"] as? String == "settings.example" })
            let named = try findings(folder, ["--organisation", "line.example"])
            #expect(!named.isEmpty && named.allSatisfy { $0["organisation"] as? String == "line.example" })
        }
    }

    @Test func theAddressOfTheSiteIsKnown() throws {
        try withShop("base_url: https://www.shop.example/nl/\n") { folder in
            let output = try Program.run(["extract", "site"], in: folder.path).output
            #expect(output.contains("https://www.shop.example/nl/service/contact.html"))
        }
    }

    /// Both pages are of the same kind; the one that counts for less should change.
    @Test(arguments: [("index.html", "first"), ("contact.html", "second")]) func authorityDecidesWhichSideShouldChange(
        page: String, side: String
    ) throws {
        try withShop("pages: [{match: \"/service/\(page)\", authority: 10}]\n") { folder in
            let found = try #require(try findings(folder).first { $0["rule"] as? String == rule })
            let claims = try #require(found["claims"] as? [[String: Any]])
            let files = claims.compactMap { ($0["source"] as? [String: Any])?["file"] as? String }
            let changed = found["change"] as? String == "first" ? files[0] : files[1]
            #expect(found["change"] != nil && changed == "service/\(page)")
        }
    }

    @Test func newsIsSetAsideAndListed() throws {
        try withShop("pages: [{match: \"contact.html\", role: news}]\n") { folder in
            let result = try Program.run(["audit", "site", "--format", "json", "--fail-on", "never"], in: folder.path).output
            #expect(result.contains("\"reason\" : \"news\"") && !result.contains(rule))
            let pages = try Program.run(["pages", "site"], in: folder.path).output
            #expect(pages.contains("service/contact.html\tnews"))
        }
    }

    @Test func onlyTheLanguagesAskedForAreJudged() throws {
        try withShop("languages: [en]\n") { folder in
            let result = try Program.run(["audit", "site", "--format", "json", "--fail-on", "never"], in: folder.path).output
            #expect(result.contains("\"reason\" : \"language\"") && !result.contains(rule))
        }
    }

    @Test func otherNamesOfAProductAreThatProduct() throws {
        let pages = [
            "site/a.html": Shop.page("Zeker vast: wij leveren uw bestelling binnen 2 werkdagen."),
            "site/b.html": Shop.page("Bij het vaste contract leveren wij uw bestelling binnen 2 werkdagen."),
        ]
        try withShop("aliases: {product: {Zekervast: [zeker vast, vaste contract]}}\n", pages) { folder in
            let lines = try Program.run(["extract", "site"], in: folder.path).lines.filter { $0.contains("delivery-time") }
            #expect(lines.count == 2 && lines.allSatisfy { $0.contains("\"product\":[\"zekervast\"]") }, "\(lines)")
        }
    }

    /// Four working days are nine calendar days for those who work two days a week.
    @Test func theCalendarDecidesWhatWorkingDaysComeTo() throws {
        let pages = [
            "site/a.html": Shop.page("Wij beantwoorden uw e-mail binnen 9 dagen."),
            "site/b.html": Shop.page("Wij beantwoorden uw e-mail binnen 2 werkdagen."),
        ]
        for (days, clashes) in [("mo-fr", true), ("mo", false)] {
            try withShop("calendar: {working_days: \(days), hours: \"09:00-17:30\", holidays: nl}\n", pages) { folder in
                let found = try findings(folder).contains { $0["rule"] as? String == "response-time-conflict" }
                #expect(found == clashes)
                let outcome = try Program.run(["audit", "site", "--report", "html=r.html", "--fail-on", "never"], in: folder.path)
                let report = try String(contentsOf: folder.url("r.html"), encoding: .utf8)
                #expect(outcome.status == 0 && report.contains("09:00 to 17:30, without the public holidays of the Netherlands"))
            }
        }
    }

    @Test func auditIsStillExtractThenJudge() throws {
        try withShop("rules: {\(rule): note}\npages: [{match: \"contact.html\", authority: 3}]\n") { folder in
            let audit = try Program.run(["audit", "site", "--format", "ndjson"], in: folder.path)
            let extracted = try Program.run(["extract", "site"], in: folder.path)
            let judged = try Program.run(["judge", "--format", "ndjson"], input: extracted.output, in: folder.path)
            #expect(audit.output == judged.output && audit.output.contains(rule))
        }
    }

    // MARK: files

    @Test func theNearestFolderAboveCounts() throws {
        let files = ["deep/.belofte.yml": "version: 1\nfail_on: never\n", "deep/er/index.html": Shop.quiet["index.html"]!]
        try withShop("fail_on: warning\nrules: {contradiction: off}\n", files) { folder in
            // Nothing of the farther file is left: its `rules` do not count.
            let outcome = try Program.run(["audit", "../site", "--fail-on", "error"], in: folder.url("deep"))
            #expect(outcome.status == 1, "\(outcome.problems)")
            #expect(try Program.run(["audit", "../../site"], in: folder.url("deep/er")).status == 0)
        }
    }

    @Test func aFileIsExtended() throws {
        let base = ["shared/base.yml": "version: 1\nfail_on: never\nlanguages: [en]\nrules: {\(rule): error, gap: off}\n"]
        try withShop("extends: shared/base.yml\nlanguages: [nl]\nrules: {\(rule): note}\n", base) { folder in
            let found = try severities(folder)
            #expect(found == ["note"])
            #expect(try Program.run(["audit", "site"], in: folder.path).status == 0)
        }
    }

    @Test func aPackIsReadAndPinned() throws {
        let pack = """
            id: parrots
            title: "Parrots"
            why: "For a test."
            kind: brand-promise
            theme: trust
            languages: [nl]
            when:
              - "papegaai* groet"

            """
        let page = ["site/parrot.html": Shop.page("De papegaai groet wie binnenkomt."), "packs/parrots.yaml": pack]
        try withShop("packs: [{path: packs/parrots.yaml}]\n", page) { folder in
            let unpinned = try Program.run(["audit", "site"], in: folder.path)
            #expect(unpinned.status == 2 && unpinned.output == "")
            let digest = try #require(unpinned.problems.firstMatch(of: /sha256: ([0-9a-f]{64})/)?.1)
            try folder.write(".belofte.yml", Data("version: 1\npacks: [{path: packs/parrots.yaml, sha256: \(digest)}]\n".utf8))
            let output = try Program.run(["extract", "site"], in: folder.path).output
            #expect(output.contains("\"rule\":\"nl.parrots\""))
            let result = try Program.run(["audit", "site", "--format", "json", "--fail-on", "never"], in: folder.path).output
            #expect(result.contains("\"parrots\" : \"\(digest)\""))
            try folder.write("packs/parrots.yaml", Data((pack + "# changed\n").utf8))
            let changed = try Program.run(["audit", "site"], in: folder.path)
            #expect(
                changed.status == 2 && changed.problems.contains(".belofte.yml:2:9: the pack 'parrots' is not the one"),
                "\(changed.problems)")
        }
    }

    // MARK: mistakes

    @Test(arguments: [
        ("base_ur: https://x.example/", "2:1", "did you mean 'base_url'"),
        ("rules: {opening-hour-conflict: error}", "2:9", "did you mean 'opening-hours-conflict'"),
        ("rules: {opening-hours-conflict: eror}", "2:33", "did you mean 'error'"),
        ("rules: {opening-hours: error}", "2:9", "opening-hours: off"),
        ("packs: [{path: none.yaml, sha256: \(String(repeating: "0", count: 64))}]", "2:9", "none.yaml"),
        ("fail_on: warnings", "2:10", "did you mean 'warning'"),
        ("languages: [nl, ne]", "2:17", "did you mean"),
        ("pages: [{match: /a, role: new}]", "2:27", "did you mean 'news'"),
        ("pages: [{match: /a, authority: 900}]", "2:32", "0 to 100"),
        ("pages: [{match: /a}]", "2:9", "role"),
        ("base_url: www.example.org", "2:11", "https://"),
        ("calendar: {working_days: mo-fri}", "2:26", "did you mean 'fr'"), ("calendar: {hours: 9-17}", "2:19", "09:00-17:30"),
        ("calendar: {holidays: mars}", "2:22", "known are: nl, be, fr, de, uk, none"),
        ("exceptions: [{finding: b1-0123456789abcdef}]", "2:14", "'reason' is missing"),
        ("exceptions: [{finding: b1-0123456789abcdef, reason: x, until: 2027-02-30}]", "2:63", "no day"),
        ("exceptions: [{reason: everything}]", "2:14", "finding"),
        ("exceptions: [{finding: \"*\", reason: x}]", "2:24", "fingerprint"),
        ("extends: none.yml", "2:10", "none.yml"),
        ("extends: .belofte.yml", "2:10", "extend each other"),
        ("fail_on: error\nfail_on: note", "2:1", "twice"),
        ("pages: {", "3:1", "quotes, colons"),
    ]) func aMistakeIsShownAtItsPlace(settings: String, place: String, words: String) throws {
        try withShop(settings + "\n") { folder in
            let outcome = try Program.run(["audit", "site"], in: folder.path)
            #expect(outcome.status == 2 && outcome.output == "")
            #expect(outcome.problems.contains(".belofte.yml:\(place): ") && outcome.problems.contains(words), "\(outcome.problems)")
        }
    }

    @Test(arguments: [("", "version"), ("version: 2\n", "version 1"), ("# nothing\n", "empty")])
    func theVersionIsNeeded(text: String, words: String) throws {
        try Folder.with([".belofte.yml": text, "index.html": Shop.quiet["index.html"]!]) { folder in
            let outcome = try Program.run(["audit", "."], in: folder.path)
            #expect(outcome.status == 2 && outcome.problems.contains(text.isEmpty ? "empty" : words), "\(outcome.problems)")
        }
    }
}
