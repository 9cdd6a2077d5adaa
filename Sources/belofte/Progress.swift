/// Pages, megabytes and time left, on stderr, where somebody looks at it.
struct Progress {
    private let bytes: Int
    private let isOn: Bool
    private let start = ContinuousClock.now
    private var shown: ContinuousClock.Instant?

    init(bytes: Int, isOn: Bool) {
        self.bytes = bytes
        self.isOn = isOn
    }

    mutating func show(pages: Int, bytes done: Int) {
        let now = ContinuousClock.now
        guard isOn, now - (shown ?? start) > .milliseconds(shown == nil ? 500 : 200) else { return }
        shown = now
        Terminal.sayOver("  \(pages) pages, \(done >> 20) of \(bytes >> 20) MB\(left(done, now - start))")
    }

    func end() {
        if shown != nil { Terminal.sayOver("") }
    }

    private func left(_ done: Int, _ elapsed: Duration) -> String {
        guard done > 0, elapsed > .seconds(3), bytes > done else { return "" }
        let seconds = Int(Double(elapsed.components.seconds) * Double(bytes - done) / Double(done))
        return seconds >= 90 ? ", \(seconds / 60) minutes left" : ", \(seconds) seconds left"
    }
}
