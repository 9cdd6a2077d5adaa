import Testing

@testable import Judgement

@Suite struct WeekHoursTests {
    @Test(arguments: [
        "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-14:00", "24/7", "Mo,We-Fr 08:30-18:00", "Su 12:00-24:00",
        "Th 12:00-20:00",
    ])
    func readsAndWritesTheSame(_ text: String) { #expect(WeekHours(text)?.text == text) }

    @Test func countsMinutes() {
        #expect(WeekHours("Mo-Fr 09:00-17:00")!.minutes == 5 * 8 * 60)
        #expect(WeekHours("24/7")!.isAlways)
        #expect(WeekHours("Mo-Su 00:00-24:00")!.isAlways)
    }

    @Test func runsOverMidnightAndOverSunday() {
        #expect(WeekHours("Fr 20:00-02:00")!.openDays == [4, 5])
        #expect(WeekHours("Su 20:00-02:00")!.openDays == [6, 0])
        #expect(WeekHours("Su 20:00-02:00")!.minutes == 360)
    }

    @Test func closedDaysAreTakenOut() { #expect(WeekHours("Mo-Su 09:00-17:00; Su off")! == WeekHours("Mo-Sa 09:00-17:00")!) }

    @Test func publicHolidaysAreSetApart() { #expect(WeekHours("Mo-Fr 09:00-17:00; PH off")! == WeekHours("Mo-Fr 09:00-17:00")!) }

    @Test(arguments: ["Mo-Xx 09:00-17:00", "Mo 25:00-26:00", "Mo 9 to 5", "Mo", "nonsense"])
    func refusesWhatItCannotRead(_ text: String) { #expect(WeekHours(text) == nil) }

    @Test func hoursWithoutDaysSaySo() {
        let hours = WeekHours("09:00-17:00")!
        #expect(hours.isOfUnknownDays)
        #expect(hours.hasSameTimes(as: WeekHours("Mo-Fr 09:00-17:00")!))
    }

    @Test func intersectionIsSymmetricAndInside() {
        let (a, b) = (WeekHours("Mo-Fr 09:00-17:00")!, WeekHours("We-Su 12:00-20:00")!)
        #expect(a.intersection(b) == b.intersection(a))
        #expect(a.intersection(b).isSubset(of: a) && a.intersection(b).isSubset(of: b))
        #expect(a.intersection(a) == a)
        #expect(a.intersection(b).text == "We-Fr 12:00-17:00")
    }

    @Test func openUntilLooksAtEachDay() {
        let hours = WeekHours("Mo-Fr 08:00-20:00; Sa 09:00-16:00")!
        #expect(hours.isOpen(until: 20 * 60, on: [0, 1, 2, 3, 4]))
        #expect(!hours.isOpen(until: 20 * 60, on: [0, 5]))
    }
}
