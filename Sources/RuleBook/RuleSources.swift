/// The built-in rules and the packs beside them.
struct RuleSources {
    /// The built-in rules first.
    private let folders: [RuleFolder]
    private let names: [String]
    /// Of each folder.
    private let folderDigests: [String]

    init(directory: String, packs: [RulePack]) throws(RuleBookError) {
        var folders = [try RuleFolder(directory: directory)]
        for pack in packs { folders.append(try Self.checked(pack)) }
        self.folders = folders
        names = ["belofte"] + packs.map(\.name)
        folderDigests = folders.map(\.digest)
    }

    var directory: String { folders[0].directory }

    /// A pack that is what was asked for.
    private static func checked(_ pack: RulePack) throws(RuleBookError) -> RuleFolder {
        let folder: RuleFolder
        do throws(RuleBookError) {
            folder = try RuleFolder.pack(pack.path)
        } catch .unreadable(_, let cause) {
            throw .invalid(
                pack.place, problem: "the pack '\(pack.path)' cannot be read: \(cause)", cure: "name a folder or a file with rules")
        }
        guard folder.digest == pack.sha256.lowercased() else {
            let cure = "look at what changed in it, then write `sha256: \(folder.digest)`"
            throw .invalid(pack.place, problem: "the pack '\(pack.name)' is not the one with this SHA-256", cure: cure)
        }
        return folder
    }

    /// Files of that path, at most one of each source.
    func files(_ path: String) -> [RuleFolder.File] { folders.flatMap { $0.files.filter { $0.path == path } } }

    func files(under shelf: String) -> [RuleFolder.File] { folders.flatMap { $0.files(under: shelf) } }

    /// Of the built-in rules alone, or over the digests of all of them.
    var digest: String {
        folderDigests.count == 1 ? folderDigests[0] : SHA256.hex(Array(folderDigests.joined(separator: "\n").utf8))
    }

    /// By name of the pack.
    var digests: [String: String] { Dictionary(zip(names, folderDigests)) { first, _ in first } }
}
