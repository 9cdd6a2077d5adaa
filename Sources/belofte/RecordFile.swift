import Claims
import Foundation

/// NDJSON from a file or standard input, a part at a time, decoded by several tasks and handed over in its order.
enum RecordFile {
    /// Bytes that are read at once; a longer line is read whole.
    private static let part = 8 << 20
    /// Lines that one task decodes.
    private static let share = 2000

    private enum Line: Sendable {
        case record(Record)
        case damaged
        case blank
    }

    /// - Returns: how many lines are records.
    @discardableResult
    static func read(_ path: String, _ take: (Record) throws -> Void) async throws -> Int {
        let input = try open(path)
        return try await read(path, { try input.read(upToCount: part) ?? Data() }, take)
    }

    /// Lines that are at hand already.
    /// - Returns: as the other.
    static func read(_ bytes: Data, named name: String, _ take: (Record) throws -> Void) async throws -> Int {
        var rest = bytes
        return try await read(
            name,
            {
                defer { rest = rest.dropFirst(part) }
                return Data(rest.prefix(part))
            }, take)
    }

    private static func read(_ path: String, _ next: () throws -> Data, _ take: (Record) throws -> Void) async throws -> Int {
        var (rest, number, records) = (Data(), 0, 0)
        while true {
            let bytes = try next()
            rest.append(bytes)
            let end = bytes.isEmpty ? rest.endIndex : rest.lastIndex(of: 0x0a) ?? rest.startIndex
            for line in await decoded(rest[..<end]) {
                number += 1
                switch line {
                case .record(let record):
                    records += 1
                    try take(record)
                case .damaged: try take(damaged(path, number))
                case .blank: break
                }
            }
            if bytes.isEmpty { return records }
            rest = Data(rest[(end == rest.startIndex ? end : end + 1)...])
        }
    }

    /// What there is to say where no line of these files is a record.
    static func nothing(in files: [String]) -> Problem {
        let names = files.map { $0 == "-" ? "standard input" : "'\($0)'" }.joined(separator: ", ")
        return Problem(text: "there is no record of 'belofte extract' in \(names): there is nothing to judge.")
    }

    private static func open(_ path: String) throws -> FileHandle {
        if path == "-" { return .standardInput }
        guard let file = FileHandle(forReadingAtPath: path) else { throw Problem(text: "there is no file '\(path)'.") }
        return file
    }

    private static func damaged(_ path: String, _ number: Int) -> Record {
        let detail = "line \(number) is no record of belofte extract"
        Terminal.problem("\(path):\(number): \(detail); it is left out.")
        return .notJudged(NotJudged(file: "\(path):\(number)", reason: "damaged", detail: detail, unread: true))
    }

    private static func decoded(_ bytes: Data) async -> [Line] {
        guard !bytes.isEmpty else { return [] }
        // An array is split many times as fast as `Data`.
        let lines = [UInt8](bytes).split(separator: 0x0a, omittingEmptySubsequences: false)
        return await withTaskGroup(of: (Int, [Line]).self) { group in
            for start in stride(from: 0, to: lines.count, by: share) {
                group.addTask { (start, decode(lines[start..<min(start + share, lines.count)])) }
            }
            var parts: [Int: [Line]] = [:]
            for await (start, decoded) in group { parts[start] = decoded }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }

    private static func decode(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [Line] {
        let decoder = JSONDecoder()
        return lines.map { line in
            guard line.contains(where: { $0 > 0x20 }) else { return .blank }
            return (try? decoder.decode(Record.self, from: Data(line))).map(Line.record) ?? .damaged
        }
    }
}
