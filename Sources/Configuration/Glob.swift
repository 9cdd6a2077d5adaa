/// A pattern for addresses and paths: `*` is any part of one step, `**` any number of steps, `?` one byte.
///
/// A pattern with a leading slash is matched from the site's root, any other one at any depth; one with a scheme against the whole address.
public struct Glob: Sendable, Hashable {
    public let text: String
    private let steps: [[UInt8]]
    private let isAddress: Bool

    private static let star = UInt8(ascii: "*")
    private static let deep = [star, star]

    public init(_ text: String) {
        self.text = text
        isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
        let pattern = isAddress ? text : text.hasPrefix("/") ? String(text.dropFirst()) : "**/" + text
        steps = pattern.utf8.split(separator: 0x2f, omittingEmptySubsequences: false).map { Array($0) }
    }

    /// - Parameters:
    ///   - file: Path inside the input, with `/`.
    ///   - url: Address, where one is known.
    public func matches(file: String, url: String?) -> Bool {
        if isAddress { return url.map { matches($0.utf8[...]) } ?? false }
        return matches(file.utf8[...]) || url.map { matches(Self.path($0)) } ?? false
    }

    /// What follows the host and its slash, without query and anchor.
    private static func path(_ url: String) -> Substring.UTF8View {
        let behind = url.utf8.drop { $0 != 0x3a }.dropFirst(3).drop { $0 != 0x2f }.dropFirst()
        return behind.prefix { $0 != 0x3f && $0 != 0x23 }
    }

    private func matches(_ text: Substring.UTF8View) -> Bool {
        let parts = text.split(separator: 0x2f, omittingEmptySubsequences: false)
        return Self.fits(
            parts, steps, isWild: { $0 == Self.deep },
            same: { part, step in
                Self.fits(Array(part), step, isWild: { $0 == Self.star }, same: { $1 == UInt8(ascii: "?") || $0 == $1 })
            })
    }

    /// The pattern with its wild members fits the whole of the items. After a mismatch only the last wild member need take one more,
    /// so that the work is at most the product of both lengths.
    private static func fits<Item, Member>(
        _ items: [Item], _ pattern: [Member], isWild: (Member) -> Bool, same: (Item, Member) -> Bool
    ) -> Bool {
        var (at, member) = (0, 0)
        var retry: (member: Int, at: Int)?
        while at < items.count {
            if member < pattern.count, isWild(pattern[member]) {
                retry = (member, at)
                member += 1
            } else if member < pattern.count, same(items[at], pattern[member]) {
                (at, member) = (at + 1, member + 1)
            } else if let last = retry {
                retry = (last.member, last.at + 1)
                (member, at) = (last.member + 1, last.at + 1)
            } else {
                return false
            }
        }
        return pattern[member...].allSatisfy(isWild)
    }
}
