import RuleBook

/// Hours without days take the days of the sentence before, or those that stand above them: the first cell of the row, the column
/// header, the heading.
struct HoursContext: Sendable {
    let readers: [String: QuantityReader]

    func complete(_ reading: inout Reading, _ above: Context) {
        guard let index = reading.quantities.firstIndex(where: { if case .hours = $0.value { true } else { false } }),
            case .hours(let text) = reading.quantities[index].value, text != "24/7", let reader = readers[above.language]
        else { return }
        let bare = text.split(separator: ";").contains { !($0.drop { $0 == " " }.first?.isLetter ?? false) }
        guard bare else { return }
        for context in (above.previous.map { hasHours($0) ? [] : [$0] } ?? []) + above.readings.reversed() {
            let open = reader.dayMentions(context).filter { !$0.isClosed }
            guard var days = open.first?.days else { continue }
            for mention in open { days.insert(mention.days) }
            reading.quantities[index].value = .hours(days.text + " " + text)
            return
        }
    }

    /// Days that have hours of their own are not the days of the next sentence.
    private func hasHours(_ reading: Reading) -> Bool {
        reading.quantities.contains { $0.slots.contains(.hours) || $0.slots.contains(.time) }
    }
}
