/// What a claim can be about.
public struct Theme: Sendable, Hashable {
    /// In kebab case: `customer-central`.
    public var id: String
    /// The dimension of CX² = 2E × 4E: enablement, engagement, experience, effortless, efficiency, effectivity.
    public var dimension: String
    /// Names by language (`en`, `nl`).
    public var names: [String: String]

    public func name(_ language: String) -> String { names[language] ?? names["en"] ?? id }
}
