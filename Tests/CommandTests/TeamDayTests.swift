import Foundation
import Testing

/// A day of a team that has a site with an old quarrel in it, from the first audit to the end of a suppression.
@Suite struct TeamDayTests {
    @Test func aDayInTheLifeOfATeam() throws {
        try Repository.with { site in
            try theLegacySiteGoesGreen(site)
            try aHarmlessEditStaysGreen(site)
            try aHarmfulEditFailsOnTheSideThatChanged(site)
            try fixingItPassesAndAsksToPrune(site)
            try aSuppressionPassesUntilItsDay(site)
        }
    }

    private func theLegacySiteGoesGreen(_ site: Repository) throws {
        #expect(try site.audit().status == 1)
        let created = try Program.run(["baseline", "create", "public"], in: site.folder.path)
        #expect(created.status == 0)
        #expect(created.problems.contains("1 error among them. They are still wrong"))
        let again = try Program.run(["baseline", "create", "public"], in: site.folder.path)
        #expect(again.status == 2 && again.problems.contains("--force"))
        let green = try site.audit("--baseline", "belofte-baseline.json", "--strict-baseline", "--fail-on", "note")
        #expect(green.status == 0, "\(green.output)\(green.problems)")
        #expect(green.output.contains("were there before"))
        let shown = try Program.run(["baseline", "show"], in: site.folder.path)
        #expect(shown.status == 0 && shown.output.contains("opening-hours-conflict  service/index.html ↔ contact.html"), "\(shown.output)")
        try site.commit("a baseline")
    }

    private func aHarmlessEditStaysGreen(_ site: Repository) throws {
        try site.git("switch", "--quiet", "--create", "words")
        try site.write("public/terms.html", Repository.page("\n\n<b>De winkel</b> ligt nog altijd aan de haven."))
        try site.write(
            "public/contact.html",
            Repository.page(
                "<em>Bel ons!</em></p><p>Op werkdagen van 9.00 tot 17.00 uur is de klantenservice telefonisch bereikbaar.", "Contact"))
        #expect(try site.audit("--base", "main").status == 0)
        #expect(try site.audit("--baseline", "belofte-baseline.json").status == 0)
        #expect(try site.annotations("--base", "main").allSatisfy { !$0.hasPrefix("::error") })
        try site.commit("words")
        try site.git("switch", "--quiet", "main")
        try site.git("merge", "--quiet", "words")
    }

    /// The other side stands on a page that nobody touched.
    private func aHarmfulEditFailsOnTheSideThatChanged(_ site: Repository) throws {
        for (file, sentence) in [("terms.html", Repository.mail5), ("mail.html", "Wij beantwoorden uw e-mail binnen een uur.")] {
            try site.git("switch", "--quiet", "--create", "harm-" + file)
            if file == "mail.html" {
                try site.git("switch", "--quiet", "main")
                try site.write("public/terms.html", Repository.page("Wij beantwoorden uw e-mail binnen 24 uur."))
                try site.commit("agrees")
                try site.git("switch", "--quiet", "--force-create", "harm-" + file)
            }
            try site.write("public/" + file, Repository.page(sentence))
            let outcome = try site.audit("--base", "main")
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("1 error introduced"))
            let annotations = try site.annotations("--base", "main")
            #expect(annotations.count { $0.hasPrefix("::error") } == 1, "\(annotations)")
            #expect(annotations.first?.hasPrefix("::error file=public/\(file),line=3,endLine=3,col=4,") == true, "\(annotations)")
            let other = file == "mail.html" ? "terms.html" : "mail.html"
            #expect(annotations.first?.contains("vs public/\(other):3:4 ") == true)
            #expect(try site.audit("--baseline", "belofte-baseline.json").status == 1)
            try site.git("checkout", "--quiet", "--", ".")
            try site.git("switch", "--quiet", "main")
        }
    }

    private func fixingItPassesAndAsksToPrune(_ site: Repository) throws {
        try site.write(
            "public/contact.html",
            Repository.page("De klantenservice is telefonisch bereikbaar van maandag tot en met vrijdag van 8.00 tot 20.00 uur.", "Contact")
        )
        let fixed = try site.audit("--base", "main")
        #expect(fixed.status == 0)
        #expect(fixed.output.contains("Fixed:\n") && fixed.output.contains("1 fixed"))
        #expect(try site.audit("--baseline", "belofte-baseline.json").status == 0)
        let strict = try site.audit("--baseline", "belofte-baseline.json", "--strict-baseline")
        #expect(strict.status == 1)
        #expect(strict.problems.contains("belofte baseline prune"))
        #expect(try Program.run(["baseline", "compare", "public"], in: site.folder.path).output.hasPrefix("fixed    b1-"))
        #expect(try Program.run(["baseline", "prune", "public"], in: site.folder.path).status == 0)
        #expect(try site.audit("--baseline", "belofte-baseline.json", "--strict-baseline").status == 0)
        try site.commit("fixed")
    }

    private func aSuppressionPassesUntilItsDay(_ site: Repository) throws {
        let comment = "<!-- belofte-disable-next response-time-conflict until 2027-01-31 owner marketing -- the campaign ends -->"
        try site.write("public/terms.html", Repository.page("Bel ons.</p>\(comment)<p>" + Repository.mail5))
        for day in ["2026-11-24", "2027-01-31"] {
            let outcome = try site.audit("--base", "main", "--baseline", "belofte-baseline.json", today: day)
            #expect(outcome.status == 0, "\(outcome.output)")
            #expect(outcome.output.contains("suppressed until 2027-01-31: the campaign ends (marketing)"), "\(outcome.output)")
        }
        let after = try site.audit("--baseline", "belofte-baseline.json", today: "2027-02-01")
        #expect(after.status == 1)
        let summary = try site.audit("--format", "markdown", today: "2027-01-10")
        #expect(summary.output.contains("| 2027-01-31 |"))
    }
}
