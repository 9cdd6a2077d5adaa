import Claims
import Extraction
import Foundation
import RuleBook
import Testing

/// Every example of every claim rule, as written and as real pages would write it.
@Suite struct RuleExampleTests {
    private func rules() throws -> [ClaimRule] { try Shipped.book.get().claimRules }

    /// A failing example is reported at its own line of YAML.
    private func report(_ example: RuleExample, _ rule: ClaimRule, _ problem: String) {
        Issue.record(
            "\(rule.id): \(problem): \(example.text)",
            sourceLocation: SourceLocation(
                fileID: "Rules/" + rule.id + ".yaml", filePath: example.place.file, line: example.place.line, column: example.place.column))
    }

    @Test func everyExampleHolds() throws {
        var extractor = try Shipped.extractor()
        for rule in try rules() {
            for failure in extractor.failures(of: [rule]) {
                Issue.record(
                    "\(failure.rule): \(failure.problem)",
                    sourceLocation: SourceLocation(
                        fileID: "Rules/" + rule.id + ".yaml", filePath: failure.place.file, line: failure.place.line,
                        column: failure.place.column))
            }
        }
    }

    @Test func everyRuleHasExamplesOfBothKinds() throws {
        for rule in try rules() {
            #expect(rule.examples.count { $0.matches } >= 3, "\(rule.id) shows too little of what it finds")
            #expect(rule.examples.count { !$0.matches } >= 2, "\(rule.id) shows too little of what it leaves alone")
        }
    }

    private static let disguises: [(name: String, apply: @Sendable (String) -> String)] = [
        ("upper case", { $0.uppercased() }),
        ("no-break spaces", { $0.replacingOccurrences(of: " ", with: "\u{a0}") }),
        ("thin spaces", { $0.replacingOccurrences(of: " ", with: "\u{2009}") }),
        ("decomposed accents", { $0.decomposedStringWithCanonicalMapping }),
        ("curly apostrophes", { $0.replacingOccurrences(of: "'", with: "\u{2019}") }),
        ("soft hyphens", { hyphenated($0) }),
        ("neighbours", { "Het is dinsdag. " + $0 + " De lucht is blauw." }),
    ]

