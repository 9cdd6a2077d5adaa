import Claims

/// The wording of a report in one language.
struct Words: Sendable {
    let language: ReportLanguage
    private let table: [Word: String]

    init(_ language: ReportLanguage) {
        self.language = language
        table = language == .nl ? Self.dutch : Self.english
    }

    subscript(_ word: Word) -> String { table[word] ?? word.rawValue }

    /// A counted thing: the text before the bar for one, after it for any other number; `{n}` is the number.
    func count(_ word: Word, _ number: Int) -> String {
        let forms = self[word].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        return String(number == 1 ? forms[0] : forms[forms.count - 1]).replacing("{n}", with: digits(number))
    }

    /// A sentence with its places filled in.
    func fill(_ word: Word, _ values: [String: String]) -> String {
        pieces(self[word]).map { $0.isPlace ? values[$0.text] ?? "" : $0.text }.joined()
    }

    /// The same, with markup in the places.
    func html(_ word: Word, _ values: [String: HTML]) -> HTML {
        let parts = pieces(self[word]).map { $0.isPlace ? values[$0.text] ?? .empty : HTML(text: $0.text) }
        return "\(parts)"
    }

    /// Digits with the separator of the language: `10.000`, `10,000`.
    func digits(_ number: Int) -> String {
        let plain = String(number.magnitude)
        var text = ""
        for (index, digit) in plain.enumerated() {
            if index > 0, (plain.count - index).isMultiple(of: 3) { text += language == .nl ? "." : "," }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// `one, two and three`.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: self[.none]) + self[.and] + last
    }

    /// What changed from one audit to a later one: in promises, else in findings.
    func change(from earlier: AuditHistory, to later: AuditHistory) -> String {
        let (kept, clash) = (later.kept - earlier.kept, later.contradicted - earlier.contradicted)
        var parts: [String] = []
        if kept != 0 { parts.append(count(kept > 0 ? .deltaKeptMore : .deltaKeptFewer, abs(kept))) }
        if clash != 0 { parts.append(count(clash > 0 ? .deltaClashMore : .deltaClashFewer, abs(clash))) }
        let findings = later.findings - earlier.findings
        if parts.isEmpty, findings != 0 { parts.append(count(findings > 0 ? .deltaFindingsMore : .deltaFindingsFewer, abs(findings))) }
        return parts.isEmpty ? self[.deltaSame] : parts.joined(separator: self[.none])
    }

    /// Up to twelve in letters.
    func number(_ number: Int) -> String {
        let names = self[.numbers].split(separator: " ")
        return names.indices.contains(number) ? String(names[number]) : digits(number)
    }

    /// `2026-11-20` as a reader writes it; anything else as it is.
    func date(_ iso: String, short: Bool = false) -> String {
        let parts = iso.prefix(10).split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month) else { return iso }
        let names = self[.months].split(separator: " ")
        if short { return "\(names[month - 1].prefix(3)) \(parts[0])" }
        return "\(day) \(names[month - 1]) \(parts[0])"
    }

    private func pieces(_ template: String) -> [(text: String, isPlace: Bool)] {
        var result: [(String, Bool)] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result.append((String(rest[..<open]), false))
            result.append((String(rest[rest.index(after: open)..<close]), true))
            rest = rest[rest.index(after: close)...]
        }
        return result + [(String(rest), false)]
    }
}

extension String {
    /// With a capital at its beginning.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
