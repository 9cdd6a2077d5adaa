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
        let root = Self.root(Array(bytes.prefix(headLength)))
        if root.name == "html" { return nil }
        let head = String(decoding: bytes.prefix(headLength), as: UTF8.self)
        if head.contains("http://docbook.org/ns/docbook") || head.contains("//OASIS//DTD DocBook") { return .docbook }
        if head.contains("//OASIS//DTD DITA") || root.tag.contains("ditaarch") { return .dita }
        if ending == "dita", ditaRoots.contains(root.name) { return .dita }
        return ["dbk", "docbook", "dbx"].contains(ending) ? .docbook : nil
    }

    /// The first start tag, behind declarations and comments: its name without a prefix, and all of it.
    private static func root(_ head: [UInt8]) -> (name: String, tag: String) {
        var at = 0
        while let open = head[at...].firstIndex(of: 0x3c) {
            at = open + 1
            if head.holds(comment, at: at) {
                guard let end = head[at...].indices.first(where: { head.holds(commentEnd, at: $0) }) else { return ("", "") }
                at = end + commentEnd.count
            } else if at < head.count, head[at] | 0x20 >= 0x61, head[at] | 0x20 <= 0x7a || head[at] >= 0x80 {
                let tag = head[at...].prefix { $0 != 0x3e }
                let name = tag.prefix { $0 > 0x20 && $0 != 0x2f }.split(separator: 0x3a).last ?? []
                return (String(decoding: name, as: UTF8.self), String(decoding: tag, as: UTF8.self))
            }
        }
        return ("", "")
    }

    private static let comment = Array("!--".utf8)
    private static let commentEnd = Array("-->".utf8)
}
