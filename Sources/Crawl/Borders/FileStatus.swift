import Foundation

/// What the file system says of a path, without following links. One call, as a dump has tens of thousands of files.
struct FileStatus {
    enum Kind {
        case folder, file, link, other
    }

    var kind: Kind
    /// Bytes.
    var size: Int

    /// Nil where there is nothing, or where it may not be looked at.
    init?(_ path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// What a link leads to; nil where it leads nowhere or to itself.
    init?(following path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        size = Int(status.st_size)
        switch status.st_mode & S_IFMT {
        case S_IFDIR: kind = .folder
        case S_IFREG: kind = .file
        case S_IFLNK: kind = .link
        default: kind = .other
        }
    }
}
