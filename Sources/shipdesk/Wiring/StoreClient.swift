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

    /// RunSignup wants to know who calls.
    var takesRegistration: Bool {
        switch self {
        case .ticketStore, .raceStore: true
        case .orders, .inventory: false
        }
    }
}
