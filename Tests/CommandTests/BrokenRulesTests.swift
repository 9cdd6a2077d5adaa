import Foundation
import Testing

/// A fault in a rule file is shown with its place, its line and its cure, and nothing else runs.
@Suite struct BrokenRulesTests {
    private func withRules(_ text: String, _ body: (Folder) throws -> Void) throws {
        try Folder.with(["site/index.html": Shop.page("De winkel ligt aan de haven.")]) { folder in
            let rules = Program.repository.appendingPathComponent("Rules")
            try FileManager.default.copyItem(at: rules, to: folder.url("Rules"))
            try folder.write("Rules/claims/trust/tested.yaml", Data(text.utf8))
            try body(folder)
        }
    }

    private static let sound = """
        id: tested
        title: "A rule for a test"
        why: "To see what goes wrong."
        kind: brand-promise
        theme: trust
        when:
          - "@answer"

        """

    @Test(arguments: [
        ("theme: trust", "theem: trust", 5, "theem"),
        ("theme: trust", "theme: truss", 5, "truss"),
        ("@answer", "@anser", 7, "anser"),
        ("kind: brand-promise", "kind: promise", 4, "promise"),
        ("why: \"To see", "why: \"To \"see", 3, "quotes"),
    ]) func aFaultIsShownAtItsPlace(sound: String, broken: String, line: Int, word: String) throws {
        try withRules(Self.sound.replacingOccurrences(of: sound, with: broken)) { folder in
            for command in [["rules", "check"], ["audit", "site"]] {
                let outcome = try Program.run(command + ["--rules", "Rules"], in: folder.path)
                #expect(outcome.status == 2)
                #expect(outcome.output == "")
                #expect(outcome.problems.contains("claims/trust/tested.yaml:\(line):"), "\(outcome.problems)")
                #expect(outcome.problems.contains(word) && outcome.problems.contains("^"), "\(outcome.problems)")
            }
        }
    }

    @Test func soundRulesAreInOrder() throws {
        try withRules(Self.sound) { folder in
            let outcome = try Program.run(["rules", "check", "--rules", "Rules"], in: folder.path)
            #expect(outcome.status == 0, "\(outcome.problems)")
            #expect(outcome.output.contains("are in order"))
        }
    }
}
