import Foundation

/// The only place that writes to the terminal and ends the process.
enum Terminal {
    static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_DFL) }

    static func out(_ text: String) { write(Array(text.utf8)) }

    static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

    static func line(_ bytes: [UInt8]) { write(bytes + [0x0a]) }

    /// Something went wrong: to stderr.
    static func problem(_ text: String) { FileHandle.standardError.write(Data("belofte: \(text)\n".utf8)) }

    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    static var errorIsTerminal: Bool { isatty(2) == 1 }
    static var outputIsTerminal: Bool { isatty(1) == 1 }

    static func exit(_ status: Int32) -> Never { Foundation.exit(status) }
}

/// A failure with its sentence and exit status.
struct Problem: Error {
    var text: String
    var status: Int32 = 2
}
