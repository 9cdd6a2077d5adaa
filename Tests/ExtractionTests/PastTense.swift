/// Tells a sentence in the past where it can be done word by word: every verb of the sentence that we know has its past form, and there
/// is one at least.
enum PastTense {
    /// The sentence in the past, or nil where it holds no verb with a known past, or one whose past we cannot make.
    static func told(_ sentence: String, _ language: String) -> String? {
        guard let verbs = verbs[language] else { return nil }
        var changed = false
        let words = sentence.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let core = word.trimming(while: { !$0.isLetter })
            guard let past = verbs[core.lowercased()] else { return String(word) }
            changed = true
            let form = core.first?.isUppercase ?? false ? past.prefix(1).uppercased() + past.dropFirst() : past
            return String(word.replacing(core, with: form, maxReplacements: 1))
        }
        return changed ? words.joined(separator: " ") : nil
    }

    private static let verbs: [String: [String: String]] = [
        "nl": [
            "zijn": "waren", "is": "was", "wordt": "werd", "worden": "werden", "krijgt": "kreeg", "krijg": "kreeg", "heeft": "had",
            "hebt": "had", "hebben": "hadden", "beantwoorden": "beantwoordden", "reageren": "reageerden", "belt": "belde",
            "bellen": "belden", "helpen": "hielpen", "helpt": "hielp", "staat": "stond", "staan": "stonden", "komt": "kwam",
            "komen": "kwamen", "neemt": "nam", "nemen": "namen", "blijft": "bleef", "blijven": "bleven", "doen": "deden", "gaat": "ging",
            "gaan": "gingen", "betalen": "betaalden", "betaalt": "betaalde", "bezorgen": "bezorgden", "leveren": "leverden",
            "lossen": "losten", "ontvangt": "ontving", "hoort": "hoorde", "spreekt": "sprak", "kunt": "kon", "kan": "kon",
        ],
        "en": [
            "is": "was", "are": "were", "has": "had", "have": "had", "answers": "answered", "reply": "replied",
            "replies": "replied", "get": "got", "gets": "got", "deliver": "delivered", "delivers": "delivered", "fix": "fixed",
            "fixes": "fixed", "calls": "called", "ring": "rang", "rings": "rang", "helps": "helped",
            "come": "came", "comes": "came", "take": "took", "takes": "took", "keep": "kept", "keeps": "kept", "give": "gave",
            "gives": "gave", "pays": "paid", "send": "sent", "sends": "sent", "tell": "told", "speak": "spoke",
            "listen": "listened", "stays": "stayed", "stay": "stayed", "do": "did",
        ],
        "fr": [
            "est": "était", "sont": "étaient", "avons": "avions", "a": "avait", "ont": "avaient", "répondons": "répondions",
            "répond": "répondait", "livrons": "livrions", "remboursons": "remboursions", "sommes": "étions", "êtes": "étiez",
            "recevez": "receviez", "traitons": "traitions", "réparons": "réparions", "rappelons": "rappelions", "faisons": "faisions",
            "écoutons": "écoutions", "prenons": "prenions", "tenons": "tenions",
        ],
        "de": [
            "ist": "war", "sind": "waren", "wird": "wurde", "werden": "wurden", "hat": "hatte", "haben": "hatten",
            "beantworten": "beantworteten", "antworten": "antworteten", "erhalten": "erhielten", "bekommen": "bekamen",
            "liefern": "lieferten", "helfen": "halfen", "rufen": "riefen", "nehmen": "nahmen", "kommt": "kam", "kommen": "kamen",
            "stehen": "standen", "steht": "stand", "beheben": "behoben", "bearbeiten": "bearbeiteten", "zahlen": "zahlten",
            "bleibt": "blieb", "geben": "gaben", "hören": "hörten", "sprechen": "sprachen", "können": "konnten", "kann": "konnte",
        ],
    ]
}

extension Substring {
    /// Without the characters at both ends that pass.
    fileprivate func trimming(while passes: (Character) -> Bool) -> Substring {
        var rest = drop(while: passes)
        while let last = rest.last, passes(last) { rest = rest.dropLast() }
        return rest
    }
}
