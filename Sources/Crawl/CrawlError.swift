/// Why an input cannot be crawled.
public enum CrawlError: Error, Sendable, Hashable {
    /// There is no such file or folder.
    case missing(path: String)
    /// The folder holds no file at all.
    case empty(path: String)
    /// It is there, and may not be read.
    case unreadable(path: String, cause: String)
}
