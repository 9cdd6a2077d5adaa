/// By what a sentence is known that looks like a promise: names of concepts. From `Rules/signs.yaml`.
public struct SignTable: Sendable, Hashable {
    /// Somebody of the organisation.
    public var who: [String] = []
    /// What is done for customers.
    public var acts: [String] = []
    /// Words without limits: always, never, everybody.
    public var absolutes: [String] = []
}
