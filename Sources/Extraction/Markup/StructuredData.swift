import Foundation

/// Opening hours and descriptions from JSON-LD, with the place where they are written.
enum StructuredData {
    struct Found {
        var property: String
        /// Property and value as written.
        var text: String
        var source: Int
        var hours = ""
        /// Days of the year on which the hours hold, or on which it is closed where `hours` is empty.
        var days: [String] = []
        var channel = "any"
        var touchpoint = "ask"
    }

    /// Any JSON, bounded in depth by the decoder.
    enum JSON: Decodable {
        case object([String: JSON])
        case array([JSON])
        case text(String)
        case other

        init(from decoder: any Decoder) throws {
            if let map = try? decoder.container(keyedBy: Key.self) {
                var object: [String: JSON] = [:]
                for key in map.allKeys { object[key.stringValue] = (try? map.decode(JSON.self, forKey: key)) ?? .other }
                self = .object(object)
            } else if var list = try? decoder.unkeyedContainer() {
                var items: [JSON] = []
                while !list.isAtEnd { items.append(try list.decode(JSON.self)) }
                self = .array(items)
            } else if let text = try? decoder.singleValueContainer().decode(String.self) {
                self = .text(text)
            } else {
                self = .other
            }
        }

        struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        var strings: [String] {
            switch self {
            case .text(let text): [text]
            case .array(let items): items.flatMap(\.strings)
            default: []
            }
        }
    }

    static func read(_ script: [UInt8], at source: Int) -> [Found] {
        guard let root = try? JSONDecoder().decode(JSON.self, from: Data(script)) else { return [] }
        var found: [Found] = []
        walk(root, key: "", type: "", depth: 0, into: &found)
        var from = 0
        return found.map { item in
            var item = item
            let key = keys[item.property] ?? item.property
            let at = position(of: "\"" + key + "\"", in: script, from: from) ?? position(of: "\"" + key + "\"", in: script, from: 0) ?? 0
            if keys[item.property] != nil { item.text = slice(script, from: at) }
            from = at + 1
            item.source = source + at
            return item
        }
    }

    /// Where the text of an object begins.
    private static let keys = ["openingHoursSpecification": "dayOfWeek", "specialOpeningHoursSpecification": "validFrom"]

    private static func walk(_ json: JSON, key: String, type: String, depth: Int, into found: inout [Found]) {
        guard depth < 24, found.count < 200 else { return }
        switch json {
        case .array(let items):
            for item in items { walk(item, key: key, type: type, depth: depth + 1, into: &found) }
        case .object(let object):
            let type = object["@type"]?.strings.first ?? type
            if let special = SpecialDays.read(object) {
                found.append(
                    Found(
                        property: special.property, text: "", source: 0, hours: special.hours, days: special.days,
                        channel: channel(key, type), touchpoint: touchpoint(object)))
            } else if let hours = specification(object) {
                found.append(
                    Found(
                        property: "openingHoursSpecification", text: "", source: 0, hours: hours, channel: channel(key, type),
                        touchpoint: touchpoint(object)))
            }
            for name in object.keys.sorted() {
                guard let value = object[name] else { continue }
                if name == "openingHours" || name == "hoursAvailable" {
                    for text in value.strings {
                        let hours = normalised(text) ?? ""
                        if !hours.isEmpty {
                            found.append(
                                Found(
                                    property: name, text: name + ": " + text, source: 0, hours: hours, channel: channel(name, type),
                                    touchpoint: touchpoint(object)))
                        }
                    }
                }
                if name == "slogan" || name == "description" || name == "text" && type == "Answer", case .text(let text) = value {
                    found.append(Found(property: name, text: text, source: 0))
                }
                walk(value, key: name, type: type, depth: depth + 1, into: &found)
            }
        default: break
        }
    }

    /// Hours of a contact point are hours of the telephone; hours of a place are its counter's.
    private static func channel(_ key: String, _ type: String) -> String {
        if key == "hoursAvailable" || type == "ContactPoint" { return "phone" }
        return ["Organization", "Corporation", "WebSite", ""].contains(type) ? "any" : "counter"
    }

    /// A contact point says what it is for (schema.org's `contactType`): an emergency line keeps other hours than the rest.
    private static func touchpoint(_ object: [String: JSON]) -> String {
        let purpose = object["contactType"]?.strings.first?.lowercased() ?? ""
        let emergencies = ["emergency", "spoed", "storing", "calamiteit", "urgence", "notfall", "notdienst", "roadside"]
        if emergencies.contains(where: { purpose.firstRange(of: $0) != nil }) { return "disturbance" }
        return purpose.hasPrefix("sales") || purpose.hasPrefix("reservations") ? "order" : "ask"
    }

    private static func specification(_ object: [String: JSON]) -> String? {
        guard let opens = object["opens"]?.strings.first, let closes = object["closes"]?.strings.first else { return nil }
        let days = days(object)
        let clock = { (text: String) in String(text.prefix(5)) }
        return (days.isEmpty ? "Mo-Su" : days.text) + " " + clock(opens) + "-" + clock(closes)
    }

    static func days(_ object: [String: JSON]) -> DaySet {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return (object["dayOfWeek"]?.strings ?? []).reduce(into: DaySet.none) { days, day in
            if let index = names.firstIndex(where: { day.lowercased().hasSuffix($0) }) { days.insert(.one(index)) }
        }
    }

    /// schema.org's `Mo,Tu 09:00-12:00` in OpenStreetMap's form, or nil where it is something else.
    static func normalised(_ text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2, words[0].count >= 2, words[0].first?.isUppercase ?? false, words[1].contains(":") else {
            return text == "24/7" ? text : nil
        }
        if words[0] == "Mo-Su", words[1] == "00:00-24:00" || words[1] == "00:00-23:59" || words[1] == "00:00-00:00" { return "24/7" }
        return words.joined(separator: " ")
    }

    private static func position(of key: String, in script: [UInt8], from: Int) -> Int? {
        let needle = Array(key.utf8)
        guard script.count >= needle.count, from <= script.count - needle.count else { return nil }
        return (from...(script.count - needle.count)).first {
            script[$0] == needle[0] && script[$0..<($0 + needle.count)].elementsEqual(needle)
        }
    }

    /// The object's text as written, up to its closing brace.
    private static func slice(_ script: [UInt8], from: Int) -> String {
        let end = script[from...].firstIndex(of: UInt8(ascii: "}")) ?? script.endIndex
        return String(decoding: script[from..<min(end, from + 400)], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
    }
}
