/// What an organisation says about its own pages.
public struct ExtractionOptions: Sendable {
    /// Only pages in these languages are judged; nil: in every language that the rules know.
    public var languages: [String]?
    public var aliases: [ScopeAlias]
    /// Gather sentences that look like promises and that no rule takes, too.
    public var looksForUnclaimed = false

    public init(languages: [String]? = nil, aliases: [ScopeAlias] = []) {
        self.languages = languages
        self.aliases = aliases
    }
}

/// One name for a product, an audience or a region, and the others under which it goes.
public struct ScopeAlias: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case product, audience, region
    }

    public var kind: Kind
    public var name: String
    public var others: [String]

    public init(kind: Kind, name: String, others: [String]) {
        self.kind = kind
        self.name = name
        self.others = others
    }
}
