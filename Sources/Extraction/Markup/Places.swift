/// An offset in bytes of a source, with its line and column (1-based, counting characters).
struct SourcePlace: Sendable {
    var offset: Int
    var line: Int
    var column: Int
}

/// Lines and columns (1-based, counting characters) of offsets in a source.
///
/// Made for one pass: it walks on from where it was and keeps a mark every few thousand bytes, so that any order of questions costs
/// about one walk over the source, also where all of it is one line.
struct Places {
    private struct Mark {
        var offset = 0
        var line = 1
        var column = 1
    }

    private var marks = [Mark()]
    private static let distance = 4096

    mutating func place(_ offset: Int, in source: [UInt8]) -> (line: Int, column: Int) {
        let target = min(max(offset, 0), source.count)
        while let last = marks.last, last.offset + Self.distance <= target {
            marks.append(Self.walk(last, to: last.offset + Self.distance, source))
        }
        let place = Self.walk(marks[target / Self.distance], to: target, source)
        return (place.line, place.column)
    }

    private static func walk(_ start: Mark, to end: Int, _ source: [UInt8]) -> Mark {
        var mark = start
        for index in start.offset..<end {
            let byte = source[index]
            if byte == 0x0a {
                (mark.line, mark.column) = (mark.line + 1, 1)
            } else if byte & 0xc0 != 0x80 {
                mark.column += 1
            }
        }
        mark.offset = end
        return mark
    }
}

extension Document {
    /// The offset in the source of an offset of `text`.
    func sourceOffset(of offset: Int) -> Int {
        guard !segments.isEmpty else { return 0 }
        var (low, high) = (0, segments.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(segments[middle].text) <= offset { low = middle } else { high = middle }
        }
        let segment = segments[low]
        return segment.atomic ? Int(segment.source) : advance(from: Int(segment.source), by: offset - Int(segment.text))
    }

    /// Walks over source text as it was collapsed: a run of white space counts for one byte.
    private func advance(from start: Int, by count: Int) -> Int {
        var (at, left) = (start, count)
        while left > 0, at < source.count {
            if isSpace(source[at]) {
                while at + 1 < source.count, isSpace(source[at + 1]) { at += 1 }
            }
            at += 1
            left -= 1
        }
        return at
    }
}

/// White space of HTML.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 || byte == 0x0c }
