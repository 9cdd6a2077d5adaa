import Foundation

/// The YAML files of a folder, in the order of their paths.
struct RuleFolder {
    struct File {
        /// Relative to the folder, with `/`.
        var path: String
        /// Where it is on disk.
        var location: String
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    let directory: String
    let files: [File]
    /// It is one file, and its digest that of its bytes.
    private let isFile: Bool

    init(directory: String) throws(RuleBookError) {
        self.directory = directory
        let attributes = try? FileManager.default.attributesOfItem(atPath: (directory as NSString).resolvingSymlinksInPath)
        guard attributes?[.type] as? FileAttributeType == .typeDirectory else {
            throw .unreadable(path: directory, cause: "there is no such folder")
        }
        guard let paths = FileManager.default.enumerator(atPath: directory)?.compactMap({ $0 as? String }) else {
            throw .unreadable(path: directory, cause: "the folder cannot be listed")
        }
        var files: [File] = []
        for path in paths.filter({ $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }).sorted() {
            guard let data = FileManager.default.contents(atPath: directory + "/" + path) else {
                throw .unreadable(path: directory + "/" + path, cause: "the file cannot be read")
            }
            files.append(File(path: path, location: directory + "/" + path, bytes: Array(data)))
        }
        guard !files.isEmpty else { throw .unreadable(path: directory, cause: "there is no .yaml file in it") }
        self.files = files
        isFile = false
    }

    /// A pack: a folder, or one file whose keys tell what kind of rule it has.
    static func pack(_ path: String) throws(RuleBookError) -> RuleFolder {
        let attributes = try? FileManager.default.attributesOfItem(atPath: (path as NSString).resolvingSymlinksInPath)
        if attributes?[.type] as? FileAttributeType == .typeDirectory { return try RuleFolder(directory: path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path, cause: "there is no such file or folder")
        }
        var file = File(path: "", location: path, bytes: Array(data))
        file.path = try shelf(of: file) + "/" + (path as NSString).lastPathComponent
        return RuleFolder(directory: path, files: [file], isFile: true)
    }

    private init(directory: String, files: [File], isFile: Bool) {
        (self.directory, self.files, self.isFile) = (directory, files, isFile)
    }

    /// The folder in which a rule with such keys belongs.
    private static func shelf(of file: File) throws(RuleBookError) -> String {
        let (reader, node) = try YAMLReader.compose(file: file.location, text: file.text)
        guard let node else { throw .invalid(reader.place(nil), problem: "the file is empty", cure: "write a rule in it") }
        let keys = Set(try reader.pairs(node).map(\.key))
        if keys.contains("kind") { return "claims" }
        if keys.contains("first") { return "contradictions" }
        if keys.contains("type") { return "links" }
        throw reader.fail(node, "this is no rule", cure: "a claim rule has `kind`, a contradiction `first` and `second`, a link `type`")
    }

    func files(under folder: String) -> [File] { files.filter { $0.path.hasPrefix(folder + "/") } }

    var digest: String {
        if isFile, let file = files.first { return SHA256.hex(file.bytes) }
        var hash = SHA256()
        for file in files {
            hash.update(Array(file.path.utf8) + [0])
            hash.update(file.bytes)
            hash.update([0])
        }
        return hash.finish()
    }
}
