import RuleBook

/// Cuts a block's text into words, numbers and signs. French splits at apostrophes.
struct Tokeniser {
    private var folded: [UInt8] = []
    let splitsApostrophes: Bool

    init(language: String) {
        splitsApostrophes = language == "fr"
        folded.reserveCapacity(64)
    }

    /// Appends the tokens of `text[range]`.
    mutating func tokenise(
        _ text: [UInt8], _ range: Range<Int32>, _ vocabulary: inout Vocabulary, into tokens: inout [Token]
    ) {
        var at = Int(range.lowerBound)
        let end = Int(range.upperBound)
        var space = true
        var hyphen = false
        while at < end {
            let byte = text[at]
            if byte == 0x20 || byte == 0x0a || byte == 0x09 {
                space = true
                hyphen = false
                at += 1
                continue
            }
            let (scalar, width) = scalar(text, at, end)
            if scalar == 0xa0 || scalar == 0x202f || scalar == 0x2009 || scalar == 0x2007 {
                space = true
                hyphen = false
                at += width
                continue
            }
            if Folding.isIgnored(scalar) {
                at += width
                continue
            }
            let start = at
            var token = Token(
                start: Int32(start), end: 0, kind: .sign, spaceBefore: space, hyphenBefore: hyphen, value: 0, digits: 0,
                capital: false, word: 0)
            if isDigit(byte) {
                at = number(text, at, end, &token)
            } else if isLetter(scalar) {
                at = word(text, at, end, &token)
            } else {
                at += width
                folded.removeAll(keepingCapacity: true)
                Folding.fold(Unicode.Scalar(scalar) ?? "?", into: &folded)
                token.value = folded.count == 1 ? UInt32(folded[0]) : scalar
                if token.value == 0x20 {
                    space = true
                    continue
                }
            }
            hyphen = false
            if token.kind == .sign, token.value == 0x2d, joins(text, start, at, end) {
                hyphen = true
                continue
            }
            token.end = Int32(at)
            token.word = vocabulary.entry(folded)
            tokens.append(token)
            space = false
        }
    }

    /// A hyphen between two letters, or between a digit and a letter, joins them.
    private func joins(_ text: [UInt8], _ start: Int, _ after: Int, _ end: Int) -> Bool {
        guard start > 0, after < end else { return false }
        let (before, next) = (text[start - 1], text[after])
        let letters = isLetterByte(before) && isLetterByte(next)
        return letters || isDigit(before) && isLetterByte(next)
    }

    private mutating func number(_ text: [UInt8], _ start: Int, _ end: Int, _ token: inout Token) -> Int {
        var at = start
        var value: UInt32 = 0
        folded.removeAll(keepingCapacity: true)
        while at < end, isDigit(text[at]) {
            value = value > 100_000_000 ? value : value * 10 + UInt32(text[at] - 0x30)
            folded.append(text[at])
            at += 1
        }
        token.kind = .number
        token.value = value
        token.digits = UInt8(min(at - start, 255))
        return at
    }

    private mutating func word(_ text: [UInt8], _ start: Int, _ end: Int, _ token: inout Token) -> Int {
        var at = start
        folded.removeAll(keepingCapacity: true)
        token.kind = .word
        while at < end {
            let byte = text[at]
            if byte < 0x80 {
                if byte >= 0x61 && byte <= 0x7a {
                    folded.append(byte)
                } else if byte >= 0x41 && byte <= 0x5a {
                    if at == start { token.capital = true }
                    folded.append(byte | 0x20)
                } else if byte == 0x27, !splitsApostrophes, at + 1 < end, isLetterByte(text[at + 1]) {
                    folded.append(byte)
                } else {
                    break
                }
                at += 1
                continue
            }
            let (scalar, width) = scalar(text, at, end)
            if scalar == 0x2019 || scalar == 0x2018 {
                guard !splitsApostrophes, at + width < end, isLetterByte(text[at + width]) else { break }
                folded.append(0x27)
            } else if isLetter(scalar) {
                if at == start { token.capital = Unicode.Scalar(scalar)?.properties.isUppercase ?? false }
                Folding.fold(Unicode.Scalar(scalar) ?? "?", into: &folded)
            } else if !Folding.isIgnored(scalar) {
                break
            }
            at += width
        }
        if splitsApostrophes { at = afterElision(text, at, end) }
        return max(at, start + 1)
    }

    /// An elision keeps its apostrophe, so that "l'équipe" is two words and not three tokens.
    private func afterElision(_ text: [UInt8], _ at: Int, _ end: Int) -> Int {
        guard at < end else { return at }
        let (scalar, width) = scalar(text, at, end)
        guard scalar == 0x27 || scalar == 0x2019 || scalar == 0x2018, at + width < end else { return at }
        return isLetter(self.scalar(text, at + width, end).0) ? at + width : at
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func isLetterByte(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7a || byte >= 0x41 && byte <= 0x5a || byte >= 0xc3 && byte != 0xe2  // E2: spaces and signs
    }

    private func isLetter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7a || scalar >= 0x41 && scalar <= 0x5a }
        if scalar < 0xc0 { return scalar == 0xaa || scalar == 0xba }
        if scalar == 0xd7 || scalar == 0xf7 { return false }
        return !(0x2000...0x2bff).contains(scalar) && !(0x3000...0x303f).contains(scalar) && scalar < 0xfe00
            || (0xfb00...0xfb06).contains(scalar)
    }

    /// Decodes one scalar of valid UTF-8.
    private func scalar(_ text: [UInt8], _ at: Int, _ end: Int) -> (UInt32, Int) {
        let byte = UInt32(text[at])
        if byte < 0x80 { return (byte, 1) }
        let width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
        guard at + width <= end else { return (0xfffd, max(1, end - at)) }
        var value = byte & (width == 2 ? 0x1f : width == 3 ? 0x0f : 0x07)
        for index in 1..<width { value = value << 6 | UInt32(text[at + index]) & 0x3f }
        return (value, width)
    }
}
