internal import CLibXML2
import Foundation

/// The border to libxml2: the only file that touches C memory. Plain bytes go out to a `MarkupBuilder`.
///
/// It keeps one parser context with its dictionary of names from page to page, so it must not be used by two threads at once: each
/// worker has its own.
@safe
final class LibXML: @unchecked Sendable {
    private var context: htmlParserCtxtPtr?
    private var pages = 0
    /// The page with a NUL behind it, as the parser wants it.
    private var ended: [UInt8] = []
    /// The memory for the attributes of a tag.
    private var attributes = AttributeList()
    /// The dictionary keeps all names that it ever met; after so many pages, or a large one, it starts anew.
    private static let mostPages = 256
    private static let largePage = 1 << 20

    deinit { drop() }

    private func drop() {
        if let context = unsafe context { unsafe htmlFreeParserCtxt(context) }
        unsafe context = nil
        (pages, ended) = (0, [])
    }

    private func freshContext() -> htmlParserCtxtPtr? {
        pages += 1
        if let context = unsafe context {
            unsafe htmlCtxtReset(context)
            return unsafe context
        }
        unsafe context = unsafe htmlNewParserCtxt()
        return unsafe context
    }

    @unsafe private struct State {
        var builder: MarkupBuilder
        var context: htmlParserCtxtPtr
        /// The parser left out characters that may not stand in a page.
        var hasControls = false
    }

    /// More open elements than this are not kept by the parser. It looks through all of them at every end tag, so that a page of nothing
    /// but open elements would take hours; and no author means so many.
    private static let deepest: Int32 = 256

    /// Parses decoded HTML (UTF-8) through SAX into a builder.
    /// - Parameter isClean: the source has no control signs; what is still no character is a reference such as `&#27;`, left out.
    /// - Returns: nil where the source has a NUL or other control signs, of which the parser drops the rest or themselves.
    func parse(_ source: [UInt8], into builder: consuming MarkupBuilder, isClean: Bool = false) -> MarkupBuilder? {
        Self.start()
        guard source.count < Int(Int32.max) - 16, let context = unsafe freshContext() else { return builder }
        defer { if pages >= Self.mostPages || source.count >= Self.largePage { drop() } }
        ended.removeAll(keepingCapacity: true)
        ended += source
        ended.append(0)
        var state = unsafe State(builder: builder, context: context)
        unsafe swap(&state.builder.attributes, &attributes)
        defer { unsafe swap(&state.builder.attributes, &attributes) }
        unsafe Self.prepare(context)
        unsafe withUnsafeMutablePointer(to: &state) { pointer in
            unsafe xmlSetStructuredErrorFunc(pointer, { data, error in unsafe LibXML.note(error, data) })
            unsafe ended.withUnsafeBufferPointer { buffer in unsafe Self.run(context, buffer, pointer) }
            unsafe xmlSetStructuredErrorFunc(nil, { _, _ in })
        }
        return unsafe state.hasControls && !isClean ? nil : state.builder
    }

    private static func prepare(_ context: htmlParserCtxtPtr) {
        var handlers = unsafe htmlSAXHandler()
        unsafe handlers.initialized = 1
        unsafe install(&handlers)
        unsafe context.pointee.sax.pointee = handlers
        let options = Int32(
            HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue
                | HTML_PARSE_IGNORE_ENC.rawValue)
        _ = unsafe htmlCtxtUseOptions(context, options)
    }