    /// A soft hyphen after the third letter of every longer word.
    private static func hyphenated(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.count > 6 && word.allSatisfy(\.isLetter) ? word.prefix(3) + "\u{ad}" + word.dropFirst(3) : String(word)
        }.joined(separator: " ")
    }

    @Test(arguments: 0..<7) func aDisguiseChangesNothing(index: Int) throws {
        let disguise = Self.disguises[index]
        var extractor = try Shipped.extractor()
        for rule in try rules() {
            // A value alone in its cell has no neighbours.
            for example in rule.examples where example.matches && !(disguise.name == "neighbours" && example.text.count < 20) {
                let claims = extractor.claims(of: disguise.apply(example.text), above: example.above, language: example.language)
                if !claims.contains(where: { $0.rule == example.language + "." + rule.id }) {
                    report(example, rule, "does not match with " + disguise.name)
                }
            }
        }
    }

    /// The page's text in one block of markup.
    private func claims(_ example: RuleExample, _ block: (String) -> String, _ extractor: inout Extractor) -> [Claim] {
        let escaped = example.text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        let headings = example.above.map { "<h2>\($0)</h2>" }.joined()
        let page = "<!DOCTYPE html><html lang=\"\(example.language)\"><body><main>\(headings)\(block(escaped))</main></body></html>"
        return extractor.extract(Page(file: "a.html", organisation: "v.example", bytes: Array(page.utf8), format: .html)).claims
    }

    @Test(arguments: ["<p>%</p>", "<ul><li>%</li></ul>", "<div><span>%</span></div>"])
    func markupChangesNothing(block: String) throws {
        var extractor = try Shipped.extractor()
        for rule in try rules() {
            for example in rule.examples where example.matches {
                let found = claims(example, { block.replacingOccurrences(of: "%", with: $0) }, &extractor)
                if !found.contains(where: { $0.rule == example.language + "." + rule.id }) {
                    report(example, rule, "does not match in " + block)
                }
            }
        }
    }

    @Test func inlineTagsChangeNothing() throws {
        var extractor = try Shipped.extractor()
        for rule in try rules() {
            for example in rule.examples where example.matches {
                let found = claims(example, { "<p>" + $0.replacingOccurrences(of: " ", with: " <b></b>") + "</p>" }, &extractor)
                if !found.contains(where: { $0.rule == example.language + "." + rule.id }) {
                    report(example, rule, "does not match with tags in it")
                }
            }
        }
    }

    @Test(arguments: ["<blockquote><p>%</p></blockquote>", "<nav><a href=\"/\">%</a></nav>", "<script>var a = \"%\"</script>"])
    func whatNobodyHerePromisesIsSilent(block: String) throws {
        var extractor = try Shipped.extractor()
        for rule in try rules() {
            for example in rule.examples where example.matches {
                let found = claims(
                    example, { block.replacingOccurrences(of: "%", with: $0.replacingOccurrences(of: "\"", with: "")) }, &extractor)
                if !found.isEmpty { report(example, rule, "must be silent in " + block) }
            }
        }
    }

    private static let reviews: [String: @Sendable (String) -> String] = [
        "nl": { "\u{201c}\($0)\u{201d}, schreef een klant in haar recensie." },
        "en": { "\u{201c}\($0)\u{201d}, a customer wrote in her review." },
        "fr": { "\u{ab} \($0) \u{bb}, a écrit une cliente dans son avis." },
        "de": { "\u{201e}\($0)\u{201c}, schrieb eine Kundin in ihrer Bewertung." },
    ]

    @Test(arguments: ["nl", "en", "fr", "de"]) func aQuotedReviewIsSilent(language: String) throws {
        var extractor = try Shipped.extractor()
        let review = try #require(Self.reviews[language])
        for rule in try rules() where !rule.allow.contains(.reported) {
            for example in rule.examples where example.matches && example.language == language && example.above.isEmpty {
                let found = extractor.claims(of: review(example.text.trimmingCharacters(in: ["."])), above: [], language: language)
                if found.contains(where: { $0.rule == language + "." + rule.id }) {
                    report(example, rule, "must be silent as a quoted review")
                }
            }
        }
    }

    /// Text that stands under nothing stands in the second cell of a table as well.
    @Test func aCellOfATableChangesNothing() throws {
        var extractor = try Shipped.extractor()
        for rule in try rules() {
            for example in rule.examples where example.matches && example.above.isEmpty {
                let found = claims(example, { "<table><tr><td>1.</td><td>\($0)</td></tr></table>" }, &extractor)
                if !found.contains(where: { $0.rule == example.language + "." + rule.id }) {
                    report(example, rule, "does not match in a cell")
                }
            }
        }
    }

    /// What we did is no promise: the examples whose verb has a past below, told in the past.
    @Test(arguments: ["nl", "en", "fr", "de"]) func thePastIsSilent(language: String) throws {
        var extractor = try Shipped.extractor()
        var (told, loud) = (0, [String]())
        for rule in try rules() where !rule.allow.contains(.past) && rule.kind != .processConstraint {
            for example in rule.examples where example.matches && example.language == language {
                guard let past = PastTense.told(example.text, language) else { continue }
                told += 1
                let found = extractor.claims(of: past, above: example.above, language: language)
                if found.contains(where: { $0.rule == language + "." + rule.id }) { loud.append(rule.id + ": " + past) }
            }
        }
        #expect(told > 20, "hardly any example has a verb that can be put in the past")
        // Word by word is not always told well: "Paid when it suits you." More than that is a hole in the words of the past.
        #expect(loud.count * 10 <= told, "of \(told): \(loud.joined(separator: "\n"))")
    }
}
