import RuleBook

/// Where a sentence stands on its page.
struct SentencePlace {
    let passage: Passage
    /// Index of its block.
    let block: Int
    /// Range of the document's text.
    let sentence: Range<Int32>
    /// The sentence before it in the same passage.
    let previous: Range<Int32>?
    /// The sentence behind it in the same passage.
    let next: Range<Int32>?
    let language: String

    /// What stands around it under the same heading, read: the sentence behind it, the block before, the block behind.
    func around(_ surroundings: Surroundings, _ reader: inout LanguageReader) -> [Reading] {
        let text = surroundings.document.text
        return ((next.map { [$0] } ?? []) + surroundings.neighbours(of: block)).map { reader.keptContextReading(text, $0) }
    }

    /// What stands above, beside and before it, read.
    func context(_ surroundings: Surroundings, _ reader: inout LanguageReader) -> Context {
        let text = surroundings.document.text
        var context = Context(language: language, near: passage.near, rowHeader: passage.rowHeader)
        context.readings = passage.above.map { reader.keptContextReading(text, $0) }
        context.rowKind = passage.rowKind.map { reader.keptContextReading(text, $0) }
        context.beside = passage.beside.map { reader.keptContextReading(text, $0) }
        context.previous = previous.map { reader.keptContextReading(text, $0) }
        context.contacts = surroundings.contacts(in: sentence, of: passage, block: block)
        context.texts = passage.above.map { String(decoding: text[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self) }
        return context
    }
}
