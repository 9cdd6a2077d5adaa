import Claims

/// The identity of a finding: rule, theme, channel, audience, normalised values and the two pages in sorted order.
///
/// Never of line numbers, message text or counts, so that edits elsewhere leave it as it is. FNV-1a, 64 bits.
enum Fingerprint {
    static func make(rule: String, theme: String, organisation: String, claims: [Claim], extra: String = "") -> String {
        let sides = claims.prefix(2)
        var parts = [rule, theme, organisation, extra]
        parts += sides.map(\.channel).sorted()
        parts += sides.map { ($0.scope?.audience ?? []).joined(separator: ",") }.sorted()
        parts += sides.map { value($0.measure) }.sorted()
        parts += sides.map { $0.source.url ?? $0.source.file }.sorted()
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0x1f) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return "b1-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A value as it counts: 24 hours and one day are the same.
    private static func value(_ measure: Measure?) -> String {
        guard let measure else { return "" }
        if let lapse = Lapse(measure) { return "\(measure.metric.rawValue) \(lapse.shortest)-\(lapse.longest)" }
        if let week = measure.week { return week.text }
        return "\(measure.metric.rawValue) \(measure.value ?? 0) \(measure.unit?.rawValue ?? "")"
    }

    /// Numbers findings with the same fingerprint, so that each has one of its own.
    static func apart(_ findings: [Finding]) -> [Finding] {
        var seen: [String: Int] = [:]
        return findings.map { finding in
            var finding = finding
            let count = seen[finding.fingerprint, default: 0]
            seen[finding.fingerprint] = count + 1
            if count > 0 { finding.fingerprint += "-\(count + 1)" }
            return finding
        }
    }
}
