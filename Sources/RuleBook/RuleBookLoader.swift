import Claims
import Yams

/// Reads the folder in the order in which its parts build on each other.
struct RuleBookLoader {
    let sources: RuleSources
    let choices: RuleChoices

    init(directory: String, choices: RuleChoices) throws(RuleBookError) {
        sources = try RuleSources(directory: directory, packs: choices.packs)
        self.choices = choices
    }

    func load() throws(RuleBookError) -> RuleBook {
        let themes = try self.themes()
        let (names, concepts) = try self.concepts()
        let rules = try claimRules(themes: themes.map(\.id))
        let grammars = try self.grammars(concepts: concepts, names: names, rules: rules, themes: themes.map(\.id))
        let judgement = JudgementRuleReader(themes: themes.map(\.id), claimRules: rules.map(\.id))
        let (contradictions, links) = (try contradictions(judgement), try links(judgement))
        return RuleBook(
            themes: themes, claimRules: rules, contradictions: choices.chosen(contradictions), links: choices.chosen(links),
            grammars: grammars, concepts: concepts, conceptNames: names, roles: try roles(), errorTitles: try errorTitles(),
            signs: try signs(names: names),
            digest: sources.digest, packs: sources.digests, claimRuleIDs: rules.map(\.id),
            judgementRuleIDs: contradictions.map(\.id) + links.map(\.id), directory: sources.directory)
    }

    /// The nodes of a file; an empty file is an error.
    func compose(_ file: RuleFolder.File) throws(RuleBookError) -> (YAMLReader, Node) {
        let (reader, node) = try YAMLReader.compose(file: file.location, text: file.text)
        guard let node else { throw .invalid(reader.place(nil), problem: "the file is empty", cure: "remove it or fill it") }
        return (reader, node)
    }

    /// Words by page role, from `roles.yaml`.
    private func roles() throws(RuleBookError) -> [PageRole: [String]] {
        var roles: [PageRole: [String]] = [:]
        for file in sources.files("roles.yaml") {
            let (reader, node) = try compose(file)
            let map = try reader.mapping(node, known: PageRole.allCases.map(\.rawValue))
            for role in PageRole.allCases { roles[role, default: []] += try map.strings(role.rawValue).map(\.text) }
        }
        return roles
    }

    /// Titles of error pages, from `error-pages.yaml`.
    private func errorTitles() throws(RuleBookError) -> ErrorTitles {
        var (whole, part): ([String], [String]) = ([], [])
        for file in sources.files("error-pages.yaml") {
            let (reader, node) = try compose(file)
            let map = try reader.mapping(node, known: ["whole", "part"])
            whole += try map.strings("whole").map(\.text)
            part += try map.strings("part").map(\.text)
        }
        return ErrorTitles(whole: whole, part: part)
    }

    private func themes() throws(RuleBookError) -> [Theme] {
        var themes: [Theme] = []
        for (id, value, reader) in try named("themes.yaml", "theme") {
            let map = try reader.mapping(value, known: ["dimension", "en", "nl"])
            themes.append(
                Theme(
                    id: id, dimension: try map.string("dimension"),
                    names: ["en": try map.string("en"), "nl": try map.string("nl")]))
        }
        return themes
    }

    /// The entries of a file of names, of the built-in rules and of each pack; a name stands once.
    private func named(_ path: String, _ what: String) throws(RuleBookError) -> [(name: String, value: Node, reader: YAMLReader)] {
        if sources.files(path).isEmpty {
            throw .unreadable(path: sources.directory + "/" + path, cause: "there is no such file")
        }
        var entries: [(String, Node, YAMLReader)] = []
        var known = Set<String>()
        for file in sources.files(path) {
            let (reader, node) = try compose(file)
            for (name, key, value) in try reader.pairs(node) {
                guard known.insert(name).inserted else {
                    throw reader.fail(key, "there is a \(what) '\(name)' already", cure: "give this one another name")
                }
                entries.append((name, value, reader))
            }
        }
        return entries
    }

