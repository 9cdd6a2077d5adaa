public import Claims

/// Where words stand that tell what a length of time measures.
public enum EvidencePlace: String, CaseIterable, Sendable, Hashable {
    /// Between the commas around it.
    case clause
    case sentence
    /// The headers of its cell and the lead-in of its list.
    case header
    /// The headings above it.
    case heading
}

/// What speaks for one metric, in one language. From `Rules/metrics.yaml`.
public struct MetricEvidence: Sendable {
    public var metric: Metric
    public var theme: String?
    public var stage: String?
    public var op: BoundOperator?
    /// Leave no doubt, in the clause of the length of time.
    public var decides: [Pattern]
    /// Acts, for rules that say nothing of what is measured.
    public var suggests: [Pattern]
    /// Things that it may be about, where no act is named.
    public var topics: [Pattern]
}

/// The evidence for all metrics, and the order in which places are asked.
public struct MetricTable: Sendable {
    public var order: [EvidencePlace] = []
    public var metrics: [MetricEvidence] = []
}
