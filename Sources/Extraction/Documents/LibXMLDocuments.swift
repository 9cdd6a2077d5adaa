internal import CLibXML2

/// The border to libxml2's XML parser: events go out, nothing is loaded from anywhere.
enum LibXMLDocuments {
    @unsafe private struct State {
        var events: any XMLEvents
        var context: xmlParserCtxtPtr
    }

    /// Parses UTF-8. No handler for entities or outer subsets is installed, so none is ever declared, loaded or expanded.
    /// - Returns: false where the document is broken; what stood before the break has been read.
    static func parse<Events: XMLEvents>(_ source: [UInt8], into events: inout Events) -> Bool {
        LibXML.start()
        var handlers = unsafe xmlSAXHandler()
        unsafe handlers.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe install(&handlers)
        guard source.count < Int(Int32.max) - 16, let context = unsafe xmlCreatePushParserCtxt(&handlers, nil, nil, 0, nil) else {
            return false
        }
        defer { unsafe xmlFreeParserCtxt(context) }
        let options =
            XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue
        _ = unsafe xmlCtxtUseOptions(context, Int32(options))
        var state = unsafe State(events: events, context: context)
        unsafe withUnsafeMutablePointer(to: &state) { pointer in
            unsafe context.pointee.userData = UnsafeMutableRawPointer(pointer)
            unsafe source.withUnsafeBufferPointer { buffer in
                unsafe buffer.withMemoryRebound(to: CChar.self) { bytes in
                    _ = unsafe xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), 1)
                }
            }
        }
        if let read = unsafe state.events as? Events { events = read }
        return unsafe context.pointee.wellFormed == 1
    }

    private static func install(_ handlers: inout xmlSAXHandler) {
        unsafe handlers.startElementNs = { data, name, _, _, _, _, count, _, attributes in
            guard let data = unsafe data, let name = unsafe name else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            let element = unsafe XMLElement(name: String(cString: name), attributes: LibXMLDocuments.list(attributes, Int(count)))
            unsafe state.pointee.events.start(element, at: LibXMLDocuments.place(state.pointee.context))
        }
        unsafe handlers.endElementNs = { data, name, _, _ in
            guard let data = unsafe data, let name = unsafe name else { return }
            let state = unsafe data.assumingMemoryBound(to: State.self)
            unsafe state.pointee.events.end(String(cString: name))
        }
        unsafe handlers.characters = { data, bytes, count in unsafe LibXMLDocuments.text(data, bytes, count) }
        unsafe handlers.cdataBlock = { data, bytes, count in unsafe LibXMLDocuments.text(data, bytes, count) }
    }

    private static func text(_ data: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let data = unsafe data, let bytes = unsafe bytes else { return }
        let state = unsafe data.assumingMemoryBound(to: State.self)
        let text = unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
        unsafe state.pointee.events.text(text, end: offset(state.pointee.context))
    }

    /// Bytes of the input that the parser has read.
    private static func offset(_ context: xmlParserCtxtPtr) -> Int {
        guard let input = unsafe context.pointee.input else { return 0 }
        return unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    private static func place(_ context: xmlParserCtxtPtr) -> SourcePlace {
        guard let input = unsafe context.pointee.input else { return SourcePlace(offset: 0, line: 1, column: 1) }
        return unsafe SourcePlace(offset: offset(context), line: Int(input.pointee.line), column: Int(input.pointee.col))
    }

    /// Five pointers an attribute: local name, prefix, namespace, start and end of the value. `xml:lang` keeps its prefix.
    private static func list(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) -> [(name: String, value: String)]
    {
        guard let attributes = unsafe attributes else { return [] }
        return (0..<count).compactMap { index in
            guard let name = unsafe attributes[index * 5], let start = unsafe attributes[index * 5 + 3],
                let end = unsafe attributes[index * 5 + 4]
            else { return nil }
            let local = unsafe String(cString: name)
            let prefix = unsafe attributes[index * 5 + 1].map { unsafe String(cString: $0) }
            let value = unsafe String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            return (prefix == "xml" ? "xml:" + local : local, value)
        }
    }
}
