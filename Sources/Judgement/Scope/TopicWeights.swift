import Claims

/// How much it says that two claims share a word: rare words of an organisation say much, common ones nothing.
struct TopicWeights: Sendable {
    private let weights: [String: Double]

    init(_ claims: [Claim]) {
        var counts: [String: Int] = [:]
        for claim in claims {
            for topic in claim.topics ?? [] { counts[topic, default: 0] += 1 }
        }
        let total = Double(max(claims.count, 1))
        // A word in more than a twentieth of the claims tells nothing about which claim it is.
        weights = counts.mapValues { count in
            let share = Double(count) / total
            return share > 0.05 && count > 3 ? 0.25 : share > 0.02 && count > 3 ? 0.6 : 1
        }
    }

    /// Sum of the weights of the word beginnings that both have.
    func shared(_ first: Claim, _ second: Claim) -> Double {
        let own = Set(first.topics ?? [])
        return (second.topics ?? []).reduce(0) { sum, topic in
            topic.hasPrefix("~") && own.contains(topic) ? sum + (weights[topic] ?? 1) : sum
        }
    }
}

extension Claim {
    /// Names of things that all languages share: `thing-shipping`.
    var things: Set<String> { Set((topics ?? []).filter { $0.hasPrefix("thing-") }) }

    /// Things that tell what is being paid for or waited for, and not by which channel.
    var distinctThings: Set<String> {
        things.subtracting([
            "thing-email", "thing-message", "thing-call", "thing-chat", "thing-support", "thing-price", "thing-shop", "thing-invoice",
        ])
    }

    /// Where the claim comes from a table row: the row's quote, whose cells are joined by bars.
    var isRow: Bool { quote.contains(" | ") }

    /// The folder of the page below the site's root: pages of one section are about one subject.
    var section: String? {
        let path = source.url.map(Address.path) ?? "/" + source.file
        let folders = path.split(separator: "/").dropLast(path.hasSuffix("/") ? 0 : 1)
        return folders.first.map(String.init)
    }
}
