import Claims
import Testing

@testable import Reporting

@Suite("Wording of the report")
struct WordsTests {
    @Test(arguments: ReportLanguage.allCases)
    func everyWordIsThere(language: ReportLanguage) {
        let table = language == .nl ? Words.dutch : Words.english
        #expect(Word.allCases.filter { table[$0] == nil } == [])
        #expect(Words(language).number(12).count > 4 && Words(language)[.months].split(separator: " ").count == 12)
    }

    /// Both languages fill the same places.
    @Test(arguments: Word.allCases)
    func bothLanguagesSayTheSame(word: Word) {
        func places(_ text: String?) -> Set<String> { Set((text ?? "").matches(of: /\{(\w+)\}/).map { String($0.output.1) }) }
        #expect(places(Words.dutch[word]) == places(Words.english[word]))
        #expect(Words.dutch[word]?.contains("|") == Words.english[word]?.contains("|"))
    }

    @Test func everyThingOfTheWireHasAName() {
        let words = Words(.en)
        #expect(MatrixSection.touchpoints.allSatisfy { Word(rawValue: $0) != nil })
        #expect(Set(FindingType.allCases.map { words[Word.of($0)] }).count == FindingType.allCases.count)
        #expect(Set(Metric.allCases.map { words[Word.of($0)] }).count == Metric.allCases.count)
        #expect(Set(FindingType.ordered) == Set(FindingType.allCases) && Set(PromiseVerdict.ordered) == Set(PromiseVerdict.allCases))
    }

    @Test func numbersAndDaysAreWrittenAsTheirReadersDo() {
        let (dutch, english) = (Words(.nl), Words(.en))
        #expect(
            dutch.digits(1_234_567) == "1.234.567" && english.digits(10_000) == "10,000" && dutch.digits(999) == "999"
                && dutch.digits(-1_000) == "-1.000")
        #expect(dutch.number(5) == "vijf" && english.number(13) == "13")
        #expect(dutch.date("2026-11-20") == "20 november 2026" && english.date("2026-03-01T10:00:00Z") == "1 March 2026")
        #expect(english.date("2026-13-01") == "2026-13-01" && english.date("yesterday") == "yesterday")
        #expect(dutch.count(.pages, 1) == "1 pagina" && dutch.count(.pages, 0) == "0 pagina’s")
    }

    @Test func thingsAreListedAsTheyAreSpoken() {
        #expect(Words(.nl).list(["klagen"]) == "klagen" && Words(.nl).list([]).isEmpty)
        #expect(Words(.nl).list(["bestellen", "klagen", "betalen"]) == "bestellen, klagen en betalen")
    }

    @Test func aLabelOfTheMapHasTwoLinesAtMost() {
        #expect(PromiseMapSection.lines("kort", limit: 10) == ["kort"])
        #expect(PromiseMapSection.lines("een twee drie vier", limit: 10) == ["een twee", "drie vier"])
        #expect(PromiseMapSection.lines("een twee drie vier vijf zes", limit: 10) == ["een twee", "drie vier…"])
        #expect(PromiseMapSection.lines(String(repeating: "x", count: 25), limit: 10) == ["xxxxxxxxxx", "xxxxxxxxx…"])
    }

    /// A quote is cut at its end where its words stand near its beginning: half a sentence with no beginning reads badly.
    @Test func aShortQuoteBeginsAtItsBeginningWhereItCan() {
        var claim = ReportSample.hours
        claim.marked = "telefonisch bereikbaar"
        #expect(Excerpt.short(claim, limit: 40) == "Wij zijn telefonisch bereikbaar op …")
    }

    @Test func aShortQuoteKeepsTheWordsThatMatched() {
        var claim = ReportSample.hours
        #expect(Excerpt.short(claim, limit: 200) == claim.quote)
        let short = Excerpt.short(claim, limit: 40)
        #expect(short.count <= 46 && short.contains("op werkdagen") && short.hasPrefix("… "))
        claim.quote = String(repeating: "x", count: 500)
        claim.marked = nil
        #expect(Excerpt.short(claim, limit: 40).count <= 80)
    }
}
