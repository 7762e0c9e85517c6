import APIs
import Cache
import Model
import Services

/// The client of a store, of whichever API.
enum StoreClient: Sendable {
    case ticketStore(TicketStoreClient)
    case raceStore(RaceStoreClient)
    case orders(TixstockClient)

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
        }
    }

    /// One small read: is the store there, and are the credentials good?
    func greet() async -> Answer<Void> {
        switch self {
        case .orders(let client): await client.greet()
        case .ticketStore(let client): await client.purchases(PurchasesRequest(perPage: 1)).map { _ in }
        case .raceStore(let client): await client.purchases(RaceStoreRequest(perPage: 1)).map { _ in }
        }
    }

    /// What the key belongs to, where it is no thing that this store is: a sentence.
    func foreignEntity(place: String) async -> String? {
        let (answer, type, thing) =
            switch self {
            case .ticketStore(let client): (await client.entityInfo(), "ticket_event", "ticket event")
            case .raceStore(let client): (await client.entityInfo(), "race", "race")
            case .orders: (Answer<EntityInfo>.failed(.nothingLeft(words: "")), "", "")
            }
        guard let entity = answer.value, let id = entity.specificID, entity.type == type, String(id) != place
        else { return nil }
        return "the key belongs to \(thing) \(id), not \(place)"
    }
}

extension Answer {
    fileprivate func map<Other: Sendable>(_ change: (Value) -> Other) -> Answer<Other> {
        Answer<Other>(result.map(change), serverTime: serverTime)
    }
}
