import Claims
import Foundation

/// An audit that was kept: a result, or claims that are judged now.
enum KeptAudit {
    /// - Parameter file: its path, or - for standard input.
    static func read(_ file: String, _ setup: SetupOptions) async throws -> AuditResult {
        let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
        guard let data else { throw Problem(text: "there is no file '\(file)'.") }
        guard isOfLines(data) else { return try ResultFile.result(data, file) }
        let setup = try setup.load()
        var bench = JudgeBench(setup: setup, language: "en")
        guard try await RecordFile.read(data, named: file, { bench.add($0) }) > 0 else { throw RecordFile.nothing(in: [file]) }
        return try bench.result(inputs: [file])
    }

    /// A result is one object; of claims each line is one.
    private static func isOfLines(_ data: Data) -> Bool {
        struct Beginning: Decodable { var tool: Tool? }
        let first = data.split(separator: 0x0a, maxSplits: 1).first ?? Data()
        guard let beginning = try? JSONDecoder().decode(Beginning.self, from: first) else { return false }
        return beginning.tool == nil
    }
}
