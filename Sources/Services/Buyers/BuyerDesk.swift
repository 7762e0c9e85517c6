import APIs
import Cache
import Model
import Synchronization

/// Finds out who bought in a store whose list does not say so: one call after another, for what is still to
/// ship, and never again for whoever is known.
package final class BuyerDesk: Sendable {
    private let client: RaceStoreClient
    private let cache: Cache
    private let store: StoreID
    private let clock: ServiceClock
    /// Looked up for a while ahead: in a large store that takes longer than one call is worth.
    private let line = Mutex<[BuyerReference]>([])

    init(client: RaceStoreClient, cache: Cache, store: StoreID, clock: ServiceClock) {
        self.client = client
        self.cache = cache
        self.store = store
        self.clock = clock
    }

    /// Seconds.
    private static let day: Int64 = 86_400
    /// People move, but seldom; an account without an address may get one.
    private static let goodFor = 7 * day
    private static let lineLength = 60

    /// What to do next.
    package enum Next: Sendable, Hashable {
        /// One was asked for; there may be more.
        case goOn
        /// For so many seconds nobody is to be asked for.
        case rest(Int64)
    }

    /// Asks for one buyer, if one is due.
    /// - Throws: ``CacheError``.
    package func askNext() async throws -> Next {
        let now = clock.now() / 1_000
        if try cache.read({ try $0.facts(of: store).isPaused }) { return .rest(10) }
        guard let due = try nextInLine(now) else { return .rest(30) }
        guard let credentials = await client.credentialsMark() else { return .rest(60) }
        if let refused = try cache.read({ try $0.buyersRefused(in: store) }),
            refused.credentials == credentials, abs(now - refused.at) < Self.day
        {
            return .rest(60)
        }
        return try await ask(due, credentials, now)
    }

    /// Where somebody has the form open comes first.
    private func nextInLine(_ now: Int64) throws -> BuyerReference? {
        if let urgent = try due(.claimed, now, limit: 1).first { return urgent }
        while let next = line.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            // Meanwhile their other purchase was asked for, or this one was shipped.
            if let still = try due(.one(next.purchase), now, limit: 1).first { return still }
        }
        let next = try due(.all, now, limit: Self.lineLength)
        line.withLock { $0 = Array(next.dropFirst()) }
        return next.first
    }

    private func due(_ choice: BuyerChoice, _ now: Int64, limit: Int) throws -> [BuyerReference] {
        try cache.read { reader in
            try reader.buyersToAsk(
                in: store, choice, knownBefore: now - Self.goodFor, unknownBefore: now - Self.day,
                limit: limit)
        }
    }

    private func ask(_ due: BuyerReference, _ credentials: String, _ now: Int64) async throws -> Next {
        let answer = await client.buyer(user: due.user, registration: due.registration)
        switch answer.result {
        case .success(let found):
            let buyer = found.map {
                Buyer(firstName: $0.firstName, lastName: $0.lastName, address: $0.address)
            }
            try cache.write { try $0.setBuyer(buyer, of: due, in: store, at: now) }
            return .goOn
        case .failure(.refused):
            // Of people, or of everything? That is for the passes to find out and to tell.
            guard case .success = await client.purchases(RaceStoreRequest(perPage: 1)).result else {
                return .rest(60)
            }
            try cache.write { try $0.noteBuyersRefused(in: store, credentials: credentials, at: now) }
            return .rest(60)
        case .failure(.named), .failure(.lost(_, answered: true)):
            // Whatever is wrong with this one, the next has its turn.
            try cache.write { try $0.setBuyer(nil, of: due, in: store, at: now) }
            return .rest(10)
        case .failure(.throttled(let seconds, _)): return .rest(Int64(seconds ?? 60))
        case .failure: return .rest(60)
        }
    }
}

extension StoreFacts {
    fileprivate var isPaused: Bool {
        if case .paused = phase { return true }
        return pausedWhy != nil
    }
}
