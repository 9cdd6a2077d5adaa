import Subprocess

/// The text of a PDF document, by poppler's `pdftotext` where it is installed: a fault in it stays in its own process.
struct PDFText: Sendable {
    /// Bytes of text that a document may give.
    let limit: Int
    var program = "pdftotext"
    /// Says where programs are.
    var environment = Environment.inherit
    var patience = Duration.seconds(60)

    /// A line for each word with its place, in reading order: column by column (`-layout` would mix the columns).
    /// - Throws: `Unread` where the program is missing, fails, takes too long, or finds no text.
    func text(_ document: [UInt8]) async throws(Unread) -> [UInt8] {
        let text = try await run(document)
        // Words are on level 5; a scan has pages and no words.
        guard text.split(separator: 0x0a).contains(where: { $0.starts(with: [0x35, 0x09]) }) else {
            throw Unread(reason: "no-text", detail: "a PDF document without text, as a scan is")
        }
        return text
    }

    private func run(_ document: [UInt8]) async throws(Unread) -> [UInt8] {
        let outcome = await withTaskGroup(of: Result<[UInt8], Unread>?.self) { group in
            group.addTask { await attempt(document) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return Task.isCancelled ? nil : .failure(Unread(reason: "damaged", detail: "pdftotext was still busy after a minute"))
            }
            defer { group.cancelAll() }
            for await result in group {
                if let result { return result }
            }
            return .failure(Unread(reason: "damaged", detail: "pdftotext gave nothing"))
        }
        return try outcome.get()
    }

    private func attempt(_ document: [UInt8]) async -> Result<[UInt8], Unread> {
        do {
            let file = try NamelessFile.holding(document)
            let result = try await Subprocess.run(
                .name(program), arguments: ["-q", "-tsv", "-enc", "UTF-8", "-", "-"], environment: environment,
                input: .fileDescriptor(file, closeAfterSpawningProcess: true),
                output: .bytes(limit: limit), error: .discarded)
            guard case .exited(0) = result.terminationStatus else {
                return .failure(Unread(reason: "damaged", detail: "a PDF document that pdftotext cannot read"))
            }
            return .success(result.standardOutput)
        } catch let error as SubprocessError where error.code == .executableNotFound {
            return .failure(Unread(reason: "pdf", detail: "a PDF document; install pdftotext (poppler-utils) to have it read"))
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .failure(Unread(reason: "too-large", detail: "a PDF document with more text than a page may have"))
        } catch {
            return .failure(Unread(reason: "damaged", detail: "a PDF document that pdftotext gives up"))
        }
    }
}
