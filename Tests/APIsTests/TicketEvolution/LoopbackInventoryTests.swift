import APIs
import FoundationEssentials
import Model
import Simulator
import Testing

/// Ticket Evolution's client against the simulator, over real HTTP.
@Suite struct LoopbackInventoryTests {
    @Test func allPagesTogetherAreTheOfficesListings() async throws {
        try await withOffice { client, simulator in
            var ids: [Int64?] = []
            var request: InventoryRequest? = InventoryRequest(perPage: 7)
            while let one = request {
                let page = try await client.listings(one).result.get()
                ids += page.rows.map(\.id)
                request = one.after(page)
            }
            #expect(ids == simulator.inventory.listingIDs.map { Int64($0) })
            let all = try await client.listings(InventoryRequest(.all)).result.get()
            #expect(all.rows.count { $0.id == nil } > 0)
        }
    }

    @Test func aListingIsReadChangedAndSetBack() async throws {
        try await withOffice { client, simulator in
            let id = try #require(
                simulator.inventory.listingIDs.first {
                    simulator.inventory.listing($0)?.inHand == false
                })
            let before = try await client.listing(Int64(id)).result.get()
            #expect(before.inHand == false)
            let day = try #require(before.inHandOn)
            #expect(day.description == simulator.inventory.listing(id)?.inHandOn)
            #expect(before.seats.count == before.quantity)
            _ = try await client.update(Int64(id), .arrived).result.get()
            #expect(simulator.inventory.listing(id)?.inHand == true)
            let back = try await client.update(Int64(id), .expected(on: day)).result.get()
            #expect(back.inHandOn == day)
            #expect(try await client.listing(Int64(id)).result.get() == before)
        }
    }

    @Test func everyAttributeIsTakenByAStrictServer() async throws {
        try await withOffice { client, simulator in
            let id = try #require(simulator.inventory.listingIDs.first)
            let seats = try #require(simulator.inventory.listing(id)).seats
            var change = InventoryChange.arrived
            change.accountEmail = "desk@example.com"
            change.cost = Decimal(string: "12.5")
            change.discount = 5
            change.eticket = false
            change.externalNotes = "Aisle, “left”"
            change.faceValue = 1
            change.format = .physical
            change.instantDelivery = false
            change.internalNotes = "Box 3"
            change.price = Decimal(string: "99.99")
            change.quantity = seats.count
            change.remoteID = 999_999
            change.row = "AA"
            change.seats = seats.map { .init($0.seat, barcode: "B\($0.seat)") }
            change.section = "1"
            change.speculative = false
            change.splitType = .custom
            change.splitOverride = [1]
            change.taxedCost = 2
            change.type = .event
            change.viewType = .full
            change.wheelchairAccessible = false
            let listing = try await client.update(Int64(id), change).result.get()
            #expect(listing.price == Decimal(string: "99.99"))
            #expect(listing.externalNotes == "Aisle, “left”")
            #expect(listing.seats.map(\.barcode) == seats.map { "B\($0.seat)" })
            #expect(simulator.inventory.listing(id)?.remoteID == 999_999)
        }
    }

    @Test func allListingsAreChangedInOneCall() async throws {
        try await withOffice { client, simulator in
            let ids = simulator.inventory.listingIDs.map { Int64($0) }
            let changed = try await client.update(ids, .arrived).result.get()
            #expect(changed.map(\.id) == ids)
            #expect(
                simulator.inventory.listingIDs.allSatisfy { simulator.inventory.listing($0)?.inHand == true })
            #expect(simulator.recorder.requests(to: .inventoryBulk).count == 1)
            let groups = try await client.ticketGroups(inHand: true).result.get()
            #expect(groups.count == ids.count)
        }
    }

    @Test func aWrongSecretIsRefused() async throws {
        try await withSimulator(SimulatorOptions(purchases: 5)) { baseURL, _ in
            try await withNetwork { network in
                let client = office(baseURL, network, secret: "other")
                guard case .refused(let words) = await client.listings().failure else {
                    Issue.record("a stranger was let in")
                    return
                }
                #expect(words.contains("signature"))
            }
        }
    }

    static let faults: [(Fault, String)] = [
        (.close, "lost"), (.late(milliseconds: nil), "lost"), (.cutOff(bytes: nil), "lost"),
        (.html(status: 200), "lost"), (.html(status: 500), "lost"), (.serverError, "lost"),
        (.missingArray, "lost"), (.storeError(code: 9, status: 200), "lost"),
        (.storeError(code: 9, status: 422), "named"), (.redirect, "refused"),
        (.refusePurchase(at: 0), "named"),
        (.tooMany(retryAfter: 3), "throttled"),
    ]

    @Test func everyFaultIsToldForWhatItIsAndNothingIsSentTwice() async throws {
        try await withSimulator(SimulatorOptions(purchases: 5)) { baseURL, simulator in
            try await withNetwork { network in
                for (fault, expected) in Self.faults {
                    simulator.faults.add(fault, on: .inventoryUpdate)
                    let before = simulator.recorder.total
                    let failure = await office(baseURL, network).update(800_001, .arrived).failure
                    #expect(name(failure) == expected, "\(fault)")
                    #expect(simulator.recorder.total == before + 1, "\(fault)")
                }
                #expect(simulator.inventory.written.isEmpty)
            }
        }
    }

    private func name(_ failure: CallFailure?) -> String {
        switch failure {
        case .lost: "lost"
        case .refused: "refused"
        case .named: "named"
        case .throttled: "throttled"
        case .nothingLeft: "nothing left"
        case nil: "none"
        }
    }

    private func withOffice(_ body: (TicketEvolutionClient, Simulator) async throws -> Void) async throws {
        var settings = EvolutionSettings()
        settings.callsPerSecond = 1_000
        let options = SimulatorOptions(purchases: 40, evolution: settings)
        try await withSimulator(options) { baseURL, simulator in
            try await withNetwork { network in try await body(office(baseURL, network), simulator) }
        }
    }

    private func office(
        _ baseURL: String, _ network: Network, secret: String = "demo-evolution-secret"
    ) -> TicketEvolutionClient {
        TicketEvolutionClient(
            baseURL: baseURL.replacing("/rest", with: ""), officeID: "1234",
            credentials: TicketEvolutionCredentials(token: "demo-evolution-token", secret: secret),
            http: network.door, budget: CallBudget(limit: 1_000, seconds: 1))
    }
}
