import Claims

/// What was not read or not judged, in memory that does not grow with the dump: what is told twice in the same words is one record with a
/// number, and when the room for names is used up the rest is counted by reason.
struct LeftOut {
    private var named: [NotJudged] = []
    /// Places in `named` by hash, as whole records would take as much again.
    private var places: [Int: Int32] = [:]
    private var unnamed: [Kind: Int] = [:]
    /// Bytes that may still be spent on names.
    private var room: Int

    private struct Kind: Hashable {
        var reason: String
        var unread: Bool
    }

    /// - Parameter room: bytes for records with names, about 400 of them each.
    init(room: Int = 32 << 20) { self.room = room }

    mutating func add(_ record: NotJudged) {
        var record = record
        let times = record.files
        record.times = nil
        let hash = record.hashValue
        if let place = places[hash], isSame(named[Int(place)], record) {
            named[Int(place)].times = named[Int(place)].files + times
        } else if room > 0 {
            room -= Self.weight(record)
            places[hash] = Int32(named.count)
            record.times = times > 1 ? times : nil
            named.append(record)
        } else {
            unnamed[Kind(reason: record.reason, unread: record.unread), default: 0] += times
        }
    }

    /// In the order in which they came; what has no name is last, in no order.
    var records: [NotJudged] {
        named
            + unnamed.map { kind, times in
                let detail = "more of the same than are named one by one"
                var record = NotJudged(file: ".", reason: kind.reason, detail: detail, unread: kind.unread)
                record.times = times > 1 ? times : nil
                return record
            }
    }

    private func isSame(_ known: NotJudged, _ new: NotJudged) -> Bool {
        var known = known
        known.times = nil
        return known == new
    }

    private static func weight(_ record: NotJudged) -> Int {
        300 + record.file.utf8.count + (record.url?.utf8.count ?? 0) + (record.target?.utf8.count ?? 0) + record.detail.utf8.count
    }
}
