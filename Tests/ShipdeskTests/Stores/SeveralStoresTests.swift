import Model
import Simulator
import TestKit
import Testing

/// Stores of different APIs side by side: what happens to one is none of the others' business.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SeveralStoresTests {
    @Test func aStoreThatIsDownDoesNotKeepTheOthersFromWork() async throws {
        let site = try Site([Made.purchase(1043, 1)])
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.race.put(Made.racePurchase(2001))
            let box = try Box(
                entries: Box.entry("spring-gala", site.baseURL) + Box.raceEntry(baseURL))
            let sync = try await box.run("sync", "--json")
            #expect(sync.has(69) && sync.output.contains("city-run"), "\(sync)")
            #expect(sync.errors.contains("spring-gala cannot be read"))
            try await box.ends(0, "ship", "2001")
            // One that no store has shown is looked for in all; the one that is down may have it.
            try await box.ends(69, "ship", "1043")

            try await site.open {
                try await box.ends(0, "sync")
                #expect(try await box.list().purchases.map(\.store).sorted() == ["city-run", "spring-gala"])
                try await box.ends(0, "ship", "1043")
                #expect(site.simulator.store.net(1043, item: 1) == 1)
            }
        }
    }

    /// What should have been here stands among the orders that wait; what is awaited comes after them.
    @Test func listingsStandAtTheDayTheyAreExpectedOn() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            for (id, day) in [(801, "2030-01-31"), (802, "2020-01-31"), (803, "2029-12-31")] {
                simulator.inventory.put(.init(id: id, remoteID: id))
                simulator.expect(id, on: day)
            }
            let root = String(baseURL.dropLast("/rest".count))
            let box = try Box(entries: Box.officeEntry(root) + Box.entry("spring-gala", baseURL))
            try await box.ends(0, "sync")
            let list = try await box.list().purchases
            #expect(list.map(\.id) == ["802", "1043", "803", "801"])
            // Nobody ordered a listing.
            #expect(list.map { $0.ordered_at == nil } == [true, false, true, true])
            let old = try await box.list("--filter", "before:2021-01-01").purchases
            #expect(old.map(\.id) == ["802"])
            // A day that is far off is no reason to leave it out of the pick list as just bought.
            #expect(try await box.run("pick").output.contains("Harbour Lights Tour"))
        }
    }

    @Test func refusedCredentialsOfOneStoreStopOnlyThatOne() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            let box = try Box(
                entries: Box.raceEntry(baseURL, credentials: "{bearer_token: stranger}")
                    + Box.entry("spring-gala", baseURL))
            let sync = try await box.run("sync")
            #expect(sync.has(77) && !sync.errors.contains("stranger"), "\(sync)")
            try await box.ends(0, "ship", "1043")
            let doctor = try await box.run("doctor")
            #expect(doctor.output.contains("FAIL  city-run") && doctor.output.contains("ok    spring-gala"))
            #expect(doctor.has(77), "\(doctor)")
        }
    }

    @Test func aSecretThatCannotBeHadStopsOnlyItsStore() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            simulator.race.put(Made.racePurchase(2001))
            let unset = "{bearer_token: { env: SHIPDESK_TEST_UNSET }}"
            let box = try Box(
                entries: Box.raceEntry(baseURL, credentials: unset) + Box.entry("spring-gala", baseURL))
            let sync = try await box.run("sync")
            #expect(sync.has(78) && sync.errors.contains("SHIPDESK_TEST_UNSET"), "\(sync)")
            #expect(try await box.list().total == 1)
            try await box.ends(0, "ship", "1043")
            let doctor = try await box.run("doctor")
            #expect(doctor.has(78) && doctor.output.contains("ok    spring-gala"), "\(doctor)")
            #expect(doctor.output.contains("FAIL  city-run"))
        }
    }

    /// An id that no list shows may be an order's of a store that lists none; which one, a person says.
    @Test func anUnknownIDIsAskedForWhereItCanOnlyBe() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            simulator.orders.put(Made.order("TX1"))
            let root = String(baseURL.dropLast("/rest".count)) + "/v1"
            let both = Box.entry("spring-gala", baseURL) + Box.ordersEntry(root)
            let box = try Box(entries: both)
            try await box.ends(0, "sync")
            // Only whether it is there: no list could show an order.
            #expect(simulator.recorder.requests(to: .order).count == 1)
            try await box.ends(0, "ship", "1043")
            try await box.ends(0, "ship", "TX1", "--tracking", "1Z9")
            try await box.ends(65, "ship", "TX2", "--tracking", "1Z9")
            let other = Box.ordersEntry("http://127.0.0.1:1/v1", name: "elsewhere")
            let three = try Box(entries: both + other)
            try await three.ends(65, "show", "TX1")
            try await three.ends(0, "show", "TX1", "--store", "boxoffice")
        }
    }

    @Test func storesOfDifferentKindsStandInOneList() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            simulator.race.put(Made.racePurchase(2001))
            simulator.inventory.put(.init(id: 801, remoteID: 1_602))
            simulator.expect(801, on: "2030-01-31")
            let office = Box.officeEntry(String(baseURL.dropLast("/rest".count)))
            let box = try Box(
                entries: Box.entry("spring-gala", baseURL) + Box.raceEntry(baseURL) + office)
            try await box.ends(0, "sync")
            let stores = try await box.list("--state", "to-ship").purchases.map(\.store)
            #expect(stores.sorted() == ["box-office", "city-run", "spring-gala"])
            try await box.ends(0, "ship", "1043", "2001", "801")
            #expect(try await box.list("--state", "shipped").total == 3)
            #expect(simulator.hand(801) == "here" && simulator.store.net(1043, item: 1) == 1)
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && doctor.output.contains("ok    box-office"), "\(doctor)")
        }
    }

    /// It answers nobody: who looks for an order of another store does not wait for it.
    @Test func aStoreThatHangsKeepsNobodyWaitingWhoFoundWhatHeLooksFor() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.orders.put(Made.order("TX1"))
            simulator.faults.add(.hang(milliseconds: nil), on: .purchases, .always)
            let root = String(baseURL.dropLast("/rest".count)) + "/v1"
            let figures = Box.quick.replacing("call_timeout: 1s", with: "call_timeout: 10min")
            let box = try Box(
                entries: Box.entry("spring-gala", baseURL) + Box.ordersEntry(root), figures: figures)
            try await box.ends(0, "show", "TX1")
        }
    }
}
