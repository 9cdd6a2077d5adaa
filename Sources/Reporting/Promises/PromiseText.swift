public import Claims

/// What a ledger knows of promises, for people.
public enum PromiseText {
    /// A line for each organisation, then its promises with their places and words.
    /// - Parameter language: of the fixed words, `nl` or `en`.
    /// - Returns: UTF-8, as is the other.
    public static func list(_ list: LedgerList, language: String) -> [UInt8] {
        let words = PromiseWords(language: language)
        let parts = list.organisations.map { organisation in
            let promises = list.promises.filter { $0.claim.organisation == organisation.name }
            let head = "\(Plain.text(organisation.name)): \(words.audits(organisation)); \(words.count(promises))\n"
            return head + promises.map { "\n" + entry($0, words) }.joined()
        }
        return Array(parts.joined(separator: "\n").utf8)
    }

    /// The promise as it is, then what happened to it, oldest first.
    public static func life(_ life: PromiseLife, language: String) -> [UInt8] {
        let words = PromiseWords(language: language)
        let events = life.events.map { event in
            "\n\(event.day)  \(words.event(event))\n" + line(event.claim)
        }
        return Array((Plain.text(life.promise.claim.organisation) + "\n" + entry(life.promise, words) + events.joined()).utf8)
    }

    private static func entry(_ promise: RecordedPromise, _ words: PromiseWords) -> String {
        let claim = promise.claim
        let head = [promise.id, claim.kind.rawValue, claim.theme].map(Plain.text).joined(separator: "  ")
        return head + "  " + words.standing(promise) + "\n" + line(claim)
    }

    private static func line(_ claim: Claim) -> String {
        "    \(Plain.text(claim.source.file)):\(claim.source.line): \(Plain.quote(claim.quote))\n"
    }
}

/// The fixed words of a ledger.
struct PromiseWords {
    let language: String
    private var isDutch: Bool { language == "nl" }

    func audits(_ organisation: LedgerList.Organisation) -> String {
        let count = organisation.audits
        let days = organisation.first == organisation.last ? organisation.first : "\(organisation.first) – \(organisation.last)"
        return isDutch ? "\(count) audit\(count == 1 ? "" : "s"), \(days)" : "\(count) audit\(count == 1 ? "" : "s"), \(days)"
    }

    func count(_ promises: [RecordedPromise]) -> String {
        let gone = promises.count { $0.state == .gone }
        let standing = promises.count - gone
        return isDutch
            ? "\(standing) \(standing == 1 ? "belofte staat" : "beloften staan") er nog, \(gone) \(gone == 1 ? "is" : "zijn") verdwenen"
            : "\(standing) promise\(standing == 1 ? " stands" : "s stand"), \(gone) \(gone == 1 ? "is" : "are") gone"
    }

    func standing(_ promise: RecordedPromise) -> String {
        let span =
            promise.state == .gone
            ? (isDutch ? "verdwenen, \(promise.first) – \(promise.last)" : "gone, \(promise.first) – \(promise.last)")
            : (isDutch ? "staat er sinds \(promise.first)" : "stands since \(promise.first)")
        guard promise.changes > 0 else { return span }
        return span + (isDutch ? ", \(promise.changes)× veranderd" : ", changed \(promise.changes)×")
    }

    func event(_ event: PromiseEvent) -> String {
        switch event.kind {
        case .appeared: isDutch ? "verschenen" : "appeared"
        case .reworded: isDutch ? "anders verwoord" : "reworded"
        case .moved: isDutch ? "verhuisd" : "moved"
        case .disappeared: isDutch ? "verdwenen" : "disappeared"
        case .returned: isDutch ? "teruggekomen" : "returned"
        case .changed:
            (isDutch ? "veranderd: " : "changed: ") + DifferenceWords(language: language).direction(event.direction ?? .different)
        }
    }
}
