import Foundation

/// The YAML files of a folder, in the order of their paths.
struct RuleFolder {
    struct File {
        /// Relative to the folder, with `/`.
        var path: String
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    let directory: String
    let files: [File]

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
            files.append(File(path: path, bytes: Array(data)))
        }
        guard !files.isEmpty else { throw .unreadable(path: directory, cause: "there is no .yaml file in it") }
        self.files = files
    }

    func file(_ path: String) throws(RuleBookError) -> File {
        guard let file = files.first(where: { $0.path == path }) else {
            throw .unreadable(path: directory + "/" + path, cause: "there is no such file")
        }
        return file
    }

    func files(under folder: String) -> [File] { files.filter { $0.path.hasPrefix(folder + "/") } }

    var digest: String {
        var hash = SHA256()
        for file in files {
            hash.update(Array(file.path.utf8) + [0])
            hash.update(file.bytes)
            hash.update([0])
        }
        return hash.finish()
    }
}
