import Foundation

/// The only place that writes to the terminal and ends the process.
enum Terminal {
    /// Whoever reads us may stop early, as `head` does: that ends the program, quietly.
    static func endWithBrokenPipes() { _ = signal(SIGPIPE, SIG_DFL) }

    static func out(_ text: String) { write(Array(text.utf8)) }

    static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

    static func line(_ bytes: [UInt8]) { write(bytes + [0x0a]) }

    /// Something went wrong: to stderr.
    static func problem(_ text: String) { FileHandle.standardError.write(Data("belofte: \(text)\n".utf8)) }

    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Puts a line in the place of the one before it, without a line end.
    static func sayOver(_ text: String) { FileHandle.standardError.write(Data(("\r\u{1b}[2K" + text).utf8)) }

    /// Text out of a crawl for a terminal: no control character gets through.
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{fffd}" : $0 }))
    }

    static var errorIsTerminal: Bool { isatty(2) == 1 }
    static var outputIsTerminal: Bool { isatty(1) == 1 }

    static func exit(_ status: Int32) -> Never { Foundation.exit(status) }

    /// Ends the process while other threads of it are still at work.
    static func exitNow(_ status: Int32) -> Never { _exit(status) }
}

/// A failure with its sentence and exit status.
struct Problem: Error {
    var text: String
    var status: Int32 = 2
}
