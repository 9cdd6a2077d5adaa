import Extraction
import Foundation
import RuleBook

/// The rule book of this repository, read once.
enum Shipped {
    static let book = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try RuleBook.load(directory: root.appending(path: "Rules").path(percentEncoded: false))
    }

    static func extractor() throws -> Extractor { Extractor(ruleBook: try book.get()) }
}
