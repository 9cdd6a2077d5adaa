import Claims
import Foundation
import Reporting
import Testing

@Suite struct SARIFTests {
    private let rules = [
        RuleNote(id: "another-rule", title: "T", why: "W.", advice: "A.", severity: .note),
        RuleNote(
            id: "response-time-conflict", title: "Two times", why: "Customers are told two things.", advice: "Choose.", severity: .error),
    ]

    private func run(_ result: AuditResult, root: String = "") throws -> [String: Any] {
        let bytes = SARIF.log(result, rules: rules, paths: InputPaths(root: root))
        let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        return try #require((log["runs"] as? [[String: Any]])?.first)
    }

    private func results(_ result: AuditResult, root: String = "") throws -> [[String: Any]] {
        try #require(try run(result, root: root)["results"] as? [[String: Any]])
    }

    @Test func aRuleWithAPageIsLinkedToIt() throws {
        let rules = [
            RuleNote(id: "a", title: "T", why: "W.", advice: "A.", severity: .note, page: "a.md"),
            RuleNote(id: "b", title: "T", why: "W.", advice: "A.", severity: .note),
        ]
        for (catalogue, link) in [("https://x.example/rules", "https://x.example/rules/a.md"), (nil, nil)] as [(String?, String?)] {
            let bytes = SARIF.log(Example.result([]), rules: rules, catalogue: catalogue)
            let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            let driver = ((log["runs"] as? [[String: Any]])?.first?["tool"] as? [String: Any])?["driver"] as? [String: Any]
            let links = (driver?["rules"] as? [[String: Any]])?.map { $0["helpUri"] as? String }
            #expect(links == [link, nil])
        }
    }

    private func address(_ location: Any?) throws -> String {
        let location = try #require(location as? [String: Any])
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        return try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
    }

    @Test func theOtherSideIsRelatedAndLinkedFromTheMessage() throws {
        let finding = Example.finding([Example.claim("One."), Example.claim("Two.", file: "terms.md", line: 30)])
        let result = try #require(try results(Example.result([finding])).first)
        #expect(result["ruleId"] as? String == "response-time-conflict")
        #expect(result["ruleIndex"] as? Int == 1)
        #expect(result["level"] as? String == "error")
        #expect((result["partialFingerprints"] as? [String: String]) == ["belofte/v1": "b1-0123456789abcdef"])
        let related = try #require(result["relatedLocations"] as? [[String: Any]])
        #expect(related.first?["id"] as? Int == 1)
        #expect(try address(related.first) == "terms.md")
        #expect((result["message"] as? [String: String])?["text"]?.hasSuffix("[terms.md:30](1)") == true)
        let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        let region = try #require(location["region"] as? [String: Any])
        #expect(region["startColumn"] as? Int == 9)
        #expect(region["endColumn"] as? Int == 13)
        #expect((region["snippet"] as? [String: String])?["text"] == "One.")
    }

    @Test(arguments: [
        ("", "a b/café#1.html", "a%20b/caf%C3%A9%231.html"), ("site/", "x.html", "site/x.html"), ("./site", "x.html", "site/x.html"),
        ("/srv/site", "x.html", "x.html"), (".", "x.html", "x.html"),
        ("", "dump.warc.gz!https://v.example/?q=1", "dump.warc.gz%21https%3A//v.example/%3Fq%3D1"),
    ]) func addressesAreRelative(root: String, file: String, expected: String) throws {
        let finding = Example.finding([Example.claim("One.", file: file)])
        let result = try #require(try results(Example.result([finding]), root: root).first)
        #expect(try address((result["locations"] as? [Any])?.first) == expected)
    }

    @Test func textOfTheCrawlMakesNoLink() throws {
        let finding = Example.finding([Example.claim("One.")], type: .brokenReference, href: "[click](javascript:alert(1))")
        let result = try #require(try results(Example.result([finding])).first)
        let message = try #require((result["message"] as? [String: String])?["text"])
        #expect(message.contains("\\[click\\](javascript"))
    }

    @Test func aGapIsAboutTheOrganisation() throws {
        let result = try #require(try results(Example.result([Example.finding([], type: .gap)])).first)
        let location = try #require((result["locations"] as? [[String: Any]])?.first)
        #expect((location["logicalLocations"] as? [[String: String]])?.first?["name"] == "vuurtoren.example")
    }

    @Test func whatWasNotJudgedIsANotification() throws {
        let skipped = NotJudged(file: "logo.png", reason: "binary", detail: "a picture [x]", unread: true)
        let run = try run(Example.result([], notJudged: [skipped]))
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        let notification = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
        #expect((notification["descriptor"] as? [String: String])?["id"] == "binary")
        #expect((notification["message"] as? [String: String])?["text"] == "a picture \\[x\\]")
    }

    @Test func hostileQuotesStayText() throws {
        let finding = Example.finding([Example.claim(Example.hostile), Example.claim(Example.hostile, line: 8)])
        let bytes = SARIF.log(Example.result([finding]), rules: rules)
        #expect(!bytes.contains(0x1b))
        let result = try #require(try results(Example.result([finding])).first)
        let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect(((location["region"] as? [String: Any])?["snippet"] as? [String: String])?["text"] == Example.hostile)
    }
}
