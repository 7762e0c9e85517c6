import Model
import Simulator
import Testing

/// Each store has a size of its own where one is said, and the same seed makes the same of each.
@Suite struct SizesTests {
    private func simulator(_ seed: UInt64 = 1) -> Simulator {
        Simulator(
            SimulatorOptions(
                purchases: 50, racePurchases: 12, orders: 7, listings: 9, seed: seed, now: { 1_790_000_000 }))
    }

    @Test func everyStoreIsAsLargeAsItIsSaidToBe() {
        let simulator = simulator()
        #expect(simulator.store.world.count == 50)
        #expect(simulator.race.world.count == 12)
        #expect(simulator.orders.orderIDs == Simulator.orderIDs(7))
        #expect(simulator.orders.order("TX100007") != nil && simulator.orders.order("TX100008") == nil)
        // One in nine is not mapped to an event, and has no id.
        #expect(simulator.inventory.listingIDs.count == 8)
        let plain = Simulator(SimulatorOptions(purchases: 5))
        #expect(plain.race.world.count == 5 && plain.orders.world.count == 5)
    }

    @Test func theSameSeedMakesTheSame() {
        func all(_ simulator: Simulator) -> ([StockOrder?], [Listing?], [RacePurchase?]) {
            (
                simulator.orders.orderIDs.map(simulator.orders.order),
                simulator.inventory.listingIDs.map(simulator.inventory.listing),
                simulator.race.purchaseIDs.map(simulator.race.purchase)
            )
        }
        #expect(all(simulator()) == all(simulator()))
        #expect(all(simulator(2)) != all(simulator()))
    }

    @Test func aRaceSellsOtherThingsThanAGala() {
        let simulator = simulator()
        let names = simulator.race.purchaseIDs.compactMap(simulator.race.purchase).flatMap(\.lines).map(
            \.name)
        #expect(Set(names).isSubset(of: Catalogue.race.items.map(\.name)) && !names.isEmpty)
    }

    /// What is still to come may come in time for its event.
    @Test func ticketsAreExpectedBeforeTheirEvents() {
        let simulator = simulator()
        let listings = simulator.inventory.listingIDs.compactMap(simulator.inventory.listing)
        #expect(listings.contains { $0.inHandOn != nil } && Set(listings.map(\.event.name)).count > 1)
        #expect(listings.allSatisfy { ($0.inHandOn ?? "") < $0.event.day })
    }
}
