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
        size = Int(status.st_size)
        switch status.st_mode & S_IFMT {
        case S_IFDIR: kind = .folder
        case S_IFREG: kind = .file
        case S_IFLNK: kind = .link
        default: kind = .other
        }
    }
}
