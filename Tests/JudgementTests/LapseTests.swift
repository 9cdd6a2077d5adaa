import Claims
import Testing

@testable import Judgement

private func lapse(_ value: Double, _ unit: Unit) -> Lapse { Lapse(Measure(metric: .responseTime, op: .atMost, value: value, unit: unit))! }

@Suite struct LapseTests {
    /// Pairs that a customer would call the same, and pairs that nobody would.
    @Test(arguments: [
        (24.0, Unit.hour, 1.0, Unit.day), (24, .hour, 1, .workday), (48, .hour, 2, .workday), (1, .week, 5, .workday), (1, .week, 7, .day),
        (2, .week, 14, .day), (2, .week, 10, .workday), (1, .month, 30, .day), (4, .week, 1, .month), (90, .minute, 1.5, .hour),
        (60, .second, 1, .minute), (0, .day, 0, .workday), (12, .month, 1, .year), (0, .day, 4, .hour),
    ])
    func agree(_ first: Double, _ unit: Unit, _ second: Double, _ other: Unit) {
        #expect(lapse(first, unit).agrees(with: lapse(second, other)))
        #expect(lapse(second, other).agrees(with: lapse(first, unit)))
    }

    @Test(arguments: [
        (24.0, Unit.hour, 3.0, Unit.workday), (24, .hour, 48, .hour), (5, .workday, 10, .workday), (2, .week, 6, .week),
        (0, .day, 3, .workday),
        (1, .week, 1, .month), (30, .second, 8, .minute), (5, .workday, 3, .week), (1, .hour, 1, .day),
        (10, .workday, 10, .day), (6, .workday, 1, .week),
    ])
    func differ(_ first: Double, _ unit: Unit, _ second: Double, _ other: Unit) {
        #expect(!lapse(first, unit).agrees(with: lapse(second, other)))
        #expect(!lapse(second, other).agrees(with: lapse(first, unit)))
    }

    @Test func everyLapseAgreesWithItself() {
        for unit in [Unit.second, .minute, .hour, .day, .workday, .week, .month, .year] {
            for value in 0...60 { #expect(lapse(Double(value), unit).agrees(with: lapse(Double(value), unit))) }
        }
    }

    @Test func moneyIsNoLapse() { #expect(Lapse(Measure(metric: .price, op: .equal, value: 3, unit: .euro)) == nil) }
}
