/// Where in a rule file something stands. Lines and columns are 1-based.
public struct RulePlace: Sendable, Hashable {
    public var file: String
    public var line: Int
    public var column: Int
    /// The line itself, to be shown with the error.
    public var text: String

    public init(file: String, line: Int, column: Int, text: String) {
        self.file = file
        self.line = line
        self.column = column
        self.text = text
    }
}

/// What can be wrong with the rules.
public enum RuleBookError: Error, Sendable, Hashable {
    /// The folder or a file of it cannot be read.
    case unreadable(path: String, cause: String)
    /// The YAML is broken, or says something that the rule book does not know. `cure` says what would be right.
    case invalid(RulePlace, problem: String, cure: String)
}
