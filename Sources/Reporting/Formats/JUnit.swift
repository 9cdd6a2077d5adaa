public import Claims

/// The audit as a test run, for dashboards that know no findings: `docs/junit.xsd` is its shape.
///
/// A finding that counts is a failure; one that was there before or is suppressed is skipped, with the reason; one below the severity that
/// counts passes, with its text as output. So the number of failures and the exit status agree.
public enum JUnit {
    /// - Parameter failOn: least severity that counts; nil where nothing does.
    public static func run(_ result: AuditResult, failOn: Severity?, language: String, paths: InputPaths = InputPaths()) -> [UInt8] {
        let words = TextWords(language: language)
        let suites = result.organisations.map { organisation in
            Suite(name: organisation.name, cases: cases(organisation.findings, failOn, paths, words))
        }
        let all = suites.flatMap(\.cases)
        let head = "<testsuites name=\"belofte\" \(counts(all))>\n"
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head + suites.map(\.xml).joined() + "</testsuites>\n"
        return Array(text.utf8)
    }

    private enum Outcome: String { case passed, failure, skipped }

    private struct Case {
        let outcome: Outcome
        let xml: String
    }

    private struct Suite {
        let name: String
        let cases: [Case]

        var xml: String {
            "  <testsuite name=\"\(XML.attribute(name))\" \(counts(cases))>\n" + cases.map(\.xml).joined() + "  </testsuite>\n"
        }
    }

    private static func counts(_ cases: [Case]) -> String {
        "tests=\"\(cases.count)\" failures=\"\(cases.count { $0.outcome == .failure })\" errors=\"0\" "
            + "skipped=\"\(cases.count { $0.outcome == .skipped })\" time=\"0\""
    }

    /// Where nothing is found there is one test, which passes: an empty suite looks as if nothing had run.
    private static func cases(_ findings: [Finding], _ failOn: Severity?, _ paths: InputPaths, _ words: TextWords) -> [Case] {
        if findings.isEmpty {
            let name = XML.attribute(words.nothingFound)
            return [Case(outcome: .passed, xml: "    <testcase classname=\"belofte\" name=\"\(name)\" time=\"0\"/>\n")]
        }
        return findings.map { one(FindingLines(finding: $0, paths: paths, words: words), failOn) }
    }

    private static func one(_ lines: FindingLines, _ failOn: Severity?) -> Case {
        let finding = lines.finding
        let (outcome, element) = verdict(lines, failOn)
        let file = lines.lead?.source.file
        let place = file.map { " file=\"\(XML.attribute(lines.paths.relative($0)))\"" } ?? ""
        let line = lines.lead.map { " line=\"\($0.source.line)\"" } ?? ""
        let name = "\(finding.rule): \(Plain.text(finding.message)) (\(finding.fingerprint))"
        let head =
            "    <testcase classname=\"\(XML.attribute(file ?? finding.organisation))\" name=\"\(XML.attribute(name))\"\(place)\(line) time=\"0\">\n"
        return Case(outcome: outcome, xml: head + "      " + element + "\n    </testcase>\n")
    }

    private static func verdict(_ lines: FindingLines, _ failOn: Severity?) -> (Outcome, String) {
        let finding = lines.finding
        if let suppression = finding.suppression { return skipped(lines.words.suppressed(suppression)) }
        if finding.state == .unchanged { return skipped(lines.words.unchanged) }
        let text = ([lines.place] + lines.body).joined(separator: "\n")
        guard finding.counts(from: failOn) else { return (.passed, "<system-out>\(XML.text(text))</system-out>") }
        let message = XML.attribute(Plain.text(finding.message))
        return (.failure, "<failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(XML.text(text))</failure>")
    }

    private static func skipped(_ why: String) -> (Outcome, String) { (.skipped, "<skipped message=\"\(XML.attribute(why))\"/>") }
}

/// Text that may stand in XML 1.0.
enum XML {
    static func text(_ text: String) -> String { escaped(text, keepsLines: true) }

    /// A parser turns line breaks in an attribute into spaces, so they are written as such.
    static func attribute(_ text: String) -> String { escaped(text, keepsLines: false) }

    private static func escaped(_ text: String, keepsLines: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n" where keepsLines: result += "\n"
            case "\n", "\t": result += " "
            default: result.unicodeScalars.append(HTML.isText(scalar) ? scalar : "\u{fffd}")
            }
        }
        return result
    }
}
