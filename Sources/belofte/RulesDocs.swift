import ArgumentParser
import Foundation
import Reporting

extension Rules {
    struct Docs: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the catalogue of rules: a Markdown page for each.",
            discussion: """
                Pages of rules that are gone are removed; files that this command did not write are left alone.

                Example: belofte rules docs --output docs/rules
                """)
        @Option(help: ArgumentHelp("Folder to write to.", valueName: "folder")) var output: String
        @Flag(help: "Write nothing; end with status 1 where the folder does not say what the rules say.") var check = false
        @OptionGroup var setup: SetupOptions

        mutating func run() throws {
            let pages = RuleCatalogue(book: try setup.load().book).pages
            let catalogue = CatalogueFolder(path: output)
            let stale = try catalogue.stale(pages)
            guard check else {
                try catalogue.write(pages)
                return Terminal.out("\(pages.count) pages are in \(output).\n")
            }
            guard !stale.isEmpty else { return Terminal.out("The catalogue in \(output) says what the rules say.\n") }
            for name in stale.prefix(20) { Terminal.out("\(output)/\(name) is not what the rules say\n") }
            if stale.count > 20 { Terminal.out("… and \(stale.count - 20) more\n") }
            throw Problem(text: "the catalogue is out of step. Write it anew with: belofte rules docs --output \(output)", status: 1)
        }
    }
}

/// The folder in which the catalogue lies.
struct CatalogueFolder {
    let path: String

    /// Names of files that are missing, differ or are left over.
    func stale(_ pages: [RuleCatalogue.Page]) throws -> [String] {
        let differing = pages.filter { (try? text($0.name)) != $0.text }.map(\.name)
        return (differing + leftOver(pages)).sorted()
    }

    /// Brings the folder in step; what is right already is not touched.
    func write(_ pages: [RuleCatalogue.Page]) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for page in pages where (try? text(page.name)) != page.text { try Data(page.text.utf8).write(to: url(page.name)) }
            for name in leftOver(pages) { try FileManager.default.removeItem(at: url(name)) }
        } catch {
            throw Problem(text: "the catalogue cannot be written to '\(path)': \(error.localizedDescription)")
        }
    }

    /// Files that an earlier run wrote for rules that are gone.
    private func leftOver(_ pages: [RuleCatalogue.Page]) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let known = Set(pages.map(\.name))
        return names.filter { name in
            name.hasSuffix(".md") && !known.contains(name) && ((try? text(name))?.hasPrefix(RuleCatalogue.mark) ?? false)
        }
    }

    private func text(_ name: String) throws -> String { String(decoding: try Data(contentsOf: url(name)), as: UTF8.self) }

    private func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }
}
