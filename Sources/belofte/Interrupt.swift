import Dispatch
import Foundation
import Synchronization

/// What Ctrl-C does: the process ends with status 130 (143 where it is told to terminate), and never in the middle of a report.
enum Interrupt {
    private static let writing = Mutex(())

    /// - Returns: What watches, for as long as it is kept.
    static func watch() -> [any DispatchSourceSignal] {
        [(SIGINT, Int32(130)), (SIGTERM, 143)].compactMap { number, status in
            // Who starts a program in the background may have it ignore Ctrl-C, and that stays so.
            if isIgnored(number) { return nil }
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler { end(status) }
            source.activate()
            return source
        }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigIgn:") }) else { return false }
        return UInt64(line.dropFirst(7).filter(\.isHexDigit), radix: 16).map { $0 >> UInt64(number - 1) & 1 == 1 } ?? false
    }

    /// Writes a file that is whole or absent; Ctrl-C waits until it is either.
    /// - Parameter inPlace: for what cannot be replaced, as a pipe.
    static func write(_ bytes: [UInt8], to file: String, inPlace: Bool = false) throws {
        try undisturbed { try Data(bytes).write(to: URL(fileURLWithPath: file), options: inPlace ? [] : .atomic) }
    }

    /// Writes something to its end; Ctrl-C waits for it.
    static func undisturbed(_ body: () throws -> Void) throws { try writing.withLock { _ in try body() } }

    private static func end(_ status: Int32) {
        writing.withLock { _ in
            if Terminal.errorIsTerminal { Terminal.sayOver("") }
            Terminal.exitNow(status)
        }
    }
}
