import APIs
import Model
import Settings

/// Whose a key is, as far as the server says.
enum Belonging: Sendable {
    /// Of this store: a sentence.
    case here(String)
    /// Of another event or race: a sentence.
    case elsewhere(String)
    case untold
}

extension StoreClient {
    func belonging(to store: StoreIdentity) async -> Belonging {
        let (answer, own): (Answer<EntityInfo>?, String) =
            switch self {
            case .ticketStore(let client): (await client.entityInfo(), "ticket event \(store.place)")
            case .raceStore(let client): (await client.entityInfo(), "race \(store.place)")
            case .orders, .inventory: (nil, "")
            }
        // A partner's or a club's key may be for many.
        guard let entity = answer?.value, let id = entity.specificID,
            let kind = ["race": "race", "ticket_event": "ticket event"][entity.type]
        else { return .untold }
        if "\(kind) \(id)" == own { return .here("the key belongs to \(own)") }
        return .elsewhere(
            "the key belongs to \(kind) \(id), not to \(own): use a key of \(own), or mend "
                + "\(store.api.placeWord ?? "it") in the configuration")
    }

    /// What the credentials may not do although they are good, or the store does not do: sentences, each with
    /// what to do.
    func shortcomings(_ greeting: Greeting, of store: StoreIdentity) async -> [String] {
        switch (self, greeting.sample) {
        case (.ticketStore(let client), _): await namesNotTold(client)
        case (.raceStore(let client), .buyer(let user, let registration)?):
            Self.peopleNotTold(await client.buyer(user: user, registration: registration))
        case (.inventory(let client), .listing(let id)?):
            Self.listingsNotTold(
                await Self.patiently { await client.listing(id) }, byTicketGroups: client.readsTicketGroups)
        case (.orders, _) where !greeting.tellsOrders:
            [
                "this server reads no orders (405): whether the token is good shows with the first update, "
                    + "an order is learned from the answer to that, and a mark whose answer is lost must be "
                    + "settled by a person"
            ]
        default: []
        }
    }

    /// Where the calls of this second are used up, the next second's will do.
    private static func patiently<Value>(_ call: () async -> Answer<Value>) async -> Answer<Value> {
        let answer = await call()
        guard case .throttled(let seconds?, _) = answer.failure, seconds <= 2 else { return answer }
        try? await Task.sleep(for: .seconds(seconds))
        return await call()
    }

    private func namesNotTold(_ client: TicketStoreClient) async -> [String] {
        switch await client.storeInfo().failure {
        case .refused(let words)?, .named(let words, _)?:
            ["the names of items are not told (\(words)): ids are shown; name them in a `catalogue` file"]
        default: []
        }
    }

    private static func peopleNotTold(_ answer: Answer<RaceStoreBuyer?>) -> [String] {
        switch answer.failure {
        case .refused(let words)?:
            [
                "the credentials may not read people (\(words)): purchases show no names and no addresses; "
                    + "use a key with that right, or set `addresses: none`"
            ]
        case .named(let words, _)?, .lost(let words, answered: true)?:
            [
                "people cannot be read (\(words)): purchases show no names and no addresses; check "
                    + "`addresses` and `event_ids`"
            ]
        default: []
        }
    }

    private static func listingsNotTold(
        _ answer: Answer<InventoryListing>, byTicketGroups: Bool
    ) -> [String] {
        let effect =
            "listings show what answers to changes told, and where an answer is lost, a person must "
            + "settle the mark"
        let remedy =
            byTicketGroups
            ? "ask for the right to read them, or try `listing_details: inventory`"
            : "try `listing_details: ticket-groups`"
        switch answer.failure {
        case .refused?:
            let what = byTicketGroups ? "ticket groups" : "single listings"
            return ["the credentials may not read \(what): \(effect); \(remedy)"]
        case .named(let words, _)?: return ["listings cannot be read (\(words)): \(effect); \(remedy)"]
        default: return []
        }
    }
}
