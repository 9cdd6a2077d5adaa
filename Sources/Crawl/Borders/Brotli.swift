internal import CBrotli

/// Brotli bodies. The only use of libbrotli.
enum Brotli {
    static func all(_ bytes: [UInt8], limit: Int) -> Inflate.Outcome {
        guard let state = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else { return .damaged }
        defer { unsafe BrotliDecoderDestroyInstance(state) }
        var output: [UInt8] = []
        return unsafe bytes.withUnsafeBufferPointer { source in
            var (input, left) = (source.baseAddress, source.count)
            while true {
                var result = BROTLI_DECODER_RESULT_ERROR
                output += unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { target, produced in
                    var (next, room) = (target.baseAddress, target.count)
                    result = unsafe BrotliDecoderDecompressStream(state, &left, &input, &room, &next, nil)
                    produced = target.count - room
                }
                if output.count > limit { return .tooLarge }
                switch result {
                case BROTLI_DECODER_RESULT_SUCCESS: return .plain(output)
                case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
                default: return .damaged
                }
            }
        }
    }
}
