import Claims
import RuleBook

/// Finds the organisation's own names in a sentence, or else in what stands above it, and puts them into the claim's scope.
struct ScopeNames: Sendable {
    private struct Entry: Sendable {
        var kind: ScopeAlias.Kind
        /// As it stands in a scope: lower case.
        var name: String
        /// Folded words of the name and of its others.
        var spellings: [[[UInt8]]]
    }

    private let entries: [Entry]

    init(_ aliases: [ScopeAlias]) {
        entries = aliases.map { alias in
            let spellings = ([alias.name] + alias.others).map { Self.words($0) }
            return Entry(kind: alias.kind, name: alias.name.lowercased(), spellings: spellings.filter { !$0.isEmpty })
        }
    }

    func apply(to claim: inout Claim) {
        guard !entries.isEmpty else { return }
        // The sentence itself, then the nearest heading.
        let texts = ([claim.quote] + claim.context.reversed()).map { Self.words($0) }
        var scope = claim.scope ?? Scope()
        let products = names(.product, texts)
        if !products.isEmpty {
            let spelled = Set(entries.filter { products.contains($0.name) }.flatMap(\.spellings))
            let rest = (scope.product ?? []).filter { !spelled.contains(Self.words($0)) }
            scope.product = Set(rest + products).sorted()
        }
        let audiences = names(.audience, texts)
        if !audiences.isEmpty { scope.audience = Set((scope.audience ?? []) + audiences).sorted() }
        if let region = names(.region, texts).first { scope.region = region }
        if !scope.isEmpty { claim.scope = scope }
    }

    private func names(_ kind: ScopeAlias.Kind, _ texts: [[[UInt8]]]) -> [String] {
        let own = entries.filter { $0.kind == kind }
        return texts.lazy.map { text in
            own.filter { entry in entry.spellings.contains { Self.stands($0, in: text) } }.map(\.name)
        }.first { !$0.isEmpty } ?? []
    }

    private static func stands(_ name: [[UInt8]], in text: [[UInt8]]) -> Bool {
        guard name.count <= text.count else { return false }
        return (0...(text.count - name.count)).contains { text[$0..<($0 + name.count)].elementsEqual(name) }
    }

    private static func words(_ text: String) -> [[UInt8]] {
        Folding.fold(text).split { !($0 >= 0x61 && $0 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80) }.map { Array($0) }
    }
}
