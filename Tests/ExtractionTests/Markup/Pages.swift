import Claims

@testable import Extraction

/// A page of our own, read into its flat records.
func read(_ markup: String, charset: String? = nil) -> Document { read(Array(markup.utf8), charset: charset) }

func read(_ bytes: [UInt8], charset: String? = nil) -> Document {
    Document.read(Page(file: "page.html", organisation: "voorbeeld.example", bytes: bytes, format: .html, charset: charset), LibXML())
}

extension Document {
    func text(_ block: Block) -> String { line(Int(block.text.lowerBound)..<Int(block.text.upperBound)) }

    /// The texts of the blocks of a kind.
    func texts(_ kind: BlockKind, in region: Region = .main) -> [String] {
        blocks.filter { $0.kind == kind && $0.region == region }.map(text)
    }

    /// All texts that a rule may look at, one a line.
    var everything: String { blocks.map(text).joined(separator: "\n") }

    /// Headings above a block, outermost first.
    func path(of block: Block) -> [String] {
        var (path, at): ([String], Int32) = ([], block.heading)
        while at >= 0 {
            path.insert(text(blocks[Int(at)]), at: 0)
            at = blocks[Int(at)].heading
        }
        return path
    }

    /// What stands in the source at the place of a block's first word, as many characters as asked for.
    func sourceText(at block: Block, _ count: Int) -> String {
        var places = Places()
        let place = places.place(sourceOffset(of: Int(block.text.lowerBound)), in: source)
        let lines = String(decoding: source, as: UTF8.self).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines[place.line - 1].dropFirst(place.column - 1).prefix(count)
        return String(String.UnicodeScalarView(line))
    }
}
