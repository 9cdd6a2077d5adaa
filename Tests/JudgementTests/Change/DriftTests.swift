import Claims
import Testing

@testable import Judgement

/// Promises of two audits: which are one, and whether they got weaker or stronger.
@Suite struct DriftTests {
    private func mail(_ value: Double, _ unit: Unit = .hour, _ file: String = "mail.html", commitment: Commitment = .firm) -> Claim {
        claim("We answer mails within \(value).", value, unit, commitment: commitment, file: file)
    }

    private func directions(_ old: [Claim], _ new: [Claim]) -> [PromiseChange.Direction] {
        PromiseChanges(old, new).changed.map(\.direction)
    }

    @Test func aDayThatBecomesTwoIsWeaker() {
        #expect(directions([mail(24)], [mail(48)]) == [.weaker])
        #expect(directions([mail(48)], [mail(24)]) == [.stronger])
    }

    @Test func theSameValueInOtherWordsIsOnlyReworded() {
        let changes = PromiseChanges([mail(24)], [mail(1, .day)])
        #expect(changes.changed.isEmpty && changes.added.isEmpty && changes.dropped.isEmpty)
        #expect(changes.reworded == 1)
    }

    @Test func longerToSendBackIsStronger() {
        func back(_ days: Double) -> Claim { claim("Send it back within \(days) days.", metric: .returnWindow, days, .day, file: "a.html") }
        #expect(directions([back(14)], [back(30)]) == [.stronger])
    }

    @Test func aLongerGuaranteeIsStrongerAndAnEarlierDeadlineWeaker() {
        func covered(_ years: Double) -> Claim {
            claim("Covered for \(years) years.", metric: .guaranteePeriod, years, .year, file: "a.html")
        }
        func cancel(_ hours: Double) -> Claim {
            claim("Cancel up to \(hours) hours before.", metric: .changeDeadline, hours, .hour, op: .atLeast, file: "a.html")
        }
        #expect(directions([covered(2)], [covered(5)]) == [.stronger])
        #expect(directions([cancel(24)], [cancel(48)]) == [.weaker])
    }

    @Test func fewerHoursAreWeakerAndOthersAreDifferent() {
        func open(_ hours: String) -> Claim {
            claim("Ring us \(hours).", metric: .openingHours, hours: hours, channel: "phone", file: "a.html")
        }
        #expect(directions([open("Mo-Fr 08:00-20:00")], [open("Mo-Fr 09:00-17:00")]) == [.weaker])
        #expect(directions([open("Mo-Fr 09:00-17:00")], [open("Mo-Sa 09:00-17:00")]) == [.stronger])
        #expect(directions([open("Mo-Fr 09:00-17:00")], [open("Tu-Sa 09:00-17:00")]) == [.different])
    }

    @Test func aHedgeAndALostMeasureAreWeaker() {
        let hedged = claim("We usually answer mails within 24.0.", 24, .hour, commitment: .hedged, file: "mail.html")
        #expect(directions([mail(24)], [hedged]) == [.weaker])
        #expect(directions([hedged], [mail(24)]) == [.stronger])
        let vague = claim("We answer mails soon within.", file: "mail.html")
        #expect(directions([mail(24)], [vague]) == [.weaker])
    }

    /// The rules learned to read it better, and the organisation says what it said.
    @Test func theSameWordsReadOtherwiseAreNoDrift() {
        let changes = PromiseChanges([mail(24)], [mail(24, commitment: .hedged)])
        #expect(changes.changed.isEmpty && changes.added.isEmpty && changes.dropped.isEmpty && changes.reworded == 0)
    }

    @Test func anotherChannelOrKindIsAnotherPromise() {
        let changes = PromiseChanges([mail(24)], [claim("We answer mails within 48.", 48, .hour, channel: "chat", file: "mail.html")])
        #expect(changes.changed.isEmpty)
        #expect(changes.added.count == 1 && changes.dropped.count == 1)
    }

    @Test func aPageThatMovedIsNoChange() {
        let changes = PromiseChanges([mail(24)], [mail(24, .hour, "help/mail.html")])
        #expect(changes.added.isEmpty && changes.dropped.isEmpty && changes.changed.isEmpty && changes.reworded == 0)
        #expect(directions([mail(24)], [mail(48, .hour, "help/mail.html")]) == [.weaker])
    }

    /// Whatever two sets of promises: each is the same, changed, reworded, added or dropped; turned round, weaker is stronger.
    @Test func nothingIsLostAndDirectionTurnsRound() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<60 {
            func some() -> [Claim] {
                Array(
                    Set(
                        (0..<6).map { _ in
                            mail(
                                Double([4, 24, 72].randomElement(using: &generator)!), .hour,
                                ["a", "b", "c"].randomElement(using: &generator)!)
                        })
                ).sorted { $0.id < $1.id }
            }
            let (old, new) = (some(), some())
            let changes = PromiseChanges(old, new)
            let (gone, come) = (
                old.filter { one in !new.contains { $0.quote == one.quote } }, new.filter { one in !old.contains { $0.quote == one.quote } }
            )
            #expect(changes.dropped.count + changes.changed.count + changes.reworded == gone.count)
            #expect(changes.added.count + changes.changed.count + changes.reworded == come.count)
            for change in changes.changed {
                let back = PromiseStrength.change(change.after, change.before)
                #expect(back == (change.direction == .weaker ? .stronger : change.direction == .stronger ? .weaker : .different))
            }
            #expect(PromiseChanges(old, old).changed.isEmpty)
        }
    }
}
