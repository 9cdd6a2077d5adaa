import Claims

/// Tells XML for technical writers from other XML by its first bytes.
enum XMLKind {
    private static let headLength = 4096
    private static let ditaRoots: Set<String> = ["topic", "concept", "task", "reference", "glossentry", "dita", "troubleshooting"]
    private static let endings: Set<String> = ["xml", "dbk", "docbook", "dbx", "dita"]

    /// DocBook or DITA, or nil for anything else.
    static func format(_ bytes: [UInt8], ending: String) -> PageFormat? {
        let first = bytes.first { $0 > 0x20 }
        guard endings.contains(ending) || first == 0x3c && bytes.prefix(64).contains(0x3f) else { return nil }
        let head = String(decoding: bytes.prefix(headLength), as: UTF8.self)
        let root = Self.root(head[...])
        if root.name == "html" { return nil }
        if head.contains("http://docbook.org/ns/docbook") || head.contains("//OASIS//DTD DocBook") { return .docbook }
        if head.contains("//OASIS//DTD DITA") || root.tag.contains("ditaarch") { return .dita }
        if ending == "dita", ditaRoots.contains(root.name) { return .dita }
        return ["dbk", "docbook", "dbx"].contains(ending) ? .docbook : nil
    }

    /// The first start tag, behind declarations and comments.
    private static func root(_ head: Substring) -> (name: String, tag: String) {
        var rest = head
        while let open = rest.firstIndex(of: "<") {
            rest = rest[open...].dropFirst()
            if rest.hasPrefix("!--") {
                guard let end = rest.firstRange(of: "-->") else { return ("", "") }
                rest = rest[end.upperBound...]
            } else if let first = rest.first, first.isLetter {
                let tag = rest.prefix { $0 != ">" }
                return (String(tag.prefix { !$0.isWhitespace && $0 != "/" }.split(separator: ":").last ?? ""), String(tag))
            }
        }
        return ("", "")
    }
}