    /// The parser reads the bytes where they are: nothing is copied, and its offsets are those of the source.
    private static func run(_ context: htmlParserCtxtPtr, _ source: UnsafeBufferPointer<UInt8>, _ state: UnsafeMutablePointer<State>) {
        guard let start = source.baseAddress, let input = unsafe xmlNewInputStream(context) else { return }
        if unsafe strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)) != source.count - 1 {
            unsafe state.pointee.hasControls = true
        }
        unsafe (input.pointee.base, input.pointee.cur, input.pointee.end) = (start, start, start + source.count - 1)
        unsafe inputPush(context, input)
        unsafe context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        unsafe context.pointee.userData = UnsafeMutableRawPointer(state)
        if unsafe !state.pointee.hasControls { _ = unsafe htmlParseDocument(context) }
    }

    private static func note(_ error: xmlErrorPtr?, _ data: UnsafeMutableRawPointer?) {
        guard let error = unsafe error, let data = unsafe data, unsafe error.pointee.code == Int32(XML_ERR_INVALID_CHAR.rawValue) else {
            return
        }
        unsafe data.assumingMemoryBound(to: State.self).pointee.hasControls = true
    }

    private static func install(_ handlers: inout htmlSAXHandler) {
        unsafe handlers.startElement = { data, name, attributes in
            guard let data = unsafe data, let name = unsafe name else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            unsafe LibXML.list(attributes, into: &state.pointee.builder.attributes)
            let place = unsafe LibXML.place(state.pointee.context)
            unsafe state.pointee.builder.start(LibXML.hash(name), at: place)
            unsafe LibXML.forgetOutermost(state.pointee.context)
        }
        unsafe handlers.endElement = { data, name in
            guard let data = unsafe data, let name = unsafe name else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            unsafe state.pointee.builder.end(LibXML.hash(name), at: LibXML.offset(state.pointee.context))
        }
        unsafe handlers.characters = { data, bytes, count in unsafe LibXML.text(data, bytes, count) }
        unsafe handlers.ignorableWhitespace = { data, bytes, count in unsafe LibXML.text(data, bytes, count) }
        unsafe handlers.comment = { data, text in
            guard let data = unsafe data, let text = unsafe text else { return }
            let length = unsafe Int(xmlStrlen(text))
            let bytes = unsafe UnsafeBufferPointer(start: text, count: length)
            guard length < 4096, unsafe SuppressionWords.isOne(bytes) else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            let words = unsafe String(decoding: bytes, as: UTF8.self)
            unsafe state.pointee.builder.comment(words, end: LibXML.offset(state.pointee.context))
        }
        unsafe handlers.cdataBlock = { data, _, _ in
            guard let data = unsafe data else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            unsafe state.pointee.builder.raw(end: LibXML.offset(state.pointee.context))
        }
    }

    private static func text(_ data: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let data = unsafe data, let bytes = unsafe bytes else { return }
        let state = unsafe data.assumingMemoryBound(to: State.self)
        let end = unsafe offset(state.pointee.context)
        let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
        unsafe state.pointee.builder.text(buffer, end: end)
    }

    /// Bytes of the input that the parser has read.
    private static func offset(_ context: htmlParserCtxtPtr) -> Int {
        guard let input = unsafe context.pointee.input else { return 0 }
        return unsafe input.pointee.cur - input.pointee.base
    }

    private static func place(_ context: htmlParserCtxtPtr) -> SourcePlace {
        guard let input = unsafe context.pointee.input else { return SourcePlace(offset: 0, line: 1, column: 1) }
        return unsafe SourcePlace(
            offset: input.pointee.cur - input.pointee.base, line: Int(input.pointee.line), column: Int(input.pointee.col))
    }

    /// Drops the oldest half of too many open elements, all but the document and its body.
    private static func forgetOutermost(_ context: htmlParserCtxtPtr) {
        let count = unsafe context.pointee.nameNr
        guard count > deepest, let names = unsafe context.pointee.nameTab else { return }
        let (kept, dropped) = (2, Int(deepest) / 2)
        for index in kept..<(Int(count) - dropped) { unsafe names[index] = names[index + dropped] }
        unsafe context.pointee.nameNr = count - Int32(dropped)
    }

    private static func hash(_ name: UnsafePointer<xmlChar>) -> UInt64 {
        var hash = NameHash()
        var index = 0
        while unsafe name[index] != 0 {
            unsafe hash.add(name[index])
            index += 1
        }
        return hash.value
    }

    /// The attributes that matter.
    private static func list(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, into list: inout AttributeList) {
        list.removeAll()
        guard let attributes = unsafe attributes else { return }
        var index = 0
        while let name = unsafe attributes[index], index < 512 {
            if let attribute = unsafe Attribute.of(hash(name)), !list.has(attribute) {
                let value = unsafe attributes[index + 1]
                let bytes = unsafe UnsafeBufferPointer(start: value, count: value.map { unsafe Int(xmlStrlen($0)) } ?? 0)
                unsafe list.append(attribute, bytes)
            }
            index += 2
        }
    }

    /// Sets libxml2 up, once, before any thread uses it: two threads that do so by themselves at the same moment wait for each other
    /// for ever (2.9.14, in `xmlRandom`).
    static func start() { started }

    private static let started: Void = {
        keepPieces()
        xmlInitParser()
    }()

    /// For each attribute the parser asks for a hundred bytes and at once for two hundred. Where every piece has at least as many, it
    /// stays where it is and the next attribute gets it again.
    private static func keepPieces() {
        #if os(Linux)
            _ = unsafe xmlMemSetup(
                { unsafe free($0) }, { unsafe malloc(max($0, 256)) },
                { old, size in
                    guard let old = unsafe old, unsafe malloc_usable_size(old) >= size else { return unsafe realloc(old, max(size, 256)) }
                    return unsafe old
                },
                { text in unsafe text.flatMap { unsafe strdup($0) } })
        #endif
    }

    /// Converts bytes of a named charset into UTF-8, or gives nil where libxml2 knows no such charset.
    static func convert(_ bytes: [UInt8], from label: String) -> [UInt8]? {
        start()
        guard let handler = unsafe xmlFindCharEncodingHandler(label) else { return nil }
        defer { unsafe xmlCharEncCloseFunc(handler) }
        guard let input = unsafe xmlBufferCreate(), let output = unsafe xmlBufferCreate() else { return nil }
        defer {
            unsafe xmlBufferFree(input)
            unsafe xmlBufferFree(output)
        }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            _ = unsafe xmlBufferAdd(input, buffer.baseAddress, Int32(buffer.count))
        }
        var rounds = 0
        while unsafe xmlBufferLength(input) > 0, rounds < bytes.count + 8 {
            if unsafe xmlCharEncInFunc(handler, output, input) <= 0 { break }
            rounds += 1
        }
        let count = Int(unsafe xmlBufferLength(output))
        guard count > 0, let content = unsafe xmlBufferContent(output) else { return nil }
        return unsafe Array(UnsafeBufferPointer(start: content, count: count))
    }
}
