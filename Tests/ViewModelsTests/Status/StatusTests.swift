import Model
import TestKit
import Testing
import ViewModels

@Suite struct StatusTests {
    private func facts(_ health: StoreHealth...) -> [String] {
        var desk = Desk(.bench)
        desk.surroundings.health = health
        return desk.status.facts.map(\.text)
    }

    private func gala(_ phase: StoreHealth.Phase, queued: Int = 0, sending: Int = 0, unknown: Int = 0)
        -> StoreHealth
    {
        StoreHealth(
            store: StoreID(1), phase: phase, syncedAt: Clock.sunday.now - 60, queued: queued,
            sending: sending,
            unknown: unknown, isLeader: true)
    }

    @Test func aQuietStoreSaysHowFreshItIs() {
        #expect(facts(gala(.idle)) == ["synced 14:01"])
    }

    @Test func troubleComesFirst() {
        #expect(
            facts(gala(.paused(why: "the key is refused"), queued: 3, sending: 2, unknown: 1))
                == ["paused: the key is refused", "1 unknown", "3 queued, 2 sending", "synced 14:01"])
    }

    @Test func waitsAreCountedDown() {
        let now = Clock.sunday.now
        #expect(
            facts(gala(.offline(why: "no network", retryAt: now + 8)))[0]
                == "offline (again in 8 s): no network")
        #expect(facts(gala(.offline(why: "It said no.", retryAt: nil)))[0] == "offline: It said no")
        #expect(facts(gala(.throttled(until: now + 30)))[0] == "told to wait 30 s")
    }

    @Test func ofSeveralStoresInTroubleEachHasItsWord() {
        let away = StoreHealth(store: StoreID(2), phase: .offline(why: "No route.", retryAt: nil))
        let said = facts(gala(.paused(why: "The key is refused.")), away)
        #expect(said.prefix(2).allSatisfy { $0.hasSuffix("paused") || $0.hasSuffix("offline") }, "\(said)")
    }

    /// The reason stands by itself, in a line of its own.
    @Test func theReasonNamesTheStoreWhereThereAreSeveral() {
        var desk = Desk(.bench)
        desk.surroundings.health = [gala(.offline(why: "The server cannot be reached.", retryAt: nil))]
        desk.surroundings.stores = [.gala]
        #expect(desk.status.facts.compactMap(\.reason) == ["The server cannot be reached."])
        desk.surroundings.stores = [.gala, .office]
        #expect(
            desk.status.facts.compactMap(\.reason) == ["\(Store.gala.name): The server cannot be reached."])
        // Also where only that one is looked at.
        desk.list.query.store = Store.gala.id
        #expect(desk.status.facts.compactMap(\.reason).allSatisfy { $0.hasPrefix(Store.gala.name) })
    }

    @Test func aFirstSyncShowsHowFarItIs() {
        let first = StoreHealth(
            store: StoreID(1), phase: .syncing(purchases: 12_500, of: 100_000), isLeader: true)
        #expect(facts(first) == ["first sync, 12.5k of 100k read"])
    }

    @Test func whoSendsIsSaidWhereItIsNotThisStation() {
        var other = gala(.idle)
        other.isLeader = false
        #expect(facts(other).last == "nobody sends")
        other.leader = "bench-1"
        #expect(facts(other).last == "bench-1 sends")
    }

    /// What is refused says what to do, wherever it is read.
    @Test func aRefusalSaysWhatToDo() {
        var desk = Desk(.bench)
        desk.surroundings.stores = [.gala, .office]
        desk.surroundings.health = [gala(.paused(why: "Unauthorized."))]
        #expect(
            desk.status.facts.first?.reason
                == "\(Store.gala.name): Unauthorized. Mend the credentials: nothing leaves until then.")
    }

    /// A station may have the credentials of some stores only.
    @Test func aStoreThatNobodySendsForIsNamedBesideWhoSendsForTheOthers() {
        var desk = Desk(.bench)
        desk.surroundings.stores = [.gala, .office]
        desk.surroundings.strangers = [Store.office.id: "There are no credentials for it here."]
        var led = gala(.idle)
        led.isLeader = false
        led.leader = "bench-7/agent"
        desk.surroundings.health = [led, StoreHealth(store: Store.office.id)]
        let facts = desk.status.facts
        #expect(
            facts.map(\.text) == [
                "synced 14:01", "nobody sends for \(Store.office.name)", "bench-7/agent sends",
            ])
        #expect(
            facts.compactMap(\.reason) == [
                "Nobody on this box reads \(Store.office.name) or sends for it. "
                    + "There are no credentials for it here."
            ])
    }

    @Test(arguments: [
        (999, "999"), (9204, "9,204"), (1007, "1,007"), (9999, "9,999"), (10_000, "10.0k"), (12_345, "12.3k"),
        (412_000, "412k"), (1_230_000, "1.2M"),
    ])
    func countsAreShort(_ number: Int, _ words: String) {
        #expect(short(number) == words)
    }

    @Test func timesAreTheStations() {
        let clock = Clock.sunday
        #expect(clock.today == PlainDate("2026-11-22"))
        #expect(clock.moment(of: clock.now) == "14:02")
        #expect(clock.moment(of: clock.now - 86_400) == "2026-11-21 14:02")
        #expect(Clock(now: -1, utcOffset: 0).time(of: -1) == "23:59")
        let noon = clock.now / 86_400 * 86_400 + 43_200
        #expect(
            [-2, 0, 12, 140, 900].map { clock.days(to: noon + $0 * 86_400) } == [
                "2d", "0d", "+12d", "+20w", "+2y",
            ])
        #expect([30, 400, 8000, 200_000].map { clock.age(of: clock.now - $0) } == ["now", "6m", "2h", "2d"])
    }

    @Test func whoIsStoppedAndLeadsIsNamed() {
        let health = StoreHealth(
            store: StoreID(1), syncedAt: Clock.sunday.now - 60, sending: 1, leader: "bench-7", isHeldUp: true)
        #expect(facts(health) == ["bench-7 is stopped and holds the line", "1 sending", "synced 14:01"])
    }
}
