import Claims
import Testing

@testable import belofte

/// What was not read is counted to the last file, however much of it there is.
@Suite struct LeftOutTests {
    private func note(_ file: String, _ reason: String = "not-found", unread: Bool = true) -> NotJudged {
        NotJudged(file: file, url: "https://shop.example/\(file)", reason: reason, detail: "the server answered 404", unread: unread)
    }

    @Test func theSameWordsTwiceAreOneRecord() {
        var leftOut = LeftOut()
        for file in ["a", "b", "a", "a"] { leftOut.add(note(file)) }
        let records = leftOut.records.sorted { $0.file < $1.file }
        #expect(records.map(\.file) == ["a", "b"])
        #expect(records.map(\.times) == [3, nil])
    }

    @Test func whatIsTooMuchToNameIsCounted() {
        var leftOut = LeftOut(room: 2000)
        for number in 0..<1000 { leftOut.add(note("\(number)", number % 2 == 0 ? "not-found" : "binary")) }
        leftOut.add(note("0"))
        let records = leftOut.records
        #expect(records.count < 20)
        #expect(records.reduce(0) { $0 + $1.files } == 1001)
        #expect(records.filter { $0.reason == "binary" }.reduce(0) { $0 + $1.files } == 500)
        #expect(records.filter { $0.file == "." }.count == 2)
    }

    /// A record that counts already, as a reader of revisits gives it.
    @Test func countsAreAdded() {
        var (leftOut, many) = (LeftOut(), note("."))
        many.times = 40
        leftOut.add(many)
        leftOut.add(many)
        #expect(leftOut.records.map(\.files) == [80])
    }
}
