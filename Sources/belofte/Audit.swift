import ArgumentParser

struct Audit: AsyncParsableCommand {
    @OptionGroup var input: InputOptions
    mutating func run() async throws {}
}
struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "judge")
    mutating func run() async throws {}
}
