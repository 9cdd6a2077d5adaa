import ArgumentParser
import Configuration
import Foundation
import RuleBook

struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows and checks the configuration.",
        discussion: """
            The configuration is the .belofte.yml of the nearest folder above, up to the root of the repository. docs/configuration.md explains
            its keys, and 'belofte init' writes a first one.

            Examples:
              belofte config show
              belofte config check --config .belofte.yml
              belofte config digest packs/energy
            """,
        subcommands: [Show.self, Check.self, Digest.self, Schema.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The settings that hold, each value with its origin.",
            discussion: "Example: belofte config show --config ci/belofte.yml")
        @OptionGroup var setup: SetupOptions

        mutating func run() throws { Terminal.out(try setup.load().settings.text()) }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Whether keys, values, rules and packs are in order.",
            discussion: "The first mistake is shown with its line, and the exit status is 2.\n\nExample: belofte config check")
        @OptionGroup var setup: SetupOptions

        mutating func run() throws {
            let settings = try setup.load().settings
            guard let file = settings.files.first else {
                return Terminal.out("There is no \(Settings.fileName) here or above; the defaults hold. 'belofte init' writes one.\n")
            }
            let base = settings.files.dropFirst().map { ", which extends \($0)" }.joined()
            Terminal.out("\(file)\(base): in order.\n")
        }
    }

    struct Digest: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The SHA-256 of a rule pack, as `packs` asks for it.", discussion: "Example: belofte config digest packs/energy")
        @Argument(help: "A folder laid out as Rules/, or a file with one rule.") var path: String

        mutating func run() throws {
            do throws(RuleBookError) {
                Terminal.out(try RuleBook.digest(pack: path) + "\n")
            } catch {
                throw Problem(text: RuleFinder.words(error))
            }
        }
    }

    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The configuration as a JSON Schema, for editors.", discussion: "Example: belofte config schema > belofte.schema.json"
        )

        mutating func run() throws { Terminal.out(SettingsSchema.text()) }
    }
}
