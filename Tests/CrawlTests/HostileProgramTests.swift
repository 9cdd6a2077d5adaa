import Foundation
import Subprocess
import Testing

@testable import Crawl

/// A PDF document can do to its reader whatever it likes: the reader is another program, and what it does is bounded here.
struct HostileProgramTests {
    private func reason(_ script: String, patience: Duration = .seconds(30), _ scratch: Scratch) async throws -> String {
        let program = try scratch.write("pdftotext", "#!/bin/sh\n" + script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let environment = Environment.inherit.updating(["PATH": scratch.path + ":/usr/bin:/bin"])
        do {
            _ = try await PDFText(limit: 1 << 20, environment: environment, patience: patience).text(Array("%PDF-".utf8))
            return "text"
        } catch {
            return error.reason
        }
    }

    @Test(arguments: [
        ("yes", "too-large"), ("exit 1", "damaged"), ("kill -SEGV $$", "damaged"), ("exec cat >/dev/null", "no-text"),
        ("yes >&2 & sleep 0.2; kill $!; exit 3", "damaged"), ("printf '5\\t1\\n'", "text"),
    ])
    func whateverTheReaderDoes(_ script: String, _ expected: String) async throws {
        #expect(try await reason(script, Scratch()) == expected)
    }

    /// It is ended, and leaves nothing behind.
    @Test func readerThatNeverEnds() async throws {
        let scratch = try Scratch()
        let note = scratch.path + "/process"
        #expect(try await reason("echo $$ > \(note); exec sleep 1000", patience: .seconds(2), scratch) == "damaged")
        let process = try #require(Int32(try String(contentsOfFile: note, encoding: .utf8).trimmed))
        #expect(kill(process, 0) == -1)
    }

    @Test func readerThatIsNotThere() async {
        do {
            _ = try await PDFText(limit: 1000, program: "no-such-program-here").text([1])
            Issue.record("nothing reads it")
        } catch {
            #expect(error.reason == "pdf")
        }
    }
}
