extension Document {
    /// The text of the first heading.
    var firstHeading: String? {
        blocks.first { $0.kind == .heading }.map {
            String(decoding: text[Int($0.text.lowerBound)..<Int($0.text.upperBound)], as: UTF8.self)
        }
    }
}

/// Something of a document that was not read.
enum DocumentNote: Sendable, Hashable {
    /// The document is broken; what stood before the break was read.
    case broken
    /// So many pieces of text are taken from other documents by reference.
    case unresolved(Int)

    /// A stable code in kebab case.
    var reason: String {
        switch self {
        case .broken: "damaged"
        case .unresolved: "unresolved"
        }
    }

    var detail: String {
        switch self {
        case .broken: "the document is broken off or not well-formed; what stood before the fault was read"
        case .unresolved(let count): "\(count) references to text elsewhere (conref, keyref) were not followed"
        }
    }
}
