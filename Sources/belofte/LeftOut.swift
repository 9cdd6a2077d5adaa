import Claims

/// What was not read or not judged, in memory that does not grow with the dump: what is told twice in the same words is one record with a
/// number, and when the room for names is used up the rest is counted by reason.
struct LeftOut {
    private var named: [NotJudged: Int] = [:]
    private var unnamed: [Kind: Int] = [:]
    /// Bytes that may still be spent on names.
    private var room: Int

    private struct Kind: Hashable {
        var reason: String
        var unread: Bool
    }

    /// - Parameter room: bytes for records with names, about 300 of them each.
    init(room: Int = 48 << 20) { self.room = room }

    mutating func add(_ record: NotJudged) {
        var record = record
        let times = record.files
        record.times = nil
        if let index = named.index(forKey: record) {
            named.values[index] += times
        } else if room > 0 {
            room -= Self.weight(record)
            named[record] = times
        } else {
            unnamed[Kind(reason: record.reason, unread: record.unread), default: 0] += times
        }
    }

    /// In no order.
    var records: [NotJudged] {
        let all = named.map { Self.counted($0.key, $0.value) }
        return all
            + unnamed.map { kind, times in
                let detail = "more of the same than are named one by one"
                return Self.counted(NotJudged(file: ".", reason: kind.reason, detail: detail, unread: kind.unread), times)
            }
    }

    private static func counted(_ record: NotJudged, _ times: Int) -> NotJudged {
        var record = record
        record.times = times > 1 ? times : nil
        return record
    }

    private static func weight(_ record: NotJudged) -> Int {
        200 + record.file.utf8.count + (record.url?.utf8.count ?? 0) + (record.target?.utf8.count ?? 0) + record.detail.utf8.count
    }
}
