import APIs
import Cache
import Model
import Services

/// The client of a store, of whichever API.
enum StoreClient: Sendable {
    case ticketStore(TicketStoreClient)
    case raceStore(RaceStoreClient)
    case orders(TixstockClient)
    case inventory(TicketEvolutionClient)

    /// As a leader needs it.
    ///
    /// - Parameter directory: the data directory.
    func channel(of store: StoreID, in cache: Cache, directory: String) -> any StoreChannel {
        switch self {
        case .orders(let client):
            TixstockChannel(
                client: client, cache: cache, store: store, shelf: LabelShelf(directory: directory))
        case .ticketStore(let client): client
        case .raceStore(let client): RaceStoreChannel(client: client, cache: cache, store: store)
        case .inventory(let client): TicketEvolutionChannel(client: client, cache: cache, store: store)
        }
    }

    /// One small read: is the store there, and are the credentials good?
    func greet() async -> Answer<Void> {
        switch self {
        case .orders(let client): await client.greet()
        case .ticketStore(let client): await client.purchases(PurchasesRequest(perPage: 1)).map { _ in }
        case .raceStore(let client): await client.purchases(RaceStoreRequest(perPage: 1)).map { _ in }
        case .inventory(let client): await client.listings(InventoryRequest(perPage: 1)).map { _ in }
        }
    }

    /// What the key belongs to, where it is no thing that this store is: a sentence.
    func foreignEntity(place: String) async -> String? {
        let (answer, type, thing): (Answer<EntityInfo>?, String, String) =
            switch self {
            case .ticketStore(let client): (await client.entityInfo(), "ticket_event", "ticket event")
            case .raceStore(let client): (await client.entityInfo(), "race", "race")
            case .orders, .inventory: (nil, "", "")
            }
        guard let entity = answer?.value, let id = entity.specificID, entity.type == type, String(id) != place
        else { return nil }
        return
            "the key belongs to \(thing) \(id), not \(place): use a key of \(place), or mend the configuration"
    }

    /// What the credentials may not do although they are good: a sentence.
    func shortcoming() async -> String? {
        guard case .inventory(let client) = self,
            let id = await client.listings(InventoryRequest(perPage: 1)).value?.rows.first?.id,
            case .refused? = await client.listing(id).failure
        else { return nil }
        return "the credentials may not read ticket groups: listings show what answers to changes told, and "
            + "where an answer is lost, a person must settle the mark"
    }

    /// RunSignup wants to know who calls.
    var takesRegistration: Bool {
        switch self {
        case .ticketStore, .raceStore: true
        case .orders, .inventory: false
        }
    }
}

extension Answer {
    fileprivate func map<Other: Sendable>(_ change: (Value) -> Other) -> Answer<Other> {
        Answer<Other>(result.map(change), serverTime: serverTime)
    }
}
