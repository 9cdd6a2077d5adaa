/// What takes the events of an XML document: names are local ones, without their prefix.
protocol XMLEvents {
    /// `place` is behind the tag.
    mutating func start(_ element: XMLElement, at place: SourcePlace)
    /// `end` is the offset behind the characters.
    mutating func text(_ bytes: [UInt8], end: Int)
    mutating func end(_ name: String)
}

/// A start tag.
struct XMLElement {
    var name: String
    var attributes: [(name: String, value: String)]

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// An attribute that is on unless it says otherwise, as in Word: there, and neither `0` nor `false` nor `none`.
    var isOn: Bool { !["0", "false", "off", "none"].contains(self["val"] ?? "1") }
}
