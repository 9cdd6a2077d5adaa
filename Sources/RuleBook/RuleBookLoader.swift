import Claims
import Yams

/// Reads the folder in the order in which its parts build on each other.
struct RuleBookLoader {
    let folder: RuleFolder

    init(directory: String) throws(RuleBookError) {
        folder = try RuleFolder(directory: directory)
    }

    func load() throws(RuleBookError) -> RuleBook {
        let themes = try self.themes()
        let (names, concepts) = try self.concepts()
        let rules = try claimRules(themes: themes.map(\.id))
        var grammars: [Grammar] = []
        for language in ClaimRuleReader.languages where !folder.files(under: "lexicon/\(language)").isEmpty {
            grammars.append(try grammar(language, concepts: concepts, names: names, rules: rules))
        }
        let judgement = JudgementRuleReader(themes: themes.map(\.id), claimRules: rules.map(\.id))
        return RuleBook(
            themes: themes, claimRules: rules, contradictions: try contradictions(judgement), links: try links(judgement),
            grammars: grammars, concepts: concepts, conceptNames: names,
            roles: try roles(), errorTitles: try errorTitles(), digest: folder.digest, directory: folder.directory)
    }

    /// The nodes of a file; an empty file is an error.
    func compose(_ file: RuleFolder.File) throws(RuleBookError) -> (YAMLReader, Node) {
        let (reader, node) = try YAMLReader.compose(file: folder.directory + "/" + file.path, text: file.text)
        guard let node else { throw .invalid(reader.place(nil), problem: "the file is empty", cure: "remove it or fill it") }
        return (reader, node)
    }

    /// Words by page role, from `roles.yaml`.
    private func roles() throws(RuleBookError) -> [PageRole: [String]] {
        guard folder.files.contains(where: { $0.path == "roles.yaml" }) else { return [:] }
        let (reader, node) = try compose(try folder.file("roles.yaml"))
        let map = try reader.mapping(node, known: PageRole.allCases.map(\.rawValue))
        var roles: [PageRole: [String]] = [:]
        for role in PageRole.allCases { roles[role] = try map.strings(role.rawValue).map(\.text) }
        return roles
    }

    /// Titles of error pages, from `error-pages.yaml`.
    private func errorTitles() throws(RuleBookError) -> ErrorTitles {
        guard folder.files.contains(where: { $0.path == "error-pages.yaml" }) else { return ErrorTitles() }
        let (reader, node) = try compose(try folder.file("error-pages.yaml"))
        let map = try reader.mapping(node, known: ["whole", "part"])
        return ErrorTitles(whole: try map.strings("whole").map(\.text), part: try map.strings("part").map(\.text))
    }

    private func themes() throws(RuleBookError) -> [Theme] {
        let (reader, node) = try compose(try folder.file("themes.yaml"))
        var themes: [Theme] = []
        for (id, _, value) in try reader.pairs(node) {
            let map = try reader.mapping(value, known: ["dimension", "en", "nl"])
            themes.append(
                Theme(
                    id: id, dimension: try map.string("dimension"),
                    names: ["en": try map.string("en"), "nl": try map.string("nl")]))
        }
        return themes
    }

