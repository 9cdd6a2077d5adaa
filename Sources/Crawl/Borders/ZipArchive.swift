internal import CArchive

/// A ZIP file, entry by entry; names are labels here and never become paths. The only use of libarchive.
@safe final class ZipArchive {
    private let archive: OpaquePointer
    /// Kept for as long as libarchive reads from it.
    private let bytes: UnsafeMutableRawBufferPointer?

    /// A file on disk.
    init(path: String) throws(SourceFailure) {
        unsafe archive = try unsafe Self.start()
        unsafe bytes = nil
        try check(unsafe archive_read_open_filename(archive, path, 1 << 16))
    }

    /// A file in memory.
    init(_ stored: [UInt8]) throws(SourceFailure) {
        unsafe archive = try unsafe Self.start()
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: stored.count, alignment: 16)
        unsafe copy.copyBytes(from: stored)
        unsafe bytes = unsafe copy
        try check(unsafe archive_read_open_memory(archive, copy.baseAddress, copy.count))
    }

    deinit {
        unsafe archive_read_free(archive)
        unsafe bytes?.deallocate()
    }

    private static func start() throws(SourceFailure) -> OpaquePointer {
        guard let archive = unsafe archive_read_new() else {
            throw SourceFailure(reason: "compressed", detail: "libarchive cannot start")
        }
        _ = unsafe archive_read_support_format_zip(archive)
        return unsafe archive
    }

    /// The name of the next entry, or nil behind the last one. Bytes of the entry before it are passed over.
    func nextEntry() throws(SourceFailure) -> String? {
        var entry: OpaquePointer?
        let status = unsafe archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return nil }
        try check(status)
        guard let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { return "" }
        return unsafe String(cString: name)
    }

    /// More bytes of the present entry; empty at its end.
    func data() throws(SourceFailure) -> [UInt8] {
        let most = 1 << 16
        var status = 0
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: most) { target, count in
            status = unsafe archive_read_data(archive, target.baseAddress, most)
            count = max(0, status)
        }
        if status < 0 { throw SourceFailure(reason: "damaged", detail: "the ZIP data is damaged, cut off or encrypted") }
        return piece
    }

    /// Bytes of the file that were read so far.
    var taken: Int { Int(unsafe archive_filter_bytes(archive, -1)) }

    private func check(_ status: Int32) throws(SourceFailure) {
        if status < ARCHIVE_WARN { throw SourceFailure(reason: "damaged", detail: "the ZIP file is damaged, or is none") }
    }
}

/// The present entry of a ZIP file as a source.
final class ZipEntrySource: ByteSource {
    private let archive: ZipArchive

    init(_ archive: ZipArchive) { self.archive = archive }

    func next() throws(SourceFailure) -> [UInt8] { try archive.data() }

    var taken: Int { archive.taken }
}
