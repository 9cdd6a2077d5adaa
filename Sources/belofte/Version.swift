import RuleBook

/// The version of the program; the rule book's digest is shown beside it.
enum Version {
    static let number = "0.1.0"

    static func show() {
        let digest = (try? RuleFinder.folder(nil)).flatMap { try? RuleBook.digest(directory: $0) }?.prefix(12)
        Terminal.out("belofte \(number)" + (digest.map { " (rules \($0))" } ?? "") + "\n")
    }
}
