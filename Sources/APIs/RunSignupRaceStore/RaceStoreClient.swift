import Model

/// RunSignup's store of one race: reads its purchases. There is no call that marks one.
///
/// A value: it holds no state but the shared door and gate, and makes no second attempt at anything.
package struct RaceStoreClient: Sendable {
    /// Where buyers' addresses are read. Which rights that needs is not documented, so it is a setting.
    package enum Addresses: Sendable, Hashable {
        case nowhere
        /// The buyer's own record, by user id.
        case users
        /// The registration, by its id, among those of these events of the race.
        case participants(events: [Int64])
    }

    private let raceID: String
    private let addresses: Addresses
    private let caller: RunSignupCaller

    /// - Parameters:
    ///   - baseURL: what stands before `/v2/…`.
    ///   - credentials: all kinds but a check-in key.
    ///   - gate: calls to RunSignup, of all its stores in this process.
    ///   - lane: where answers are decoded.
    package init(
        baseURL: String, raceID: String, credentials: RunSignupCredentials,
        registration: CallerRegistration?, addresses: Addresses = .nowhere, http: HTTPDoor,
        gate: CallGate = .runSignup, lane: DecodingLane = .shared
    ) {
        self.init(
            baseURL: baseURL, raceID: raceID, access: .always(credentials), registration: registration,
            addresses: addresses, http: http, gate: gate, lane: lane)
    }

    /// - Parameter access: instead of credentials that stay.
    package init(
        baseURL: String, raceID: String, access: RunSignupAccess, registration: CallerRegistration?,
        addresses: Addresses = .nowhere, http: HTTPDoor, gate: CallGate = .runSignup,
        lane: DecodingLane = .shared
    ) {
        self.raceID = raceID
        self.addresses = addresses
        caller = RunSignupCaller(
            baseURL: baseURL, access: access, registration: registration, http: http, gate: gate, lane: lane)
    }

    /// One page of purchases. An answer without its `purchases` array is a failure, and so is one whose
    /// `next_url` has no token: it would read as the end of the list.
    package func purchases(_ request: RaceStoreRequest) async -> Answer<RaceStorePage> {
        await caller.get(
            "/v2/race-store/get-race-store-purchases.json",
            query: [QueryItem("race_id", raceID)] + request.query, as: RaceStoreWire.self)
    }

    /// Who bought, with an address; nil where nothing is known or nobody asked for it. These calls are not
    /// in the documents: `refused` means that these credentials may not read people, and says nothing about
    /// the store.
    package func buyer(user id: Int64, registration: Int64?) async -> Answer<RaceStoreBuyer?> {
        switch addresses {
        case .nowhere: return .ok(nil)
        case .users: return await user(id)
        case .participants(let events):
            guard let registration else { return .ok(nil) }
            return await participant(registration, in: events)
        }
    }

    package var asksForBuyers: Bool { addresses != .nowhere }

    /// The same text for as long as the credentials are the same; nil where there are none now.
    package func credentialsMark() async -> String? { await caller.credentialsMark() }

    /// Which race the key belongs to.
    package func entityInfo() async -> Answer<EntityInfo> {
        await caller.get("/v2/auth-info/entity-info.json", query: [], as: EntityInfoWire.self)
    }

    private func user(_ id: Int64) async -> Answer<RaceStoreBuyer?> {
        await caller.get("/user/\(id)", query: [Self.asJSON], renews: false, as: BuyerWire.self)
    }

    private func participant(_ registration: Int64, in events: [Int64]) async -> Answer<RaceStoreBuyer?> {
        var last = Answer<RaceStoreBuyer?>.ok(nil)
        for event in events {
            let query = [
                Self.asJSON, QueryItem("event_id", event), QueryItem("results_per_page", 1),
                QueryItem("sort", "registration_id ASC"),
                QueryItem("after_registration_id", registration - 1),
            ]
            let path = "/race/\(percentEncoded(raceID))/participants"
            let answer = await caller.get(path, query: query, renews: false, as: ParticipantsWire.self)
            switch answer.result {
            case .success(let people):
                let found = people.first { $0.registrationID == registration }
                last = .ok(found, at: answer.serverTime)
                if found != nil { return last }
            case .failure(let failure): return answer.passedOn(failure)
            }
        }
        return last
    }

    /// RunSignup's older calls speak XML unless told otherwise.
    private static let asJSON = QueryItem("format", "json")
}
