import APIs
import Model
import Simulator
import Testing

/// The client against the simulated store, over real HTTP.
@Suite struct LoopbackStoreTests {
    @Test func allPagesTogetherAreTheServersTruth() async throws {
        let options = SimulatorOptions(purchases: 700, hostilePermille: 200)
        try await withStore(options) { client, simulator in
            var read: [Purchase] = []
            for page in 1... {
                let request = PurchasesRequest(page: page, perPage: 250, includeCleared: true)
                let answer = try await client.purchases(request).result.get()
                #expect(answer.setAside.isEmpty)
                if answer.rowCount == 0 { break }
                read += answer.purchases
            }
            let truth = simulator.store.purchaseIDs.compactMap(simulator.store.purchase)
            #expect(truth.count == 700)
            #expect(read == truth.map(asListed))
        }
    }

    @Test func aShipmentIsListedAsItWasSentAndTakenBackAgain() async throws {
        try await withStore { client, simulator in
            let purchase = try #require(await shippable(client))
            let item = try #require(purchase.items.first)
            let address = ShippingAddress(
                fullName: "Zoe\u{308} \"Z\" O'Neil", address1: "1\tQuay\\", city: "München", state: nil,
                zipcode: "", countryCode: "DE")
            let ship = FulfillmentLine(
                item: item.num, quantity: 1, deliverBy: PlainDate("2027-01-31"), tracking: "1Z 9",
                address: address)
            let before = simulator.store.net(try number(purchase), item: item.num)
            let reply = try await client.fulfill(request(purchase, ship)).result.get()
            #expect(reply.remaining(purchase.id, item: item.num) == item.quantity - before - 1)

            let entry = try #require(await read(purchase.id, client)?.ledger.last)
            #expect(Array((entry.address?.fullName ?? "").utf8) == Array("Zoe\u{308} \"Z\" O'Neil".utf8))
            #expect(entry.address == address)
            #expect(entry.tracking == "1Z 9")
            #expect(entry.deliverBy == PlainDate("2027-01-31"))

            _ = await client.fulfill(request(purchase, FulfillmentLine(item: item.num, quantity: -1)))
            #expect(simulator.store.net(try number(purchase), item: item.num) == before)
            #expect(simulator.store.written.count == 2)
        }
    }

    /// What goes wrong, and what the client must make of it.
    static let faults: [(fault: Fault, failure: Expected)] = [
        (.close, .lost(answered: false)), (.reset, .lost(answered: false)),
        (.hang(milliseconds: nil), .lost(answered: false)),
        (.late(milliseconds: nil), .lost(answered: false)),
        (.cutOff(bytes: nil), .lost(answered: true)), (.cutOff(bytes: 0), .lost(answered: true)),
        (.html(status: 200), .lost(answered: true)), (.html(status: 503), .lost(answered: true)),
        (.html(status: 502), .lost(answered: false)), (.html(status: 504), .lost(answered: false)),
        (.html(status: 522), .lost(answered: false)), (.serverError, .lost(answered: true)),
        (.halfApplied(purchases: 0), .lost(answered: true)), (.missingArray, .lost(answered: true)),
        (.storeError(code: 5, status: 200), .lost(answered: true)),
        (.tooMany(retryAfter: 7), .throttled(7)), (.tooMany(retryAfter: nil), .throttled(nil)),
        (.storeError(code: 14, status: 200), .throttled(nil)),
        (.storeError(code: 14, status: 500), .throttled(nil)),
        (.storeError(code: 7, status: 200), .refused), (.storeError(code: 17, status: 400), .refused),
        (.redirect, .refused), (.refusePurchase(at: 0), .named(11)),
        (.storeError(code: 15, status: 200), .named(15)),
    ]

    enum Expected: Equatable {
        case lost(answered: Bool)
        case throttled(Int?)
        case refused
        case named(Int?)

        init?(_ failure: CallFailure?) {
            switch failure {
            case .lost(_, let answered): self = .lost(answered: answered)
            case .throttled(let seconds, _): self = .throttled(seconds)
            case .refused: self = .refused
            case .named(_, let code): self = .named(code)
            case .nothingLeft, nil: return nil
            }
        }
    }

