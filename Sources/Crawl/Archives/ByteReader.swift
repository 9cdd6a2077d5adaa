/// Lines and counted bytes out of a source, with no more in memory than is asked for.
struct ByteReader {
    private let source: any ByteSource
    private var piece: [UInt8] = []
    private var at = 0
    /// Bytes taken so far.
    private(set) var offset = 0

    init(_ source: any ByteSource) { self.source = source }

    /// Bytes of the file underneath that were taken so far.
    var taken: Int { source.taken }

    enum Line {
        /// Without its line end.
        case text([UInt8])
        /// Longer than allowed; what was read of it is gone, the rest of it comes next.
        case tooLong
        case end
    }

    /// Up to the next line feed.
    mutating func line(most: Int) throws(SourceFailure) -> Line {
        var result: [UInt8] = []
        while try fill() {
            let stop = min(piece.count, at + most - result.count + 1)
            if let feed = piece[at..<stop].firstIndex(of: 0x0a) {
                result += piece[at..<feed]
                advance(to: feed + 1)
                if result.last == 0x0d { result.removeLast() }
                return .text(result)
            }
            result += piece[at..<stop]
            advance(to: stop)
            if result.count > most { return .tooLong }
        }
        return result.isEmpty ? .end : .text(result)
    }

    /// That many bytes, or as many as there are.
    mutating func take(_ count: Int) throws(SourceFailure) -> [UInt8] {
        var result: [UInt8] = []
        // The count comes from the archive and may lie, so memory is asked for as the bytes come.
        result.reserveCapacity(min(count, 1 << 20))
        while result.count < count, try fill() {
            let stop = min(piece.count, at + count - result.count)
            result += piece[at..<stop]
            advance(to: stop)
        }
        return result
    }

    /// Passes over that many bytes; gives how many there were.
    mutating func skip(_ count: Int) throws(SourceFailure) -> Int {
        var left = count
        while left > 0, try fill() {
            let step = min(left, piece.count - at)
            advance(to: at + step)
            left -= step
        }
        return count - left
    }

    private mutating func fill() throws(SourceFailure) -> Bool {
        if at < piece.count { return true }
        piece = try source.next()
        at = 0
        return !piece.isEmpty
    }

    private mutating func advance(to next: Int) {
        offset += next - at
        at = next
    }
}
