import APIs
import Model
import Services

/// What one small read of a store brought, beside that it answered and let us in.
struct Greeting: Sendable {
    /// Something by which rights can be tried.
    enum Sample: Sendable {
        case listing(Int64)
        case buyer(user: Int64, registration: Int64?)
    }

    var sample: Sample?
    /// Nil where the store lists nothing.
    var isEmpty: Bool?
    /// Orders can be read; otherwise they are only taken.
    var tellsOrders = true
}

extension StoreClient {
    /// One small read: is the store there, and are the credentials good?
    func greet() async -> Answer<Greeting> {
        switch self {
        case .orders(let client): await client.greet()
        case .ticketStore(let client):
            await client.purchases(PurchasesRequest(perPage: 1)).map { Greeting(isEmpty: $0.rowCount == 0) }
        case .raceStore(let client):
            await client.purchases(RaceStoreRequest(perPage: 1)).map { page in
                let buyer = page.purchases.first.map {
                    Greeting.Sample.buyer(user: $0.userID, registration: $0.registrationID)
                }
                return Greeting(sample: buyer, isEmpty: page.rowCount == 0)
            }
        case .inventory(let client):
            await client.listings(InventoryRequest(perPage: 1)).map { page in
                let listing = page.rows.lazy.compactMap(\.id).first
                return Greeting(sample: listing.map { .listing($0) }, isEmpty: page.rowCount == 0)
            }
        }
    }
}

extension TixstockClient {
    /// The order that nobody has: that there is none is answered only to good credentials.
    fileprivate func greet() async -> Answer<Greeting> {
        let answer = await order(TixstockChannel.nobodysOrder)
        switch answer.result {
        case .success, .failure(.named(_, code: 404)): return .ok(Greeting(), at: answer.serverTime)
        case .failure(.named(_, code: 405)):
            return .ok(Greeting(tellsOrders: false), at: answer.serverTime)
        case .failure(let failure): return answer.passedOn(failure)
        }
    }
}
