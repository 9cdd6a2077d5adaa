import Claims
import Yams

/// Tables that the reading relies on beside the rules: `metrics.yaml` and `signs.yaml`. A folder without them has empty tables.
extension RuleBookLoader {
    private static let metricKeys = ["theme", "stage", "op", "decides", "suggests", "topics"]

    /// The table of metrics, compiled for the language of the builder.
    func metrics(_ builder: inout GrammarBuilder, names: [String], themes: [String]) throws(RuleBookError) -> MetricTable {
        var table = MetricTable()
        for file in sources.files("metrics.yaml") { try add(file, to: &table, &builder, names, themes) }
        return table
    }

    /// The order of a later source replaces that of an earlier one; its evidence comes after it.
    private func add(
        _ file: RuleFolder.File, to table: inout MetricTable, _ builder: inout GrammarBuilder, _ names: [String], _ themes: [String]
    ) throws(RuleBookError) {
        let (reader, node) = try compose(file)
        let map = try reader.mapping(node, known: ["order", "metrics"])
        let order = try order(map)
        if !order.isEmpty { table.order = order }
        for (name, key, value) in try reader.pairs(try map.required("metrics")) {
            guard let metric = Metric(rawValue: name) else {
                throw reader.fail(key, "'\(name)' is no metric", cure: suggestion(for: name, among: Metric.allCases.map(\.rawValue)))
            }
            let entry = try reader.mapping(value, known: Self.metricKeys)
            table.metrics.append(
                MetricEvidence(
                    metric: metric, theme: try entry.oneOf("theme", themes), stage: try entry.oneOf("stage", ClaimRuleReader.stages),
                    op: try entry.oneOf("op", ["<=", ">="]).flatMap(BoundOperator.init(rawValue:)),
                    decides: try patterns("decides", entry, &builder, names), suggests: try patterns("suggests", entry, &builder, names),
                    topics: try patterns("topics", entry, &builder, names)))
        }
    }

    private func order(_ map: YAMLMapping) throws(RuleBookError) -> [EvidencePlace] {
        var order: [EvidencePlace] = []
        for (text, node) in try map.strings("order") {
            guard let place = EvidencePlace(rawValue: text) else {
                throw map.reader.fail(
                    node, "'\(text)' is no place of evidence", cure: suggestion(for: text, among: EvidencePlace.allCases.map(\.rawValue)))
            }
            order.append(place)
        }
        return order
    }

    private func patterns(
        _ key: String, _ map: YAMLMapping, _ builder: inout GrammarBuilder, _ names: [String]
    ) throws(RuleBookError) -> [Pattern] {
        var result: [Pattern] = []
        for (text, node) in try map.strings(key) {
            do throws(PatternProblem) {
                result.append(try builder.pattern(text))
            } catch {
                let (problem, cure) = error.words(concepts: names)
                throw map.reader.fail(node, problem, cure: cure)
            }
        }
        return result
    }

    /// By what promises without a rule are known.
    func signs(names: [String]) throws(RuleBookError) -> SignTable {
        var table = SignTable()
        for file in sources.files("signs.yaml") {
            let (reader, node) = try compose(file)
            let map = try reader.mapping(node, known: ["who", "act", "absolute"])
            table.who += try concepts("who", map, names)
            table.acts += try concepts("act", map, names)
            table.absolutes += try concepts("absolute", map, names)
        }
        return table
    }

    private func concepts(_ key: String, _ map: YAMLMapping, _ names: [String]) throws(RuleBookError) -> [String] {
        let found = try map.strings(key)
        for (name, node) in found where !names.contains(name) {
            throw map.reader.fail(node, "no concept is called '\(name)'", cure: suggestion(for: name, among: names))
        }
        return found.map(\.text)
    }
}
