internal import CLibXML2

/// The border to libxml2: the only file that touches C memory. Plain bytes go out to a `MarkupBuilder`.
enum LibXML {
    @unsafe private struct State {
        var builder: MarkupBuilder
        var context: htmlParserCtxtPtr
    }

    /// Parses decoded HTML (UTF-8) through SAX into a builder.
    static func parse(_ source: [UInt8], into builder: MarkupBuilder) -> MarkupBuilder {
        guard source.count < Int(Int32.max) - 16, let context = unsafe htmlNewParserCtxt() else { return builder }
        defer { unsafe htmlFreeParserCtxt(context) }
        unsafe xmlSetStructuredErrorFunc(nil, { _, _ in })
        var state = unsafe State(builder: builder, context: context)
        var handlers = unsafe htmlSAXHandler()
        unsafe handlers.initialized = 1
        unsafe install(&handlers)
        unsafe context.pointee.sax.pointee = handlers
        let options = Int32(
            HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
                | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
        unsafe withUnsafeMutablePointer(to: &state) { pointer in
            unsafe source.withUnsafeBufferPointer { buffer in
                unsafe buffer.withMemoryRebound(to: CChar.self) { bytes in
                    unsafe context.pointee.userData = UnsafeMutableRawPointer(pointer)
                    _ = unsafe htmlCtxtReadMemory2(context, bytes.baseAddress, Int32(bytes.count), options, pointer)
                }
            }
        }
        return unsafe state.builder
    }

    /// `htmlCtxtReadMemory` resets the context, user data included; so the input is set up as it does, and the user data after it.
    private static func htmlCtxtReadMemory2(
        _ context: htmlParserCtxtPtr, _ bytes: UnsafePointer<CChar>?, _ count: Int32, _ options: Int32,
        _ state: UnsafeMutablePointer<State>
    ) -> Bool {
        guard let buffer = unsafe xmlParserInputBufferCreateMem(bytes, count, XML_CHAR_ENCODING_NONE),
            let input = unsafe xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
        else { return false }
        unsafe inputPush(context, input)
        _ = unsafe htmlCtxtUseOptions(context, options)
        if let handler = unsafe xmlFindCharEncodingHandler("UTF-8") { _ = unsafe xmlSwitchToEncoding(context, handler) }
        unsafe context.pointee.userData = UnsafeMutableRawPointer(state)
        return unsafe htmlParseDocument(context) == 0
    }

    private static func install(_ handlers: inout htmlSAXHandler) {
        unsafe handlers.startElement = { data, name, attributes in
            guard let data = unsafe data, let name = unsafe name else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            let at = unsafe LibXML.offset(state.pointee.context)
            unsafe state.pointee.builder.start(LibXML.tag(name), attributes: LibXML.list(attributes), at: at)
        }
        unsafe handlers.endElement = { data, name in
            guard let data = unsafe data, let name = unsafe name else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            unsafe state.pointee.builder.end(LibXML.tag(name))
        }
        unsafe handlers.characters = { data, bytes, count in unsafe LibXML.text(data, bytes, count) }
        unsafe handlers.ignorableWhitespace = { data, bytes, count in unsafe LibXML.text(data, bytes, count) }
        unsafe handlers.cdataBlock = { data, bytes, count in
            guard let data = unsafe data, let bytes = unsafe bytes else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            let end = unsafe LibXML.offset(state.pointee.context)
            let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
            unsafe state.pointee.builder.raw(buffer.span, end: end)
        }
    }

    private static func text(_ data: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let data = unsafe data, let bytes = unsafe bytes else { return }
        let state = unsafe data.assumingMemoryBound(to: State.self)
        let end = unsafe offset(state.pointee.context)
        let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
        unsafe state.pointee.builder.text(buffer.span, end: end)
    }

    /// Bytes of the input that the parser has read.
    private static func offset(_ context: htmlParserCtxtPtr) -> Int {
        guard let input = unsafe context.pointee.input else { return 0 }
        return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    /// The first eight letters of a name as one number.
    private static func tag(_ name: UnsafePointer<xmlChar>) -> UInt64 {
        var packed: UInt64 = 0
        var index = 0
        while index < 8, unsafe name[index] != 0 {
            unsafe packed = packed << 8 | UInt64(name[index] | 0x20)
            index += 1
        }
        return packed
    }

    /// The attributes that matter, as strings.
    private static func list(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [(name: UInt64, value: String)] {
        guard let attributes = unsafe attributes else { return [] }
        var result: [(UInt64, String)] = []
        var index = 0
        while let name = unsafe attributes[index], index < 512 {
            let packed = unsafe tag(name)
            if Attribute.wanted.contains(packed) {
                let value = unsafe attributes[index + 1]
                result.append((packed, unsafe value.map { unsafe String(cString: $0) } ?? ""))
            }
            index += 2
        }
        return result
    }

    /// Converts bytes of a named charset into UTF-8, or gives nil where libxml2 knows no such charset.
    static func convert(_ bytes: [UInt8], from label: String) -> [UInt8]? {
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