    @Test func everyFaultIsToldForWhatItIsAndNothingIsSentTwice() async throws {
        try await withSimulator(SimulatorOptions()) { baseURL, simulator in
            try await withNetwork(patience: .seconds(2)) { network in
                let reader = store(baseURL, network, Self.welcome[0])
                let purchase = try #require(await shippable(reader))
                let line = FulfillmentLine(item: try #require(purchase.items.first).num, quantity: 1)
                for (fault, expected) in Self.faults {
                    // One of its own, that knows of no pause.
                    let client = store(baseURL, network, Self.welcome[0])
                    simulator.faults.add(fault, on: .fulfillment)
                    let before = simulator.recorder.total
                    let failure = await client.fulfill(request(purchase, line)).failure
                    #expect(Expected(failure) == expected, "\(fault)")
                    #expect(simulator.recorder.total == before + 1, "\(fault)")
                    #expect(failure?.words.isEmpty == false, "\(fault)")
                }
                #expect(simulator.store.written.isEmpty)
            }
        }
    }

    @Test func oneSpoiltRowLosesOnlyItself() async throws {
        try await withStore { client, simulator in
            simulator.faults.add(.spoiltRow(at: 3), on: .purchases)
            let page = try await client.purchases(PurchasesRequest(perPage: 10)).result.get()
            #expect(page.purchases.count == 9)
            #expect(page.setAside.map(\.row) == [3])
            #expect(page.setAside.first?.field.isEmpty == false)
        }
    }

    static let welcome: [RunSignupCredentials] = [
        .key("demo-key", secret: "demo-secret"), .legacyKey("demo-legacy-key", secret: "demo-legacy-secret"),
        .checkInKey("demo-checkin-key", secret: "demo-checkin-secret"),
    ]

    @Test func everyKindOfCredentialsOpensTheStore() async throws {
        try await withSimulator(SimulatorOptions(purchases: 5)) { baseURL, _ in
            try await withNetwork { network in
                for credentials in Self.welcome {
                    let client = store(baseURL, network, credentials)
                    #expect(await client.purchases(PurchasesRequest()).value != nil, "\(credentials)")
                }
                let stranger = store(baseURL, network, .key("demo-key", secret: "wrong"))
                let refused = CallFailure.refused(words: "Key authentication failed")
                #expect(await stranger.purchases(PurchasesRequest()).failure == refused)
            }
        }
    }

    @Test func aWrongRegistrationIsRefusedAndARightOneIsNot() async throws {
        var credentials = AcceptedCredentials.demo
        credentials.demandsRegistration = true
        let options = SimulatorOptions(purchases: 5, credentials: credentials)
        try await withSimulator(options) { baseURL, _ in
            try await withNetwork { network in
                let right = CallerRegistration(registration: "12.demo", secret: "demo-registration-secret")
                let wrong = CallerRegistration(registration: "12.demo", secret: "wrong")
                let registrations: [(CallerRegistration?, Bool)] = [
                    (right, true), (wrong, false), (nil, false),
                ]
                for (registration, isWelcome) in registrations {
                    let client = store(baseURL, network, Self.welcome[0], registration)
                    let failure = await client.purchases(PurchasesRequest()).failure
                    #expect((failure == nil) == isWelcome)
                    #expect((Expected(failure) == .refused) == !isWelcome)
                }
            }
        }
    }

    @Test func namesAndTheServersTimeAreTold() async throws {
        try await withStore(SimulatorOptions(purchases: 5, now: { 1_800_000_000 })) { client, simulator in
            let answer = await client.storeInfo()
            let names = try answer.result.get().names
            for item in simulator.store.world.catalogue.items {
                #expect(names[ItemKind(itemID: item.id)] == item.name)
                for combination in item.combinations {
                    let parts = [item.name] + combination.variants.map(\.name)
                    let kind = ItemKind(itemID: item.id, variantID: combination.id)
                    #expect(names[kind] == parts.joined(separator: ", "))
                }
            }
            #expect(answer.serverTime == ServerTime(unixSeconds: 1_800_000_000))
            #expect(try await client.entityInfo().result.get().specificID == 7001)
        }
    }

    @Test func noMoreThanTwoCallsAreUnderWayAtOnce() async throws {
        try await withStore { client, simulator in
            await withTaskGroup(of: Void.self) { group in
                for page in 1...12 {
                    group.addTask { _ = await client.purchases(PurchasesRequest(page: page, perPage: 20)) }
                }
            }
            #expect(simulator.recorder.total == 12)
            #expect(simulator.recorder.mostAtOnce <= 2)
        }
    }
}

extension LoopbackStoreTests {
    private func withStore(
        _ options: SimulatorOptions = SimulatorOptions(), patience: Duration = .seconds(60),
        _ body: (TicketStoreClient, Simulator) async throws -> Void
    ) async throws {
        try await withSimulator(options) { baseURL, simulator in
            try await withNetwork(patience: patience) { network in
                try await body(store(baseURL, network, Self.welcome[0]), simulator)
            }
        }
    }

    private func store(
        _ baseURL: String, _ network: Network, _ credentials: RunSignupCredentials,
        _ registration: CallerRegistration? = nil
    ) -> TicketStoreClient {
        TicketStoreClient(
            baseURL: baseURL, ticketEventID: "7001", credentials: credentials, registration: registration,
            http: network.door, gate: CallGate(limit: 2))
    }

    private func shippable(_ client: TicketStoreClient) async throws -> Purchase? {
        let page = try await client.purchases(PurchasesRequest()).result.get()
        return page.purchases.first { $0.ledger.isEmpty && $0.items.first.map { $0.quantity > 0 } == true }
    }

    private func read(_ id: PurchaseID, _ client: TicketStoreClient) async throws -> Purchase? {
        try await client.purchases(PurchasesRequest()).result.get().purchases.first { $0.id == id }
    }

    private func request(_ purchase: Purchase, _ line: FulfillmentLine) -> FulfillmentRequest {
        FulfillmentRequest([PurchaseFulfillments(id: purchase.id, lines: [line])])
    }

    private func number(_ purchase: Purchase) throws -> Int { Int(try #require(purchase.id.number)) }

    /// The list does not say which purchases are cleared.
    private func asListed(_ purchase: Purchase) -> Purchase {
        var listed = purchase
        listed.isCleared = false
        return listed
    }
}
