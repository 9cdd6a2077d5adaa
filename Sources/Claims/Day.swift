/// Days as `YYYY-MM-DD`, which sort as they follow each other.
public enum Day {
    /// The text is a day that exists.
    public static func isOne(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2d, bytes[7] == 0x2d else { return false }
        let numbers = [bytes[0..<4], bytes[5..<7], bytes[8..<10]].map { digits in
            digits.allSatisfy { (0x30...0x39).contains($0) } ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
        }
        guard numbers[0] > 0, (1...12).contains(numbers[1]) else { return false }
        return (1...length(of: numbers[1], in: numbers[0])).contains(numbers[2])
    }

    private static func length(of month: Int, in year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}
