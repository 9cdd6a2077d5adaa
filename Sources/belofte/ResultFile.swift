import Claims
import Foundation

/// The result of an audit, as `--format json` wrote it.
enum ResultFile {
    static func read(_ path: String) throws -> AuditResult {
        guard let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path) else {
            throw Problem(text: "there is no file '\(path)'.")
        }
        return try result(data, path)
    }

    /// - Parameter path: the name of the file, for what is said of it.
    static func result(_ data: Data, _ path: String) throws -> AuditResult {
        let result: AuditResult
        do {
            result = try JSONDecoder().decode(AuditResult.self, from: data)
        } catch {
            throw Problem(text: "'\(path)' is not the result of an audit: \(reason(error)). Make one with 'belofte audit … --format json'.")
        }
        guard result.schema == schemaVersion else {
            throw Problem(text: "'\(path)' has schema \(result.schema), and this program reads schema \(schemaVersion).")
        }
        for organisation in result.organisations {
            let known = Set(organisation.claims.map(\.id))
            if let lost = organisation.promises.first(where: { !known.contains($0.claim) }) {
                throw Problem(
                    text: "'\(path)' is damaged: a promise of \(organisation.name) rests on the claim \(lost.claim), which is not there.")
            }
        }
        return result
    }

    /// Where and why the decoder stopped.
    private static func reason(_ error: any Error) -> String {
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue }.joined()
        }
        return switch error as? DecodingError {
        case .keyNotFound(let key, let context): "\(place(context)).\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "\(place(context)) has the wrong type"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty: "\(place(context)) has a value that is not known"
        default: "it is no JSON"
        }
    }
}
