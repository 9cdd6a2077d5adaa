/// Numbers short runs of bytes in the order in which they come.
///
/// It is asked for pieces of longer texts and copies only what it keeps, so that a piece that it knows costs no memory.
struct ByteTable: Sendable {
    private struct Entry {
        var hash: UInt64
        var start: Int32
        var end: Int32
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// Open addressing, at most half full; -1 where nothing is.
    private var slots = [Int32](repeating: -1, count: 64)

    var count: Int { entries.count }

    /// The number of a run, or nil where it is unknown.
    func index(_ run: ArraySlice<UInt8>) -> Int? { index(run, hash: Self.hash(run)) }

    /// The number of a run whose hash is known already.
    func index(_ run: ArraySlice<UInt8>, hash: UInt64) -> Int? {
        let found = slots[slot(run, hash)]
        return found < 0 ? nil : Int(found)
    }

    /// The number of a run, which may be new.
    mutating func insert(_ run: ArraySlice<UInt8>) -> (index: Int, isNew: Bool) {
        let hash = Self.hash(run)
        var slot = slot(run, hash)
        if slots[slot] >= 0 { return (Int(slots[slot]), false) }
        if entries.count * 2 >= slots.count {
            grow()
            slot = self.slot(run, hash)
        }
        slots[slot] = Int32(entries.count)
        let start = Int32(bytes.count)
        bytes += run
        entries.append(Entry(hash: hash, start: start, end: Int32(bytes.count)))
        return (entries.count - 1, true)
    }

    func run(_ index: Int) -> ArraySlice<UInt8> { bytes[Int(entries[index].start)..<Int(entries[index].end)] }

    /// Where a run stands, or the free slot where it would.
    private func slot(_ run: ArraySlice<UInt8>, _ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Self.home(hash) & mask
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, matches(entry, run) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func matches(_ entry: Entry, _ run: ArraySlice<UInt8>) -> Bool {
        guard Int(entry.end - entry.start) == run.count else { return false }
        var at = Int(entry.start)
        for byte in run {
            if bytes[at] != byte { return false }
            at += 1
        }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            var slot = Self.home(entry.hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }

    private static func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 29) }

    /// FNV-1a, one byte at a time.
    static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    static func hash(_ run: ArraySlice<UInt8>) -> UInt64 {
        var hash = start
        for byte in run { hash = step(hash, byte) }
        return hash
    }
}
