public import Claims

/// Everything that is known about language and judgement: `Rules/`, read, checked, compiled and frozen.
public struct RuleBook: Sendable {
    public let themes: [Theme]
    public let claimRules: [ClaimRule]
    /// Which claims cannot both be true, by identifier.
    public let contradictions: [ContradictionRule]
    /// What a claim needs beside it, by identifier.
    public let links: [LinkRule]
    /// By language, in the order nl, en, fr, de; only languages that have a lexicon.
    public let grammars: [Grammar]
    /// Symbols of the concepts, by name.
    public let concepts: [String: Symbol]
    public let conceptNames: [String]
    /// Words of addresses and titles that tell what a page is for.
    public let roles: [PageRole: [String]]
    public let errorTitles: ErrorTitles
    /// By what promises are known that no rule took.
    public let signs: SignTable
    /// SHA-256 over all files of the folder, in order of their names, and over the packs where there are any.
    public let digest: String
    /// SHA-256 by pack; the rules that came with the program are `belofte`.
    public let packs: [String: String]
    /// Identifiers of all rules, also of those that are off, and among them those of the rules of judgement.
    public let claimRuleIDs, judgementRuleIDs: [String]
    /// The folder that it was read from.
    public let directory: String

    public func theme(_ id: String) -> Theme? { themes.first { $0.id == id } }

    public func grammar(_ language: String) -> Grammar? { grammars.first { $0.language == language } }

    /// Reads and checks a folder of rules.
    /// - Parameter choices: Packs to read beside it, and rules that are off or weigh otherwise.
    /// - Throws: `RuleBookError` with the place of the first thing that is wrong.
    public static func load(directory: String, choices: RuleChoices = RuleChoices()) throws(RuleBookError) -> RuleBook {
        try RuleBookLoader(directory: directory, choices: choices).load()
    }
}

extension RuleBook {
    /// The digest of a folder of rules, without reading the rules themselves.
    /// - Throws: `RuleBookError` where the folder or a file of it cannot be read.
    public static func digest(directory: String) throws(RuleBookError) -> String { try RuleFolder(directory: directory).digest }

    /// The digest of a pack, as a configuration names it.
    public static func digest(pack: String) throws(RuleBookError) -> String { try RuleFolder.pack(pack).digest }
}
