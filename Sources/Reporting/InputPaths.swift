import Foundation

/// Turns the place of a page within its input into a path that an editor, a pull request or code scanning can open.
public struct InputPaths: Sendable {
    /// The only input, as it was named; empty where there are several, as each file then carries its own.
    private let root: String

    public init(root: String = "") { self.root = root }

    /// As the input was named: `site/service/index.html`.
    public func named(_ file: String) -> String { Self.join(root, file) }

    /// Relative to where the program ran, without `./`; within the input alone where that was named by an absolute path.
    func relative(_ file: String) -> String {
        if root.hasPrefix("/") || root == "." { return file }
        let path = Self.join(root, file)
        return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    }

    /// The same as the reference of RFC 3986, in per cent where it must be: `service/caf%C3%A9.html`.
    func reference(_ file: String) -> String {
        var allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128)))
        allowed.insert(charactersIn: "-._~/")
        return relative(file).addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }

    /// Something to name where a finding is about an organisation as a whole.
    var whole: String {
        let folder = relative("")
        return folder.isEmpty ? "." : folder
    }

    private static func join(_ folder: String, _ file: String) -> String {
        folder.isEmpty || folder.hasSuffix("/") ? folder + file : folder + "/" + file
    }
}
