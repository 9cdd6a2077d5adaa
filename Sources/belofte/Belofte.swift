import ArgumentParser

@main
struct Belofte: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "belofte",
        abstract: "Checks what an organisation promises against what its own pages and policies say.",
        discussion: """
            Belofte reads marketing pages and service policies, finds brand promises, service promises and process rules,
            and reports where they contradict each other or have nothing behind them. It works offline.

            Examples:
              belofte audit www.coolbank.example/ --report html=report.html
              belofte extract site/ | belofte judge
              belofte rules explain "We answer every mail within a day."
            """,
        subcommands: [
            Init.self, Audit.self, Extract.self, JudgeCommand.self, Explain.self, Report.self, Rules.self, Pages.self,
            BaselineCommand.self, Config.self, Diff.self,
        ] + ledger,
        defaultSubcommand: nil)

    /// A build without the trait knows no ledger.
    private static var ledger: [any ParsableCommand.Type] {
        #if Ledger
            [LedgerCommand.self]
        #else
            []
        #endif
    }

    /// Exit status: 0 fine, 1 findings, 2 could not run, 3 incomplete.
    static func main() async {
        Terminal.endWithBrokenPipes()
        if CommandLine.arguments.dropFirst() == ["--version"] { return Version.show() }
        let watch = Interrupt.watch()
        defer { withExtendedLifetime(watch) {} }
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(withStatus: code.rawValue)
        } catch let problem as Problem {
            Terminal.problem(problem.text)
            exit(withStatus: problem.status)
        } catch {
            finish(error)
        }
    }

    /// Help goes to stdout with status 0; a usage error is one sentence and status 2.
    private static func finish(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        if code == .success {
            Terminal.out(fullMessage(for: error) + "\n")
            exit(withStatus: 0)
        }
        Terminal.problem(message(for: error) + "\nTry 'belofte --help'.")
        exit(withStatus: 2)
    }

    private static func exit(withStatus status: Int32) -> Never { Terminal.exit(status) }
}