    private func concepts() throws(RuleBookError) -> (names: [String], symbols: [String: Symbol]) {
        let (reader, node) = try compose(try folder.file("concepts.yaml"))
        var names: [String] = []
        for (name, _, value) in try reader.pairs(node) {
            _ = try reader.string(value)
            names.append(name)
        }
        let first = Slot.allCases.count
        return (names, Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Symbol(first + $0)) }))
    }

    private func claimRules(themes: [String]) throws(RuleBookError) -> [ClaimRule] {
        var rules: [ClaimRule] = []
        for file in folder.files(under: "claims") {
            let (reader, node) = try compose(file)
            let rule = try ClaimRuleReader(themes: themes).read(node, reader)
            if let other = rules.first(where: { $0.id == rule.id }) {
                throw reader.fail(node, "the rule '\(rule.id)' stands in \(other.place.file) too", cure: "rename one")
            }
            rules.append(rule)
        }
        return rules.sorted { $0.id < $1.id }
    }

    private func contradictions(_ judgement: JudgementRuleReader) throws(RuleBookError) -> [ContradictionRule] {
        var rules: [ContradictionRule] = []
        for file in folder.files(under: "contradictions") {
            let (reader, node) = try compose(file)
            rules.append(try judgement.contradiction(node, reader))
        }
        return rules.sorted { $0.id < $1.id }
    }

    private func links(_ judgement: JudgementRuleReader) throws(RuleBookError) -> [LinkRule] {
        var rules: [LinkRule] = []
        for file in folder.files(under: "links") {
            let (reader, node) = try compose(file)
            rules.append(try judgement.link(node, reader))
        }
        return rules.sorted { $0.id < $1.id }
    }

    private func grammar(
        _ language: String, concepts: [String: Symbol], names: [String], rules: [ClaimRule]
    ) throws(RuleBookError) -> Grammar {
        var builder = GrammarBuilder(language: language, concepts: concepts)
        for file in folder.files(under: "lexicon/\(language)") {
            let (reader, node) = try compose(file)
            if file.path.hasSuffix("/numbers.yaml") {
                try addNumbers(reader, node, &builder)
            } else {
                try addWords(reader, node, &builder, names: names)
            }
        }
        for (index, rule) in rules.enumerated() where rule.languages.contains(language) {
            try addPatterns(rule, index, &builder, names: names)
        }
        do throws(PatternProblem) {
            return try builder.build()
        } catch {
            let (problem, cure) = error.words(concepts: names)
            throw .unreadable(path: folder.directory + "/lexicon/" + language, cause: problem + "; " + cure)
        }
    }

    private func addNumbers(
        _ reader: YAMLReader, _ node: Node, _ builder: inout GrammarBuilder
    ) throws(RuleBookError) {
        for (word, keyNode, valueNode) in try reader.pairs(node) {
            guard let value = Double(try reader.string(valueNode)) else {
                throw reader.fail(valueNode, "'\(word)' has no number as its value", cure: "write for instance `two: 2`")
            }
            do throws(PatternProblem) {
                try builder.addNumber(word, value: value)
            } catch {
                let (problem, cure) = error.words(concepts: [])
                throw reader.fail(keyNode, problem, cure: cure)
            }
        }
    }

    private func addWords(
        _ reader: YAMLReader, _ node: Node, _ builder: inout GrammarBuilder, names: [String]
    ) throws(RuleBookError) {
        for (concept, keyNode, value) in try reader.pairs(node) {
            guard let symbol = builder.concepts[concept] else {
                throw reader.fail(keyNode, "no concept is called '\(concept)'", cure: suggestion(for: concept, among: names))
            }
            for (entry, entryNode) in try reader.strings(value) {
                do throws(PatternProblem) {
                    try builder.add(entry, to: symbol)
                } catch {
                    let (problem, cure) = error.words(concepts: names)
                    throw reader.fail(entryNode, problem, cure: cure)
                }
            }
        }
    }

    private func addPatterns(
        _ rule: ClaimRule, _ index: Int, _ builder: inout GrammarBuilder, names: [String]
    ) throws(RuleBookError) {
        for pattern in rule.when {
            let compiled = try placed(pattern, names) { source throws(PatternProblem) in try builder.pattern(source) }
            builder.patterns.append(.init(rule: index, pattern: compiled))
        }
        for pattern in rule.unless {
            let compiled = try placed(pattern, names) { source throws(PatternProblem) in try builder.guardPattern(source) }
            builder.guards[index, default: []].append(compiled)
        }
    }

    /// A pattern that cannot be compiled is shown at its own line.
    private func placed<Compiled>(
        _ pattern: RulePattern, _ names: [String], _ compile: (String) throws(PatternProblem) -> Compiled
    ) throws(RuleBookError) -> Compiled {
        do throws(PatternProblem) {
            return try compile(pattern.text)
        } catch {
            let (problem, cure) = error.words(concepts: names)
            throw .invalid(pattern.place, problem: problem, cure: cure)
        }
    }
}