    private func concepts() throws(RuleBookError) -> (names: [String], symbols: [String: Symbol]) {
        var names: [String] = []
        for (name, value, reader) in try named("concepts.yaml", "concept") {
            _ = try reader.string(value)
            names.append(name)
        }
        let first = Slot.allCases.count
        return (names, Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Symbol(first + $0)) }))
    }

    private func claimRules(themes: [String]) throws(RuleBookError) -> [ClaimRule] {
        var rules: [ClaimRule] = []
        for file in sources.files(under: "claims") {
            let (reader, node) = try compose(file)
            let rule = try ClaimRuleReader(themes: themes).read(node, reader)
            if let other = rules.first(where: { $0.id == rule.id }) { throw twice(rule.id, other.place, node, reader) }
            rules.append(rule)
        }
        return rules.sorted { $0.id < $1.id }
    }

    private func twice(_ id: String, _ other: RulePlace, _ node: Node, _ reader: YAMLReader) -> RuleBookError {
        reader.fail(node, "the rule '\(id)' stands in \(other.file) too", cure: "rename one")
    }

    private func contradictions(_ judgement: JudgementRuleReader) throws(RuleBookError) -> [ContradictionRule] {
        var rules: [ContradictionRule] = []
        for file in sources.files(under: "contradictions") {
            let (reader, node) = try compose(file)
            let rule = try judgement.contradiction(node, reader)
            if let other = rules.first(where: { $0.id == rule.id }) { throw twice(rule.id, other.place, node, reader) }
            rules.append(rule)
        }
        return rules.sorted { $0.id < $1.id }
    }

    private func links(_ judgement: JudgementRuleReader) throws(RuleBookError) -> [LinkRule] {
        var rules: [LinkRule] = []
        for file in sources.files(under: "links") {
            let (reader, node) = try compose(file)
            let rule = try judgement.link(node, reader)
            if let other = rules.first(where: { $0.id == rule.id }) { throw twice(rule.id, other.place, node, reader) }
            rules.append(rule)
        }
        return rules.sorted { $0.id < $1.id }
    }

    /// Languages know nothing of each other, so each is compiled on a thread of its own; which fails first does not decide which error is told.
    private func grammars(
        concepts: [String: Symbol], names: [String], rules: [ClaimRule], themes: [String]
    ) throws(RuleBookError) -> [Grammar] {
        let languages = ClaimRuleReader.languages.filter { !sources.files(under: "lexicon/\($0)").isEmpty }
        let made = atOnce(languages.count) { index in
            Result { () throws(RuleBookError) in
                try self.grammar(languages[index], concepts: concepts, names: names, rules: rules, themes: themes)
            }
        }
        var grammars: [Grammar] = []
        for grammar in made { grammars.append(try grammar.get()) }
        return grammars
    }

    private func grammar(
        _ language: String, concepts: [String: Symbol], names: [String], rules: [ClaimRule], themes: [String]
    ) throws(RuleBookError) -> Grammar {
        var builder = GrammarBuilder(language: language, concepts: concepts)
        for file in sources.files(under: "lexicon/\(language)") {
            let (reader, node) = try compose(file)
            if file.path.hasSuffix("/numbers.yaml") {
                try addNumbers(reader, node, &builder)
            } else {
                try addWords(reader, node, &builder, names: names)
            }
        }
        for (index, rule) in rules.enumerated() where rule.languages.contains(language) && !choices.off.contains(rule.id) {
            try addPatterns(rule, index, &builder, names: names)
        }
        builder.metrics = try metrics(&builder, names: names, themes: themes)
        do throws(PatternProblem) {
            return try builder.build()
        } catch {
            let (problem, cure) = error.words(concepts: names)
            throw .unreadable(path: sources.directory + "/lexicon/" + language, cause: problem + "; " + cure)
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
