import Claims
import Foundation

/// The day that end dates are held against: the only use of the clock that can change a result, and only where such a day passes.
enum Today {
    /// `BELOFTE_TODAY` where it is set, else the clock's, in UTC.
    static func day() throws -> String {
        guard let set = ProcessInfo.processInfo.environment["BELOFTE_TODAY"], !set.isEmpty else {
            return String(Date.now.formatted(.iso8601).prefix(10))
        }
        guard Day.isOne(set) else { throw Problem(text: "BELOFTE_TODAY is '\(set)', and takes a day as 2026-11-20.") }
        return set
    }
}
