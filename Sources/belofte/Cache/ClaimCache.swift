import Claims
import Configuration
import Crawl
import Extraction
import Foundation
import RuleBook

/// Keeps what pages gave from one run to the next, by the content of the page and everything else that decides its claims.
///
/// Safe to use from many threads and programs at once: an entry appears whole, under a name that says what is in it, or not at all. An entry
/// that is damaged is none. What cannot be written is not kept, and nothing else happens.
struct ClaimCache: Sendable {
    private let folder: String
    /// What decides claims beside the page: the program, the rules, the settings.
    private let ground: [UInt8]
    /// Under a key that only this cache knows: nobody who writes pages can make two of them share an entry.
    private let digest: ContentDigest
    /// Bytes that each of the folder's parts may take; beyond them its oldest entries go.
    private let share: Int

    /// The whole may take half a gigabyte.
    private static let limit = 512 << 20
    private static let parts = 256
    private static let mark = Array("belofte3".utf8)
    /// A file that is being written takes no longer; one that is older was left behind by a program that was stopped.
    private static let longestWriting = 3600.0

    /// Nil where the folder can be neither read nor written.
    init?(folder: String, setup: Setup, limit: Int = limit) {
        self.folder = folder + "/claims-3"
        guard let key = CacheKey.of(self.folder), let digest = ContentDigest(key: key) else { return nil }
        self.digest = digest
        ground = Array(Self.ground(setup).utf8)
        share = max(1, limit / Self.parts)
    }

    private static func ground(_ setup: Setup) -> String {
        let settings = setup.settings
        let off = settings.rules.filter { $0.level == .off }.map(\.id).sorted()
        let aliases = setup.extraction.aliases.map { [$0.kind.rawValue, $0.name] + $0.others }
        let parts: [[String]] = [
            [Version.number, Self.program, setup.book.digest], settings.languages?.value ?? ["*"], off, aliases.flatMap { $0 + [""] },
        ]
        return parts.map { $0.joined(separator: "\u{1}") }.joined(separator: "\u{2}")
    }

    /// The program itself: another build may read pages otherwise under the same version.
    private static var program: String {
        let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        let own = path.hasPrefix("/proc") ? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().path : path
        let attributes = try? FileManager.default.attributesOfItem(atPath: own)
        let size = (attributes?[.size] as? Int) ?? 0
        let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(size) \(date)"
    }

    // MARK: entries

    /// What the page gave before, or what `extract` makes of it now.
    func extracted(_ page: Page, _ extract: () -> Extracted) -> Extracted {
        let name = name(of: page)
        let path = "\(folder)/\(name.prefix(2))/\(name)"
        if let known = read(path, name) { return known }
        let made = extract()
        write(made, path, name)
        return made
    }

    private func name(of page: Page) -> String {
        let known = [
            page.file, page.input, page.url ?? "-", page.organisation, page.format.rawValue, page.addressFrom, page.charset ?? "-",
            page.fetched ?? "-", page.role?.rawValue ?? "-", page.authority.map(String.init) ?? "-",
        ]
        let contents = [("", page.bytes)] + page.parts.map { ($0.name, $0.bytes) }
        let names = contents.map { name, bytes in
            ([name, String(bytes.count)] + digest.of(bytes).map { String($0, radix: 16) }).joined(separator: "\u{1}")
        }
        var hash = SHA256()
        hash.update(ground + Array("\u{2}\(known.joined(separator: "\u{1}"))\u{2}\(names.joined(separator: "\u{2}"))".utf8))
        return hash.finish()
    }

    /// An entry is its mark, its name, a sum over what follows, and what follows.
    private func read(_ path: String, _ name: String) -> Extracted? {
        guard let bytes = WholeFile.bytes(path, limit: Self.limit) else { return nil }
        let head = Self.mark + Array(name.utf8)
        let start = head.count + 8
        guard bytes.count > start, bytes.starts(with: head), bytes[head.count..<start].elementsEqual(sum(bytes, start)) else { return nil }
        return Extracted(stored: bytes, from: start)
    }

    private func write(_ extracted: Extracted, _ path: String, _ name: String) {
        let head = Self.mark + Array(name.utf8)
        let start = head.count + 8
        var entry = extracted.stored(behind: head + [UInt8](repeating: 0, count: 8))
        entry.replaceSubrange(head.count..<start, with: sum(entry, start))
        let files = FileManager.default
        let written = "\(path).\(UUID().uuidString)"
        if !files.createFile(atPath: written, contents: Data(entry)) {
            // A cache that cannot be written is no reason to stop.
            try? files.createDirectory(atPath: "\(folder)/\(name.prefix(2))", withIntermediateDirectories: true)
            guard files.createFile(atPath: written, contents: Data(entry)) else { return }
        }
        if (try? files.moveItem(atPath: written, toPath: path)) != nil { return }
        // There is one, damaged or just written by somebody else, of which this one is a copy.
        try? files.removeItem(atPath: path)
        if (try? files.moveItem(atPath: written, toPath: path)) == nil { try? files.removeItem(atPath: written) }
    }

    private func sum(_ bytes: [UInt8], _ start: Int) -> [UInt8] {
        let sum = digest.sum(bytes, from: start)
        return (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) }
    }

    // MARK: size

    /// Removes the oldest entries of parts that have grown too large, and what was left half-written. Parts that were last written to before `start` are left alone.
    func trim(since start: Date) {
        let files = FileManager.default
        for part in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
            let place = folder + "/" + part
            let touched = (try? files.attributesOfItem(atPath: place))?[.modificationDate] as? Date
            if let touched, touched >= start { trim(place, start) }
        }
    }

    private func trim(_ part: String, _ start: Date) {
        let files = FileManager.default
        var entries: [(date: Date, size: Int, path: String)] = []
        for name in (try? files.contentsOfDirectory(atPath: part)) ?? [] {
            guard let attributes = try? files.attributesOfItem(atPath: part + "/" + name) else { continue }
            let date = attributes[.modificationDate] as? Date ?? .distantPast
            if name.contains("."), date < start.addingTimeInterval(-Self.longestWriting) {
                try? files.removeItem(atPath: part + "/" + name)
                continue
            }
            entries.append((date, attributes[.size] as? Int ?? 0, part + "/" + name))
        }
        var size = entries.reduce(0) { $0 + $1.size }
        for entry in entries.sorted(by: { ($0.date, $0.path) < ($1.date, $1.path) }) where size > share {
            if (try? files.removeItem(atPath: entry.path)) != nil { size -= entry.size }
        }
    }
}
