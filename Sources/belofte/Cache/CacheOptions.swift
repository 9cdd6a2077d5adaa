import ArgumentParser
import Configuration
import Foundation

/// Whether and where claims are kept from one run to the next.
struct CacheOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Folder in which the claims of pages are kept, so that the next run reads only what has changed. Without it the configuration's, else for \
            inputs of 500 files and more a folder of your own.
            """, valueName: "folder"))
    var cache: String?

    @Flag(help: "Keep no claims, and use none that were kept.")
    var noCache = false

    /// With fewer files it takes longer to keep claims than to read them again.
    private static let worthwhile = 500

    init() {}

    init(cache: String?, noCache: Bool) { (self.cache, self.noCache) = (cache, noCache) }

    func validate() throws {
        if cache != nil, noCache { throw ValidationError("--cache and --no-cache exclude each other.") }
    }

    /// The cache for an input of so many files, or nil where none is to be used.
    func claims(_ setup: Setup, files: Int) -> ClaimCache? {
        if noCache { return nil }
        if let cache { return ClaimCache(folder: cache, setup: setup) }
        switch setup.settings.cache?.value {
        case .off: return nil
        case .folder(let folder): return ClaimCache(folder: folder, setup: setup)
        case nil: return files < Self.worthwhile ? nil : Self.own.flatMap { ClaimCache(folder: $0, setup: setup) }
        }
    }

    /// Where programs of this user keep what they can make again.
    private static var own: String? {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/belofte" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        #if os(macOS)
            return home + "/Library/Caches/belofte"
        #else
            return home + "/.cache/belofte"
        #endif
    }
}
