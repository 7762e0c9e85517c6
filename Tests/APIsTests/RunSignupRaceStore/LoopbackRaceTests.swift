import APIs
import FoundationEssentials
import Model
import Simulator
import Testing

/// The race store's client and the login against the simulator, over real HTTP.
@Suite struct LoopbackRaceTests {
    private static let options = SimulatorOptions(purchases: 700, hostilePermille: 200)

    @Test func allPagesTogetherAreTheServersTruth() async throws {
        try await withRace { client, simulator in
            var read: [RaceStorePurchase] = []
            var request: RaceStoreRequest? = RaceStoreRequest(perPage: 250)
            while let one = request {
                let page = try await client.purchases(one).result.get()
                #expect(page.setAside.isEmpty)
                read += page.purchases
                request = one.after(page)
            }
            #expect(read == simulator.race.purchaseIDs.compactMap(simulator.race.purchase).map(asRead))
            #expect(read.count > 600)
        }
    }

    @Test func aPurchaseIsReadAgainBySecondAndIsMissingOnceCancelled() async throws {
        try await withRace { client, simulator in
            let id = try #require(simulator.race.purchaseIDs.last)
            let truth = try #require(simulator.race.purchase(id))
            let again = RaceStoreRequest.boughtAt(truth.purchasedAt)
            #expect(try await client.purchases(again).result.get().purchases.contains(asRead(truth)))
            simulator.race.cancel(id)
            #expect(try await !client.purchases(again).result.get().purchases.contains(asRead(truth)))
        }
    }

    static let welcome: [(RunSignupCredentials, Bool)] = [
        (.key("demo-race-key", secret: "demo-race-secret"), true),
        (.superPartnerKey("demo-partner-key", secret: "demo-partner-secret"), true),
        (.legacyKey("demo-legacy-key", secret: "demo-legacy-secret"), true),
        (.bearer("demo-access-token"), true), (.bearer("stranger"), false),
        (.key("demo-key", secret: "demo-secret"), false),
    ]

    @Test func everyKindOfCredentialsOpensTheRaceStore() async throws {
        try await withSimulator(Self.options) { baseURL, _ in
            try await withNetwork { network in
                for (credentials, isWelcome) in Self.welcome {
                    let answer = await race(baseURL, network, credentials).purchases(.init())
                    #expect((answer.value != nil) == isWelcome, "\(credentials)")
                    if case .refused? = answer.failure { continue }
                    #expect(isWelcome)
                }
                let entity = try await race(baseURL, network).entityInfo().result.get()
                #expect(entity.specificID == 9001)
            }
        }
    }

    @Test func aBuyersAddressIsThatOfTheirAccount() async throws {
        try await withSimulator(SimulatorOptions(purchases: 20)) { baseURL, simulator in
            try await withNetwork { network in
                for id in simulator.race.purchaseIDs {
                    let purchase = asRead(try #require(simulator.race.purchase(id)))
                    let user = try await race(baseURL, network, addresses: .users)
                        .buyer(user: purchase.userID, registration: purchase.registrationID).result.get()
                    #expect(user?.userID == purchase.userID)
                    let one = try await race(baseURL, network, addresses: .participants(events: [3]))
                        .buyer(user: purchase.userID, registration: purchase.registrationID).result.get()
                    #expect(one?.registrationID == purchase.registrationID)
                    if let one { #expect(one.address == user?.address) }
                }
            }
        }
    }

    @Test func aLoginByCodeOpensTheStoreAndIsRenewed() async throws {
        try await withSimulator(Self.options) { baseURL, simulator in
            try await withNetwork { network in
                let key = ProofKey()
                var application = OAuthApplication(
                    clientID: "demo-desk", redirectURI: "http://localhost:8400/")
                application.loginPage = baseURL.replacing("/rest", with: "/Profile/OAuth2/RequestGrant")
                for form in FormEncoding.allCases {
                    application.form = form
                    let location = try await location(application.loginURL(key, state: "a b&c"), network)
                    guard case .code(let code) = OAuthReturn(location, state: "a b&c") else {
                        Issue.record("no code in \(location)")
                        return
                    }
                    let client = OAuthClient(
                        baseURL: baseURL, application: application, registration: nil, http: network.door)
                    let tokens = try await client.redeem(code: code, key).result.get()
                    #expect(tokens.expiresAt.map { $0 > simulator.clock.now } == true)
                    guard case .named = await client.redeem(code: code, key).failure else {
                        Issue.record("a code was good twice")
                        return
                    }
                    let fresh = try await client.refresh(tokens).result.get()
                    #expect(fresh.access != tokens.access)
                    let store = race(baseURL, network, fresh.credentials)
                    #expect(await store.purchases(.init()).value != nil)
                }
            }
        }
    }

    /// Where the login page sends the browser.
    private func location(_ url: String, _ network: Network) async throws -> String {
        let parts = url.split(separator: "?", maxSplits: 1)
        let query = parts[1].split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1).map { String($0) }
            return QueryItem(sides[0], plain(sides[1]))
        }
        let call = HTTPCall(.get, baseURL: String(parts[0]), path: "", query: query)
        return try #require(try await network.door.send(call).head["Location"])
    }

    private func plain(_ text: String) -> String {
        text.replacing("%3A", with: ":").replacing("%2F", with: "/").replacing("%20", with: " ")
            .replacing("%26", with: "&")
    }

    private func withRace(_ body: (RaceStoreClient, Simulator) async throws -> Void) async throws {
        try await withSimulator(Self.options) { baseURL, simulator in
            try await withNetwork { network in try await body(race(baseURL, network), simulator) }
        }
    }

    private func race(
        _ baseURL: String, _ network: Network,
        _ credentials: RunSignupCredentials = Self.welcome[0].0,
        addresses: RaceStoreClient.Addresses = .nowhere
    ) -> RaceStoreClient {
        RaceStoreClient(
            baseURL: baseURL, raceID: "9001", credentials: credentials, registration: nil,
            addresses: addresses, http: network.door, gate: CallGate(limit: 2))
    }

    private func asRead(_ truth: RacePurchase) -> RaceStorePurchase {
        RaceStorePurchase(
            id: PurchaseID(truth.id), userID: Int64(truth.userID),
            registrationID: truth.registrationID.map(Int64.init), purchasedAt: truth.purchasedAt,
            amountInCents: truth.amount, paidInCents: truth.paid,
            items: truth.lines.map {
                RaceStoreItem(itemID: $0.itemID, name: $0.name, option: $0.option, quantity: $0.quantity)
            })
    }
}
