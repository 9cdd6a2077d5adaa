extension Words {
    /// A language by its tag, as a reader calls it.
    func language(named tag: String) -> String {
        let names: [String: (nl: String, en: String)] = [
            "nl": ("Nederlands", "Dutch"), "en": ("Engels", "English"), "fr": ("Frans", "French"), "de": ("Duits", "German"),
            "?": ("onbekend", "unknown"),
        ]
        guard let name = names[tag] else { return tag }
        return language == .nl ? name.nl : name.en
    }
}
