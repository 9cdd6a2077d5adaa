import Claims

extension ClaimSelector {
    /// What it asks for, in the words of the rule files: `service-promise, theme speed or resolution, stance affirms`.
    public var text: String {
        let parts: [(String, [String])] = [
            ("", kinds.map(\.rawValue)), ("theme ", themes), ("rule ", rules), ("stance ", stances.map(\.rawValue)),
            ("commitment ", commitments.map(\.rawValue)), ("metric ", metrics.map(\.rawValue)), ("channel ", channels),
            ("touchpoint ", touchpoints), ("stage ", stages), ("role ", roles.map(\.rawValue)),
            ("value ", value.map { [$0.rawValue] } ?? []),
            ("", isUniversal ? ["universal"] : []),
        ]
        let said = parts.filter { !$0.1.isEmpty }.map { $0.0 + $0.1.joined(separator: " or ") }
        return said.isEmpty ? "any claim" : said.joined(separator: ", ")
    }
}
